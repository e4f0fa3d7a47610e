/**
 * Which determination of its case number a row is. Most case numbers stand once. Where a table has one twice with different words, they are two
 * determinations; the second is stored under `~2`. What is stored already keeps its place however a later file orders its rows: a row that says something
 * new is a new version of the determination of its number that no other row of the file is, the one most like it where there are several.
 */
import { determinationId, type Letter, nthUnder } from '#contract/determination.ts';
import type { Programme } from '#contract/programmes.ts';
import type { KnownRow } from '../programmes/row-letter.ts';

interface Row {
  readonly line: number;
  readonly known: KnownRow;
}

interface Assigning {
  readonly programme: Programme;
  /** By the id of the first of a case number: the ids that are stored. */
  readonly there: ReadonlyMap<string, readonly string[]>;
  /** Those that other rows of the file are. */
  readonly ofFile: ReadonlyMap<string, string>;
  readonly letter: (id: string) => Promise<Letter | null>;
  /** Whether all rows that say what is stored are known by now, so that what is left can be settled. */
  readonly settles: boolean;
}

/** By row: which of its number it is, from 1. `later`: rows that cannot be settled yet. */
export async function assignNumbers<R extends Row>(
  rows: readonly R[],
  { programme, there, ofFile, letter, settles }: Assigning,
): Promise<{ numbers: Map<R, number>; later: R[] }> {
  const numbers = new Map<R, number>();
  const later: R[] = [];
  for (const [caseNumber, same] of Map.groupBy(rows, ({ known }) => known.caseNumber)) {
    const base = determinationId(programme, caseNumber);
    const stored = [...new Set([...(there.get(base) ?? []), ...numberedIn(ofFile, base)])];
    const free = stored.filter((id) => !ofFile.has(id));
    if (free.length > 0 && !settles) {
      later.push(...same);
      continue;
    }
    const taken = free.length === 0 ? [] : await mostLike(same, free, letter);
    let last = stored.reduce((most, id) => Math.max(most, nthUnder(base, id) ?? 0), 0);
    for (const row of same) {
      const id = taken.find((pair) => pair.row === row)?.id;
      if (id === undefined) last += 1;
      numbers.set(row, id === undefined ? last : (nthUnder(base, id) ?? last));
    }
  }
  return { numbers, later };
}

/** What the file has under a number already, be it stored by now or not. */
function numberedIn(ofFile: ReadonlyMap<string, string>, base: string): string[] {
  const ids: string[] = [];
  for (let id = base; ofFile.has(id); id = `${base}~${ids.length + 1}`) ids.push(id);
  return ids;
}

/** Rows and stored determinations in pairs, the most like each other first. */
async function mostLike<R extends Row>(
  rows: readonly R[],
  ids: readonly string[],
  letter: Assigning['letter'],
): Promise<{ row: R; id: string }[]> {
  const [row] = rows;
  const [only] = ids;
  if (row !== undefined && only !== undefined && rows.length === 1 && ids.length === 1) return [{ row, id: only }];
  const texts = await Promise.all(ids.map(async (id) => ({ id, lines: new Set((await letter(id))?.canonical.text.split('\n')) })));
  const pairs = rows
    .flatMap((one) =>
      texts.map(({ id, lines }) => ({ row: one, id, alike: one.known.text.split('\n').filter((line) => lines.has(line)).length })),
    )
    .toSorted((a, b) => b.alike - a.alike);
  const chosen: { row: R; id: string }[] = [];
  for (const pair of pairs) if (!chosen.some((one) => one.row === pair.row || one.id === pair.id)) chosen.push(pair);
  return chosen;
}
