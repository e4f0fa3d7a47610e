/** Families of words: what each row joins and keeps out, what is told of it and how it is switched off, and what goes before it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QueryNode } from '#contract/query.ts';
import { SearchRequestSchema } from '#contract/search.ts';
import { stem } from '#mappings/text/stem.ts';
import { words } from '#mappings/text/words.ts';
import { FAMILIES, relativesOf } from '#mappings/vocabulary/families.ts';
import { readQuestion } from '../../../../server/domain/question/read-question.ts';
import { searchItems } from '../../../../server/domain/results/search-items.ts';
import { isSlight } from '../../../../server/domain/understand/slight-words.ts';
import { understand } from '../../../../server/domain/understand/understand.ts';
import { makeLetter } from '../../../fixtures/factories.ts';
import { type OpenedLetters, openLetters } from '../opened-letters.ts';
import { told } from './asking.ts';

const SILENT = { printed: null, basis: null, citations: [] } as const;
const bare = (request: string, rationale: string | null = null) => ({
  request,
  rationale,
  service: null,
  category: null,
  bodyParts: [],
  administrator: SILENT,
  reviewer: SILENT,
});
const idOf = (at: number) => `dwc:CM90-${String(at + 1).padStart(7, '0')}`;
const caseOf = (at: number) => idOf(at).replace('dwc:', '');
const { rows, apart } = FAMILIES;
const wordsOf = ({ forms, narrower }: (typeof rows)[number]) => [...forms, ...narrower];
/** One fictional letter for each row: item 1 is what it finds, item 2 what it must not, then one for each of its words. */
const letters = rows.map((row, at) =>
  makeLetter({
    caseNumber: caseOf(at),
    summary: null,
    items: [bare(row.found), bare(row.notFound), ...wordsOf(row).map((form) => bare(`Invented: ${form}.`))],
  }),
);

let opened: OpenedLetters;
beforeAll(async () => {
  opened = await openLetters(letters);
});
afterAll(() => opened.close());

const ask = (q: string, literal: string[] = []) => understand(opened.index, { q, filters: {}, summary: false, literal });
/** The items of a row's letter that a tree finds. */
const foundIn = (where: QueryNode, at: number) =>
  opened.oracle
    .each({ where, filters: [], sort: 'case' })
    .flatMap((id) => (id.startsWith(`${idOf(at)}#`) ? [Number(id.split('#')[1])] : []));
/** Words that alone are idle or a condition, with words before them that make them a thing to be found. */
const BEHIND: Readonly<Record<string, string>> = { denied: 'patient', denial: 'patient', approved: 'previously' };
/** What a word is looked for as. */
async function treeOf(word: string): Promise<QueryNode> {
  const { concepts } = await ask([BEHIND[word] ?? '', word].join(' ').trim());
  const concept = concepts?.find(({ typed }) => typed === word);
  if (concept === undefined) throw new Error(`${word} is not looked for`);
  return concept.whole;
}

describe('the rows', () => {
  it('have ids of their own and words of their own, each of another stem', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    const all = rows.flatMap((row) => wordsOf(row).map(stem));
    expect(all.filter((one, at) => all.indexOf(one) !== at)).toEqual([]);
    expect(rows.filter((row) => wordsOf(row).length < 2)).toEqual([]);
  });

  it('are of folded words of four letters or more that tell something', () => {
    const odd = rows.flatMap(wordsOf).filter((form) => words(form).join(' ') !== form || !/^[a-z]{4,}$/.test(form) || isSlight(form));
    expect(odd).toEqual([]);
  });

  it('never join what is kept apart', () => {
    for (const { words: kept } of apart) {
      expect(new Set(kept.map(stem)).size).toBe(kept.length);
      for (const word of kept) expect([word, kept.filter((other) => relativesOf(word).includes(other))]).toEqual([word, []]);
      const joined = rows.filter((row) => wordsOf(row).filter((form) => kept.map(stem).includes(stem(form))).length > 1);
      expect([kept, joined.map(({ id }) => id)]).toEqual([kept, []]);
    }
  });

  it.each(rows.map((row, at) => ({ ...row, at })))('$id finds all its words by each of its forms', async ({ at, ...row }) => {
    const all = [1, ...wordsOf(row).map((_, index) => index + 3)];
    for (const form of row.forms) expect([form, foundIn(await treeOf(form), at)]).toEqual([form, all]);
    for (const form of row.narrower)
      expect([form, foundIn(await treeOf(form), at)]).toEqual([form, all.filter((item) => item === 1 || wordsOf(row)[item - 3] === form)]);
  });
});

describe('a word of a family in a plain query', () => {
  const at = rows.findIndex(({ id }) => id === 'document');

  it.each(['documented', 'documentation', 'documents', 'Documenting', "documentation's"])('%s finds all its words', async (q) => {
    const { where, parts } = await ask(q);
    expect(foundIn(where, at)).toEqual([1, 3, 4]);
    expect(told(parts)).toEqual([`synonyms ${q} > :`]);
  });

  it('is told with the others, and switched off by taking it as typed', async () => {
    const { parts } = await ask('documentation invented');
    expect(parts).toEqual([
      { kind: 'synonyms', at: { start: 0, end: 13 }, typed: 'documentation', also: ['documented'], field: null, values: [] },
    ]);
    const literal = await ask('documentation', ['documentation']);
    expect(literal.parts).toEqual([]);
    expect(foundIn(literal.where, at)).toEqual([1, 4]);
    expect(foundIn((await ask('documentation', ['*'])).where, at)).toEqual([1, 4]);
  });

  it.each(['"documentation"', '+documentation', 'documentation NOT zither', '(documentation)'])(
    'has none in a strict query: %s',
    async (q) => {
      const { where, parts } = await ask(q);
      expect(foundIn(where, at)).toEqual([1, 4]);
      expect(told(parts)).toEqual([]);
    },
  );

  it('finds a narrower word and is not found by it', async () => {
    const refer = rows.findIndex(({ id }) => id === 'refer');
    expect(foundIn((await ask('referred')).where, refer)).toContain(4);
    expect(foundIn((await ask('referral')).where, refer)).toEqual([1, 4]);
  });

  it('is of each side of an "or"', async () => {
    const { where, parts } = await ask('documented or improvement');
    const improve = rows.findIndex(({ id }) => id === 'improve');
    expect([foundIn(where, at), foundIn(where, improve)]).toEqual([
      [1, 3, 4],
      [1, 3, 4],
    ]);
    expect(told(parts)).toEqual(['synonyms documented > :', 'either documented | improvement', 'synonyms improvement > :']);
  });

  it('is not taken for a misspelt one, though no letter has it', async () => {
    const alone = await openLetters([makeLetter({ summary: null, items: [bare('A dental chair was denied.')] })]);
    const { parts } = await understand(alone.index, { q: 'patient denial', filters: {}, summary: false, literal: [] });
    expect(told(parts).filter((part) => /^(?:corrected|suggested)/.test(part))).toEqual([]);
    await alone.close();
  });
});

describe('what goes before a family', () => {
  it.each(['denied', 'denial', 'denials', 'UR denied', 'denied by UR'])('%s stays idle', async (q) => {
    const { where, parts } = await ask(`${q} invented`);
    expect(told(parts)).toEqual([expect.stringMatching(/^idle .* > decision$/)]);
    expect(where).toMatchObject({ kind: 'word', word: 'invented' });
  });

  it('a denial that is looked for all the same finds its family only where it is not taken as typed', async () => {
    const deny = rows.findIndex(({ id }) => id === 'deny');
    expect(foundIn((await ask('patient denial')).where, deny)).toEqual([]);
    expect((await ask('patient denial')).parts).toContainEqual(expect.objectContaining({ typed: 'denial', also: ['denied'] }));
    expect(foundIn((await ask('denial', ['denial'])).where, deny)).toEqual([1, 4]);
  });

  it.each([
    ['because documentation is missing', 'filter because documentation is missing > reason:'],
    ['functional improvement documented', 'filter functional improvement documented > reason:'],
    ['approved', 'filter approved > decision:overturned'],
    ['found not medically necessary', 'filter found not medically necessary > decision:upheld'],
  ])('%s stays a condition', async (q, expected) => {
    const { parts } = await ask(q);
    expect(told(parts).map((part) => part.slice(0, expected.length))).toEqual([expected]);
  });

  it('a name of the synonyms keeps its other names', async () => {
    const { parts } = await ask('surgery');
    expect(parts).toContainEqual(
      expect.objectContaining({ typed: 'surgery', also: ['surgical procedure', 'surgical intervention', 'surgical', 'surgically'] }),
    );
  });

  it('a name of several words stays one', async () => {
    const { parts } = await ask('functional capacity evaluation');
    expect(parts.filter(({ kind }) => kind === 'synonyms').map(({ typed }) => typed)).toEqual(['functional capacity evaluation']);
  });
});

describe('the order', () => {
  it('has what was typed before its relatives, and these before what has neither', async () => {
    const beside = Array.from({ length: 12 }, () => bare('A ramp', 'Invented. A ramp is asked for.'));
    const items = [
      bare('A cane', 'Invented. The adherence was good; adherence is what is asked for.'),
      bare('A cane', 'Invented. He would adhere to it for as many weeks as were asked for.'),
      bare('A cane', 'Invented. Nothing of the kind was told.'),
      ...beside,
    ];
    const alone = await openLetters([makeLetter({ summary: null, items })]);
    for (const [q, expected] of [
      ['adhere', [2, 1]],
      ['adherence', [1, 2]],
      ['cane adhere', [2, 1, 3]],
      ['cane adherence', [1, 2, 3]],
    ] as const) {
      const { hits } = await searchItems(alone.index, SearchRequestSchema.parse({ q }));
      expect([q, hits.map(({ number }) => number).filter((number) => number <= 3)]).toEqual([q, expected]);
    }
    await alone.close();
  });

  it('scores a family by the typed word alone', async () => {
    const { rank } = await readQuestion(opened.index, { q: 'documentation', filters: {}, summary: false, literal: [] });
    expect(rank.text).toMatchObject({ kind: 'or', children: [{ kind: 'word', word: 'documentation' }] });
    expect(rank.boosts).toContainEqual({ where: expect.objectContaining({ word: 'documentation' }), weight: 1 });
  });
});
