/**
 * How much is requested: sessions, times a week, weeks, hours, units, refills. The upper bound of a range counts; "N times M"
 * in a therapy is N a week for M weeks. Strengths, dates, codes, spinal levels and dosing are no counts and are blanked first.
 */
import type { Item } from '#contract/determination.ts';
import { type Finding, finding } from '../extract/finding.ts';
import { blanking, editsOf, type Line, lineOf } from '../text/line.ts';
import type { CleaningStep, ScanSpan } from '../text/scan.ts';
import { bodyPartHits } from './body-parts.ts';
import { NUMBER_STEPS } from './number-words.ts';

type Counts = { readonly [K in keyof Item['quantity']]: Finding<number> | null };
export type QuantityFindings = Counts;
export type CountedPart = Finding<Item['quantityByBodyPart'][number]['value']>;

/** What the numbers of a request are no counts of. */
const NO_COUNTS: readonly CleaningStep[] = [
  blanking(/^\s*(?:\d{1,2}[.)]\s+|["']+)/g), // "2) Norco"
  blanking(/\b\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b/g), // a date
  blanking(/\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2},? \d{4}\b/gi),
  blanking(
    /(?<![#\d])\d+(?:[.,]\d+)?(?:\s*[-/]\s*\d+(?:\.\d+)?){0,4}\s*(?:mgs?\b|mcg\b|µg\b|ml\b|cc\b|meq\b|iu\b|%|percent\b|cm\b|mm\b|inch\w*\b|lbs?\b|tesla\b)/gi,
  ), // a strength or a size
  blanking(/(?<![#\d])\b\d+(?:\.\d+)?\s*[-/]\s*(?:325|300|500|650|750|800|200)\b/g), // "10/325" without its unit
  blanking(/\b(?:cpt|hcpcs|icd(?:-?(?:9|10))?|codes?)\b[\s:#(]*[A-Z]?\d[\w.]*/gi),
  blanking(/\b[A-Z]\d{4}\b|\b\d{5}\b|\b\d{3}\.\d{1,2}\b/g), // codes
  blanking(/\b[CTLS]-?\d{1,2}(?:\s?(?:-|\/|to|through|and|&|,)\s?[CTLS]?-?\d{1,2}(?!\d*\s*(?:x\b|times|sessions?|visits?)))*\b/g), // spinal levels
  blanking(/\bvitamin [a-k]-?\d{1,2}\b|\b(?:tylenol|codeine) (?:#|no\.?\s?)\s?[234]\b|\bt#[234]\b/gi),
  editsOf(/\b(\d{1,4})\.0{1,2}\b/g, ([all, whole]) => (whole ?? '').padEnd(all.length)),
];

const RANGE = String.raw`(\d{1,2})(?:\s*(?:-|to|or)\s*(\d{1,2}))?`;
const WEEKS = String.raw`(?:weeks?|wks?)\b`;
const A_WEEK = String.raw`(?:\/|per|a|each|every)?\s*(?:weekly|weeks?|wks?)\b`;
/** "3 times a week for 2 weeks", "2x/week x 4 weeks", "2-3 visits per week over 6 weeks". */
const FREQUENCY_AND_WEEKS = new RegExp(
  String.raw`(?<![\d#.-])${RANGE}\s*(?:x|times?|sessions?|visits?|treatments?|days?)?\s*${A_WEEK}[\s,]*(?:x|for|times|over|during)?\s*(?:(?:a total of|the next|up to)\s+)?${RANGE}[\s-]*${WEEKS}`,
  'i',
);
/** "2x6", "1 times 8", "2 x week x 4": a week, and weeks. */
const FREQUENCY_TIMES_WEEKS =
  /(?<![\d#.-])([1-7])\s*(?:(?:x|times)\s*(?:(?:\/|per|a)\s*)?(?:week|wk)?\s*(?:x|for|times)?)\s*(\d{1,2})\b(?!\s*(?:mg|mcg|ml|cm|%|\d|\/|days?|hours?|years?|months?|(?:more |additional )?(?:visits?|sessions?|treatments?)))/i;
/** "3 times weekly"; the second needs a word for how often, so that "6 weeks" is none. */
const FREQUENCY = new RegExp(String.raw`(?<![\d#.-])${RANGE}\s*(?:x|times?|sessions?|visits?|treatments?|days?)\s*${A_WEEK}`, 'i');
/** "for 1 week", "over six weeks", "x 4 weeks", "6-week". */
const DURATION = new RegExp(
  String.raw`(?:\b(?:for|over|times|x|during)\s*(?:(?:a total of|the next|up to)\s+)?${RANGE}\s*${WEEKS}|\b(\d{1,2})-(?:week|wk)\b)`,
  'i',
);
/** Words between a count and what is counted: "12 additional physical therapy visits". */
const BETWEEN = String.raw`(?:(?!(?:times?|x|per|a|week|weeks|weekly|wk|wks|days?|daily|hours?|hrs?|months?|minutes?|units?|levels?|for|to|and|of|or|the)\b)[a-z][a-z/'.-]*\s+){0,5}`;
const VISITS = String.raw`(?:visits?|sessions?|treatments?|appointments?|evaluations?(?=\s*$))\b`;
/** A total of visits; not one that is said for a week. */
const TOTAL = new RegExp(
  String.raw`(?<![\d.])(?:\b(\d{1,3})\s*(?:-|to)\s*)?(?<![\d.])(\d{1,3})[\s-]*${BETWEEN}${VISITS}(?!\s*(?:(?:per|a|each|\/|every)\s*(?:week|wk|day)|weekly|daily))|\b(?:visits?|sessions?|treatments?)\b[^#\d.;]{0,40}(?:#|\bqty\.?:?|\bquantity:?|\bx|\btimes)\s*(\d{1,3})\b(?!\s*(?:visits?\b|sessions?\b|times?\b|x\b|${A_WEEK}|\s*(?:days?|months?|hours?|minutes?)\b))|\b(?:visits?|sessions?|treatments?)\s*[,:(-]?\s*(\d{1,3})\b(?!\s*(?:visits?\b|sessions?\b|times?\b|x\b|per\b|a\b|\/|-|to\b|weeks?|wks?|days?|months?|hours?|minutes?))`,
  'gi',
);
/** "x 12", "times 12", "#8", "qty 6" behind a therapy. */
const MULTIPLIER =
  /(?:\b(?:x|times|qty\.?:?|quantity:?)|#)\s*(\d{1,3})\b(?!\s*(?:mg|weeks?|wks?|months?|days?|hours?|hrs?|minutes?|years?|\d|\/|x\b|times\b))/i;
const HOURS =
  /(?<!every )(?<![\d-])\b(\d{1,3})(?:\s*(?:-|to)\s*(\d{1,3}))?[\s-]*(?:hours?|hrs?)\b(?:\s*(?:\/|per|a|each)\s*(?:day|week|wk)|\s*(?:daily|weekly))?/i;

/** "#60", "Qty: 120". */
const DISPENSED =
  /(?:#\s*|\bqty\.?:?\s*|\bquantity\s*(?:of|:)?\s*|\bNo\.\s*|\bdisp(?:ense)?\.?:?\s*#?\s*|\bcount of\s*)(\d{1,4})\b(?!\s*(?:refills?|weeks?|months?)\b)/i;
/** "60 tablets"; not what is taken at a time. */
const PIECES =
  /(?<!take )(?<!apply )(?<![\d.-])\b(\d{1,4})\s*(?:tabs?|tablets?|caps?|capsules?|pills?|patch(?:es)?|count|ct|tubes?|bottles?|vials?|box(?:es)?|kits?|units?)\b(?!\.?\s*(?:(?:orally|by mouth|po|p\.o|every|q\d|q\.?[dh]|bid|tid|qid|daily|at|per|a day|a week|each|in the|on the|to affected)\b|\/))/i;
/** "times 3", "x 2" and ", 2" at the end; "series of 3". */
const BEHIND =
  /(?:\b(?:times|x)\s*(\d{1,3})\b(?!\s*(?:mg|weeks?|wks?|months?|days?|hours?|hrs?|minutes?|years?|levels?|views?|per\b|a\b|\/|times\b|x\b|\d))|,\s*(\d{1,3})\s*$|\bseries of\s*(\d{1,2})\b)/i;
/** "1 knee scooter": a number that opens the request. */
const AHEAD =
  /^\s*(\d{1,3})\s+(?=[a-z])(?!(?:sessions?|visits?|refills?|times?|phase|levels?|views?|x\b(?!-?\s?rays?)|weeks?|wks?|months?|days?|hours?|hrs?|minutes?|years?|leads?|channels?|panel|wheel\w*|points?|parts?|dimension\w*|d\b|tesla|inch\w*|and\b|to\b|or\b|per\b|a\b|percent|mg|gm?\b|grams?)\b)/i;
const INJECTIONS = new RegExp(String.raw`(?<![\d.#-])\b(\d{1,2})\s+${BETWEEN}injections?\b`, 'i');
const LEAD =
  /^(?:\s*(?:retro\w*\b[\s:,-]*(?:requests?\s+)?(?:(?:for|of)\s+)?|(?:prospective\s+)?requests?\s+(?:for|of)\s+|associated surgical (?:services?|procedures?):?\s*|(?:pre|post)-?\s?op(?:erative(?:ly)?)?\b[\s:]*(?:labs?:\s*)?|(?:pre|post)-?surgical\s+))+/i;
const REFILLS =
  /\b(\d{1,2})\s*(?:additional\s+|more\s+)?(?:refills?|rf)\b|\b(?:refills?|rf)\s*(?:[:x#=]|of|times|qty:?)?\s*(\d{1,2})\b(?!\s*(?:mg|mcg|tab|cap))|\b(no|without)\s+refills?\b/i;
/** More refills than this in a word like "refill #60" are a count of pills. */
const MOST_REFILLS = 12;

/** Categories in which a bare multiplier counts sessions. */
const THERAPY = /^(?:rehab|em|psych|home|prog)$/;
const THERAPY_WORDS = /\b(?:sessions?|visits?|therap(?:y|ies)|treatments?)\b/i;

/** Reads the counts of a request. `category`: of its service, which tells sessions from pieces; null where it is not known. */
export function extractQuantity(
  scan: string,
  span: ScanSpan,
  category: string | null,
  rule: string,
): { counts: QuantityFindings; byBodyPart: CountedPart[] } {
  const line = lineOf(scan, span, [...NUMBER_STEPS, ...NO_COUNTS]);
  const text = line.text;
  const therapy = category === null ? THERAPY_WORDS.test(text) : THERAPY.test(category);
  const both = FREQUENCY_AND_WEEKS.exec(text) ?? (therapy ? FREQUENCY_TIMES_WEEKS.exec(text) : null);
  const frequency = both ?? FREQUENCY.exec(text);
  const duration = both ?? DURATION.exec(text);
  const half = both === null ? null : Math.ceil((both.length - 1) / 2);
  const perWeek = positive(counted(line, frequency, `${rule}.perWeek`, half === null ? undefined : [1, half]));
  const weeks = positive(counted(line, duration, `${rule}.weeks`, half === null ? undefined : [half + 1, both?.length ?? 0]));
  const totals = therapy ? [...text.matchAll(TOTAL)].filter((match) => (last(match) ?? 0) > 0) : [];
  const sessions = therapy ? extractSessions(line, totals, perWeek, weeks, rule) : null;
  const hours = category === 'pharm' ? null : positive(counted(line, HOURS.exec(text), `${rule}.hours`));
  const refills = counted(line, REFILLS.exec(text), `${rule}.refills`);
  return {
    counts: {
      sessions,
      perWeek,
      weeks,
      hours,
      units: therapy ? null : extractUnits(line, category, rule),
      refills: refills !== null && refills.value > MOST_REFILLS ? null : refills,
    },
    byBodyPart: countsByBodyPart(line, totals, rule),
  };
}

function extractSessions(
  line: Line,
  totals: readonly RegExpExecArray[],
  perWeek: Finding<number> | null,
  weeks: Finding<number> | null,
  rule: string,
): Finding<number> | null {
  const [first, ...more] = totals;
  if (first !== undefined) {
    const joined = more.length > 0 && /\band\b|&|\bplus\b|;/i.test(line.text);
    if (!joined) return counted(line, first, `${rule}.sessions`);
    const sum = totals.reduce((total, match) => total + (last(match) ?? 0), 0);
    return finding(sum, `${rule}.sessions.sum`, totals.map(line.of), 'inferred');
  }
  if (perWeek !== null && weeks !== null)
    return finding(
      perWeek.value * weeks.value,
      `${rule}.sessions.frequency-and-weeks`,
      [...perWeek.at, ...weeks.at].filter((at, index, all) => all.findIndex(({ start }) => start === at.start) === index),
      'inferred',
    );
  return positive(counted(line, MULTIPLIER.exec(line.text), `${rule}.sessions.multiplier`));
}

function extractUnits(line: Line, category: string | null, rule: string): Finding<number> | null {
  const lead = LEAD.exec(line.text)?.[0].length ?? 0;
  const ahead = AHEAD.exec(' '.repeat(lead) + line.text.slice(lead));
  const match =
    DISPENSED.exec(line.text) ??
    PIECES.exec(line.text) ??
    ahead ??
    (category === 'inj' ? INJECTIONS.exec(line.text) : null) ??
    BEHIND.exec(line.text);
  return positive(counted(line, match, `${rule}.units`));
}

/** A heading with several counts: each belongs to the body parts behind it, or before it where none stands behind. */
function countsByBodyPart(line: Line, totals: readonly RegExpExecArray[], rule: string): CountedPart[] {
  if (totals.length < 2) return [];
  const parts = bodyPartHits(line.text);
  const first = totals[0]?.index ?? 0;
  const leading = parts.some((part) => part.start < first);
  return totals.flatMap((match, index) => {
    const from = leading ? (totals[index - 1]?.index ?? 0) : match.index;
    const until = leading ? match.index : (totals[index + 1]?.index ?? line.text.length);
    const own = new Map(parts.filter((part) => part.start >= from && part.end <= until).map((part) => [part.id, part]));
    const sessions = last(match);
    return [...own.values()].flatMap((part) =>
      sessions === null
        ? []
        : [finding({ bodyPart: part.id, sessions }, `${rule}.byBodyPart`, [line.of(match), line.at(part.start, part.end)])],
    );
  });
}

/** The last number of a match, the upper bound of its range; within the groups `[from, to]` where given. Words of "no" are 0. */
function last(match: readonly (string | undefined)[], groups?: readonly [number, number]): number | null {
  const stated = (groups === undefined ? match.slice(1) : match.slice(groups[0], groups[1] + 1)).filter((group) => group !== undefined);
  const text = stated.at(-1);
  return text === undefined ? null : /^\d/.test(text) ? Number(text) : 0;
}

function counted(line: Line, match: RegExpExecArray | null, rule: string, groups?: readonly [number, number]): Finding<number> | null {
  const value = match === null ? null : last(match, groups);
  if (match === null || value === null) return null;
  const [words] = match;
  const start = match.index + (words.length - words.trimStart().length);
  return finding(value, rule, line.at(start, start + words.trim().length));
}

function positive(found: Finding<number> | null): Finding<number> | null {
  return found === null || found.value <= 0 ? null : found;
}
