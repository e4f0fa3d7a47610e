/** `imr stats`: what the index holds. */
import { DECISION_LABELS, type Decision } from '#contract/lists.ts';
import { loadedProgrammes } from '../../server/domain/question/programmes-there.ts';
import { EXIT, type Io } from '../lib/io.ts';
import type { ReadingSession } from '../lib/session.ts';

export async function stats(json: boolean, io: Io, { index }: ReadingSession): Promise<number> {
  const { letters, items, versions, unreadable, decisions, decidedFrom, decidedTo, messages } = await index.stats();
  const { engine, readOnly, hidden } = index;
  const programmes = await loadedProgrammes(index);
  const output = {
    engine,
    readOnly,
    hidden,
    letters,
    items,
    programmes,
    versions,
    unreadable,
    decisions,
    decidedFrom,
    decidedTo,
    messages,
  };
  if (json) io.out.write(`${JSON.stringify(output)}\n`);
  else {
    const lines = [
      ['engine', output.engine],
      ['letters', letters],
      ['disputed items', items],
      ...(programmes.length < 2 ? [] : programmes.map(({ short, count }) => [`  of ${short}`, count])),
      ...(hidden.includes('versions') ? [] : [['letter versions', versions]]),
      ...(hidden.includes('unreadable') ? [] : [['could not be read', unreadable]]),
      ...Object.entries(decisions).map(([decision, count]) => [DECISION_LABELS[decision as Decision].short.toLowerCase(), count]),
      ['decided', decidedFrom === null ? '-' : `${decidedFrom} to ${decidedTo}`],
      ...Object.entries(messages).map(([code, count]) => [`letters with ${code}`, count]),
    ];
    const width = Math.max(...lines.map(([label]) => String(label).length));
    io.out.write(lines.map(([label, value]) => `${String(label).padEnd(width)}  ${value}\n`).join(''));
  }
  return EXIT.ok;
}
