/**
 * The plain words of a query as one text: what is read for names, with every word's place in it and in the query. Words that were
 * corrected stand in it as corrected; field:value terms do not.
 */

import { type NamedThings, readWords } from '#mappings/recognise/named-things.ts';
import type { Place } from '#mappings/text/places.ts';
import { tokenize, words } from '#mappings/text/words.ts';
import type { PlainTerm } from '../query-language/parse-query.ts';

/** A run of the query without blanks: one word, or several that were typed as one ("EMG/NCV"). */
export interface TypedTerm {
  /** Folded, as corrected. */
  readonly words: readonly string[];
  readonly typed: string;
  readonly at: Place;
  /** Its place in the text of the reading. */
  readonly inText: Place;
}

export interface Reading {
  readonly text: string;
  readonly terms: readonly TypedTerm[];
  readonly named: NamedThings;
}

/** A term with a word or words; `conditions` are its filters and the words of other fields. */
export function isWords({ term, node }: PlainTerm): boolean {
  return node !== null && node.kind !== 'filter' && term.field === null;
}

/** `corrected`: folded words by what stands for them. */
export function readingOf(terms: readonly PlainTerm[], corrected: ReadonlyMap<string, string>): Reading {
  let text = '';
  const typedTerms: TypedTerm[] = [];
  for (const { term } of terms) {
    const said = withCorrections(term.text, corrected);
    const start = text === '' ? 0 : text.length + 1;
    text = text === '' ? said : `${text} ${said}`;
    const { start: from, end } = term.at;
    typedTerms.push({ words: words(said), typed: term.text, at: { start: from, end }, inText: { start, end: text.length } });
  }
  return { text, terms: typedTerms, named: readWords(text) };
}

/** The terms that a place of the text touches, as a range of them; null where there are none. */
export function termsAt({ terms }: Pick<Reading, 'terms'>, { start, end }: Place): Place | null {
  const first = terms.findIndex((term) => term.inText.end > start);
  const last = terms.findLastIndex((term) => term.inText.start < end);
  return first === -1 || last < first ? null : { start: first, end: last + 1 };
}

/** The terms in the text of all their words, joined by single blanks. */
export function placesOf(terms: readonly TypedTerm[]): Place[] {
  let at = 0;
  return terms.map(({ words }) => {
    const start = at;
    const end = start + words.join(' ').length;
    at = end + 1;
    return { start, end };
  });
}

/** The place in the query, and the words typed there, of some terms. */
export function typedAt(q: string, terms: readonly TypedTerm[]): { at: Place; typed: string } {
  const at = { start: terms[0]?.at.start ?? 0, end: terms.at(-1)?.at.end ?? 0 };
  return { at, typed: q.slice(at.start, at.end) };
}

/** Text as `literal` names it: its words with single blanks. */
export function literalKey(text: string): string {
  return words(text).join(' ');
}

function withCorrections(text: string, corrected: ReadonlyMap<string, string>): string {
  let said = '';
  let last = 0;
  for (const { word, start, end } of tokenize(text)) {
    const used = corrected.get(word);
    if (used === undefined) continue;
    said += text.slice(last, start) + used;
    last = end;
  }
  return said + text.slice(last);
}
