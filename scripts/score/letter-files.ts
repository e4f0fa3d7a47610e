/** Finding the files of labelled letters. */
import { readdir, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { AppError } from '#contract/problem.ts';
import type { Labelled } from './label-lines.ts';
import type { GoldLetter } from './schema.ts';

const SHOWN = 10;

/**
 * The file of each letter below `dir`, by case number: the one whose path ends as the label's does. Throws AppError `usage` where
 * letters are missing (the first ten with their lines, and how many) or two files fit one label.
 */
export async function letterFiles(letters: readonly Labelled<GoldLetter>[], dir: string): Promise<Map<string, string>> {
  const byName = Map.groupBy(await filesBelow(dir), (path) => basename(path));
  const found = new Map<string, string>();
  const missing: string[] = [];
  const doubtful: string[] = [];
  for (const { value, line } of letters) {
    const fits = bestFits(byName.get(basename(value.file)) ?? [], value.file);
    const [path] = fits;
    if (path === undefined) missing.push(`letters.jsonl line ${line}: ${basename(value.file)}`);
    else if (fits.length > 1) doubtful.push(`letters.jsonl line ${line}: ${value.file} may be ${fits.join(' or ')}`);
    else found.set(value.caseNumber, path);
  }
  if (missing.length > 0)
    throw new AppError(
      'usage',
      `${missing.length} of ${letters.length} labelled letters ${missing.length === 1 ? 'is' : 'are'} not below ${dir} (--letters DIR):\n${some(missing)}`,
    );
  if (doubtful.length > 0) throw new AppError('usage', `Two files of one name; write more of the path in "file":\n${some(doubtful)}`);
  return found;
}

/** All files below a folder, with its subfolders. */
export async function filesBelow(dir: string): Promise<string[]> {
  const found = await stat(dir).catch(() => null);
  if (found?.isDirectory() !== true)
    throw new AppError('usage', `${dir} is ${found === null ? 'not there' : 'a file'}; a folder with letters was expected.`);
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Of files of one name those that share the most folders with the label's path. */
function bestFits(paths: readonly string[], label: string): readonly string[] {
  const shared = (path: string) => {
    const wanted = label.split('/').reverse();
    const has = path.split(sep).reverse();
    const end = wanted.findIndex((part, index) => part !== has[index]);
    return end === -1 ? wanted.length : end;
  };
  const most = Math.max(0, ...paths.map(shared));
  return paths.filter((path) => shared(path) === most);
}

function some(lines: readonly string[]): string {
  const rest = lines.length - SHOWN;
  return [...lines.slice(0, SHOWN), ...(rest > 0 ? [`... and ${rest} more`] : [])].join('\n');
}
