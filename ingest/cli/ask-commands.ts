/** `imr extract`, `imr search`, `imr stats`: commands that answer on standard output. */
import { basename } from 'node:path';
import { DECISION_LABELS, type Decision } from '#contract/lists.ts';
import { AppError } from '#contract/problem.ts';
import { SearchRequestSchema } from '#contract/search.ts';
import { searchItems } from '../../server/domain/search-items.ts';
import { bytesOf } from '../files.ts';
import { readLetter } from '../pipeline.ts';
import { explainedText } from './explained-text.ts';
import { searchJson, searchText } from './search-output.ts';
import { EXIT, type Io, type Session } from './session.ts';

/** One determination as JSON, or as a list of its values with their words; nothing is stored. */
export async function extract(file: string, explained: boolean, io: Io): Promise<number> {
  const bytes = await bytesOf(file);
  if (!(bytes instanceof Uint8Array)) throw new AppError('usage', `${file}: ${bytes.reason}`);
  const result = await readLetter(bytes, basename(file));
  if (!result.ok) {
    io.err.write(`imr: ${file} could not be read: ${result.unreadable.reason.reason}\n`);
    return EXIT.someUnreadable;
  }
  const { letter } = result;
  io.out.write(explained ? explainedText(letter) : `${JSON.stringify(letter.determination, null, 2)}\n`);
  return EXIT.ok;
}

export async function search(query: string, options: { json: boolean; limit: number }, io: Io, { index }: Session): Promise<number> {
  const response = await searchItems(index, SearchRequestSchema.parse({ q: query, size: options.limit })).catch((error: unknown) => {
    throw withMarks(query, error);
  });
  io.out.write(options.json ? `${JSON.stringify(searchJson(response))}\n` : searchText(response));
  return EXIT.ok;
}

/** An error to throw on: a refused query with its faulty places marked, anything else as it is. */
export function withMarks(query: string, error: unknown): unknown {
  return error instanceof AppError && error.code === 'bad-query'
    ? new AppError('bad-query', marked(query, error), { cause: error })
    : error;
}

/** A query that was refused, with each faulty place marked under it and what was expected there. */
function marked(query: string, error: AppError): string {
  const faults = error.errors.map(({ detail, at }) =>
    at === undefined ? detail : `${query}\n${' '.repeat(at.start)}${'^'.repeat(Math.max(1, at.end - at.start))}\n${detail}`,
  );
  return `The query could not be understood:\n${faults.join('\n')}`;
}

export async function stats(json: boolean, io: Io, { index }: Session): Promise<number> {
  const { letters, items, versions, unreadable, decisions, decidedFrom, decidedTo, messages } = await index.stats();
  const output = { engine: index.engine, letters, items, versions, unreadable, decisions, decidedFrom, decidedTo, messages };
  if (json) io.out.write(`${JSON.stringify(output)}\n`);
  else {
    const lines = [
      ['engine', output.engine],
      ['letters', letters],
      ['disputed items', items],
      ['letter versions', versions],
      ['could not be read', unreadable],
      ...Object.entries(decisions).map(([decision, count]) => [DECISION_LABELS[decision as Decision].short.toLowerCase(), count]),
      ['decided', decidedFrom === null ? '-' : `${decidedFrom} to ${decidedTo}`],
      ...Object.entries(messages).map(([code, count]) => [`letters with ${code}`, count]),
    ];
    const width = Math.max(...lines.map(([label]) => String(label).length));
    io.out.write(lines.map(([label, value]) => `${String(label).padEnd(width)}  ${value}\n`).join(''));
  }
  return EXIT.ok;
}
