/**
 * The parts of DMHC's Findings: summary of the case, findings, result, the reviewers' qualifications. Published with headings (since about
 * 2016, plural for panels), or as one text in which the verdict runs on. A heading stands at the beginning of a sentence or paragraph, and
 * each once, in this order; where several places could be one heading, that with reviewers' words behind it is. Offsets are those of the text.
 */
import type { Decision } from '#contract/lists.ts';
import { appealDecision, appealVerdicts } from '#mappings/recognise/verdicts/appeal-verdict.ts';
import type { Place } from '#mappings/text/places.ts';
import { sentencesOf } from '#mappings/text/sentences.ts';
import { qualificationsAtEnd } from './qualifications.ts';

export interface FindingsParts {
  /** Behind "Nature of Statutory Criteria/Case Summary". */
  readonly summary: Place | null;
  /** Why; where there are no headings, all but the qualifications. */
  readonly findings: Place | null;
  /** What was decided; where it has no heading, the sentences of the verdict, which are part of the findings too. */
  readonly result: Place | null;
  readonly qualifications: Place | null;
}

type Part = keyof FindingsParts;

/** The words of each heading, in the order in which the parts stand. */
const HEADINGS: readonly (readonly [Part, RegExp])[] = [
  ['summary', /Nature of (?:the )?Statutory Criteria(?: ?\/ ?(?:Case )?Summary)?|(?:Clinical )?Case Summary|Summary of (?:the )?Case/],
  ['findings', /(?:(?:Physician )?Reviewers?['’\u0092]?s?['’\u0092]? )?Findings?/],
  ['result', /Final (?:Results?|Determinations?|Decisions?|Conclusions?)/],
  [
    'qualifications',
    /(?:Reviewers?['’\u0092]?s?['’\u0092]? )?(?:Credentials?(?: ?\/ ?| and | & )Qualifications?|Qualifications?|Credentials)|Summary of (?:Reviewers?['’\u0092]?s?['’\u0092]? )?Qualifications?/,
  ],
];

/** Where a heading may begin: at the front, on a line of its own, or behind a sentence. */
const BEGINNING = String.raw`(?<line>^|\n[^\S\n]{0,40})|(?<=[.!?:;)"”][^\S\n]{1,4})`;
/** What ends it: a colon or dash; or the line's end or a sentence's beginning, which count on a line of its own alone. */
const ENDING = String.raw`(?<sign>[^\S\n]?:|[^\S\n][-–—](?=\s))|(?=[^\S\n]{0,4}(?:\n|$))|(?=[^\S\n]{1,4}\p{Lu}\p{Ll})`;
const PATTERNS = HEADINGS.map(
  ([part, words]) => [part, new RegExp(`(?:${BEGINNING})(?<words>${words.source})(?:${ENDING})`, 'giu')] as const,
);
/** What only reviewers' parts begin with. */
const REVIEWERS_WORDS =
  /^\s{0,8}(?:(?:The|All|Both|Each|Two|Three|One|\d)\s(?:(?:out )?of (?:the )?(?:\d|two|three) )?(?:[a-z]+ )?reviewers?\b|Therefore\b|Based on\b)/;
const AHEAD = 80;
/** The sentence with which reviewers begin to speak, where the heading of their findings is missing. */
const REVIEWERS_SPEAK =
  /^(?:The|All|Both|Two|Three|One|\d)\s(?:(?:out )?of (?:the )?(?:\d|two|three) )?(?:[a-z]+ )?reviewers?\s(?:have |has )?(?:found|determined|evaluated|reviewed|concluded|considered|agreed?)\b/i;

interface Heading extends Place {
  readonly part: Part;
  /** How well the place fits. */
  readonly fit: number;
}

/** The parts; all null where the text says nothing (empty, a single character). */
export function splitFindings(text: string): FindingsParts {
  if (!/\p{L}{2}/u.test(text)) return { summary: null, findings: null, result: null, qualifications: null };
  const headings = chosen(text);
  const has = (part: Part) => headings.find((heading) => heading.part === part);
  const qualificationsHeading = has('qualifications');
  const running = qualificationsHeading === undefined ? qualificationsAtEnd(text) : null;
  const end = running?.start ?? text.length;
  const sections = new Map<Part, Place>();
  headings.forEach((heading, index) => {
    const place = trimmedPlace(text, heading.end, headings[index + 1]?.start ?? end);
    if (place !== null) sections.set(heading.part, place);
  });
  const first = headings[0];
  const opening = trimmedPlace(text, 0, first?.start ?? end);
  if (opening !== null && first?.part !== 'summary') {
    // Words in front of the first heading are the part that comes before it.
    sections.set(first?.part === 'findings' ? 'summary' : 'findings', opening);
  }
  const cut = has('findings') === undefined ? reviewersSpeak(text, sections.get('summary') ?? null) : null;
  if (cut !== null) {
    sections.set('summary', cut.before);
    sections.set('findings', cut.behind);
  }
  const findings = sections.get('findings') ?? null;
  return {
    summary: sections.get('summary') ?? null,
    findings,
    result:
      sections.get('result') ?? (has('result') === undefined ? verdictPlace(text, findings ?? sections.get('summary') ?? null) : null),
    qualifications: sections.get('qualifications') ?? running,
  };
}

/** What the result says; null where it does not, or says that a part was decided otherwise. */
export function verdictOf(result: string): Extract<Decision, 'upheld' | 'overturned'> | null {
  const decision = appealDecision(result);
  return decision === 'overturned_in_part' ? null : decision;
}

/** One place for each heading, in order: the result first, which is unmistakable, then what stands before and behind it. */
function chosen(text: string): Heading[] {
  const all = PATTERNS.flatMap(([part, pattern]) => candidates(text, part, pattern));
  const of = (part: Part, from: number, until: number) => all.filter((one) => one.part === part && one.start >= from && one.end <= until);
  const result = best(of('result', 0, text.length), 'last');
  const findings = best(of('findings', 0, result?.start ?? text.length), 'first');
  const summary = best(of('summary', 0, (findings ?? result)?.start ?? text.length), 'first');
  const qualifications = best(of('qualifications', (result ?? findings ?? summary)?.end ?? 0, text.length), 'last');
  return [summary, findings, result, qualifications].filter((heading) => heading !== null);
}

function candidates(text: string, part: Part, pattern: RegExp): Heading[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const words = match.groups?.['words'] ?? '';
    const onLine = match.groups?.['line'] !== undefined;
    const signed = match.groups?.['sign'] !== undefined;
    // Inside a paragraph only what is written as a heading is one.
    if (!(onLine || (signed && /^\p{Lu}/u.test(words)))) return [];
    const end = match.index + match[0].length;
    const fit = (REVIEWERS_WORDS.test(text.slice(end, end + AHEAD)) ? 2 : 0) + (onLine ? 1 : 0);
    return [{ part, start: match.index, end, fit }];
  });
}

function best(headings: readonly Heading[], of: 'first' | 'last'): Heading | null {
  const fit = headings.reduce((most, heading) => Math.max(most, heading.fit), 0);
  const fitting = headings.filter((heading) => heading.fit === fit);
  return (of === 'first' ? fitting[0] : fitting.at(-1)) ?? null;
}

/** A summary that goes on with the findings, cut where the reviewers begin to speak; null where they do not, or do at once. */
function reviewersSpeak(text: string, summary: Place | null): { before: Place; behind: Place } | null {
  if (summary === null) return null;
  const [first, ...others] = sentencesOf(text.slice(summary.start, summary.end));
  const speaks = others.find((sentence) => REVIEWERS_SPEAK.test(sentence.text));
  if (first === undefined || speaks === undefined) return null;
  const before = trimmedPlace(text, summary.start, summary.start + speaks.start);
  return before === null ? null : { before, behind: { start: summary.start + speaks.start, end: summary.end } };
}

/** The last sentences in a row that tell the verdict; null where none does. */
function verdictPlace(text: string, within: Place | null): Place | null {
  if (within === null) return null;
  const part = text.slice(within.start, within.end);
  const told = appealVerdicts(part);
  const last = told.at(-1);
  if (last === undefined) return null;
  const starts = new Set(told.map(({ start }) => start));
  let start = last.start;
  for (const sentence of sentencesOf(part)
    .filter((one) => one.end <= last.start)
    .reverse()) {
    if (!starts.has(sentence.start)) break;
    start = sentence.start;
  }
  return { start: within.start + start, end: within.start + last.end };
}

/** A place without blanks at its ends; null where nothing is left. */
function trimmedPlace(text: string, start: number, end: number): Place | null {
  const words = text.slice(start, Math.max(start, end));
  const from = start + words.length - words.trimStart().length;
  const until = start + words.trimEnd().length;
  return until > from ? { start: from, end: until } : null;
}
