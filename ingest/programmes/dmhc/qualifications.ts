/** The qualifications of DMHC's reviewers: where they stand without a heading, and the specialties that they name. */
import type { Place } from '#mappings/text/places.ts';
import { sentencesOf } from '#mappings/text/sentences.ts';
import { type PrintedSpecialty, specialtiesIn } from '#mappings/vocabulary/specialties.ts';

const HYPHEN = String.raw`[\s\u2010-\u2015-]{0,3}`;
/** A sentence that tells who the reviewers are. */
const TELLS_WHO = new RegExp(
  String.raw`^(?:The|This|Each|Both|All|One|Two|Three|\d)\s(?:[a-z0-9]+\s){0,4}?reviewers?,?\s(?:is|are|was|were|has|have|holds?)\s(?:[a-z]+\s){0,2}?(?:board${HYPHEN}(?:certified|eligible)|board\scertification|certified|licensed|specializ|actively|an?\s(?:[a-z]+\s){0,3}(?:physician|specialist)|in\sactive)`,
  'iu',
);
/** One that goes on telling it. */
const GOES_ON = /^(?:He|She|They|The (?:[a-z0-9]+ ){0,4}?reviewers?)\s(?:is|are|has|have|holds?|maintains?|practi[cs]es?|specializes?)\b/u;

/** The sentences at the end of a text that tell who its reviewers are; null where it does not end in any. */
export function qualificationsAtEnd(text: string): Place | null {
  let place: Place | null = null;
  let start: number | null = null;
  const sentences = sentencesOf(text);
  for (const sentence of sentences.toReversed()) {
    if (TELLS_WHO.test(sentence.text)) {
      start = sentence.start;
      place = { start, end: sentences.at(-1)?.end ?? sentence.end };
    } else if (!GOES_ON.test(sentence.text)) break;
  }
  return place;
}

/** What a list of specialties stands behind, and what ends it. */
const CERTIFIED = new RegExp(
  String.raw`\b(?:(?:board${HYPHEN})?certified|board${HYPHEN}eligible|(?:board\s)?certifications?|specializ(?:es|ing|ed)|(?:sub)?specialty|licensed)\s+(?:in|by\s+the\s+American\s+(?:Osteopathic\s+)?Board\s+of)\s+(?<list>[^.;:\n]{2,200}?)(?=,?\s+(?:and|with|who)\s+(?:is|are|has|have|holds?|currently|actively|practi[cs]es|an?|licensed|fellowship)\b|,\s+(?:is|has|who|currently|actively|licensed)\b|[.;:\n]|$)`,
  'dgiu',
);
/** "a board-certified psychiatrist": one known specialty as a noun. */
const NOUN = new RegExp(String.raw`\bboard${HYPHEN}certified\s+(?<list>(?!in\b|by\b)\p{L}{4,30}(?:\s\p{L}{4,30}){0,3})`, 'dgiu');
/** Lists of states, which "licensed in" tells as well as a field. */
const STATES = /^(?:the\s)?(?:States?\b|California\b|New York\b|Texas\b|Florida\b)/i;

/** The specialties that a text names, in order, each once; `name` is null for a field that is not known, which is kept as printed. */
export function specialtiesOf(text: string): PrintedSpecialty[] {
  const lists = [...text.matchAll(CERTIFIED)].flatMap((match) => entries(match, true));
  const nouns = [...text.matchAll(NOUN)].flatMap((match) => entries(match, false));
  const seen = new Set<string>();
  return [...lists, ...nouns]
    .sort((a, b) => a.start - b.start)
    .filter(({ name, start, end }) => {
      const key = (name ?? text.slice(start, end)).toLowerCase();
      return !seen.has(key) && seen.add(key) !== undefined;
    });
}

function entries(match: RegExpMatchArray, keepUnknown: boolean): PrintedSpecialty[] {
  const words = match.groups?.['list'] ?? '';
  const [start] = match.indices?.groups?.['list'] ?? [0];
  if (keepUnknown && STATES.test(words)) return [];
  const whole = specialtiesIn(words);
  // "psychiatrist with long practice": the longest beginning that is known.
  const found = keepUnknown ? whole.flatMap((entry) => behindIn(entry, words)) : knownBeginning(words);
  return found.map((entry) => ({ ...entry, start: start + entry.start, end: start + entry.end }));
}

/** "in orthopedic surgery and in pediatrics": what stands behind the second "in". */
function behindIn(entry: PrintedSpecialty, words: string): PrintedSpecialty[] {
  const { start, end, name } = entry;
  const [lead] = (name === null ? /^in\s+/iu.exec(words.slice(start, end)) : null) ?? [];
  if (lead === undefined) return [entry];
  const from = start + lead.length;
  return specialtiesIn(words.slice(from, end)).map((one) => ({ ...one, start: from + one.start, end: from + one.end }));
}

function knownBeginning(words: string): PrintedSpecialty[] {
  const parts = words.split(/\s/);
  for (let count = parts.length; count > 0; count -= 1) {
    const [entry, ...rest] = specialtiesIn(parts.slice(0, count).join(' '));
    if (entry !== undefined && entry.name !== null && rest.length === 0) return [entry];
  }
  return [];
}
