/**
 * How much is requested: sessions, times a week, weeks, hours, units, refills. The upper bound of a range counts; "N times M"
 * in a therapy is N a week for M weeks. Strengths, dates, codes, spinal levels and dosing are no counts and are blanked first.
 */
import type { Item } from '#contract/determination.ts';
import { type Finding, finding } from '../../text/finding.ts';
import { blanking, editsOf, type Line, lineOf } from '../../text/line.ts';
import type { CleaningStep, ScanSpan } from '../../text/scan.ts';
import { bodyPartHits } from '../body-parts.ts';
import { bestRow } from '../services/service-rows.ts';
import { NUMBER_STEPS } from './number-words.ts';

type Counts = { readonly [K in keyof Item['quantity']]: Finding<number> | null };
export type QuantityFindings = Counts;
export type CountedPart = Finding<Item['quantityByBodyPart'][number]['value']>;

/** What the numbers of a request are no counts of. */
const NO_COUNTS: readonly CleaningStep[] = [
  blanking(/^\s*(?:\d{1,2}[.)]\s+|["']+)/g), // "2) Norco"
  editsOf(/(?<=[a-z])\(e?s\)/gi, () => 's'), // "3 time(s)"
  editsOf(
    /(?<!\b(?:times|x|visits?|sessions?|hours?|bi|\d)[\s-]?)\bweekly(?=,?\s(?:for|x|times|over)\s?\d{1,2}\s?w)/gi,
    () => '1 x weekly',
  ),
  blanking(/\b\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b/g), // a date
  blanking(/\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2},? \d{4}\b/gi),
  blanking(
    /(?<![#\d])\d+(?:[.,]\d+)?(?:\s*[-/]\s*\d+(?:\.\d+)?){0,4}\s*(?:mgs?\b|mcg\b|µg\b|ml\b|cc\b|meq\b|iu\b|%|percent\b|cm\b|mm\b|inch\w*\b|lbs?\b|tesla\b)/gi,
  ), // a strength or a size
  blanking(/(?<![#\d])\b\d+(?:\.\d+)?\s*[-/]\s*(?:325|300|500|650|750|800|200)\b/g), // "10/325" without its unit
  blanking(/\b(?:cpt|hcpcs|icd(?:-?(?:9|10))?|codes?)\b[\s:#(]*[A-Z]?\d[\w.]*/gi),
  blanking(/\b[A-Z]\d{4}\b|\b\d{5}\b|\b\d{3}\.\d{1,2}\b/g), // codes
  blanking(/\b[CTLS]-?\d{1,2}(?:\s?(?:-|\/|to|through|and|&|,)\s?[CTLS]?-?\d{1,2}(?!\d*\s*(?:x\b|times|sessions?|visits?)))*\b/g), // spinal levels
  blanking(/\b(?:tooth|teeth)\W{0,3}(?:(?:nos?|numbers?)\W{0,2})?#?\d{1,2}(?:\s?(?:-|,|and|&|to|through)\s?#?\d{1,2}\b)*/gi),
  blanking(/(?<!\d)\d{1,3},000\s*units?\b/gi), // "50,000 units" of a vitamin
  blanking(/\b\d-?\s?in-?\s?\d\b/gi), // "3 in 1 commode"
  blanking(/\bvitamin [a-k]-?\d{1,2}\b|\b(?:tylenol|codeine) (?:#|no\.?\s?)\s?[234]\b|\bt#[234]\b/gi),
  editsOf(/\b(\d{1,4})\.0{1,2}\b/g, ([all, whole]) => (whole ?? '').padEnd(all.length)),
];

const RANGE = String.raw`(\d{1,2})(?:\s*(?:-|to|or)\s*(\d{1,2}))?`;
const WEEKS = String.raw`(?:weeks?|wks?)\b`;
const A_WEEK = String.raw`(?:\/|per|a|each|every)?\s*(?:weekly|wkly|weeks?|wks?)\b`;
/** Words between a count and what is counted: "12 additional physical therapy visits". */
const BETWEEN = String.raw`(?:(?!(?:times?|x|per|a|week|weeks|weekly|wk|wks|days?|daily|hours?|hrs?|months?|minutes?|units?|levels?|for|to|and|of|or|the)\b)[a-z][a-z/'.-]*\s+){0,5}`;
const VISITS = String.raw`(?:visits?|sessions?|treatments?|appointments?|evaluations?(?=\s*$))\b`;
const EVERY = String.raw`(?:(?:per|a|each|\/|every)\s*(?:week|wk|day|month|year)|weekly|daily|monthly)`;
/** "of physical therapy", between visits and how often they are. */
const OF_WHAT = String.raw`(?:\s(?:of|for)(?:\s(?!(?:per|a|each|every|weekly|daily|monthly|x|times|over)\b)[a-z][a-z'-]*){1,8})?`;
/** What is counted a week, a day or a month: "x", "times", "physical therapy visits", "sessions of acupuncture". */
const COUNTED = `(?:x|times?|${BETWEEN}(?:sessions?|visits?|treatments?|appointments?)${OF_WHAT}|days?)`;
/** "3 times a week for 2 weeks", "2x/week x 4 weeks", "2-3 visits per week over 6 weeks". */
const FREQUENCY_AND_WEEKS = new RegExp(
  String.raw`(?<!\b(?:every|each)\s)(?<![\d#.-])${RANGE}\s*${COUNTED}?\s*${A_WEEK}[\s,]*(?:x|for|times|over|during)?\s*(?:(?:a total of|the next|up to)\s+)?${RANGE}[\s/-]*${WEEKS}`,
  'i',
);
/** "2x6", "2-3 x 6", "1 times 8", "2 x week x 4": a week, and weeks. */
const FREQUENCY_TIMES_WEEKS =
  /(?<![\d#.-])([1-7])(?:\s*(?:-|to)\s*([1-7]))?\s*(?:(?:x|times)\s*(?:(?:\/|per|a)\s*)?(?:weekly|wkly|week|wk)?\s*(?:x|for|times)?)\s*(\d{1,2})\b(?!\s*(?:mg|mcg|ml|cm|%|\d|\/|days?|hours?|years?|months?|(?:more |additional )?(?:visits?|sessions?|treatments?)))/i;
/** "3 times weekly", "2 a week"; one of both needs a word for how often, so that "6 weeks" is none. */
const FREQUENCY = new RegExp(
  String.raw`(?<![\d#.-])${RANGE}\s*(?:${COUNTED}\s*${A_WEEK}|(?:\/|\b(?:per|a|each|every)\b)\s*(?:week|wk)\b)`,
  'i',
);
/** "for 1 week", "over six weeks", "x 4 weeks", "6-week". */
const DURATION = new RegExp(
  String.raw`(?:\b(?:for|over|times|x|during|(?:visits|sessions|treatments) (?:with)?in)\s*(?:(?:a total of|the next|up to)\s+)?${RANGE}\s*${WEEKS}|\b(\d{1,2})-(?:week|wk)\b)`,
  'i',
);
/** "2 week rental"; not when something comes ("in 6 weeks", "6 weeks after surgery", "every 4 weeks"). */
const BARE_DURATION = new RegExp(
  String.raw`(?<!\b(?:in|every|each|after|within|at|q\.?|per|than|past|last|to|or|and|once|until|age|x|about|approximately)\s)(?<![\d.#-])${RANGE}\s*${WEEKS}(?!\s*(?:post|after|from|ago|out|old|status|follow|later|apart|prior|x\b|times|supply|of age))`,
  'i',
);
/** "once a month for 6 months", "monthly x 6". */
const MONTHLY = new RegExp(
  String.raw`(?<![\d#.-])(?:${RANGE}\s*${COUNTED}?\s*(?:(?:\/|per|a|each|every)\s*month|monthly)|(monthly))\s*,?\s*(?:x|for|times|over)\s*${RANGE}\b(?!\s*(?:weeks?|wks?|years?|days?))`,
  'i',
);
/** A total of visits; not one that is said for a week. */
const TOTAL = new RegExp(
  String.raw`(?<![\d.])(?:\b(\d{1,3})\s*(?:-|to)\s*)?(?<![\d.])(\d{1,3})[\s-]*${BETWEEN}${VISITS}(?!${OF_WHAT}\s*${EVERY})|\b(?:visits?|sessions?|treatments?)\b[^#\d.;]{0,40}(?:#|\bqty\.?:?|\bquantity:?|\bx|\btimes)\s*(\d{1,3})\b(?!\s*(?:visits?\b|sessions?\b|times?\b|x\b|${A_WEEK}|\s*(?:days?|months?|hours?|minutes?)\b))|\b(?:visits?|sessions?|treatments?)\s*[,:(-]?\s*(\d{1,3})\b(?!\s*(?:visits?\b|sessions?\b|times?\b|x\b|per\b|a\b|\/|-|to\b|weeks?|wks?|days?|months?|hours?|minutes?))`,
  'gi',
);
/** "x 12", "times 12", "#8", "qty 6" behind a therapy. */
const MULTIPLIER = new RegExp(
  String.raw`(?:\b(?:x|times|qty\.?:?|quantity(?: of|:)?)|#)\s*(\d{1,3})\b(?!\s*(?:mg|weeks?|wks?|months?|days?|hours?|hrs?|minutes?|years?|\d|\/|x\b|times\b|${COUNTED}?\s*${EVERY}))`,
  'i',
);
const HOURS =
  /(?<!every )(?<![\d-])\b(\d{1,3})(?:\s*(?:-|to)\s*(\d{1,3}))?[\s-]*(?:hours?|hrs?)\b(?:\s*(?:\/|per|a|each)\s*(?:day|week|wk)|\s*(?:daily|weekly))?/i;

/** "Physical therapy 12", "acupuncture, 6 for the neck": a number right behind the therapy. */
const BEHIND_THERAPY =
  /(?:\b(?:therap(?:y|ies)|physiotherapy|acupuncture|chiropractic|massage|care|manipulation|psychotherapy|biofeedback|counseling|PT|OT|CBT|chiro)\s*[,:-]?\s*|,\s*)(\d{1,2})(?=\s*(?:$|[;.,]|(?:for|to|over|at) ))|(?<!\b(?:level|phase|grade|type|number|no|stage|class|age|part|in|every|after|q)\.?\s)(?<=[a-z)]\s)\s{0,2}(\d{1,2})\s?x?\s*$/i;
/** "6 PT for the knee": the number that opens a request for a therapy; not "2 physical therapy visits per week". */
const AHEAD_OF_THERAPY = new RegExp(
  String.raw`^\s*(\d{1,2})(?!\s[^\d,;]{0,80}\b${EVERY})\s+(?:(?:additional|more|initial|further|post-?op(?:erative)?|outpatient|trial)\s+){0,2}(?=(?:PT|OT|CBT|physical|physio\w*|occupational|aqua\w*|pool|acupuncture|chiro\w*|massage|hand|manual|speech|psycho\w*|biofeedback|cognitive|individual|group|follow|office|shock\w*|ESWT)\b)`,
  'i',
);
/** "#60", "Qty: 120", "#180ml". */
const DISPENSED =
  /(?:#[\s:]*|\bqty\.?[:=#\s]*|\bquantity\s*(?:of|is|[:=#-])*\s*|\bNo\.\s*|\bdisp(?:ense)?\.?:?\s*#?\s*|\bcount(?: of)?\s*|\b(?:tabs?|tablets?|caps?|capsules?|pills?|patch(?:es)?)\s*[:#=]\s*|\btotal of\s*|\b(?:amount|number)\W{1,2})(\d{1,4})(?:\b|(?=(?:ml|gms?|grams?|g|cc|tabs?|tablets?|caps?|capsules?)\b))(?!\s*(?:refills?\b(?!\W{0,3}(?:\d|x|times))|weeks?\b|months?\b))|(?<![\d.])\b(\d{1,4})\s?#(?!\s?\d)/i;
/** "60 tablets", "2 boxes". */
const PIECES =
  /(?<!take )(?<!apply )(?<![\d.-]|\d,)\b(\d{1,4})[\s-]*(?:tabs?|tablets?|caps?|capsules?|pills?|patch(?:es)?|count|ct|tubes?|bottles?|vials?|box(?:es)?|kits?|units?|pairs?|packs?|packages?|packets?|sets?|rolls?|bags?|suppositor(?:y|ies)|lozenges?|films?|strips?|pens?|syringes?|inhalers?|ampules?|canisters?|pumps?|each(?=\s*(?:$|[,;.)])))\b(?!\/)/gi;
/** Behind a piece: what is taken at a time, and how often, by which way, with what. */
const DOSING =
  /^[\s.,]{0,3}(?:orally|by mouth|po\b|p\.o|sl\b|sublingual|via\b|every\b|q\s?\d|q\.?\s?(?:[dh]|am|pm|hs|day|night|week|month|\d)|[bt]\.?i\.?d\b|qid|q\.i\.d|qhs|prn\b|as needed|as directed|daily|nightly|once\b|twice\b|at\b|per\b|a (?:day|week|night)\b|an hour|each\b|in the\b|on the\b|on and\b|to (?:the )?(?:affected|skin|area)|with (?:food|meals?|water|milk|breakfast|lunch|dinner|a )|before\b|after (?:meals?|food)|\d{1,2} ?(?:times|x\b|-?hours?)|\d{1,2} ?(?:-|to) ?\d{1,2} times)/i;
/** More is not taken at a time: "120 tablets every month" is what is asked for. */
const MOST_TAKEN = 10;
/** What is taken at a time is fewer than what is asked for, and both are said of one thing: "1 tab, 60 tabs". */
const TAKEN = /^\d+[\s-]*(?:tab|cap|pill|patch|suppos|lozenge|film|strip)/i;
const INJECTED_UNITS = /\b(\d{2,4})\s*units\b(?=\s*(?:every|q\d|IM\b))/i;
/** "Norflex 100 mg; 60; no refills": a number alone between separators. */
const BETWEEN_SEPARATORS = /[a-z)\s]\s?[,;]\s{0,3}(\d{2,3})(?=\s{0,9}[,;])/i;
/** "Dilaudid 4mg 240": a number behind a strength, which is blank by now. */
const BEHIND_STRENGTH = /(?<=\s{3})(\d{1,4})\s*(?:$|(?:per|a|\/)\s*month\b|monthly)/;
/** "times 3", "x 2" and ", 2" at the end; "series of 3". */
const BEHIND =
  /(?:\b(?:times|x)\s*(\d{1,3})\b(?!\s*(?:mg|weeks?|wks?|months?|days?|hours?|hrs?|minutes?|years?|levels?|leads?|views?|per\b|a\b|\/|times\b|x\b|\d))|,\s*(\d{1,3})\s*$|\bseries of\s*(\d{1,2})\b)/i;
/** "1 knee scooter": a number that opens the request. */
const AHEAD =
  /^\s*(\d{1,3})\s+(?=[a-z])(?!(?:sessions?|visits?|refills?|times?|in\b|phase|levels?|views?|x\b(?!-?\s?rays?)|weeks?|wks?|months?|days?|nights?|hours?|hrs?|minutes?|years?|leads?|channels?|panel|wheel\w*|points?|parts?|dimension\w*|d\b|tesla|inch\w*|and\b|to\b|or\b|per\b|a\b|percent|mg|gm?\b|grams?|volts?)\b)/i;
const INJECTIONS = new RegExp(String.raw`(?<![\d.#-])\b(\d{1,2})\s+${BETWEEN}injections?\b`, 'i');
const LEAD =
  /^(?:\s*(?:retro\w*\b[\s:,-]*(?:requests?\s+)?(?:(?:for|of)\s+)?|(?:prospective\s+)?requests?\s+(?:for|of)\s+|associated surgical (?:services?|procedures?):?\s*|(?:pre|post)-?\s?op(?:erative(?:ly)?)?\b[\s:]*(?:labs?:\s*)?|(?:pre|post)-?surgical\s+))+/i;
const REFILLS =
  /(?<![#\d.]\s?)(?:\bx\s?|\b)(\d{1,2})\s*(?:additional\s+|more\s+)?(?:refills?|rf)\b(?!\s*[:x#=]?\s*\d)|\b(?:refills?|rf)\s*(?:[:x#=-]|\(|of|times|qty:?)?\s*(\d{1,2})\b(?!\s*(?:mg|mcg|tab|cap))|\b(no|without)\s+refills?\b/i;
/** More refills than this in a word like "refill #60" are a count of pills. */
const MOST_REFILLS = 12;

/** Categories in which a bare multiplier counts sessions. */
const THERAPY = /^(?:rehab|em|psych|home|prog)$/;
/** Visits or a pace of therapy spoken of in a request of another kind: "dry needling, 6 sessions", "interferential therapy 2x4". */
const COUNTED_VISITS =
  /\b\d{1,3}\s+(?:\w{1,14}\s+){0,2}(?:visits?|sessions?|treatments?)\b|\b(?:visits?|sessions?|treatments?|follow[- ]?ups?)\W{0,3}(?:x|times|#|qty\W{0,2}|quantity\W{0,2})?\s?\d|\b(?:PT|therapy)\b.{0,20}\b[1-7] ?x ?\d/i;
/** A request holds no more services, and no more letters; hostile text is not searched for them. */
const MOST_SERVICES = 6;
const LONGEST = 2_000;
/** Services of which a request may hold several, each with its own visits. */
const THERAPIES = /^(?:rehab|psych|prog)\./;
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
  const therapy =
    category === null ? THERAPY_WORDS.test(text) : THERAPY.test(category) || (category !== 'pharm' && COUNTED_VISITS.test(text));
  const both = FREQUENCY_AND_WEEKS.exec(text) ?? (therapy ? FREQUENCY_TIMES_WEEKS.exec(text) : null);
  const frequency = both ?? FREQUENCY.exec(text);
  const bare = category === 'em' || category === 'pharm' ? null : BARE_DURATION.exec(text);
  const duration = both ?? DURATION.exec(text) ?? bare;
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
    if (!joined || ofSeveralServices(line.text, totals)) return counted(line, first, `${rule}.sessions`);
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
  const monthly = MONTHLY.exec(line.text);
  if (monthly !== null) {
    const times = monthly[3] === undefined ? Number(monthly[2] ?? monthly[1]) : 1;
    const months = Number(monthly[5] ?? monthly[4]);
    return positive(finding(times * months, `${rule}.sessions.monthly`, line.of(monthly), 'inferred'));
  }
  return (
    positive(counted(line, MULTIPLIER.exec(line.text), `${rule}.sessions.multiplier`)) ??
    positive(counted(line, AHEAD_OF_THERAPY.exec(withoutLead(line.text)), `${rule}.sessions.ahead`)) ??
    positive(counted(line, BEHIND_THERAPY.exec(line.text), `${rule}.sessions.behind`))
  );
}

/** Whether the totals are of several therapies: "12 PT sessions and 6 chiropractic sessions". The first is the item's service. */
function ofSeveralServices(text: string, totals: readonly RegExpExecArray[]): boolean {
  if (totals.length > MOST_SERVICES || text.length > LONGEST) return false;
  const bounds = totals.map((match) => match.index);
  const first = text.slice(0, bounds[0]);
  const leads = bestRow(first) !== null; // "PT 12 sessions and chiropractic 6 sessions"
  const parts = totals.map((match, index) =>
    leads
      ? text.slice(index === 0 ? 0 : endOf(totals[index - 1]), endOf(match))
      : text.slice(match.index, bounds[index + 1] ?? text.length),
  );
  const named = parts.map((part) => bestRow(part)).filter((row) => row !== null && THERAPIES.test(row.id));
  return named.length === totals.length && new Set(named.map((row) => row?.id)).size > 1;
}

function endOf(match: RegExpExecArray | undefined): number {
  return match === undefined ? 0 : match.index + match[0].length;
}

/** The text with "retrospective request for" and its like blanked, places kept. */
function withoutLead(text: string): string {
  const lead = LEAD.exec(text)?.[0].length ?? 0;
  return ' '.repeat(lead) + text.slice(lead);
}

function extractUnits(line: Line, category: string | null, rule: string): Finding<number> | null {
  const { text } = line;
  const ahead = AHEAD.exec(withoutLead(text));
  const pieces = [...text.matchAll(PIECES)];
  const asked = askedPieces(text, pieces);
  // A dose that opens the request counts nothing ("1 tablet daily of"); neither do counts of several things.
  const opens = pieces.length > 0 && (asked.length > 1 || pieces[0]?.index === (ahead?.[0].search(/\d/) ?? -1)) ? null : ahead;
  // Teeth are told by their numbers: "root canal #30".
  const match =
    (category === 'dental' && !/\bq(?:ty|uantity)/i.test(text) ? null : DISPENSED.exec(text)) ??
    (asked.length === 1 ? asked[0] : null) ??
    INJECTED_UNITS.exec(text) ??
    opens ??
    (category === 'inj' ? INJECTIONS.exec(text) : null) ??
    (asked.length > 1 ? null : BEHIND.exec(text)) ??
    (category === 'pharm' && asked.length === 0 ? (BEHIND_STRENGTH.exec(text) ?? BETWEEN_SEPARATORS.exec(text)) : null);
  return positive(counted(line, match, `${rule}.units`));
}

/** The pieces asked for, without what is taken at a time; several where they are of several things and none can be chosen. */
function askedPieces(text: string, pieces: readonly RegExpExecArray[]): RegExpExecArray[] {
  const asked = pieces.filter(
    (match) =>
      (last(match) ?? 0) > MOST_TAKEN || !DOSING.test(text.slice(match.index + match[0].length, match.index + match[0].length + 40)),
  );
  const final = asked.at(-1);
  if (final === undefined) return [];
  const most = last(final) ?? 0;
  const others = asked.slice(0, -1).filter((match) => {
    const number = last(match) ?? 0;
    return number !== most && !(number <= MOST_TAKEN && number < most && TAKEN.test(match[0]) && TAKEN.test(final[0]));
  });
  return [...others, final];
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
