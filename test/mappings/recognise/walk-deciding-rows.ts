/** Every row that decides something against its own texts, through the real reader: with the row, and without it. */
import { expect, it } from 'vitest';
import type { ListRow } from '#mappings/recognise/list-rows.ts';
import type { Row } from '#mappings/recognise/rows.ts';
import { walkRows } from './walk-rows.ts';

/** A text and what it is read as. */
type ToldRow = Row<readonly [text: string, told: unknown]>;

interface Reading<R extends ToldRow> {
  readonly rows: readonly R[];
  /** A reader by these rows, for the texts of the row under test. */
  readonly readBy: (rows: readonly R[], row: R) => (text: string) => unknown;
}

/**
 * Demands of each row: its examples are read as told, and otherwise without it, so that no other row claims them; its counter-examples are
 * read as told, with the row and without it.
 */
export function walkDecidingRows<R extends ToldRow>({ rows, readBy }: Reading<R>): void {
  const readers = new Map(
    rows.map((row) => {
      const rest = rows.filter((one) => one !== row);
      return [row, { withIt: readBy(rows, row), without: readBy(rest, row) }] as const;
    }),
  );
  const read = (row: R, text: string) => ({ withIt: readers.get(row)?.withIt(text), without: readers.get(row)?.without(text) });

  walkRows<R['examples'][number], R['counterexamples'][number], R>(rows, {
    wrong(row, [text, told]) {
      const { withIt, without } = read(row, text);
      if (withIt !== told) return `${text}: read as ${withIt}, not ${told}`;
      return without === told ? `${text}: read so without the row` : null;
    },
    claims(row, [text, told]) {
      const { withIt, without } = read(row, text);
      return withIt !== told || without !== told;
    },
  });
}

/** Demands of lists that each stands in one piece, and that the id of a row bears its list's name. */
export function walkLists(rows: readonly ListRow<string, unknown>[]): void {
  it('hold no quantifier without an end inside another', () => {
    const nested = /\((?:[^()]|\([^()]*\))*[^\\][*+](?:[^()]|\([^()]*\))*\)[*+]/;
    expect(rows.filter(({ pattern }) => nested.test(pattern.source)).map(({ id }) => id)).toEqual([]);
  });

  it('stand in one piece for each list, and bear its name', () => {
    expect(rows.filter(({ id, kind }) => !id.startsWith(`${kind}.`)).map(({ id }) => id)).toEqual([]);
    const kinds = rows.map(({ kind }) => kind).filter((kind, index, all) => kind !== all[index - 1]);
    expect(kinds.filter((kind, index) => kinds.indexOf(kind) !== index)).toEqual([]);
  });
}
