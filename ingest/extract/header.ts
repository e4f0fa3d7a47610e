/**
 * The header: labels and values, however a reader laid the cells out: value behind its label, a column of labels before a
 * column of values, or a label that wraps around its value ("Application 11/03/2016 Received:"). Letters of 2013 tell dates
 * in prose ("was filed on 9/6/2013 disputing the Utilization Review Denial dated August 30, 2013"); a label counts before prose.
 */
import { formatCaseNumber } from '#contract/determination.ts';
import type { Priority } from '#contract/lists.ts';
import { type Finding, finding, type Note } from '#mappings/text/finding.ts';
import { isoDay } from '#mappings/text/iso-day.ts';
import { digitsOf, tolerant } from '#mappings/text/ocr.ts';
import { type ScanSpan, scanSpan } from '#mappings/text/scan.ts';
import { ALL_HEADER_FIELDS, type HeaderField } from '../layouts/segmenting/layout.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
/** "9/6/2013", "09/06/2013", "September 6, 2013" */
const DATE_WORDS = String.raw`\b(?:(?<month>[\dlIO]{1,2})\/(?<day>[\dlIO]{1,2})\/(?<year>[12lI][\dlIO]{3})|(?<name>${MONTHS.join('|')})\s*(?<nameDay>\d{1,2})\s*,?\s*(?<nameYear>\d{4}))\b`;
const DATE = new RegExp(DATE_WORDS, 'gi');
/** "CM13-0000123", and the short form of the first letters, "IMR 13-000123". */
const CASE_NUMBER = /\b(?:CM|IMR(?=\s?\d))\s?([\dlIO]{2})\s?-?\s?([\dlIO]{4,7})\b/gi;
/**
 * "13-000123", as letters of early 2013 print it behind "IMR Case Number": the number that is CM13-0000123 since. Without that label it may be
 * a claim's or a court's.
 */
const EARLY_NUMBER = /(?<![\p{L}\d-])(13)\s?-\s?(\d{6})(?![\d-])/giu;
const IMR_LABEL = new RegExp(tolerant(String.raw`\bIMR\s*Case\s*(?:Number|No\.?|#)\s*:?\s*$`), 'i');
/** The longest such label with its blanks. */
const IMR_LABEL_LENGTH = 40;
/** Letters in a digit's place. */
const REPAIRED = /[lIO]/i;
const PRIORITY = /\b(standard|regular|expedited)\b/gi;

/** A label as a pattern; its colon may be lost right before a value. */
const label = (words: string, value: string) => new RegExp(String.raw`\b(?:${tolerant(words)})(?:\s*:|(?=\s+(?:${value})))`, 'gi');
const DAY = String.raw`[\dlIO]{1,2}\/[\dlIO]|(?:${MONTHS.join('|')})\b`;

const LABELS = [
  ['caseNumber', label(String.raw`(?:(?:MAXIMUS|IMR)\s*)?Case\s*(?:Number|No\.?|#)`, String.raw`CM\s?[\dlIO]|13-\d{6}\b`), CASE_NUMBER],
  ['assigned', label(String.raw`Date\s*Assigned`, DAY), DATE],
  ['injury', label(String.raw`Date\s*of\s*Injury`, DAY), DATE],
  [
    'decided',
    label(
      String.raw`(?<!\b(?:UR|Review)\s*|\b[a-z]{1,2}[ \t]+)Decision\s*Date|Date\s*of\s*(?:Decision|Determination)|(?<=(?:^|\n)\s*)Dated|Dated(?=\s*:)`,
      DAY,
    ),
    DATE,
  ],
  [
    'urDenial',
    label(
      String.raw`(?:UR|Utilization\s*Review)\s*(?:Denial|Decision)\s*Date|Date\s*of\s*(?:UR|Utilization\s*Review)\s*(?:Denial|Decision)`,
      DAY,
    ),
    DATE,
  ],
  ['priority', /\bPriority\s*:/gi, PRIORITY],
  // The label wraps in its cell, so its second word may stand behind the value.
  [
    'applicationReceived',
    new RegExp(String.raw`\b(?:IMR\s*)?Application(?:\s*Received(?:\s*:|(?=\s+(?:${DAY})))|(?=\s+\S+\s+Received\s*:))`, 'gi'),
    DATE,
  ],
] as const satisfies readonly (readonly [HeaderField, RegExp, RegExp])[];
const WRAPPED_LABEL = /\bReceived\s*:/gi;

/** Sentences of 2013 letters that tell a date; the first that fits counts. */
const PROSE = [
  [
    'applicationReceived',
    String.raw`application\s*for\s*(?:an\s*)?Independent\s*Medical\s*Review\s*was\s*(?:filed|received|submitted)\s*(?:on\s*)?`,
  ],
  [
    'urDenial',
    String.raw`(?:Utilization\s*Review|UR)\s*(?:Denial|Decision|Determination|Modification)(?:\s*\/\s*Modification)?\s*(?:dated|of|on|issued\s*on)\s*`,
  ],
  [
    'assigned',
    String.raw`Notice\s*of\s*Assignment(?:\s*and\s*Request\s*for\s*Information)?(?:\s*\(NOARFI\))?\s*was\s*(?:provided|sent|mailed|issued)\s*(?:to\s*[^.\d]{0,60})?(?:on\s*)?`,
  ],
] as const satisfies readonly (readonly [HeaderField, string])[];

export interface Header {
  readonly caseNumber: Finding<string> | null;
  readonly priority: Finding<Priority> | null;
  readonly dates: Readonly<Record<Exclude<HeaderField, 'caseNumber' | 'priority'>, Finding<string> | null>>;
  readonly notes: readonly Note[];
}

interface Token {
  readonly field: HeaderField | null;
  readonly span: ScanSpan;
}

export interface HeaderOptions {
  /** Sentences that may tell a field; default none. */
  readonly prose?: ScanSpan | null;
  /** The fields whose absence is worth a message; default all. */
  readonly expected?: readonly HeaderField[];
}

/** Reads the header in `span` of the scan copy. `rule` prefixes the ids of the rules. */
export function extractHeader(scan: string, span: ScanSpan | null, rule: string, options: HeaderOptions = {}): Header {
  const { prose = null, expected = ALL_HEADER_FIELDS } = options;
  const notes: Note[] = [];
  const texts = span === null ? new Map<HeaderField, ScanSpan[]>() : pairLabels(scan, span);
  // A case number and a priority are known by their own form: the only one of the header is the header's.
  const only = (pattern: RegExp): ScanSpan | null => {
    const all = span === null ? [] : [...scan.slice(span.start, span.end).matchAll(pattern)];
    const distinct = new Set(all.map((match) => match[0].toLowerCase().replace(/[\s-]/g, '')));
    return span === null || all[0] === undefined || distinct.size !== 1 ? null : part(span, all[0]);
  };
  const of = <T>(field: HeaderField, parse: (text: string, at: ScanSpan) => Finding<T> | null): Finding<T> | null => {
    // The first text of a label counts; of case numbers the first that is one, for a court's or a claim's may stand before it.
    const labelled = texts.get(field) ?? [];
    const at =
      (field === 'caseNumber' ? labelled.find((text) => parse(scan.slice(text.start, text.end), text) !== null) : undefined) ?? labelled[0];
    const stated = at === undefined ? null : parse(scan.slice(at.start, at.end), at);
    const alone =
      stated !== null || (field !== 'caseNumber' && field !== 'priority') ? null : only(field === 'priority' ? PRIORITY : CASE_NUMBER);
    const value = stated ?? (alone === null ? null : inferred(parse(scan.slice(alone.start, alone.end), alone)));
    if (value === null && (at !== undefined || expected.includes(field))) {
      const code = at === undefined || field === 'caseNumber' || field === 'priority' ? 'header.missing' : 'header.bad_date';
      notes.push({
        code,
        severity: 'warning',
        rule: `${rule}.header.${field}`,
        reason: `The header field "${field}" was not found or could not be read.`,
        at: at ?? null,
      });
    }
    return value;
  };
  const date = (field: HeaderField): Finding<string> | null => {
    const told = prose === null ? null : proseDate(scan, prose, field, `${rule}.header.${field}.prose`);
    if (told !== null && !texts.has(field)) return told;
    const labelled = of(field, (text, at) => dateFinding(text, at, `${rule}.header.${field}`));
    if (labelled !== null && told !== null && labelled.value !== told.value) {
      notes.push({
        code: 'header.conflict',
        severity: 'warning',
        rule: `${rule}.header.${field}`,
        reason: `The header field "${field}" is printed with another value in the letter’s opening.`,
        at: told.at[0] ?? null,
      });
    }
    return labelled ?? told;
  };
  const readNumber = (text: string, at: ScanSpan) => caseNumberFinding(scan, text, at, `${rule}.header.caseNumber`);
  const caseNumber = of('caseNumber', readNumber);
  const others = (texts.get('caseNumber') ?? []).map((at) => readNumber(scan.slice(at.start, at.end), at));
  const other = caseNumber === null ? null : others.find((found) => found !== null && found.value !== caseNumber.value);
  if (other != null)
    notes.push({
      code: 'header.conflict',
      severity: 'warning',
      rule: other.rule,
      reason: 'The header is labelled with another case number too; the first one counts.',
      at: other.at[0] ?? null,
    });
  const priority = of('priority', (text, at) => {
    const match = [...text.matchAll(PRIORITY)][0];
    if (match === undefined) return null;
    return finding<Priority>(/expedited/i.test(match[0]) ? 'expedited' : 'standard', `${rule}.header.priority`, part(at, match));
  });
  return {
    caseNumber,
    priority,
    dates: {
      injury: date('injury'),
      urDenial: date('urDenial'),
      applicationReceived: date('applicationReceived'),
      assigned: date('assigned'),
      decided: date('decided'),
    },
    notes,
  };
}

/** The case number in the text behind its label. */
function caseNumberFinding(scan: string, text: string, at: ScanSpan, rule: string): Finding<string> | null {
  const match = [...text.matchAll(CASE_NUMBER)][0];
  if (match !== undefined) {
    const found = finding(formatCaseNumber(digitsOf(match[1] ?? ''), digitsOf(match[2] ?? '')), rule, part(at, match));
    if (REPAIRED.test(match[0].slice(2))) return { ...found, grade: 'inferred', rule: `${rule}.digits` };
    return /^IMR/i.test(match[0]) ? { ...found, grade: 'inferred', rule: `${rule}.short-form` } : found;
  }
  if (!IMR_LABEL.test(scan.slice(Math.max(0, at.start - IMR_LABEL_LENGTH), at.start))) return null;
  const early = [...text.matchAll(EARLY_NUMBER)][0];
  // Its prefix is not what stands there.
  return early === undefined
    ? null
    : finding(formatCaseNumber(early[1] ?? '', early[2] ?? ''), `${rule}.early-form`, part(at, early), 'inferred');
}

function dateFinding(text: string, at: ScanSpan, rule: string): Finding<string> | null {
  const match = [...text.matchAll(DATE)][0];
  if (match === undefined) return null;
  const { year, month, day, name, nameDay, nameYear } = match.groups ?? {};
  const named = MONTHS.findIndex((one) => one.toLowerCase() === name?.toLowerCase()) + 1;
  const iso = isoDay(digitsOf(year ?? nameYear ?? ''), digitsOf(month ?? String(named)), digitsOf(day ?? nameDay ?? ''));
  if (iso === null) return null;
  const found = finding(iso, rule, part(at, match));
  // A digit that was taken for a letter can only be the one digit; still, it is not what stands there.
  return name === undefined && REPAIRED.test(match[0]) ? { ...found, grade: 'inferred', rule: `${rule}.digits` } : found;
}

/** The date that a sentence of the opening tells for the field. */
function proseDate(scan: string, prose: ScanSpan, field: HeaderField, rule: string): Finding<string> | null {
  for (const [told, words] of PROSE) {
    if (told !== field) continue;
    const match = new RegExp(words + DATE_WORDS, 'i').exec(scan.slice(prose.start, prose.end));
    if (match === null) continue;
    const at = part(prose, match);
    return dateFinding(scan.slice(at.start, at.end), at, rule);
  }
  return null;
}

/** Which texts belong to which label, in order. */
function pairLabels(scan: string, header: ScanSpan): Map<HeaderField, ScanSpan[]> {
  const pairs = new Map<HeaderField, ScanSpan[]>();
  let labels: HeaderField[] = [];
  for (const token of tokens(scan, header)) {
    if (token.field !== null) {
      labels.push(token.field);
      continue;
    }
    const values = valuesIn(scan, token.span);
    // As many values as labels before them: they belong together in order. Otherwise only the last label is sure of its value; and none is
    // where more values follow a column of labels, of which one is lost.
    const paired =
      labels.length > 1 && values.length === labels.length
        ? labels.map((label, index) => [label, values[index]] as const)
        : values.length > labels.length && (labels.length > 1 || /^\s*\n/.test(scan.slice(token.span.start, token.span.end)))
          ? []
          : [[labels.at(-1), token.span] as const];
    for (const [label, value] of paired) {
      if (label === undefined || value === undefined) continue;
      const texts = pairs.get(label);
      if (texts === undefined) pairs.set(label, [value]);
      else texts.push(value);
    }
    labels = [];
  }
  return pairs;
}

/** The header as labels and the texts between them. */
function tokens(scan: string, header: ScanSpan): Token[] {
  const text = scan.slice(header.start, header.end);
  const cuts: { start: number; end: number; field: HeaderField | null }[] = LABELS.flatMap(([field, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length, field })),
  );
  for (const match of text.matchAll(WRAPPED_LABEL)) {
    if (!cuts.some((cut) => cut.start <= match.index && match.index < cut.end))
      cuts.push({ start: match.index, end: match.index + match[0].length, field: null });
  }
  cuts.sort((a, b) => a.start - b.start);
  const out: Token[] = [];
  cuts.forEach((cut, index) => {
    if (cut.field !== null) out.push({ field: cut.field, span: scanSpan(header.start + cut.start, header.start + cut.end) });
    const until = cuts[index + 1]?.start ?? text.length;
    if (text.slice(cut.end, until).trim() !== '') out.push({ field: null, span: scanSpan(header.start + cut.end, header.start + until) });
  });
  return out;
}

function valuesIn(scan: string, span: ScanSpan): ScanSpan[] {
  const text = scan.slice(span.start, span.end);
  return [DATE, CASE_NUMBER, PRIORITY]
    .flatMap((pattern) => [...text.matchAll(pattern)].map((match) => part(span, match)))
    .sort((a, b) => a.start - b.start);
}

function part(at: ScanSpan, match: RegExpMatchArray): ScanSpan {
  const index = match.index ?? 0;
  return scanSpan(at.start + index, at.start + index + match[0].length);
}

function inferred<T>(found: Finding<T> | null): Finding<T> | null {
  return found === null ? null : { ...found, grade: 'inferred', rule: `${found.rule}.alone` };
}
