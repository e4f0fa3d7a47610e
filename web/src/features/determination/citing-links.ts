/** From a citation to every item that cites the same guideline, section or page, on either side. Pure. */
import type { Citation } from '#contract/determination.ts';
import { citedPlaces, pageOf, sectionOf } from '#mappings/cited-places.ts';
import { searchHref } from '../../lib/url-state.ts';

export interface CitingLink {
  readonly href: string;
  /** "this guideline", "page 83". */
  readonly words: string;
  /** All of it, for screen readers: "Items that cite ACOEM chapter 5, page 83". */
  readonly label: string;
}

/** Pages of one citation that get a link of their own; a long range is behind the link of the guideline. */
const MOST_PAGES = 8;

/** The chapters that the pick list of the letters prints under one entry, with their titles as sections. */
const GENERAL_CHAPTERS: Readonly<Record<string, number>> = {
  'mtus.acoem2.ch01': 1,
  'mtus.acoem2.ch02': 2,
  'mtus.acoem2.ch03': 3,
  'mtus.acoem2.ch05': 5,
};

/** `named`: the words that show the guideline. */
export function citingLinks(citation: Pick<Citation, 'guideline' | 'pages' | 'sections'>, named: string): CitingLink[] {
  const { guideline } = citation;
  const sections = citation.sections.flatMap((section) => {
    const value = sectionOf(guideline, section);
    return value === null ? [] : [{ value, words: `“${section}”` }];
  });
  const prefix = pageOf(guideline, 0).slice(0, -1);
  const pages = citedPlaces({ guideline, pages: citation.pages, sections: [] }).map((value) => ({
    value,
    words: `page ${value.slice(prefix.length)}`,
  }));
  const places = [...sections, ...(pages.length > MOST_PAGES ? [] : pages)];
  const distinct = [...new Map(places.map((place) => [place.value, place])).values()];
  return [
    {
      href: guidelineHref(guideline),
      words: 'this guideline',
      label: `Items that cite this guideline, ${named}, on either side`,
    },
    ...distinct.map(({ value, words }) => ({
      href: searchHref({ filters: { citation: [value] } }),
      words,
      label: `Items that cite ${named}, ${words}, on either side`,
    })),
  ];
}

/** The guideline's own filter. A general chapter is asked for in words, which also finds those who cite it by its title alone. */
function guidelineHref(guideline: string): string {
  const chapter = GENERAL_CHAPTERS[guideline];
  return searchHref(chapter === undefined ? { filters: { guideline: [guideline] } } : { q: `ACOEM chapter ${chapter}` });
}
