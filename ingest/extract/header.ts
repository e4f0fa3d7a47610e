/**
 * The header: labels and values, however a reader laid the cells out: value behind its label, a column of labels before a
 * column of values, or a label that wraps around its value ("Application 11/03/2016 Received:").
 */
import { formatCaseNumber } from '#contract/determination.ts';
import type { Priority } from '#contract/lists.ts';
import { type ScanSpan, scanSpan } from '../text/scan.ts';
import { type Finding, finding, type Note } from './finding.ts';

const DATE = /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/g;
const CASE_NUMBER = /\bCM\s?(\d{2})\s?-?\s?(\d{4,7})\b/gi;
const PRIORITY = /\b(standard|regular|expedited)\b/gi;

const LABELS = [
  ['caseNumber', /\bCase\s*Number\s*:/gi, CASE_NUMBER],
  ['assigned', /\bDate\s*Assigned\s*:/gi, DATE],
  ['injury', /\bDate\s*of\s*Injury\s*:/gi, DATE],
  ['decided', /\bDecision\s*Date\s*:/gi, DATE],
  ['urDenial', /\bUR\s*Denial\s*Date\s*:/gi, DATE],
  ['priority', /\bPriority\s*:/gi, PRIORITY],
  // The label wraps in its cell, so its second word may stand behind the value.
  ['applicationReceived', /\bApplication(?:\s*Received\s*:|(?=\s+\S+\s+Received\s*:))/gi, DATE],
] as const satisfies readonly (readonly [string, RegExp, RegExp])[];
type HeaderField = (typeof LABELS)[number][0];
const WRAPPED_LABEL = /\bReceived\s*:/gi;

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

/** Reads the header in `span` of the scan copy. `rule` prefixes the ids of the rules. */
export function extractHeader(scan: string, span: ScanSpan | null, rule: string): Header {
  const notes: Note[] = [];
  const texts = span === null ? new Map<HeaderField, ScanSpan>() : pairLabels(scan, span);
  // A case number and a priority are known by their own form: the only one of the header is the header's.
  const only = (pattern: RegExp): ScanSpan | null => {
    const all = span === null ? [] : [...scan.slice(span.start, span.end).matchAll(pattern)];
    const distinct = new Set(all.map((match) => match[0].toLowerCase().replace(/[\s-]/g, '')));
    return span === null || all[0] === undefined || distinct.size !== 1 ? null : part(span, all[0]);
  };
  const of = <T>(field: HeaderField, parse: (text: string, at: ScanSpan) => Finding<T> | null): Finding<T> | null => {
    const at = texts.get(field);
    const stated = at === undefined ? null : parse(scan.slice(at.start, at.end), at);
    const alone =
      stated !== null || (field !== 'caseNumber' && field !== 'priority') ? null : only(field === 'priority' ? PRIORITY : CASE_NUMBER);
    const value = stated ?? (alone === null ? null : inferred(parse(scan.slice(alone.start, alone.end), alone)));
    if (value === null) {
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
  const date = (field: HeaderField) => of(field, (text, at) => dateFinding(text, at, `${rule}.header.${field}`));
  const caseNumber = of('caseNumber', (text, at) => {
    const match = [...text.matchAll(CASE_NUMBER)][0];
    if (match === undefined) return null;
    return finding(formatCaseNumber(match[1] ?? '', match[2] ?? ''), `${rule}.header.caseNumber`, part(at, match));
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

/** ISO day of a printed US date; null where the calendar has no such day. */
function isoDate(year: string, month: string, day: string): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== iso ? null : iso;
}

function dateFinding(text: string, at: ScanSpan, rule: string): Finding<string> | null {
  const match = [...text.matchAll(DATE)][0];
  if (match === undefined) return null;
  const iso = isoDate(match[3] ?? '', match[1] ?? '', match[2] ?? '');
  return iso === null ? null : finding(iso, rule, part(at, match));
}

/** Which text belongs to which label. The first text of a label counts. */
function pairLabels(scan: string, header: ScanSpan): Map<HeaderField, ScanSpan> {
  const pairs = new Map<HeaderField, ScanSpan>();
  let labels: HeaderField[] = [];
  for (const token of tokens(scan, header)) {
    if (token.field !== null) {
      labels.push(token.field);
      continue;
    }
    const values = valuesIn(scan, token.span);
    // As many values as labels before them: they belong together in order. Otherwise only the last label is sure of its value.
    const paired =
      labels.length > 1 && values.length === labels.length
        ? labels.map((label, index) => [label, values[index]] as const)
        : [[labels.at(-1), token.span] as const];
    for (const [label, value] of paired) if (label !== undefined && value !== undefined && !pairs.has(label)) pairs.set(label, value);
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
