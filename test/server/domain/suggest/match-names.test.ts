/** How a name fits what is typed: as a whole, by its beginning, by words inside it, with a slip of the hand. */
import { describe, expect, it } from 'vitest';
import { words } from '#mappings/text/words.ts';
import { type Fit, fitOf, matching } from '../../../../server/domain/suggest/match-names.ts';
import { namedOf, toNamed } from '../../../../server/domain/suggest/names.ts';

/** Words as they are typed: with a blank behind them the next one has no letter yet. */
const typing = (text: string) => (text.endsWith(' ') ? [...words(text), ''] : words(text));

describe('a name fits', () => {
  it.each<[string, string, Fit | null]>([
    ['shoulder', 'Shoulder', 'whole'],
    ['low back', 'Low back', 'whole'],
    ['shoul', 'Shoulder', 'beginning'],
    ['low b', 'Low back', 'beginning'],
    ['low ', 'Low back', 'beginning'],
    ['steroid', 'Epidural steroid injection', 'inside'],
    ['epid inj', 'Epidural steroid injection', 'inside'],
    ['steroid ', 'Epidural steroid injection', 'inside'],
    ['injection ', 'Epidural steroid injection', null],
    ['inj epid', 'Epidural steroid injection', null],
    ['ep inj', 'Epidural steroid injection', null],
    ['idural', 'Epidural steroid injection', null],
    ['shoulder ', 'Shoulder', null],
  ])('"%s" and "%s": %s', (typed, name, expected) => {
    expect(fitOf(typing(typed), words(name))).toBe(expected);
  });

  it.each<[string, string, Fit | null]>([
    ['epudur', 'Epidural steroid injection', 'misspelt'],
    ['epiudral', 'Epidural steroid injection', 'misspelt'],
    ['sholder', 'Shoulder', 'misspelt'],
    ['physical therpy', 'Physical therapy', 'misspelt'],
    ['houlder', 'Shoulder', null],
    ['keen', 'Knee', null],
    ['epuduar', 'Epidural steroid injection', null],
  ])('with a slip "%s" and "%s": %s', (typed, name, expected) => {
    expect(fitOf(typing(typed), words(name), true)).toBe(expected);
    expect(fitOf(typing(typed), words(name))).toBeNull();
  });
});

describe('a value is found', () => {
  const foundBy = (field: Parameters<typeof namedOf>[0], typed: string) =>
    matching(typing(typed), namedOf(field)).map(({ named, name }) => `${named.value} by ${name.text}`);

  it('by a brand of the drug vocabulary, by its own name, by a name of the synonyms', () => {
    expect(foundBy('drug', 'norco')).toContain('hydrocodone/acetaminophen by Norco');
    expect(foundBy('drug', 'hydrocod')).toContain('hydrocodone/acetaminophen by hydrocodone/acetaminophen');
    expect(foundBy('service', 'pt')).toEqual(['rehab.pt by pt']);
    expect(foundBy('bodyPart', 'lumb')).toEqual([expect.stringMatching(/^low_back by /)]);
  });

  it('by how the outcome is said, and by the words that queries have for it', () => {
    expect(foundBy('decision', 'revers')).toEqual(['overturned by reversed']);
    expect(foundBy('decision', 'overt')).toEqual(['overturned by Overturned', 'overturned_in_part by Overturned in part']);
    expect(foundBy('decision', 'medically nec').map((found) => found.split(' ')[0])).toEqual([
      'upheld',
      'overturned',
      'overturned_in_part',
    ]);
  });

  it('by no name of several values, which is none of one of them', () => {
    const surgeries = foundBy('service', 'surgery');
    expect(surgeries.length).toBeGreaterThan(1);
    for (const found of surgeries) expect(found).toMatch(/surg.* by .*surgery/i);
  });

  it('by the name that fits best, of equals by the earlier', () => {
    const named = toNamed('drug', 'x', 'one two', ['two', 'two three']);
    expect(matching(['two'], [named])).toMatchObject([{ fit: 'whole', name: { text: 'two' } }]);
    expect(matching(['tw'], [named])).toMatchObject([{ fit: 'beginning', name: { text: 'two' } }]);
  });
});
