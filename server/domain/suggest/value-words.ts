/** What is typed for a value of a field so that it means exactly that value. */
import type { KeywordField } from '#contract/fields.ts';
import type { QueryNode } from '#contract/query.ts';
import { filterNode } from '#mappings/query-tree.ts';
import { words } from '#mappings/text/words.ts';
import { plainTerms } from '../query-language/parse-query.ts';
import { type OpenValues, resolveValue } from '../query-language/values.ts';
import { readConditions } from '../understand/conditions.ts';
import { readingOf } from '../understand/reading.ts';

const NOWHERE = { start: 0, end: 0 };

/**
 * What is typed behind the colon of `through` for a value of `field` (the same, or the one it lies under): its words where they mean it alone, else
 * its id; in quotes where they are several. Null where neither means it.
 */
export function valueWords(
  field: KeywordField,
  { value, label, through }: { value: string; label: string; through: KeywordField },
  open: OpenValues,
): string | null {
  const wanted = withoutPlaces(filterNode(field, [value]));
  const isMeant = (text: string) => {
    const node = text === '' || /["“”„‟«»″＂*~]/.test(text) ? { expected: '' } : resolveValue(through, text, open, NOWHERE);
    return !('expected' in node) && withoutPlaces(node) === wanted;
  };
  // What shows itself is typed as it is.
  const text = (label === value ? [value] : [shown(label), value]).find(isMeant);
  return text === undefined ? null : quoted(text);
}

/** What a value is by plain words, by its field and itself: what words mean by themselves changes with no index. */
const plainOf = new Map<string, string | null>();

/** The words of a value that mean it by themselves, typed plainly; null where a field has to be named. */
export function plainWords(field: KeywordField, value: string, label: string): string | null {
  const key = `${field} ${value}`;
  const known = plainOf.get(key);
  if (known !== undefined) return known;
  const text = shown(label);
  const [only, ...rest] = wordedValues(field, text);
  const plain = only === value && rest.length === 0 ? text : null;
  plainOf.set(key, plain);
  return plain;
}

/** The values of a field that a text means as a condition, where it is plain words and nothing else beside it; else none. */
export function wordedValues(field: KeywordField, text: string): readonly string[] {
  const terms = words(text).length === 0 ? null : plainTerms(text, { values: () => [] });
  if (terms === null) return [];
  const { conditions, setAside } = readConditions(text, readingOf(terms, new Map()), () => false);
  const [only, ...more] = conditions;
  if (only === undefined || more.length + setAside.length > 0 || only.terms.start > 0 || only.terms.end < terms.length) return [];
  return only.filter.field === field ? only.filter.values : [];
}

/** A tree without the places of what was typed, to be compared. */
export function withoutPlaces(node: QueryNode): string {
  return JSON.stringify(node, (key, value: unknown) => (key === 'at' ? undefined : value));
}

function shown(label: string): string {
  return label.toLowerCase().replaceAll('"', ' ').replace(/\s+/g, ' ').trim();
}

function quoted(text: string): string {
  return /^[\w.-]+$/.test(text) ? text : `"${text}"`;
}
