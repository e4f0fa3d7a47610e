/** `imr extract`: one letter read, as JSON or as a list of its values; nothing is stored. */
import { basename } from 'node:path';
import type { LetterAsRead } from '#contract/determination.ts';
import { AppError } from '#contract/problem.ts';
import { bytesOf } from '../../ingest/load/files.ts';
import { openTableFile } from '../../ingest/load/table-file.ts';
import { FOR_LOADS } from '../../ingest/reading/bounds.ts';
import { openReading } from '../../ingest/reading/open-reading.ts';
import { explainedText } from '../lib/explained-text.ts';
import { EXIT, type Io } from '../lib/io.ts';

/** The determinations of a file, as JSON or as lists of their values with their words; nothing is stored. Of one letter, one object; of several, a list. */
export async function extract(file: string, explained: boolean, io: Io): Promise<number> {
  const bytes = await bytesOf(file);
  if (!(bytes instanceof Uint8Array)) throw new AppError('usage', `${file}: ${bytes.reason}`);
  const table = await openTableFile(file).catch(() => null);
  if (table !== null)
    throw new AppError(
      'usage',
      `${file} is a table of determinations; see its rows as they would be stored with: imr ingest ${file} --preview`,
    );
  const reading = openReading(FOR_LOADS);
  const results = await reading.read(bytes, basename(file)).finally(reading.close);
  const letters: LetterAsRead[] = [];
  let lost = 0;
  for (const result of results) {
    const letter = result.ok ? result.letter : result.asRead;
    if (letter !== undefined) letters.push(letter);
    else lost += 1;
    if (!result.ok)
      io.err.write(
        `imr: ${file} could not be ${letter === undefined ? 'read' : 'identified, and would not be stored'}: ${result.unreadable.reason.reason}\n`,
      );
  }
  const determinations = letters.map(({ determination }) => determination);
  if (explained) io.out.write(letters.map(explainedText).join('\n'));
  else if (letters.length > 0) io.out.write(`${JSON.stringify(results.length === 1 ? determinations[0] : determinations, null, 2)}\n`);
  return lost === 0 ? EXIT.ok : EXIT.someUnreadable;
}
