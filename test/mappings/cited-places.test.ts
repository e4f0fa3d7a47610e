/** Places of a guideline as values. */
import { describe, expect, it } from 'vitest';
import { citedPlaces, pageOf, sectionOf } from '#mappings/cited-places.ts';

const places = (pages: string[], sections: string[] = []) => citedPlaces({ guideline: 'g', pages, sections });

describe('the places that a citation names', () => {
  it('are its pages one by one, and its sections as words', () => {
    expect(places(['83', '98-99'], ['Topical Analgesics'])).toEqual(['g|p.83', 'g|p.98', 'g|p.99', 'g|s.topical analgesics']);
  });

  it('are told once each', () => {
    expect(places(['8', '7-8'], ['Opioids', 'opioids.'])).toEqual(['g|p.8', 'g|p.7', 'g|s.opioids']);
  });

  it.each([['98-9'], ['1-200'], ['xii'], ['']])('are none for %s', (page) => {
    expect(places([page])).toEqual([]);
  });

  it('have no value for a section without words', () => {
    expect(sectionOf('g', ' - ')).toBeNull();
    expect(pageOf('g', 3)).toBe('g|p.3');
  });
});
