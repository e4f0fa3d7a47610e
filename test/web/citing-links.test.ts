/** From a citation to who cites the same: the guideline, each section, each page, by values that the index has. */
import { describe, expect, it } from 'vitest';
import { citedPlaces } from '#mappings/cited-places.ts';
import { citingLinks } from '../../web/src/features/determination/citing-links.ts';

const hrefs = (links: ReturnType<typeof citingLinks>) => links.map(({ href }) => new URLSearchParams(href.slice(2)));

describe('who cites this', () => {
  it('leads to the guideline and to each place that a citation names, as they are indexed', () => {
    const citation = { guideline: 'mtus.cpmtg2009', pages: ['98-99', '111'], sections: ['Physical Medicine'] };
    const links = citingLinks(citation, 'Chronic Pain Guidelines (2009)');
    expect(links.map(({ words }) => words)).toEqual(['this guideline', '“Physical Medicine”', 'page 98', 'page 99', 'page 111']);
    expect(links[1]?.label).toBe('Items that cite Chronic Pain Guidelines (2009), “Physical Medicine”, on either side');
    const [first, ...places] = hrefs(links);
    expect(first?.getAll('guideline')).toEqual(['mtus.cpmtg2009']);
    expect(places.flatMap((params) => params.getAll('citation')).toSorted()).toEqual(citedPlaces(citation).toSorted());
  });

  it('a general chapter of ACOEM is asked for in words, which finds those who cite its title alone; another by its filter', () => {
    const [first] = citingLinks({ guideline: 'mtus.acoem2.ch05', pages: [], sections: [] }, 'ACOEM Ch. 5');
    expect(hrefs(first === undefined ? [] : [first])[0]?.get('q')).toBe('ACOEM chapter 5');
    const [other] = citingLinks({ guideline: 'mtus.acoem2.ch12', pages: [], sections: [] }, 'ACOEM Ch. 12');
    expect(hrefs(other === undefined ? [] : [other])[0]?.getAll('guideline')).toEqual(['mtus.acoem2.ch12']);
  });

  it('a long range of pages and what names no page stay with the guideline', () => {
    expect(citingLinks({ guideline: 'odg.pain', pages: ['1-30', 'ff.'], sections: ['—'] }, 'ODG')).toHaveLength(1);
  });
});
