/** Marks and snippets: each mark quotes a word that was asked for, in a field that was asked for. Texts are invented. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextField } from '#contract/query.ts';
import { positiveLeaves, type TextLeaf } from '#mappings/query-tree.ts';
import { stem } from '#mappings/text/stem.ts';
import { tokenize, words } from '#mappings/text/words.ts';
import { findInAll, findMatches, highlight, standsIn, termsOf } from '../../../../server/domain/matching/highlight.ts';
import { ReadText } from '../../../../server/domain/matching/read-text.ts';
import { SNIPPET_LENGTH, snippetsOf as snippetsOfFound } from '../../../../server/domain/matching/snippets.ts';
import { parseQuery } from '../../../../server/domain/query-language/parse-query.ts';

const leavesOf = (q: string): TextLeaf[] => positiveLeaves(parseQuery(q, { values: () => [] }));
const marked = (text: string, q: string, field: TextField = 'rationale') =>
  highlight(text, field, leavesOf(q)).map(({ start, end }) => text.slice(start, end));
const snippetsOf = (texts: Readonly<Record<TextField, string>>, leaves: readonly TextLeaf[]) => {
  const read = {
    heading: new ReadText(texts.heading),
    rationale: new ReadText(texts.rationale),
    administratorGuideline: new ReadText(texts.administratorGuideline),
    reviewerGuideline: new ReadText(texts.reviewerGuideline),
    summary: new ReadText(texts.summary),
  };
  return snippetsOfFound(read, findInAll(read, leaves), null);
};

describe('what is marked', () => {
  const rows: readonly [text: string, q: string, marks: readonly string[]][] = [
    ['Exercises and exercising help.', 'exercise', ['Exercises', 'exercising']],
    ['Exercises help.', '"exercise"', []],
    ['A personal trainer; personal trainers; the trainer.', '"personal trainer"', ['personal trainer']],
    ['EMG / NCV of both legs', 'EMG/NCV', ['EMG / NCV']],
    ['Physiotherapy, physical, phone', 'physi*', ['Physiotherapy', 'physical']],
    ['Knee brace', 'knee -brace', ['Knee']],
    ['Knee brace', 'NOT (knee brace)', []],
    ['Knee brace', 'hip OR brace', ['brace']],
    ['Knee brace', 'decision:upheld', []],
    ['Knee brace', 'summary:knee', []],
    ['na na na', '"na na"', ['na na na']],
    ['The Guide- lines of the guide.', 'guidelines', ['Guide- lines']],
    ['The Guide- lines of the guide.', 'guide', ['guide']],
    ['Chronic pain Guide- lines apply.', '"pain guidelines apply"', ['pain Guide- lines apply']],
    ['A short- acting one', 'short-acting', ['short- acting']],
    ['CAFÉ cafe\u0301', 'cafe', ['CAFÉ', 'cafe\u0301']],
    ['', 'knee', []],
  ];
  it.each(rows)('in %j for %j', (text, q, expected) => {
    expect(marked(text, q)).toEqual(expected);
  });

  const near = (words: string, gap: number, fields: TextField[] = ['rationale']): TextLeaf => ({
    kind: 'near',
    words: words.split(' '),
    gap,
    fields,
  });
  it.each([
    ['The brace for the knee', near('knee brace', 2), ['brace', 'knee']],
    ['The brace for the knee', near('knee brace', 1), []],
    ['Knee, brace, knee', near('knee brace', 5), ['Knee', 'brace', 'knee']],
    ['Brace one knee two three brace', near('knee brace', 5), ['Brace', 'knee', 'brace']],
    ['Brace one knee two three brace', near('knee brace', 1), ['Brace', 'knee']],
    ['Brace one brace knee', near('knee brace', 9), ['brace', 'knee']],
    ['Brace, knee; and a hip brace. Knee', near('hip knee brace', 1), ['hip', 'brace', 'Knee']],
    ['Brace, knee; and a hip', near('hip knee brace', 2), ['Brace', 'knee', 'hip']],
    ['Braces and knees', near('knee brace', 9), []],
    ['Brace knee', near('knee brace', 9, ['heading']), []],
  ] as const)('of words near each other in %j for %j', (text, leaf, expected) => {
    expect(highlight(text, 'rationale', [leaf]).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });

  it('words of the summary only where the summary is asked for', () => {
    expect(marked('Knee', 'knee', 'summary')).toEqual([]);
    expect(marked('Knee', 'summary:knee', 'summary')).toEqual(['Knee']);
  });

  it('terms are the folded words, each once', () => {
    expect(termsOf([near('knee brace', 3)])).toEqual(['knee', 'brace']);
    expect(termsOf(leavesOf('Knee "knee brace" ther* -hip'))).toEqual(['knee', 'brace', 'ther*']);
  });
});

const word = fc.constantFrom(
  'knee',
  'Knees',
  'brace',
  'therapy',
  'therapies',
  'L4-5',
  'not',
  'the',
  'café',
  '\u{1d49c}x',
  'Mr.',
  'end.',
  'Why?',
);
const textOf = (most: number) => fc.array(word, { maxLength: most }).map((list) => list.join(' '));
const query = fc.array(fc.constantFrom('knee', '"knee brace"', 'thera*', '-the', 'L4-5', 'café', 'x OR'), { minLength: 1, maxLength: 4 });
const textsOf = fc.record({
  heading: textOf(150),
  rationale: textOf(150),
  administratorGuideline: textOf(150),
  reviewerGuideline: textOf(150),
  summary: textOf(150),
});
const FIELDS = ['heading', 'rationale', 'administratorGuideline', 'reviewerGuideline', 'summary'] as const;

/** Whether a marked piece is what a leaf asks for, told without the code under test. */
function isAskedFor(piece: string, leaf: TextLeaf): boolean {
  const found = words(piece);
  if (leaf.kind === 'word') return found.length === 1 && found.every((one) => stem(one) === stem(leaf.word));
  if (leaf.kind === 'prefix') return found.length === 1 && found.every((one) => one.startsWith(leaf.prefix));
  return found.join(' ') === leaf.words.join(' ');
}

/** The places of one leaf, told by a walk over the words of the text. */
function walked(text: string, leaf: TextLeaf): string[] {
  const tokens = tokenize(text);
  const pieces = tokens.flatMap((token, at) => {
    if (leaf.kind === 'word') return stem(token.word) === stem(leaf.word) ? [[token]] : [];
    if (leaf.kind === 'prefix') return token.word.startsWith(leaf.prefix) ? [[token]] : [];
    const run = tokens.slice(at, at + leaf.words.length);
    return run.length > 0 && run.map((one) => one.word).join(' ') === leaf.words.join(' ') ? [run] : [];
  });
  return pieces.map((run) => `${run[0]?.start}-${run.at(-1)?.end}`);
}

describe('for any text and query', () => {
  const cases = fc.tuple(
    textOf(120),
    query.map((list) => `${list.join(' ')} end`),
  );

  it('every match is in the text and quotes what its leaf asks for, and every such word is matched', () => {
    fc.assert(
      fc.property(cases, ([text, q]) => {
        const leaves = leavesOf(q);
        const matches = findMatches(text, 'rationale', leaves);
        for (const match of matches) {
          const leaf = leaves[match.leaf];
          expect(leaf !== undefined && isAskedFor(text.slice(match.start, match.end), leaf)).toBe(true);
        }
        const single = tokenize(text).filter((token) => leaves.some((leaf) => leaf.kind !== 'phrase' && isAskedFor(token.word, leaf)));
        const starts = new Set(matches.map((match) => match.start));
        for (const token of single) expect(starts).toContain(token.start);
      }),
    );
  });

  it('each leaf is found where a walk over the words finds it, in a text read once for all of them, by start, the longer first', () => {
    const some: readonly TextLeaf[] = [
      { kind: 'word', word: 'knee', fields: ['rationale'] },
      { kind: 'prefix', prefix: 'the', fields: ['rationale'] },
      { kind: 'phrase', words: ['knee', 'brace'], fields: ['rationale'] },
      { kind: 'phrase', words: ['knee'], fields: ['rationale'] },
      { kind: 'word', word: 'therapy', fields: ['rationale'] },
      { kind: 'phrase', words: ['not', 'not', 'not'], fields: ['rationale'] },
      { kind: 'word', word: 'brace', fields: ['heading'] },
    ];
    fc.assert(
      fc.property(textOf(120), (text) => {
        const read = new ReadText(text);
        const matches = findMatches(read, 'rationale', some);
        for (const [index, leaf] of some.entries()) {
          const found = matches.filter((match) => match.leaf === index).map(({ start, end }) => `${start}-${end}`);
          expect(found).toEqual(leaf.fields.includes('rationale') ? walked(text, leaf) : []);
          expect(standsIn(read, 'rationale', leaf)).toBe(found.length > 0);
        }
        expect(matches).toEqual(matches.toSorted((a, b) => a.start - b.start || b.end - a.end));
        expect(findMatches(read, 'rationale', some)).toEqual(findMatches(text, 'rationale', some));
      }),
    );
  });

  it('marks are in order and do not overlap', () => {
    fc.assert(
      fc.property(cases, ([text, q]) => {
        let last = 0;
        for (const { start, end } of highlight(text, 'rationale', leavesOf(q))) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('a snippet is a bounded piece of its field, cut between words, whose marks quote what was asked for', () => {
    fc.assert(
      fc.property(textsOf, query, (texts, parts) => {
        const leaves = leavesOf(`${parts.join(' ')} end`);
        const snippets = snippetsOf(texts, leaves);
        const matching = FIELDS.filter((field) => findMatches(texts[field], field, leaves).length > 0);
        if (matching.length > 0) expect(snippets.map((one) => one.field).sort()).toEqual([...matching].sort());
        for (const { field, text, marks, cutBefore, cutAfter } of snippets) {
          const at = texts[field].indexOf(text);
          expect(at).toBeGreaterThanOrEqual(0);
          expect(text.length).toBeLessThanOrEqual(SNIPPET_LENGTH);
          expect(text).toBe(text.trim());
          const own = new Set(words(texts[field]));
          for (const one of words(text)) expect(own).toContain(one);
          expect(text.length < texts[field].trim().length).toBe(cutBefore || cutAfter);
          if (matching.length > 0) expect(marks.length).toBeGreaterThan(0);
          for (const { start, end } of marks) {
            const pieces = tokenize(text.slice(start, end));
            expect(pieces.length).toBeGreaterThan(0);
            expect(leaves.some((leaf) => pieces.some((piece) => isAskedFor(piece.word, leaf)) || leaf.kind === 'phrase')).toBe(true);
          }
        }
      }),
    );
  });
});

describe('which piece is shown', () => {
  const empty = { heading: '', rationale: '', administratorGuideline: '', reviewerGuideline: '', summary: '' };
  const filler = 'The fictional record speaks of many other things that nobody asked about here and goes on for a good while longer. ';

  it('is the sentence that holds most of the words, with the rationale before the heading', () => {
    const rationale = `${filler}A trainer is named. ${filler}A personal trainer was asked for. ${filler}${filler}`;
    const [first, second] = snippetsOf({ ...empty, heading: 'Personal trainer', rationale }, leavesOf('personal trainer'));
    expect(first?.field).toBe('rationale');
    expect(first?.text).toContain('A personal trainer was asked for.');
    expect(first).toMatchObject({ cutBefore: true, cutAfter: true });
    expect(second).toMatchObject({ field: 'heading', text: 'Personal trainer', cutBefore: false, cutAfter: false });
  });

  it('is cut around the match in a sentence that is too long', () => {
    const rationale = `${'and so on '.repeat(60)}zebra ${'and so on '.repeat(60)}`;
    const [only] = snippetsOf({ ...empty, rationale }, leavesOf('zebra'));
    expect(only?.text).toMatch(/^\w.* zebra and/);
    expect(only?.text.length).toBeLessThanOrEqual(SNIPPET_LENGTH);
    expect(only).toMatchObject({ cutBefore: true, cutAfter: true });
  });

  it('is none where nothing was asked of the texts', () => {
    const rationale = `${filler}The request is not medically necessary.`;
    expect(snippetsOf({ ...empty, rationale }, leavesOf('decision:upheld'))).toEqual([]);
    expect(snippetsOf(empty, [])).toEqual([]);
  });
});
