/**
 * From a reviewer's specialties as a letter prints them to their names: "Physical Medicine & Rehabilitation, PAIN MANAGEMENT" is
 * two, by the boards' own names. A name may hold "and" or a comma itself, so the longest known name counts first. What is not known
 * stays as printed.
 */
import { z } from 'zod';
import { laterMap, loadedWhenUsed } from './load.ts';

const SpecialtyVocabularySchema = z.strictObject({
  specialties: z.array(
    z.strictObject({
      name: z.string().min(1),
      /** Other printings of the same name, never another specialty. */
      forms: z.array(z.string().min(1)),
      /** Printed lists that hold the specialty, and such that do not. */
      examples: z.array(z.string()).min(1),
      counterexamples: z.array(z.string()).min(1),
      source: z.string().min(1),
    }),
  ),
});

export const SPECIALTY_VOCABULARY = loadedWhenUsed('specialties.json', SpecialtyVocabularySchema);

/** One entry of a printed list: where it stands, and the specialty's name; null where it is not known. */
export interface PrintedSpecialty {
  readonly start: number;
  readonly end: number;
  readonly name: string | null;
}

/** What stands between two words: blanks and hyphens, a sign as "&" or "/", the word "and", a comma, or a semicolon. */
type Gap = 'blank' | 'sign' | 'and' | 'comma' | 'end';

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What stands before it. */
  readonly gap: Gap;
}

interface Form {
  readonly name: string;
  readonly words: readonly Word[];
  /** Whether a comma may stand for its "and": not where that parts two specialties ("Psychiatry, Neurology"). */
  readonly commas: boolean;
}

/** The name of a specialty that is typed or printed alone; null where it is not known. */
export function knownSpecialty(text: string): string | null {
  const entries = specialtiesIn(text);
  return entries.length === 1 ? (entries[0]?.name ?? null) : null;
}

/** The entries of a printed list, in order. Words as "has a subspecialty in" belong to none. */
export function specialtiesIn(text: string): PrintedSpecialty[] {
  const words = wordsOf(text);
  const entries: PrintedSpecialty[] = [];
  for (let index = 0; index < words.length; ) {
    const first = index + leadAt(words, index);
    const known = knownAt(words, first);
    const after = known === null ? entryEnd(words, first) : first + known.length;
    const [opening, closing] = [words[first], words[after - 1]];
    if (opening !== undefined && closing !== undefined && after > first)
      entries.push({
        start: opening.start,
        end: known === null ? untilGap(text, closing, words[after]) : closing.end,
        name: known?.name ?? null,
      });
    index = Math.max(after, index + 1);
  }
  return entries;
}

const WORD = /[\p{L}\p{N}'’.]+/gu;

/** The words of a list; "and" is what stands between them. */
function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  let and = false;
  for (const match of text.matchAll(WORD)) {
    const printed = match[0].replace(/[.]$/, '');
    if (/^and$/i.test(printed)) {
      and = true;
      continue;
    }
    const gap = gapOf(text.slice(end, match.index), and);
    if (printed !== '') words.push({ text: printed.toLowerCase(), start: match.index, end: match.index + match[0].length, gap });
    end = match.index + match[0].length;
    and = false;
  }
  return words;
}

function gapOf(between: string, and: boolean): Gap {
  if (between.includes(';')) return 'end';
  if (between.includes(',')) return 'comma';
  if (and) return 'and';
  return /[&/+]/.test(between) ? 'sign' : 'blank';
}

const LEADS = [
  'has a subspecialty in',
  'with a subspecialty in',
  'a subspecialty in',
  'subspecialty in',
  'is board certified in',
  'board certified in',
].map((lead) => lead.split(' '));

/** How many words at an entry's start only lead to it. */
function leadAt(words: readonly Word[], index: number): number {
  return LEADS.find((lead) => lead.every((word, offset) => words[index + offset]?.text === word))?.length ?? 0;
}

/** Who is of a specialty: "Physical Medicine and Rehabilitation Physician". */
const TITLES: ReadonlySet<string> = new Set(['physician', 'specialist', 'practitioner']);

/** The longest known name that begins at a word and ends where an entry may end. */
function knownAt(words: readonly Word[], index: number): { name: string; length: number } | null {
  const candidates = FORMS.get(words[index]?.text ?? '') ?? [];
  for (const { name, words: form, commas } of candidates) {
    if (
      !form.every(
        (word, offset) => offset === 0 || (word.text === words[index + offset]?.text && fits(word.gap, words[index + offset]?.gap, commas)),
      )
    )
      continue;
    const behind = words[index + form.length];
    if (endsEntry(behind) || leadAt(words, index + form.length) > 0) return { name, length: form.length };
    if (TITLES.has(behind?.text ?? '') && endsEntry(words[index + form.length + 1])) return { name, length: form.length + 1 };
  }
  return null;
}

function fits(asked: Gap, printed: Gap | undefined, commas: boolean): boolean {
  if (asked === 'blank') return printed === 'blank';
  return printed !== 'end' && (printed !== 'comma' || commas);
}

function endsEntry(next: Word | undefined): boolean {
  return next === undefined || next.gap !== 'blank';
}

/** The end of an entry that is not known: a comma or the word "and" ends it; a sign, as in "Hand & Wrist", does not. */
function entryEnd(words: readonly Word[], index: number): number {
  let end = index + 1;
  while (words[end]?.gap === 'blank' || words[end]?.gap === 'sign') end += 1;
  return end;
}

/** An entry that is not known is kept as printed, with its closing sign. */
function untilGap(text: string, closing: Word, next: Word | undefined): number {
  const rest = text.slice(closing.end, next?.start ?? text.length);
  return closing.end + (/^[)\]]/.exec(rest)?.[0].length ?? 0);
}

/** Every printed form by its first word, the longest first. */
const FORMS: ReadonlyMap<string, readonly Form[]> = laterMap(formsByFirstWord);

function formsByFirstWord(): Map<string, Form[]> {
  const all = SPECIALTY_VOCABULARY.specialties.flatMap(({ name, forms }) =>
    [name, ...forms].map((form) => ({ name, words: wordsOf(form) })),
  );
  const keys = new Set(all.map(({ words }) => keyOf(words)));
  const forms = all.map((form) => ({ ...form, commas: !partsOf(form.words).every((part) => keys.has(keyOf(part))) }));
  return Map.groupBy(
    forms.sort((a, b) => b.words.length - a.words.length),
    ({ words }) => words[0]?.text ?? '',
  );
}

function keyOf(words: readonly Word[]): string {
  return words.map(({ text, gap }, index) => (index > 0 && gap !== 'blank' ? `& ${text}` : text)).join(' ');
}

/** The words between the "and"s of a name. */
function partsOf(words: readonly Word[]): Word[][] {
  const parts: Word[][] = [];
  for (const word of words) {
    if (word.gap === 'blank' && parts.length > 0) parts.at(-1)?.push(word);
    else parts.push([word]);
  }
  return parts;
}
