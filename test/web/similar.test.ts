/** Similar cases: what counts and what is chosen stand in the address; two items are compared attribute by attribute. */
import { describe, expect, it } from 'vitest';
import type { ItemResponse } from '#contract/api.ts';
import type { GuidelineSide, Item } from '#contract/determination.ts';
import { KeywordFieldSchema } from '#contract/query.ts';
import { type Neighbour, type Profile, SimilarRequestSchema } from '#contract/similar.ts';
import type { Found } from '#contract/span.ts';
import { chosenOf, toggleChosen, writeChosen } from '../../web/src/features/similar/chosen.ts';
import { toldRows } from '../../web/src/features/similar/pair-rows.ts';
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

  it('a told case is chosen like an item, without a word of it', () => {
    const item = { letterId: 'dwc:CM14-0012345', number: 2 };
    const two = toggleChosen(toggleChosen([], 'case'), item);
    const params = new URLSearchParams();
    writeChosen(params, two);
    expect(params.getAll('beside')).toEqual(['case', 'dwc:CM14-0012345#2']);
    expect(chosenOf(params)).toEqual(['case', item]);
    expect(toggleChosen(two, 'case')).toEqual([item]);
  });
});

describe('a told case beside an item', () => {
  const found = <T>(value: T): Found<T> => ({ value, grade: 'stated', rule: 'fictional', evidence: [{ start: 0, end: 1, quote: 'f' }] });
  const side: GuidelineSide = { asPrinted: null, basis: null, nonMtus: null, citations: [] };
  const item: Item = {
    ...{ id: 'dwc:CM90-0000001#1', number: 1, heading: null, originalRequest: null, authorizedAtUr: null, inDispute: null },
    ...{ urAction: found('denied' as const), decision: found('upheld' as const), foundMedicallyNecessary: 'no' },
    ...{ service: found('dme.tens'), category: found('dme'), dwcCategory: null, drugs: [], bodyParts: [found('knee'), found('hip')] },
    ...{ side: null, quantity: { sessions: null, perWeek: null, weeks: null, hours: null, units: null, refills: null } },
    ...{ quantityByBodyPart: [], acquisition: null, trial: null, codes: [], dateOfService: null, retrospective: null },
    ...{ associatedSurgicalService: null, perioperative: null, followsItem: null, rationale: null },
    deciding: [found('No electrode was tried.'), found('Nobody fell.')],
    reasons: [found('criteria_not_met' as const)],
    guidelines: { administrator: side, reviewer: side, mentions: [] },
  };
  const labels = { 'dme.tens': 'TENS unit', knee: 'Knee', hip: 'Hip' };
  const letter = { letterId: 'dwc:CM90-0000001', programme: 'dwc', caseNumber: 'CM90-0000001', decidedOn: null, year: null } as const;
  const answer: ItemResponse = { ...letter, item, labels };
  const profile: Profile = {
    words: ['electrode', 'fall'],
    facts: [
      { criterion: 'service', value: 'dme.tens', label: 'TENS unit' },
      { criterion: 'bodyPart', value: 'knee', label: 'Knee' },
      { criterion: 'side', value: 'right', label: 'Right' },
      { criterion: 'diagnosis', value: 'strain', label: 'strain' },
    ],
  };
  const compared: Omit<Neighbour, 'hit'> = {
    shared: profile.facts.slice(0, 2),
    differs: [{ criterion: 'diagnosis', asked: 'strain', here: ['sprain'] }],
    sharedWords: ['fall'],
    folded: [],
  };
  const rowsOf = (neighbour: Parameters<typeof toldRows>[2]) => new Map(toldRows(profile, answer, neighbour).map((row) => [row.name, row]));

  it('says what both say, and what is so for the item as well', () => {
    const rows = rowsOf(compared);
    expect(rows.get('Service')).toMatchObject({ left: 'TENS unit', right: 'TENS unit', same: true });
    expect(rows.get('Body part')).toMatchObject({ left: 'Knee', right: 'Knee, Hip', same: true });
    expect(rows.get('Side')).toMatchObject({ left: 'Right', right: null, same: false });
    expect(rows.get('Diagnosis')).toMatchObject({ left: 'strain', right: 'sprain', same: false });
    expect(rows.get('Words of the case')).toMatchObject({ left: 'electrode, fall', right: 'fall', same: false });
    expect(rows.get('What decided')).toMatchObject({ left: null, right: 'No electrode was tried.', same: false });
    expect(rows.get('Reasons')).toMatchObject({ right: 'Criteria not met' });
    expect(rows.get('UR action')).toMatchObject({ left: null, same: false });
    expect(rows.has('Drugs')).toBe(false);
  });

  it('says of an item that is not among the nearest what its record says', () => {
    const rows = rowsOf(undefined);
    expect(rows.get('Body part')).toMatchObject({ left: 'Knee', right: 'Knee, Hip' });
    expect(rows.has('Diagnosis')).toBe(false);
  });
});
