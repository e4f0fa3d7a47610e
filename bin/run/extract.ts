/** `imr extract`: one letter read, as JSON or as a list of its values; nothing is stored. */
import { basename } from 'node:path';
import { AppError } from '#contract/problem.ts';
import { bytesOf } from '../../ingest/load/files.ts';
import { FOR_LOADS } from '../../ingest/reading/bounds.ts';
import { openReading } from '../../ingest/reading/open-reading.ts';
import { explainedText } from '../lib/explained-text.ts';
import { EXIT, type Io } from '../lib/io.ts';

/** One determination as JSON, or as a list of its values with their words; nothing is stored. */
export async function extract(file: string, explained: boolean, io: Io): Promise<number> {
  const bytes = await bytesOf(file);
  if (!(bytes instanceof Uint8Array)) throw new AppError('usage', `${file}: ${bytes.reason}`);
  const reading = openReading(FOR_LOADS);
  const result = await reading.read(bytes, basename(file)).finally(reading.close);
  if (!result.ok) {
    io.err.write(`imr: ${file} could not be read: ${result.unreadable.reason.reason}\n`);
    return EXIT.someUnreadable;
  }
  const { letter } = result;
  io.out.write(explained ? explainedText(letter) : `${JSON.stringify(letter.determination, null, 2)}\n`);
  return EXIT.ok;
}
