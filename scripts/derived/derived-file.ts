/** A file of the repository that a script derives. */
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Writes a derived file; with `--check` on the command line writes nothing, and tells and exits with 1 where the file does not hold `wanted`.
 *
 * @param name the file as it is called from the root of the repository
 * @param command what writes it
 */
export function deriveFile(name: string, wanted: string, command: string): void {
  const file = new URL(`../../${name}`, import.meta.url);
  if (!process.argv.includes('--check')) {
    writeFileSync(file, wanted);
  } else if (wanted !== textOf(file)) {
    console.error(`${name} does not say what the field table says: run \`${command}\` and commit the file.`);
    process.exitCode = 1;
  }
}

function textOf(file: URL): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
