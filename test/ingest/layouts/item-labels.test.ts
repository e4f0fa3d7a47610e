/** Items whose lines are one, and a label of an item that is not there at all: the fields beside it are not known, and none holds another's words. The letters are fictional. */
import { describe, expect, it } from 'vitest';
import { readLetter } from '../../../ingest/pipeline.ts';

const CANE = {
  heading: 'A cane for the left hand: Upheld',
  administrator: 'Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.',
  reviewer: 'MAXIMUS guideline: Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Knee.',
  rationale: 'Decision rationale: The worker walks without help. The request is not medically necessary.',
};
const BRACE = {
  heading: 'A brace: Overturned',
  administrator: 'Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its decision.',
  reviewer: 'MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004.',
  rationale: 'Decision rationale: The knee gives way. The request is medically necessary.',
};
const LABEL = /^.*?: /;

/** Reads a letter of two items; the first has its parts changed. */
async function read(
  change: Partial<typeof CANE>,
  items: readonly (typeof CANE)[] = [{ ...CANE, ...change }, BRACE],
  { lineEnd = '\n', gap = '\n\n' } = {},
) {
  const text = [
    'Case Number: CM16-9000042\nDate Assigned: 11/01/2016 Date of Injury: 02/03/2015\nDecision Date: 11/20/2016 UR Denial Date: 09/10/2016\nPriority: Standard Application Received: 09/20/2016',
    'HOW THE IMR FINAL DETERMINATION WAS MADE',
    'MAXIMUS Federal Services sent this fictional file to a reviewer.',
    'The Expert Reviewer has the following credentials:\nState(s) of Licensure: California\nCertification(s)/Specialty: Family Practice',
    'CLINICAL CASE SUMMARY',
    'The worker fell from a ladder.',
    'IMR ISSUES, DECISIONS AND RATIONALES',
    items.map(({ heading, administrator, reviewer, rationale }) => [heading, administrator, reviewer, rationale].join(lineEnd)).join(gap),
  ].join('\n\n');
  const result = await readLetter(new TextEncoder().encode(text), 'letter.txt');
  if (!result.ok) throw new Error(result.unreadable.reason.reason);
  const { determination } = result.letter;
  return {
    items: determination.items.map((item) => ({
      heading: item.heading?.value ?? null,
      decision: item.decision?.value ?? null,
      administrator: item.guidelines.administrator.asPrinted?.value ?? null,
      reviewer: item.guidelines.reviewer.asPrinted?.value ?? null,
      rationale: item.rationale?.value ?? null,
    })),
    missing: determination.messages.filter(({ code }) => code === 'item.label_missing').map(({ item }) => item),
  };
}

const without = (text: string) => text.replace(LABEL, '');
const whole = ({ heading, administrator, reviewer, rationale }: typeof CANE) => ({
  heading: heading.replace(/: \w+$/, ''),
  decision: heading.endsWith('Upheld') ? 'upheld' : 'overturned',
  administrator: without(administrator),
  reviewer: without(reviewer),
  rationale: without(rationale),
});

describe('items on one line', () => {
  it.each([
    ['each', '\n\n'],
    ['all', ' '],
  ])('are read as on lines of their own (%s)', async (_, gap) => {
    const { items } = await read({}, [CANE, BRACE, CANE], { lineEnd: ' ', gap });
    expect(items).toEqual([whole(CANE), whole(BRACE), whole(CANE)]);
  });
});

describe('an item whose label is missing', () => {
  it('is whole where none is', async () => {
    expect(await read({})).toEqual({ items: [whole(CANE), whole(BRACE)], missing: [] });
  });

  it.each([
    ['reviewer', { administrator: null, reviewer: null }],
    ['rationale', { reviewer: null, rationale: null }],
    ['administrator', { administrator: null }],
  ] as const)('has no field that another one’s words stand in (%s)', async (part, unknown) => {
    for (const change of [without(CANE[part]), CANE[part].replace(LABEL, 'Xqzrtw vbnmkp: ')]) {
      const { items, missing } = await read({ [part]: change });
      expect(items).toEqual([{ ...whole(CANE), ...unknown }, whole(BRACE)]);
      expect(missing.length).toBeGreaterThan(0);
    }
  });

  it.each([
    ['reviewer', { administrator: null, reviewer: null }],
    ['rationale', { reviewer: null, rationale: null }],
    ['administrator', { administrator: null }],
  ] as const)('does not change the item before it (%s)', async (part, unknown) => {
    const { items } = await read({}, [CANE, { ...BRACE, [part]: without(BRACE[part]) }, CANE]);
    expect(items).toEqual([whole(CANE), { ...whole(BRACE), ...unknown }, whole(CANE)]);
  });

  it('keeps the reviewer’s field where the letter breaks off behind it', async () => {
    const { items } = await read({}, [CANE, { ...BRACE, rationale: '' }]);
    expect(items).toEqual([whole(CANE), { ...whole(BRACE), rationale: null }]);
  });
});
