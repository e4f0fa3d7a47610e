/**
 * Diagnoses that a clinical summary lists: "The diagnoses include neck pain, cervical radiculopathy and headaches." Each
 * entry of the list is one diagnosis, as printed. "Diagnostic testing" lists none.
 */

import { type Finding, finding } from '../text/finding.ts';
import type { Line } from '../text/line.ts';
import type { Place } from '../text/places.ts';
import { sentencesOf } from '../text/sentences.ts';
import { bodyPartHits } from './body-parts.ts';

const LIST =
  /\b(?:diagnos(?:is|es|ed)|impressions?|assessments?)\b(?:\s*\([^)]{0,20}\))?\s*(?:(?:that|which|currently|is|are|was|were|have|has|had|been|also|documented|noted|listed|given|reported|established)\s+){0,4}(?:includ(?:e[ds]?|ing)|consist(?:s|ed)? of|of|as(?:\s+having)?|with|:|(?<=\b(?:is|are|was|were) )|(?<=: ))\s*:?\s*/i;
const NEXT_SUBJECT = /,?\s*(?:and|which|who|but)\s+(?:has|had|was|were|is|complain\w*|report\w*|underwent|treat\w*)\b.*$/i;
const TOO_LONG = 120;
/** What a classification adds behind a comma to the entry before it. */
const GOES_ON =
  /^(?:unspecified|initial|subsequent|sequela|not elsewhere|(?:fascia|muscles?|tendons?)\b(?! (?:spasms?|pain|strains?|sprains?|tears?|weakness))|(?:left|right|bilateral)(?: side)?$|with(?:out)?\b|[\w ]{0,30}\b(?:encounter|region|level|side|site)\b)/i;
/** Words that lead an entry and are not of it. */
const LEADING =
  /^(?:(?:and|or|as|of|having|an?|the|to include|includes?|including|likely|possible|status post:?)\s+|\d{1,2}[.)]\s*|["'(:-]+\s*)+/i;

/** The diagnoses of a summary in order, each once. */
export function extractDiagnoses(summary: Line, rule: string): Finding<string>[] {
  const seen = new Set<string>();
  return sentencesOf(summary.text).flatMap((sentence) => {
    const lead = LIST.exec(sentence.text);
    if (lead === null) return [];
    const from = lead.index + lead[0].length;
    const tail = sentence.text.slice(from).replace(NEXT_SUBJECT, '');
    return entriesOf(tail).flatMap(({ text, start }) => {
      const key = text.toLowerCase();
      if (seen.has(key)) return [];
      seen.add(key);
      const at = sentence.start + from + start;
      return [finding(text, rule, summary.at(at, at + text.length), 'inferred')];
    });
  });
}

/** Entries of a list: at commas and semicolons; at the last "and" where whole entries stand on either side. */
function entriesOf(tail: string): { text: string; start: number }[] {
  const separator = tail.includes(';') ? /;\s*/g : /,\s+/g;
  const cuts = [...tail.matchAll(separator)];
  const pieces = [...cuts, null].map((cut, index) => {
    const before = cuts[index - 1];
    const start = before === undefined ? 0 : before.index + before[0].length;
    return { start, end: cut?.index ?? tail.length };
  });
  const whole = tail.includes(';') ? pieces : joinParts(tail, pieces);
  const final = whole.pop();
  const last = final === undefined ? [] : splitAtAnd(tail, final.start, final.end);
  return [...whole, ...last].flatMap(({ start, end }) => {
    const printed = tail.slice(start, end);
    const lead = LEADING.exec(printed.trimStart())?.[0].length ?? 0;
    const offset = printed.length - printed.trimStart().length + lead;
    const text = printed.slice(offset).replace(/(?<![\s.,;:"')])[\s.,;:"')]+$/, '');
    return text.length < 3 || text.length > TOO_LONG || !/[a-z]{3}/i.test(text) ? [] : [{ text, start: start + offset }];
  });
}

/** The parts of one entry that holds commas of its own: "sprain of knee, initial encounter", "dislocation, shoulder". */
function joinParts(tail: string, pieces: readonly Place[]): Place[] {
  const joined: Place[] = [];
  let open = false;
  for (const piece of pieces) {
    const text = tail.slice(piece.start, piece.end).replace(/(?<![\s.])[\s.]+$/, '');
    const bare = isBodyPart(text);
    const before = joined.at(-1);
    if (before !== undefined && (open || bare || GOES_ON.test(text))) joined.splice(-1, 1, { start: before.start, end: piece.end });
    else joined.push(piece);
    // "lumbar, hip, and neck strain": what is no diagnosis yet waits for the rest.
    open = bare && (open || before === undefined);
  }
  return joined;
}

function isBodyPart(text: string): boolean {
  const bare = text.replace(/^(?:left|right|bilateral)\s+/i, '');
  return bodyPartHits(bare).some((hit) => hit.start === 0 && hit.end === bare.length);
}

function splitAtAnd(tail: string, start: number, end: number): Place[] {
  const text = tail.slice(start, end);
  const and = text.lastIndexOf(' and ');
  const wordsAhead = text.slice(0, and).trim().split(/\s+/).length;
  const wordsBehind = text
    .slice(and + 5)
    .trim()
    .split(/\s+/).length;
  // An entry with commas of its own was put together; its "and" is of it.
  if (and <= 0 || wordsAhead < 2 || wordsBehind < 2 || text.includes(', ')) return [{ start, end }];
  return [
    { start, end: start + and },
    { start: start + and + 5, end },
  ];
}
