/** The published figures and events hold together. */
import { describe, expect, it } from 'vitest';
import { PUBLISHER_LABELS } from '#contract/programme-figures.ts';
import { eventsOf, lettersPublished, PROGRAMME_EVENTS, PUBLISHED_FIGURES } from '#mappings/vocabulary/programmes/published-figures.ts';

describe('published figures', () => {
  it('are each said once by whoever says them, in the order of their years, with a source', () => {
    const keys = PUBLISHED_FIGURES.map(({ programme, year, quarter, publisher, measure }) =>
      [programme, year, quarter, publisher, measure].join(' '),
    );
    expect(new Set(keys).size).toBe(keys.length);
    const years = PUBLISHED_FIGURES.map(({ year }) => year);
    expect(years).toEqual(years.toSorted((a, b) => a - b));
    for (const { publisher, source } of PUBLISHED_FIGURES) {
      expect(source).not.toBe('');
      expect(PUBLISHER_LABELS[publisher]).not.toBe('');
    }
  });

  it('of one year are near each other, whoever counts', () => {
    const ofYear = Map.groupBy(PUBLISHED_FIGURES, ({ year, quarter }) => `${year} ${quarter}`);
    let compared = 0;
    for (const [year, rows] of ofYear) {
      const upheld = rows.flatMap(({ measure, value }) => (measure === 'upheld' ? [value] : measure === 'overturned' ? [100 - value] : []));
      const letters = rows.filter(({ measure }) => measure === 'letters').map(({ value }) => value);
      for (const share of upheld) expect(share, year).toBeGreaterThan(80);
      for (const share of upheld) expect(share, year).toBeLessThan(95);
      for (const [values, most] of [
        [upheld, 1.02],
        [letters, 1.005],
      ] as const) {
        if (values.length < 2) continue;
        compared += 1;
        expect(Math.max(...values) / Math.min(...values), year).toBeLessThan(most);
      }
      for (const { measure, value } of rows) {
        if (measure !== 'services') continue;
        const perLetter = value / (letters[0] ?? Number.NaN);
        expect(perLetter, year).toBeGreaterThan(1.5);
        expect(perLetter, year).toBeLessThan(2);
      }
    }
    expect(compared).toBeGreaterThan(8);
  });

  it.each([
    [2016, 175_963, 'division'],
    [2018, 184_735, 'institute'],
    [2021, 133_494, 'institute'],
    [2024, 141_621, 'division'],
  ] as const)('of %i are %i letters, by %s', (year, value, publisher) => {
    expect(lettersPublished('dwc', year)).toMatchObject({ value, publisher });
  });

  it.each([
    ['dwc', 2013],
    ['dwc', 2025],
    ['dmhc', 2016],
    ['own-mine', 2016],
  ])('of letters are not known of %s in %i', (programme, year) => {
    expect(lettersPublished(programme, year)).toBeNull();
  });
});

describe('events', () => {
  it('stand in their order, each with its own name', () => {
    const since = PROGRAMME_EVENTS.map((event) => event.since);
    expect(since).toEqual(since.toSorted());
    for (const day of since) expect(day).toMatch(/^20\d\d-(?:0[1-9]|1[0-2])(?:-\d\d)?$/);
    expect(new Set(PROGRAMME_EVENTS.map(({ id }) => id)).size).toBe(PROGRAMME_EVENTS.length);
  });

  it('that were not checked are in no chart', () => {
    expect(PROGRAMME_EVENTS.filter(({ checked }) => !checked).map(({ id }) => id)).toEqual(['evidence_order']);
    expect(eventsOf('dwc').map(({ label }) => label)).toEqual([
      'All injuries',
      'Chronic pain and opioids',
      'ACOEM adopted',
      'Drug formulary',
      'Pandemic',
    ]);
    expect(eventsOf('dmhc')).toEqual([]);
  });
});
