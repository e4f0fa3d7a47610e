/**
 * The references of a New York appeal, one by one, and what each cites. Numbered ("1) ... 2) ..."), bulleted or on lines; else the text as a
 * whole, which the readers of citations cut themselves. Nothing is dropped: a reference that names no known guideline is `unclassified`.
 */
import { readArticle } from '#mappings/recognise/citations/articles.ts';
import type { Place } from '#mappings/text/places.ts';
import { scanSpan } from '#mappings/text/scan.ts';
import { extractGuidelineSide, type FoundCitation, readCitation, UNCLASSIFIED } from '../../extract/guideline-side.ts';

/** The same sign in front of each: a number that counts, or a bullet. */
const NUMBERED = [
  /(?<=^|\s)(?<n>\d{1,3})\)[^\S\n]{0,4}(?=\S)/g,
  /(?<=^|\s)(?<n>\d{1,3})\.\s{1,4}(?=\S)/g,
  /(?<=^|\s)[[(](?<n>\d{1,3})[\])]\.?\s{0,4}(?=\S)/g,
];
/** In front of a number that begins a reference; "part 2." inside a title has no such end before it. */
const END_BEFORE = /(?:^|\n|[.;:)\]"”])\s{0,4}$/;
const BULLET = /(?<=^|\n[^\S\n]{0,20}|\s)[•▪●‣]\s?/g;
const LINE = /\n\s*(?:[-*–]\s)?/g;
const LITERATURE = 'literature';

/** Where each reference stands, in order, without its number; empty where the text holds no word. */
export function splitReferences(text: string): Place[] {
  const cuts = numbered(text) ?? marked(text, BULLET) ?? marked(text, LINE) ?? [];
  const first = { start: 0, end: 0 };
  const borders = cuts[0]?.start === 0 ? cuts : [first, ...cuts];
  return borders.flatMap(({ end }, index) => {
    const words = text.slice(end, borders[index + 1]?.start ?? text.length);
    const lead = /^[\s;,-]*/.exec(words)?.[0].length ?? 0;
    const start = end + lead;
    const length = words.slice(lead).trimEnd().length;
    return /\p{L}/u.test(words) ? [{ start, end: start + length }] : [];
  });
}

/** Places of numbers that count up from one, in the way of writing them that counts first; null where none does. */
function numbered(text: string): Place[] | null {
  const ways = NUMBERED.map((pattern) => counting(text, [...text.matchAll(pattern)])).filter((places) => places.length > 0);
  return ways.toSorted((a, b) => (a[0]?.start ?? 0) - (b[0]?.start ?? 0) || b.length - a.length)[0] ?? null;
}

function counting(text: string, matches: readonly RegExpExecArray[]): Place[] {
  const any = countedUp(matches);
  const ended = countedUp(matches.filter(({ index }) => END_BEFORE.test(text.slice(Math.max(0, index - 5), index))));
  return ended.length < any.length ? any : ended;
}

function countedUp(matches: readonly RegExpExecArray[]): Place[] {
  const places: Place[] = [];
  for (const match of matches) {
    if (Number(match.groups?.['n']) === places.length + 1) places.push({ start: match.index, end: match.index + match[0].length });
  }
  return places;
}

function marked(text: string, pattern: RegExp): Place[] | null {
  const places = [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  return places.length === 0 ? null : places;
}

/**
 * The citations of a text of references, each at its place in `text`, as those of a letter's guideline field are. `rule` names the column, for example
 * `ny_dfs.references1`; `decidedOn`: day of the decision, null where only its year is known.
 */
export function citationsOf(text: string, rule: string, decidedOn: string | null = null): FoundCitation[] {
  const references = splitReferences(text);
  return references.flatMap((place) => {
    const span = scanSpan(place.start, place.end);
    const { citations } = extractGuidelineSide(text, span, rule, decidedOn);
    const known = citations.filter(({ family }) => family !== UNCLASSIFIED.family);
    // What stands alone behind its number is one source: an article whose title names a society cites the article.
    const article = references.length > 1 ? known.find(({ family }) => family === LITERATURE) : undefined;
    if (article !== undefined && known.every(({ family }) => family === LITERATURE || family === 'society' || family === 'gov'))
      return [{ ...article, article: readArticle(text.slice(place.start, place.end)), at: span }];
    if (known.length === 1) return known.map((citation) => ({ ...citation, at: span }));
    return known.length > 0 ? known : [unclassified(text, place, rule)];
  });
}

function unclassified(text: string, { start, end }: Place, rule: string): FoundCitation {
  const read = readCitation(text, { ...UNCLASSIFIED, start, end, topic: null }, text.slice(start, end), null);
  return { ...read, at: scanSpan(start, end), rule: `${rule}.citation.unclassified` };
}
