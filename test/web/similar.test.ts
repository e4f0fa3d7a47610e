/** Similar cases: what counts and what is chosen stand in the address; two items are compared attribute by attribute. */
import { describe, expect, it } from 'vitest';
import { KeywordFieldSchema } from '#contract/query.ts';
import { SimilarRequestSchema } from '#contract/similar.ts';
import { chosenOf, toggleChosen, writeChosen } from '../../web/src/features/similar/chosen.ts';
import { readSimilar, writeSimilar } from '../../web/src/lib/similar-endpoints.ts';

describe('similar cases in the address', () => {
  it('what does not count and what narrows is read back as written, by the names the API takes; words are no part of it', () => {
    const params = new URLSearchParams('q=knee&summary=true&without=words&without=side&without=luck&decision=upheld&from=2016-01-01');
    const state = readSimilar(params);
    expect(state.without).toEqual(['side', 'words']);
    const written = writeSimilar(state);
    expect(readSimilar(written)).toEqual(state);
    const known = new Set<string>([...Object.keys(SimilarRequestSchema.shape), ...KeywordFieldSchema.options]);
    for (const name of written.keys()) expect(known).toContain(name);
  });

  it('two items at most are chosen, and chosen again is let go', () => {
    const [a, b, c] = [1, 2, 3].map((number) => ({ letterId: 'dwc:CM14-0012345', number }));
    if (a === undefined || b === undefined || c === undefined) throw new Error('three items were expected');
    const two = toggleChosen(toggleChosen([], a), b);
    expect(two).toEqual([a, b]);
    expect(toggleChosen(two, c)).toEqual([a, b]);
    expect(toggleChosen(two, { ...a })).toEqual([b]);
    const params = new URLSearchParams();
    writeChosen(params, two);
    expect(chosenOf(params)).toEqual(two);
    expect(chosenOf(new URLSearchParams('beside=nothing&beside=dwc:CM14-0012345%230'))).toEqual([]);
  });
});
