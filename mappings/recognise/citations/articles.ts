/**
 * Journal articles: what a reference prints of authors, journal, year, DOI and PMID, by the general form
 * "Authors. Title. Journal. year;volume(issue):pages", and where one reference of a list ends and the next begins.
 */
import type { Article } from '#contract/determination.ts';
import { GUIDELINES } from '../../vocabulary/vocabulary.ts';

/** Journals whose names no other text holds: "N Engl J Med", "JAMA"; "Spine" and "Pain" are plain words. */
const UNMISTAKABLE = /\bJ\b|Journal|^[A-Z]{3,}$|Lancet|Syst Rev|PLoS|Intern Med|Phila|\bRehabil\b|\bOrthop\b|(?:\w+ ){3,}/;
const flexible = (name: string) => name.split(' ').map(RegExp.escape).join('\\.? ');
const byLength = (names: readonly string[]) => names.toSorted((a, b) => b.length - a.length).map(flexible);
/** Journals that tell an article wherever they are named, in lists short enough to be quick. */
export const JOURNALS: readonly RegExp[] = inLists(byLength(GUIDELINES.journals.filter((name) => UNMISTAKABLE.test(name))), 6).map(
  (names) => new RegExp(`\\b(?:${names.join('|')})(?![\\w-])`, 'g'),
);
/** Journals of common names, where a year, a volume or a page stands behind them: "Spine 2007", "Pain. 2010". */
export const JOURNALS_WITH_YEAR: readonly RegExp[] = inLists(
  byLength(GUIDELINES.journals.filter((name) => !UNMISTAKABLE.test(name))),
  6,
).map((names) => new RegExp(`(?<=^|[.,;?"] )(?:${names.join('|')})(?=[.,]{0,2} ?(?:\\(?(?:19|20)\\d\\d\\b|[Vv]ol|\\d{1,3} ?\\())`, 'g'));

/** "2010 Feb 15;33(4):S60-74", "2009;361:557" */
const YEAR_VOLUME =
  /\b(?<year>(?:19|20)\d\d)(?: ?[A-Z][a-z]{2}[a-z.]{0,7}(?:[ -][A-Z][a-z]{2})?(?: \d{1,2})?)?; ?(?:\d{1,4}|\()(?: ?\(\w{1,10}(?: \w{1,6})?\))?(?:: ?[\w-]{1,16})?/g;
const DOI = /\b10\.\d{4,5}\/[^\s,;]{1,80}/;
const PMID = /\bPMID\b:? ?(\d{5,9})/i;
const PUBMED_ADDRESS = /\bpubmed\/(\d{5,9})/i;
const YEAR = /\b(?:19|20)\d\d\b/;
/** "Benditt D", "van der Windt DA,", "Smith, J." at the start of a reference. */
const AUTHOR =
  /^[^\p{L}]{0,6}((?:(?:van|von|de|der|den|la|le|du) ){0,3}\p{Lu}[\p{L}'-]{1,24}(?: \p{Lu}\p{Ll}[\p{L}'-]{0,23})?),? (\p{Lu}{1,3}\b|\p{Lu}\.(?: ?\p{Lu}\.){0,2})/u;
const ET_AL = /^[^\p{L}]{0,6}(\p{Lu}[\p{L}'-]{1,24}),? et\.? al\b/u;
/** What may stand behind a year and volume and is still the same reference. */
const REST_OF_REFERENCE = /^(?:[\s.,:-]|[A-Z]?\d[\w-]*|\((?:\w{1,8})\)|doi: ?\S+|https?:\S+|PMID:? ?\d+|Epub[^.;]{0,30}|Review)*/i;

function inLists<T>(values: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) => values.slice(index * size, (index + 1) * size));
}

/** What a reference prints; null where it prints neither journal, identifier, nor year with volume. */
export function readArticle(text: string): Article | null {
  const journal = journalOf(text);
  const doi = DOI.exec(text)?.[0].replace(/(?<![.)\]>])[.)\]>]+$/, '') ?? null;
  const pmid = PMID.exec(text)?.[1] ?? PUBMED_ADDRESS.exec(text)?.[1] ?? null;
  const [volume] = text.matchAll(YEAR_VOLUME);
  const author = AUTHOR.exec(text);
  const firstAuthor = author === null ? (ET_AL.exec(text)?.[1] ?? null) : `${author[1]} ${author[2]}`;
  if (journal === null && doi === null && pmid === null && volume === undefined && firstAuthor === null) return null;
  const year = volume?.groups?.['year'] ?? YEAR.exec(text.replace(DOI, ' '))?.[0];
  return { firstAuthor, journal, year: year === undefined ? null : Number(year), doi, pmid };
}

/** The journal: of the closed list, or the words between the title's full stop and the year with volume. */
function journalOf(text: string): string | null {
  for (const pattern of [...JOURNALS, ...JOURNALS_WITH_YEAR]) {
    const [match] = text.matchAll(pattern);
    if (match !== undefined) return match[0];
  }
  const [volume] = text.matchAll(YEAR_VOLUME);
  const named = /\bJournal (?:of|for) (?:the )?[A-Z]\w+(?: (?:and|&|of|in) [A-Z]\w+| [A-Z]\w+){0,5}/.exec(text)?.[0];
  if (named !== undefined) return named;
  if (volume === undefined) return null;
  const before = text.slice(Math.max(0, volume.index - 90), volume.index).replace(/[\s.,(]+$/, '');
  const words = before.split(/[.?!"] |, (?=[A-Z])/).at(-1) ?? '';
  return /^[A-Z][\w&.() -]{1,70}$/.test(words) ? words : null;
}

/** Where the references of a list begin and end: behind each year with volume and what belongs to it. */
export function splitReferences(text: string): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let from = 0;
  for (const match of text.matchAll(YEAR_VOLUME)) {
    const end = match.index + match[0].length;
    const rest = REST_OF_REFERENCE.exec(text.slice(end))?.[0] ?? '';
    parts.push({ start: from, end: end + rest.trimEnd().length });
    from = end + rest.length;
    if (text[from] === ';') from += 1;
  }
  const last = parts.at(-1);
  if (last === undefined) return atSemicolons(text, [{ start: 0, end: text.length }]);
  // A tail too short to be a reference belongs to the last one.
  const tail = text.slice(from).trim();
  if (tail.length < 12 || !/^[A-Z]/.test(tail)) return atSemicolons(text, [...parts.slice(0, -1), { ...last, end: text.length }]);
  return atSemicolons(text, [...parts, { start: from, end: text.length }]);
}

/** Splits a part further at its semicolons where each piece names a journal of its own. */
function atSemicolons(text: string, parts: readonly { start: number; end: number }[]): { start: number; end: number }[] {
  return parts.flatMap((part) => {
    const words = text.slice(part.start, part.end);
    const cuts = [...words.matchAll(/; (?=[A-Z])/g)].map((match) => match.index);
    const pieces = [...cuts, words.length].map((end, index) => ({ start: index === 0 ? 0 : (cuts[index - 1] ?? 0) + 2, end }));
    return pieces.length > 1 && pieces.every((piece) => journalOf(words.slice(piece.start, piece.end)) !== null)
      ? pieces.map((piece) => ({ start: part.start + piece.start, end: part.start + piece.end }))
      : [part];
  });
}
