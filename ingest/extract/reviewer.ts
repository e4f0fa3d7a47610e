/**
 * The reviewer: specialty as printed, specialties, licensed states. From the credentials block (2016-17) or from the sentence
 * in the standing paragraph ("... is Board Certified in X and is licensed to practice in Y.", 2014).
 */
import { type Finding, finding, type Note, textFinding, within } from '#mappings/text/finding.ts';
import type { ScanSpan } from '#mappings/text/scan.ts';
import { specialtiesIn } from '#mappings/vocabulary/specialties.ts';

export interface Reviewer {
  readonly specialtyAsPrinted: Finding<string> | null;
  readonly specialties: readonly Finding<string>[];
  readonly licensedStates: readonly Finding<string>[];
  readonly notes: readonly Note[];
}

const LICENSURE = /State\(?s?\)?\s*of\s*Licensure\s*:/i;
const SPECIALTY = /Certification\(?s?\)?\s*\/\s*Specialty\s*:/i;
// The scan copy has no longer run of white space than an empty line.
const SENTENCE =
  /\bis\s+(?:Board\s+Certified\s+in\s+|Licensed\s+in\s+|an?\s+(?:licensed\s+)?)(?<specialty>[\s\S]{2,300}?)\s{0,2},?\s{1,2}and\s+is\s+licensed\s+to\s+practice\s+in\s+(?<states>[\s\S]{2,300}?)\.(?=\s+(?:He|She|They|The|This|It|His|Her|In|No)\b|\s*$)/i;

/** The same told in other words, as the letters of 2013 may: each half alone, the specialty first. */
const CERTIFIED =
  /\bBoard[\s-]*Certified\s+in\s+(?<specialty>[\s\S]{2,200}?)(?=,?\s+(?:and|with|who)\s+(?:is|has|holds|an?|currently|licensed)\b|[.;]|\n\n|\s*$)/di;
const LICENSED =
  /\blicensed\s+(?:to\s+practice\s+)?(?:medicine\s+)?in\s+(?:the\s+states?\s+of\s+)?(?<states>[\s\S]{2,200}?)(?=,?\s+(?:and|with|who)\s+(?:is|has|holds)\b|[.;]|\n\n|\s*$)/di;

/** Reads the credentials block, else the standing paragraph. */
export function extractReviewer(scan: string, credentials: ScanSpan | null, standing: ScanSpan | null, rule: string): Reviewer {
  const block = credentials === null ? null : credentialsBlock(scan, credentials);
  // A block without its labels may still be a paragraph that tells the same.
  const fromBlock = block !== null && block.specialty === null && block.states === null && standing !== null ? null : block;
  const places = fromBlock ?? (standing === null ? null : standingSentence(scan, standing));
  const specialtyAsPrinted = textFinding(scan, `${rule}.reviewer.specialty`, places?.specialty ?? null);
  const notes: Note[] = [];
  if (specialtyAsPrinted === null) {
    notes.push({
      code: 'reviewer.missing',
      severity: 'warning',
      rule: `${rule}.reviewer.specialty`,
      reason: 'The reviewer’s specialty was not found.',
      at: null,
    });
  }
  return {
    specialtyAsPrinted,
    specialties: places?.specialty == null ? [] : namedSpecialties(scan, places.specialty, `${rule}.reviewer.specialties`),
    licensedStates: places?.states == null ? [] : splitList(scan, places.states, `${rule}.reviewer.states`),
    notes,
  };
}

interface Places {
  readonly specialty: ScanSpan | null;
  readonly states: ScanSpan | null;
}

/** An empty line; or a line in capitals, a title whatever became of it, unless the value is in capitals too. */
const VALUE_END = /\n(?:\n|[^\p{Ll}\n]{10,}(?:\n|$))/u;
const EMPTY_LINE = /\n\n/;

/** Two labels in either order; a value runs to the next label, to an empty line or to a title. */
function credentialsBlock(scan: string, block: ScanSpan): Places {
  const text = scan.slice(block.start, block.end);
  const states = LICENSURE.exec(text);
  const specialty = SPECIALTY.exec(text);
  const value = (label: RegExpExecArray | null, other: RegExpExecArray | null): ScanSpan | null => {
    if (label === null) return null;
    const start = label.index + label[0].length;
    const until = other !== null && other.index > start ? other.index : text.length;
    const first = start + text.slice(start, until).search(/\S/);
    const value = text.slice(first, until);
    const gap = (/^[^\p{Ll}\n]*\p{Ll}/u.test(value) ? VALUE_END : EMPTY_LINE).exec(value);
    const end = gap === null ? until : first + gap.index;
    return text.slice(start, end).trim() === '' ? null : within(block, start, end);
  };
  // Behind the states the specialty stands; where its label is lost, its words would be states.
  return { specialty: value(specialty, states), states: specialty === null ? null : value(states, specialty) };
}

function standingSentence(scan: string, standing: ScanSpan): Places {
  const match = new RegExp(SENTENCE.source, 'dgi').exec(scan.slice(standing.start, standing.end));
  const at = (name: string, other: RegExp): ScanSpan | null => {
    const found = match ?? other.exec(scan.slice(standing.start, standing.end));
    const range = found?.indices?.groups?.[name];
    return range === undefined ? null : within(standing, range[0], range[1]);
  };
  return { specialty: at('specialty', CERTIFIED), states: at('states', LICENSED) };
}

/** The specialties by their names, one value however it is printed; the letter's own words where the vocabulary does not know them. */
function namedSpecialties(scan: string, span: ScanSpan, rule: string): Finding<string>[] {
  return specialtiesIn(scan.slice(span.start, span.end)).flatMap(({ start, end, name }) => {
    const found = textFinding(scan, rule, within(span, start, end));
    return found === null ? [] : [name === null ? found : finding(name, rule, found.at)];
  });
}

/** The entries of a printed list: commas, semicolons and "and" separate them. */
function splitList(scan: string, span: ScanSpan, rule: string): Finding<string>[] {
  const text = scan.slice(span.start, span.end);
  const bounds = [...text.matchAll(/[,;]|(?<!\S)and(?!\S)/gi)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  return [...bounds, { start: text.length, end: text.length }].flatMap((bound, index) => {
    const printed = text.slice(bounds[index - 1]?.end ?? 0, bound.start);
    const start = bound.start - printed.trimStart().length;
    const found = textFinding(scan, rule, within(span, start, start + printed.trim().length));
    return found === null ? [] : [found];
  });
}
