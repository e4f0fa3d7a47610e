/** What is said of a record that contradicts itself, on fictional letters. Nothing of the record changes. */
import { describe, expect, it } from 'vitest';
import { consistencyOf } from '../../ingest/consistency.ts';
import { type LetterParts, makeLetter } from '../fixtures/factories.ts';

const told = (parts: Partial<LetterParts>) =>
  consistencyOf(makeLetter(parts).determination).map(({ code, item }) => (item === null ? code : `${code} ${item}`));
const LONG = 'The fictional worker fell from a ladder and reports pain. '.repeat(8);

describe('dates', () => {
  it.each([
    ['in order', { injuredOn: '2014-02-03', receivedOn: '2016-05-06', decidedOn: '2016-06-07' }, []],
    ['all on one day', { injuredOn: '2016-05-06', receivedOn: '2016-05-06', decidedOn: '2016-05-06' }, []],
    ['not all known', { injuredOn: null, receivedOn: '2016-05-06', decidedOn: null }, []],
    ['a decision before the application', { receivedOn: '2016-06-08', decidedOn: '2016-06-07' }, ['consistency.dates_order']],
    ['an injury behind the decision', { injuredOn: '2016-07-01', receivedOn: null }, ['consistency.dates_order']],
  ])('%s', (_, parts, expected) => {
    expect(told(parts)).toEqual(expected);
  });
});

describe('heading and rationale', () => {
  it.each([
    ['upheld', 'The request is not medically necessary.', false],
    ['upheld', 'Therefore, the request is medically necessary.', true],
    ['overturned', 'Therefore, the request is medically necessary and appropriate.', false],
    ['overturned', 'The request was determined to not be medically necessary.', true],
    ['overturned', 'The request is notmedically necessary.', true],
    ['upheld', 'Therapy is medically necessary when it helps. Nothing shows that it did.', false],
    ['upheld', 'The request would be medically necessary if the records showed more.', false],
    ['overturned', 'UR found that the request is not medically necessary.', false],
    ['overturned', 'The request is not medically necessary at first. Now the request is medically necessary.', false],
    ['overturned_in_part', 'The request is not medically necessary.', false],
    ['undetermined', 'The request is medically necessary.', false],
    ['upheld', 'The treating doctor writes that the requested cane is medically necessary.', false],
    ['overturned', 'The insurer’s doctor opined that the request was not medically necessary.', false],
    ['upheld', 'The request exceeds what is medically necessary.', false],
  ] as const)('%s: %s', (decision, rationale, contrary) => {
    expect(told({ items: [{ decision, rationale }] })).toEqual(contrary ? ['consistency.heading_rationale 1'] : []);
  });
});

describe('body parts', () => {
  const knee = { bodyParts: ['knee'] };
  it.each([
    ['named by the summary', `${LONG} The left knee is swollen.`, knee, 0],
    ['named by a neighbour', `${LONG} The ankle is swollen.`, knee, 0],
    ['of another part of the body', `${LONG} The left shoulder is stiff.`, knee, 1],
    ['in a summary that names none', LONG, knee, 0],
    ['in a short summary', 'The left shoulder is stiff.', knee, 0],
    ['around an operation', `${LONG} The left shoulder is stiff.`, { ...knee, perioperative: true }, 0],
    ['of the spine in general', `${LONG} Pain of the spine; the shoulder is stiff.`, { bodyParts: ['low_back'] }, 0],
  ])('%s', (_, summary, item, count) => {
    const letter = makeLetter({ summary, items: [item] });
    for (const part of letter.determination.items[0]?.bodyParts ?? []) part.grade = 'stated';
    const messages = consistencyOf(letter.determination).map(({ code }) => code);
    expect(messages).toEqual(Array.from({ length: count }, () => 'consistency.body_part'));
  });
});

describe('file names', () => {
  it.each([
    ['CM90-0000001.pdf', []],
    ['cm90_0000001 copy.pdf', []],
    ['letter.pdf', []],
    ['CM90-0000002.pdf', ['consistency.file_name']],
    ['CM90-0000002 and CM90-0000001.pdf', []],
  ])('%s', (fileName, expected) => {
    expect(told({ fileName })).toEqual(expected);
  });
});

describe('editions', () => {
  it.each([
    ['2016', []],
    ['accessed 5/1/2016', []],
    ['18th edition', []],
    ['2019', ['consistency.edition_date']],
  ])('%s', (edition, expected) => {
    const letter = makeLetter({ decidedOn: '2016-06-07' });
    for (const citation of letter.determination.items[0]?.guidelines.reviewer.citations ?? []) citation.edition = edition;
    expect(consistencyOf(letter.determination).map(({ code }) => code)).toEqual(expected);
  });
});

describe('replaced editions', () => {
  it.each([
    ['2016-06-06', ['consistency.edition_date']],
    ['2016-06-07', ['consistency.edition_date']],
    ['2016-06-08', []],
    [null, []],
  ])('%s', (replacedOn, expected) => {
    const letter = makeLetter({ decidedOn: '2016-06-07' });
    for (const citation of letter.determination.items[0]?.guidelines.reviewer.citations ?? []) citation.replacedOn = replacedOn;
    expect(consistencyOf(letter.determination).map(({ code }) => code)).toEqual(expected);
  });
});
