/**
 * The proof of snapshots, for any engine: a report is asked, a snapshot taken, then letters are loaded, taken out and all read again with other values. Asked as of
 * the snapshot the report gives the same to the last count; asked as of now it does not.
 */
import { expect } from 'vitest';
import type { Group } from '#contract/aggregate.ts';
import type { Letter } from '#contract/determination.ts';
import { DecisionSchema } from '#contract/list-schemas.ts';
import type { QueryNode } from '#contract/query.ts';
import { sha256Of } from '#mappings/text/sha256.ts';
import type { LettersAt, WritableIndex } from '../../server/search/port.ts';

const word = (text: string): QueryNode => ({ kind: 'word', word: text, fields: ['heading', 'rationale'] });
const TREES: readonly QueryNode[] = [
  { kind: 'all' },
  word('therapy'),
  word('opioid'),
  { kind: 'and', children: [word('knee'), { kind: 'not', child: word('surgery') }] },
];

const GROUPS: readonly (readonly Group[])[] = [
  ['category', 'decision'],
  ['decidedQuarter', 'drugClass'],
  ['specialty'],
  ['caseNumber'],
  [],
];

/** Whatever a page can show: counts and rates by several groups, pages in every order with their facets, all that matches, words, letters. */
export async function report(at: LettersAt): Promise<string[]> {
  const told: string[] = [];
  const tell = (value: unknown) => told.push(JSON.stringify(value));
  for (const where of TREES) {
    for (const by of GROUPS) tell(await at.aggregate({ where, filters: [], programme: 'dwc', by }));
    for (const sort of ['relevance', 'newest', 'case'] as const) {
      const query = { where, filters: [], facets: ['decision', 'category', 'service'], sort, offset: 0, limit: 50 } as const;
      const { hits, ...rest } = await at.search(query);
      tell({ ...rest, ids: sort === 'relevance' ? hits.length : hits.map(({ itemId }) => itemId) });
    }
  }
  tell(await at.counts(TREES));
  const letters = new Set<string>();
  const ids: string[] = [];
  for await (const hits of at.each({ where: { kind: 'all' }, filters: [], sort: 'case' })) {
    for (const { itemId, letterId } of hits) {
      ids.push(itemId);
      letters.add(letterId);
    }
  }
  tell(ids);
  const records = await at.determinations([...letters]);
  expect(records.map(({ id }) => id)).toEqual([...letters]);
  tell(sha256Of(Buffer.from(JSON.stringify(records))));
  for (const id of [...letters].slice(0, 20)) tell(sha256Of(Buffer.from(JSON.stringify(await at.letter(id)))));
  tell(await at.similarWords('terapy', 5));
  tell(await at.casesBeginning({ where: { kind: 'all' }, beginnings: ['CM'], most: 8 }));
  return told;
}

/** The letters as rules of another version could have read them: from the same text, with other values. */
function readOtherwise(letters: readonly Letter[]): Letter[] {
  return structuredClone(letters).map((letter, number) => {
    for (const item of letter.determination.items) {
      const { decision } = item;
      if (decision !== null) {
        const others = DecisionSchema.options.filter((one) => one !== decision.value);
        item.decision = { ...decision, value: others[(number + item.number) % others.length] ?? decision.value };
      }
      if (number % 3 === 0) item.service = item.category = null;
    }
    return letter;
  });
}

function idOf({ determination }: Letter): string {
  return determination.id;
}

/** Puts in batches, as a load does. */
async function load(index: WritableIndex, letters: readonly Letter[], replace = false): Promise<void> {
  for (let from = 0; from < letters.length; from += 200) {
    const outcomes = await index.put(letters.slice(from, from + 200), { replace });
    expect(outcomes.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  }
}

/** `removed`: how many of the first are taken out again. The index holds nothing before. */
export async function proveSnapshot(
  index: WritableIndex,
  { first, later, removed }: { first: readonly Letter[]; later: readonly Letter[]; removed: number },
): Promise<{ id: string; before: readonly string[] }> {
  await load(index, first);
  const before = await report(await index.at(null));
  const snapshot = await index.snapshots.take({ name: 'Yearly report', note: '', takenAt: '2026-11-30T12:00:00.000Z', program: '0.0.0' });
  const { change } = await index.at(null);
  expect(snapshot).toMatchObject({ name: 'Yearly report', change, sameVocabulary: true });
  expect(await report(await index.at(snapshot.id))).toEqual(before);
  await load(index, later);
  const out = new Set([...new Set(first.map(idOf))].slice(0, removed));
  expect(await index.remove([...out])).toBe(removed);
  const rest = [...first, ...later].filter((letter) => !out.has(idOf(letter)));
  await load(index, readOtherwise(rest), true);
  const at = await index.at(snapshot.id);
  expect(at).toMatchObject({ change, snapshot });
  expect(await report(at)).toEqual(before);
  const now = await index.at(null);
  expect(now.change).toBeGreaterThanOrEqual(change + removed + rest.length);
  const after = await report(now);
  for (const [place, told] of after.entries()) if (told.includes('"items"')) expect(told).not.toBe(before[place]);
  expect(before.length).toBeGreaterThan(40);
  return { id: snapshot.id, before };
}
