/** Which words are taken as another, over fictional letters in the real index: slips of names are, real words that stand in no letter are not. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { understand } from '../../../../server/domain/understand/understand.ts';
import { makeLetter } from '../../../fixtures/factories.ts';
import { type OpenedLetters, openLetters } from '../opened-letters.ts';

const TEXTS = [
  'Acupuncture, physical therapy, chiropractic visits and an elbow brace for the lumbar spine; Percocet and hydrocodone.',
  'The invented piper showed a Neer sign, was later stopping at night for a policy that involves planes of the chest.',
  'A plan for the shoulder with a steroid and cyclobenzaprine; the patient agrees with the home range of the hand.',
];
/** Each text in six items, so that any of its words is frequent. */
const letters = TEXTS.map((request, at) =>
  makeLetter({
    caseNumber: `CM18-000000${at + 1}`,
    summary: null,
    items: Array.from({ length: 6 }, () => ({ request, rationale: 'Invented.', service: null, category: null, bodyParts: [] })),
  }),
);

let opened: OpenedLetters;
beforeAll(async () => {
  opened = await openLetters(letters);
});
afterAll(() => opened.close());

const respelt = async (q: string) =>
  (await understand(opened.index, { q, filters: {}, summary: false, literal: [] })).parts.flatMap((part) =>
    part.kind === 'corrected' || part.kind === 'suggested' ? `${part.kind} ${part.used}` : [],
  );

describe('a slip of a name or a frequent word', () => {
  it.each([
    ['accupuncture', 'acupuncture'],
    ['acupunture', 'acupuncture'],
    ['physcial', 'physical'],
    ['percoset', 'percocet'],
    ['cyclobenzaprene', 'cyclobenzaprine'],
    ['chiropratic', 'chiropractic'],
    ['sholder', 'shoulder'],
    ['elbwo', 'elbow'],
    ['sterod', 'steroid'],
    ['patiant', 'patient'],
    ['overturnd', 'overturned'],
  ])('%s is taken as %s', async (typed, used) => {
    expect(await respelt(typed)).toEqual([`corrected ${used}`]);
  });
});

describe('a real word that stands in no letter', () => {
  it.each('lumbago shower insoles stocking stockings police late pilates nightly chess spice lumber plant horse bench candle'.split(' '))(
    '%s is not taken as another',
    async (typed) => {
      expect((await respelt(typed)).filter((told) => told.startsWith('corrected'))).toEqual([]);
    },
  );

  it('of an example of the vocabularies has no neighbour at all', async () => {
    for (const typed of ['shower', 'stockings', 'pilates']) expect(await respelt(typed)).toEqual([]);
  });

  it.each(["wasn't", 'shouldnt', 'never', 'cannot', 'wouldnt', "they'd"])('%s, a denial or contraction, has none either', async (typed) => {
    expect(await respelt(typed)).toEqual([]);
  });

  it('is offered its neighbour where there is one', async () => {
    expect(await respelt('lumbago')).toEqual(['suggested lumbar']);
    expect(await respelt('nightly')).toEqual(['suggested night']);
  });
});
