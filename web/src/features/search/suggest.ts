/** What may be typed next in the query box: names of fields, and after a colon the values of the field. Pure. */
import type { FieldsResponse } from '#contract/api.ts';
import { FIELDS, typedName } from '#contract/fields.ts';
import { NOT_STATED } from '#contract/query.ts';
import type { Facet } from '#contract/search.ts';
import { words as wordsOf } from '#mappings/text/words.ts';

export interface Suggestion {
  /** The words that show it. */
  readonly label: string;
  /** What it is, in quiet words beside it. */
  readonly hint: string;
  /** The query with it taken, and where typing goes on. */
  readonly text: string;
  readonly caret: number;
}

/** The most that are offered at once. */
const MOST = 8;
/** A field's name is offered from so many letters on: fewer are part of any word. */
const LEAST = 2;

/** The word that is being typed: `-spec`, `service:phys`, `body:"low ba`. */
const TYPED = /(?:^|[\s(])([-+]?)(?:([\p{L}-]+):("?)([^":()]*)|([\p{L}-]+))$/u;

/** Offers for what stands before the caret; none in quotes or where nothing fits. `facets`: values of lists that are not closed. */
export function suggestions(text: string, caret: number, fields: FieldsResponse['fields'], facets: readonly Facet[]): Suggestion[] {
  const before = text.slice(0, caret);
  const [, , name, quote, value, word] = TYPED.exec(before) ?? [];
  if (name !== undefined && value !== undefined) {
    if (quote === '' && /\s/.test(value)) return [];
    return valueOffers(text, caret, { name: name.toLowerCase(), value, quoted: quote !== '' }, fields, facets);
  }
  if (word === undefined || word.length < LEAST || inQuotes(before)) return [];
  const typed = word.toLowerCase();
  return fields
    .flatMap(({ names, label, example }) => {
      const [first] = names;
      const fits = first !== undefined && (names.some((other) => other.startsWith(typed)) || wordsOf(label).some((part) => part === typed));
      return fits ? [{ ...put(text, caret, typed.length, `${first}:`), label: `${first}:`, hint: `${label}, as ${example}` }] : [];
    })
    .slice(0, MOST);
}

function valueOffers(
  text: string,
  caret: number,
  typed: { name: string; value: string; quoted: boolean },
  fields: FieldsResponse['fields'],
  facets: readonly Facet[],
): Suggestion[] {
  const field = fields.find(({ names }) => names.includes(typed.name));
  if (field === undefined) return [];
  const facet = facets.find((candidate) => field.names.includes(typedName(candidate.field)));
  const counts = new Map(facet?.values.map(({ value, count }) => [value, count]));
  const values = field.values ?? facet?.values.filter(({ value }) => value !== NOT_STATED) ?? [];
  const lack = lackOf(field.names);
  const wanted = typed.value.trim().toLowerCase();
  const length = typed.value.length + (typed.quoted ? 1 : 0);
  const fitting = values
    .map((row) => ({ ...row, rank: rankOf(row, wanted), count: counts.get(row.value) ?? 0 }))
    .filter(({ rank }) => rank < 3)
    .toSorted((a, b) => a.rank - b.rank || b.count - a.count || (a.label < b.label ? -1 : 1));
  // Last, and never crowded out: what letters do not state can be asked for like any value.
  const last = lack !== null && rankOf({ ...lack, value: 'none' }, wanted) < 3 ? [{ ...lack, count: counts.get(NOT_STATED) ?? 0 }] : [];
  return [...fitting.slice(0, MOST - last.length), ...last].map(({ value, label, count }) => ({
    ...put(text, caret, length, `${typedValue(value, label, values)} `),
    label,
    hint: count > 0 ? `${field.label}, ${count} here` : field.label,
  }));
}

/** What a field says of items without a value; null where every item has one, or where it is no field of the table. */
function lackOf(names: readonly string[]): { value: string; label: string } | null {
  const row = Object.values(FIELDS).find(({ typed }) => names.includes(typed[0]));
  return row?.notStated == null ? null : { value: NOT_STATED, label: row.notStated };
}

/** What is typed for a value: its words where they name it alone, else its id; in quotes where they are several. */
function typedValue(value: string, label: string, values: readonly { value: string; label: string }[]): string {
  const words = label.toLowerCase().replaceAll('"', ' ').replace(/\s+/g, ' ').trim();
  const sole = values.every(
    (other) => other.value === value || (plain(other.label) !== plain(label) && plain(other.value) !== plain(label)),
  );
  const text = sole && words !== '' ? words : value;
  return /^[\w.-]+$/.test(text) ? text : `"${text}"`;
}

/** As the server compares names: by their words alone. */
const plain = (text: string) => wordsOf(text).join(' ');

/** 0: begins with it; 1: one of its words does; 2: holds it somewhere; 3: not at all. */
function rankOf({ value, label }: { value: string; label: string }, wanted: string): number {
  const words = label.toLowerCase();
  if (words.startsWith(wanted) || value.toLowerCase().startsWith(wanted)) return 0;
  if (wordsOf(words).some((word) => word.startsWith(wanted))) return 1;
  return words.includes(wanted) ? 2 : 3;
}

/** The query with the last `length` letters before the caret changed for `words`; an unneeded blank behind is not doubled. */
function put(text: string, caret: number, length: number, words: string): Pick<Suggestion, 'text' | 'caret'> {
  const start = caret - length;
  const behind = text.slice(caret).replace(/^[^\s")]*"?/, '');
  const rest = words.endsWith(' ') ? behind.replace(/^\s+/, '') : behind;
  return { text: `${text.slice(0, start)}${words}${rest}`, caret: start + words.length };
}

function inQuotes(before: string): boolean {
  return (before.match(/["“”]/g)?.length ?? 0) % 2 === 1;
}
