/** Every row of the synonyms against its own examples: each form finds the same, what it says it finds, and not what it refuses. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QueryNode } from '#contract/query.ts';
import { KEYWORD_FIELDS } from '#mappings/fields.ts';
import { words } from '#mappings/text/words.ts';
import { rowsNamed, SYNONYMS } from '#mappings/vocabulary/synonyms.ts';
import { understand } from '../../../../server/domain/understand/understand.ts';
import { makeLetter } from '../../../fixtures/factories.ts';
import { type OpenedLetters, openLetters } from '../opened-letters.ts';

const SILENT = { printed: null, basis: null, citations: [] } as const;
const bare = (request: string) => ({
  request,
  rationale: null,
  service: null,
  category: null,
  bodyParts: [],
  administrator: SILENT,
  reviewer: SILENT,
});
/** One fictional letter for each row: item 1 is what it finds, item 2 what it must not. */
const letters = SYNONYMS.map(({ found, notFound }, index) =>
  makeLetter({ caseNumber: `CM90-${String(index + 1).padStart(7, '0')}`, summary: null, items: [bare(found), bare(notFound)] }),
);

let opened: OpenedLetters;
beforeAll(async () => {
  opened = await openLetters(letters);
});
afterAll(() => opened.close());

const treeOf = async (q: string) => (await understand(opened.index, { q, filters: {}, summary: false, literal: [] })).where;
const placeless = (tree: QueryNode) => JSON.parse(JSON.stringify(tree, (key, value) => (key === 'at' ? undefined : value)));

describe('the rows', () => {
  it('have ids of their own, forms of their own, and values that exist', () => {
    expect(new Set(SYNONYMS.map(({ id }) => id)).size).toBe(SYNONYMS.length);
    const shared = SYNONYMS.flatMap(({ forms, short }) => [...forms, ...short]).filter(
      (form) => new Set(rowsNamed(words(form)).map(({ row }) => row.id)).size !== 1,
    );
    expect(shared).toEqual([]);
    const unknown = SYNONYMS.flatMap(({ id, means }) =>
      (means?.values ?? [])
        .filter((value) => KEYWORD_FIELDS[means?.field ?? 'service'].labels?.has(value) !== true)
        .map((value) => `${id}: ${value}`),
    );
    expect(unknown).toEqual([]);
  });

  it('are folded: a form is typed as it is compared', () => {
    expect(SYNONYMS.flatMap(({ forms, short }) => [...forms, ...short]).filter((form) => form !== form.toLowerCase())).toEqual([]);
  });

  it.each(SYNONYMS.map((row, at) => ({ ...row, at })))('$id finds the same by each of its forms', async ({ forms, at }) => {
    const trees = await Promise.all(forms.map(treeOf));
    const [first] = trees;
    for (const tree of trees) expect(placeless(tree)).toEqual(first === undefined ? undefined : placeless(first));
    const found = opened.oracle.each({ where: first ?? { kind: 'all' }, filters: [], sort: 'case' });
    const letter = letters[at]?.determination.id ?? '';
    expect(found).toContain(`${letter}#1`);
    expect(found).not.toContain(`${letter}#2`);
  });
});

describe('different procedures are not one', () => {
  it.each([
    ['medial branch block', 'facet injection'],
    ['traction', 'spinal decompression'],
    ['carpal tunnel release', 'carpal tunnel syndrome'],
    ['rotator cuff repair', 'rotator cuff tear'],
    ['work hardening', 'work conditioning'],
    ['emg', 'ncs'],
  ])('%s and %s', async (one, other) => {
    const letter = makeLetter({ items: [bare(`A request for ${other}.`)], summary: null });
    const alone = await openLetters([letter]);
    const { where } = await understand(alone.index, { q: one, filters: {}, summary: false, literal: [] });
    expect(alone.oracle.counts([where])).toEqual([0]);
    await alone.close();
  });
});
