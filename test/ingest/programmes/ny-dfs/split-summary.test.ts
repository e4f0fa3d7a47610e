/** What summaries of New York's appeals begin with, told by fictional ones. */
import { describe, expect, it } from 'vitest';
import { splitSummary } from '../../../../ingest/programmes/ny-dfs/split-summary.ts';
import { expectLinear } from '../../../growth.ts';

function parts(text: string) {
  const words = (place: { start: number; end: number } | null) => (place === null ? null : text.slice(place.start, place.end));
  const { diagnosis, treatment, verdict, rationale, decision } = splitSummary(text);
  return { diagnosis: words(diagnosis), treatment: words(treatment), verdict: words(verdict), rationale: words(rationale), decision };
}

describe('a summary', () => {
  it.each([
    [
      'Diagnosis: Sore wing, old fall Treatment: Kite harness with straps The insurer denied the harness. The denial was upheld. The bird flew.',
      'Sore wing, old fall',
      'Kite harness with straps',
      'The denial was upheld.',
      'upheld',
    ],
    [
      'Diagnosis: Sore wing.\nTreatment: Kite harness.\nThe insurer denied the harness.\nThe denial was overturned.',
      'Sore wing',
      'Kite harness',
      'The denial was overturned.',
      'overturned',
    ],
    [
      'Diagnosis: Molt Issue under review: Feather graft of the tail Determination: The graft was medically necessary. Molt is common.',
      'Molt',
      'Feather graft of the tail',
      'Determination: The graft was medically necessary.',
      'overturned',
    ],
    ['Diagnosis: Molt Treatment: Graft for the tail In 2019 the bird fell. It rested.', 'Molt', 'Graft for the tail', null, null],
    [
      'Diagnosis: Molt Treatment: D1234 (perch - first hour) and D1235 (perch - each hour) The perch was not medically necessary.',
      'Molt',
      'D1234 (perch - first hour) and D1235 (perch - each hour)',
      'The perch was not medically necessary.',
      'upheld',
    ],
    [
      'Diagnosis: Molt Treatment: Stay The denial was overturned in part.',
      'Molt',
      'Stay',
      'The denial was overturned in part.',
      'overturned_in_part',
    ],
    ['Diagnosis: Molt', 'Molt', null, null, null],
    [
      "This bird fell. The health plan's determination is overturned in whole.",
      null,
      null,
      "The health plan's determination is overturned in whole.",
      'overturned',
    ],
    [
      'The bird was seen. His diagnosis: molt. Treatment: rest. The stay was not medically necessary.',
      null,
      null,
      'The stay was not medically necessary.',
      'upheld',
    ],
    ['', null, null, null, null],
  ])('%s', (text, diagnosis, treatment, verdict, decision) => {
    expect(parts(text)).toMatchObject({ diagnosis, treatment, verdict, decision });
  });

  it('has all behind the labels as its rationale, and the whole where there are none', () => {
    expect(parts('Diagnosis: Molt. Treatment: Stay. The insurer denied the stay. It was long.').rationale).toBe(
      'The insurer denied the stay. It was long.',
    );
    expect(parts(' The bird fell. ').rationale).toBe('The bird fell.');
    expect(parts('  ').rationale).toBeNull();
  });

  it.each(['Diagnosis: ', 'Diagnosis:', 'Treatment: The ', 'a ', ' ', '.', 'Condition: In ', 'The denial was upheld. '])(
    'costs as much as it is long: %j',
    async (unit) => {
      await expectLinear(splitSummary, unit);
    },
  );
});
