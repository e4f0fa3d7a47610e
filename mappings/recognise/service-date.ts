/**
 * When a disputed service was given, and whether the request was made after it. A date of service alone does not say that
 * a request was retrospective: that is `unknown`. A date of an order or a report is no date of service.
 */
import type { YesNoUnknown } from '#contract/lists.ts';
import type { Grade } from '#contract/span.ts';
import { type Finding, finding } from '../text/finding.ts';
import { isoDay } from '../text/iso-day.ts';
import type { Line } from '../text/line.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DAY = String.raw`(?:(?<month>\d{1,2})[/-](?<day>\d{1,2})[/-](?<year>\d{4}|\d{2})|(?<name>${MONTHS.join('|')})[a-z]*\.? (?<nameDay>\d{1,2}),? (?<nameYear>\d{4}))(?!\d)`;
/** "DOS: 11/11/2016", "(date of service 8/28/13)"; of a span of days the first. */
const STATED = new RegExp(String.raw`\b(?:DOS|D\.O\.S\.?|dates? of services?)[\s:;,(=-]*(?:(?:of|on|from|between|is|was)\s+)?${DAY}`, 'i');
/** In a request that is told to be retrospective: "provided on 12/29/16"; not "per 12/07/2016 order". */
const GIVEN_ON = new RegExp(
  String.raw`\b(?:on|dispensed|rendered|performed|provided|completed|administered|done|given|received|between|from)(?: on)?:?\s+(?:the\s+)?${DAY}(?!\s+(?:order|report|note|rfa|prescription))`,
  'i',
);
/** "Retro:", "Retrospective request for"; not the anatomy of "retropatellar" and "retro-calcaneal". */
const RETROSPECTIVE = /\bretro(?:spective(?:ly)?|active(?:ly)?|s)?\b(?!-(?!(?:request|review|authori[sz]ation|dos)\b)\w)/gi;
const DOS_WORDS = /\b(?:DOS|D\.O\.S\.?|dates? of services?)\b/gi;

/** The date of service of a line, ISO day; null where none is printed or the calendar has no such day. */
export function extractServiceDate(line: Line, rule: string, grade: Grade = 'stated'): Finding<string> | null {
  const match = STATED.exec(line.text) ?? (line.text.match(RETROSPECTIVE) === null ? null : GIVEN_ON.exec(line.text));
  const iso = match === null ? null : dayOf(match.groups ?? {});
  return match === null || iso === null ? null : finding(iso, rule, line.of(match), grade);
}

/** Whether a heading tells of a retrospective request: yes by its words, unknown by a date of service alone, otherwise no. */
export function extractRetrospective(heading: Line, whole: Finding<string>, rule: string): Finding<YesNoUnknown> {
  const told = [...heading.text.matchAll(RETROSPECTIVE)].map(heading.of);
  if (told.length > 0) return finding<YesNoUnknown>('yes', rule, told);
  const date = extractServiceDate(heading, rule)?.at ?? [...heading.text.matchAll(DOS_WORDS)].map(heading.of);
  if (date.length > 0) return finding<YesNoUnknown>('unknown', `${rule}.date-of-service`, date, 'inferred');
  return finding<YesNoUnknown>('no', `${rule}.not-told`, whole.at, 'inferred');
}

function dayOf(parts: Readonly<Record<string, string | undefined>>): string | null {
  const month = parts['month'] ?? String(MONTHS.indexOf((parts['name'] ?? '').toLowerCase()) + 1);
  const year = parts['year'] ?? parts['nameYear'] ?? '';
  return isoDay(year.length === 2 ? `20${year}` : year, month, parts['day'] ?? parts['nameDay'] ?? '');
}
