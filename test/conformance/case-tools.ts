/** What the named cases of the conformance suite have in common: questions, fictional letters, tests on a new index. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AggregateQuery, Group } from '#contract/aggregate.ts';
import type { Letter } from '#contract/determination.ts';
import { type IssueQuery, ITEM_SCOPE, type QueryNode, type TextField } from '#contract/query.ts';
import type { WritableIndex } from '../../server/search/port.ts';
import { type LetterParts, makeLetter } from '../fixtures/factories.ts';
import type { OpenedIndex } from './opened-index.ts';

/** A test on a new index that holds these letters. */
export type Rule = (title: string, letters: readonly Letter[], check: (index: WritableIndex) => Promise<void>) => void;

/** A test on an index that is there. */
type Asking = (title: string, check: (index: WritableIndex) => Promise<void>) => void;

/** Gives the tests around it one new index that holds these letters; a test that writes comes last. */
export function holding(open: () => Promise<OpenedIndex>, letters: readonly Letter[]): Asking {
  let opened: OpenedIndex | undefined;
  beforeAll(async () => {
    opened = await open();
    await opened.index.put(letters);
  });
  afterAll(() => opened?.close());
  return (title, check) => {
    it(title, async () => {
      if (opened === undefined) throw new Error('the index was not opened');
      await check(opened.index);
    });
  };
}

export const EVERYTHING: IssueQuery = { where: { kind: 'all' }, filters: [], facets: [], sort: 'case', offset: 0, limit: 100 };
export const scope: TextField[] = [...ITEM_SCOPE];
export const word = (text: string, fields: TextField[] = scope): QueryNode => ({ kind: 'word', word: text, fields });

/** A fictional letter of a case; its file is named for its note. */
export function version(caseNumber: string, parts: Partial<LetterParts>): Letter {
  return makeLetter({ caseNumber, fileName: `${parts.note ?? 'letter'}.txt`, ...parts });
}

/** A letter whose item has lost its guidelines: no engine can make an index document of it. */
export function broken(): Letter {
  const letter = structuredClone(version('CM90-0000099', { note: 'broken' }));
  for (const item of letter.determination.items) Reflect.deleteProperty(item, 'guidelines');
  return letter;
}

/** The ids of all items that match, in the order of their cases unless told. */
export async function found(index: WritableIndex, where: QueryNode, more: Partial<IssueQuery> = {}): Promise<string[]> {
  const results = await index.search({ ...EVERYTHING, where, ...more });
  expect(results.total).toBe(results.hits.length);
  return results.hits.map((hit) => hit.itemId);
}

/** A question for outcomes over everything of one programme. */
export function outcomesBy(...by: Group[]): AggregateQuery {
  return { where: { kind: 'all' }, filters: [], programme: 'dwc', by };
}
