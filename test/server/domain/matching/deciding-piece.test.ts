/** What decided, as a result shows it, and the snippets beside it: neither says what the other does. Texts are invented. */
import { describe, expect, it } from 'vitest';
import { positiveLeaves, type TextLeaf } from '#mappings/query-tree.ts';
import { isConclusion } from '../../../../server/domain/matching/conclusion.ts';
import { findInAll } from '../../../../server/domain/matching/highlight.ts';
import { ReadText } from '../../../../server/domain/matching/read-text.ts';
import { decidingPiece, SNIPPET_LENGTH, snippetsOf } from '../../../../server/domain/matching/snippets.ts';
import { parseQuery } from '../../../../server/domain/query-language/parse-query.ts';

const leavesOf = (q: string): TextLeaf[] => positiveLeaves(parseQuery(q, { values: () => [] }));

/** Both, of a rationale of which one sentence decided. */
function shown(rationale: string, q: string, sentence: string | null) {
  const none = new ReadText('');
  const texts = {
    heading: none,
    rationale: new ReadText(rationale),
    administratorGuideline: none,
    reviewerGuideline: none,
    summary: none,
  };
  const leaves = leavesOf(q);
  const deciding = decidingPiece(sentence, leaves);
  const marked = deciding?.piece.marks.map(({ start, end }) => deciding.piece.text.slice(start, end)) ?? [];
  return {
    piece: deciding?.piece ?? null,
    marked,
    snippets: snippetsOf(texts, findInAll(texts, leaves), deciding).map(({ text }) => text),
  };
}

const DECIDED = 'The record shows no trial of a kazoo at home.';
const GUIDELINE = 'The invented guideline allows a kazoo after a trial of humming.';
const CONCLUSION = 'Therefore, the requested kazoo is not medically necessary.';

describe('the sentence that decided', () => {
  it('is shown whole, with the words of the query marked', () => {
    const { piece, marked } = shown(`${GUIDELINE} ${DECIDED}`, 'kazoo trials', DECIDED);
    expect(piece).toMatchObject({ text: DECIDED, cutBefore: false, cutAfter: false });
    expect(marked).toEqual(['trial', 'kazoo']);
  });

  it('is shown unmarked where nothing was asked of the texts, and not at all where none was recognised', () => {
    expect(shown(DECIDED, 'decision:upheld', DECIDED)).toMatchObject({ piece: { text: DECIDED, marks: [] }, snippets: [] });
    expect(shown(`${DECIDED} ${CONCLUSION}`, 'decision:upheld', null)).toMatchObject({ piece: null, snippets: [] });
  });

  it('is cut behind its front between words where it is long, or around the words of the query', () => {
    const long = `The record ${'goes on and '.repeat(40)}names no zebra ${'and goes on '.repeat(20)}to its end.`;
    const front = shown(long, 'decision:upheld', long).piece;
    expect(front).toMatchObject({ cutBefore: false, cutAfter: true });
    expect(front?.text).toMatch(/^The record goes .*(?:goes|on|and)$/);
    const around = shown(long, 'zebra', long);
    expect(around.piece).toMatchObject({ cutBefore: true, cutAfter: true });
    expect(around.marked).toEqual(['zebra']);
    for (const piece of [front, around.piece]) expect(piece?.text.length).toBeLessThanOrEqual(SNIPPET_LENGTH);
  });
});

describe('a snippet of the rationale', () => {
  it('is none where the sentence that decided shows all that matched', () => {
    expect(shown(`${GUIDELINE} ${DECIDED} ${CONCLUSION}`, 'kazoo trial', DECIDED).snippets).toEqual([]);
  });

  it('shows the words that the sentence that decided lacks, and neither it nor the conclusion again', () => {
    expect(shown(`${GUIDELINE} ${DECIDED} ${CONCLUSION}`, 'kazoo humming', DECIDED).snippets).toEqual([GUIDELINE]);
  });

  it('is no conclusion, also where nothing decided', () => {
    expect(shown(`${GUIDELINE} ${CONCLUSION}`, 'kazoo', null).snippets).toEqual([GUIDELINE]);
    expect(shown(`${CONCLUSION} ${DECIDED}`, 'kazoo', null).snippets).toEqual([DECIDED]);
    expect(shown(`It rained. ${CONCLUSION}`, 'kazoo', null).snippets).toEqual([]);
  });

  it('is not the sentence of which a clause decided', () => {
    const sentence = 'Since no trial of humming was made, the kazoo has no ground.';
    expect(shown(`${GUIDELINE} ${sentence}`, 'ground', 'Since no trial of humming was made').snippets).toEqual([]);
  });
});

describe('a sentence that only says how a rationale ends', () => {
  it.each([
    'Therefore, the request is not medically necessary.',
    'As such, the request for twelve kazoo lessons is not medically necessary and appropriate at this time.',
    'In light of the above, the currently requested kazoo is not medically necessary.',
    'Medical necessity has not been established.',
    'I find the request to be medically necessary.',
    'Based on the foregoing, the kazoo is medically appropriate.',
  ])('is %j', (sentence) => {
    expect(isConclusion(sentence)).toBe(true);
  });

  it.each([
    'As no trial was made, the request is not medically necessary.',
    'The request is not medically necessary because no trial was ever made of it.',
    'The record shows no trial.',
    'Criteria are met.',
    '',
  ])('is not %j', (sentence) => {
    expect(isConclusion(sentence)).toBe(false);
  });
});
