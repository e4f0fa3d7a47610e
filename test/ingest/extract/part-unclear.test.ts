/** A heading that tells of an authorized part in words that are not known: its counts may be of either part, so they are inferred. */
import { expect, it } from 'vitest';
import { readLetter } from '../../../ingest/pipeline.ts';
import { makeLetter } from '../../fixtures/letters/generate.ts';
import { toText } from '../../fixtures/letters/render/to-text.ts';

async function firstItem(heading: string) {
  const text = toText(makeLetter({ seed: 2016, layout: '2016' })).replace(/^.*(?::|is)\s*(?:Upheld|Overturned).*$/m, heading);
  const result = await readLetter(new TextEncoder().encode(text), 'letter.txt');
  if (!result.ok) throw new Error(result.unreadable.reason.reason);
  const { items, messages } = result.letter.determination;
  const codes = messages.filter(({ item }) => item === 1).map(({ code }) => code);
  return { item: items[0], codes };
}

it('infers the counts of "remaining IMR eligible disputed service", and says that the form is not known', async () => {
  const { item, codes } = await firstItem(
    'Yoga 9 visits was the original request. Yoga 3 visits was authorized. The remaining IMR eligible disputed service, Yoga 6 visits is: Upheld',
  );
  expect(item?.decision?.value).toBe('upheld');
  expect(item?.quantity.sessions).toMatchObject({ grade: 'inferred', rule: expect.stringContaining('part-unclear') });
  expect(item?.quantityByBodyPart).toEqual([]);
  expect(item?.urAction?.value).toBe('unknown');
  expect(codes).toContain('item.heading_form');
});

it('states the counts of the form that is known', async () => {
  const { item, codes } = await firstItem(
    'Yoga 9 visits was the original request. Yoga 3 visits was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Yoga 6 visits is: Upheld',
  );
  expect(item?.quantity.sessions).toMatchObject({ value: 6, grade: 'stated' });
  expect(item?.urAction?.value).toBe('modified');
  expect(codes).not.toContain('item.heading_form');
});

it.each([
  'Yoga 9 visits was the original request. Yoga 3 vist of the elbow: Upheld',
  'Yoga 9 visits: Upheld Claims Ad of the elbow: Overturned',
])('tells no decision of %j, which breaks off: what ends it may be the next heading', async (heading) => {
  const { item, codes } = await firstItem(heading);
  expect(item?.decision?.value).toBe('undetermined');
  expect(codes).toContain('item.decision_missing');
});
