/**
 * From an offer to what is put into the query, so that it means exactly that: plain words where they are understood as nothing else there, else the field and
 * its value. What finds nothing there is left out.
 */
import { FIELDS, type KeywordField, NOT_STATED, typedName } from '#contract/fields.ts';
import type { QueryNode } from '#contract/query.ts';
import type { Suggestion } from '#contract/suggest.ts';
import { KEYWORD_FIELDS } from '#mappings/fields.ts';
import type { Asking } from './asking.ts';
import type { Offer } from './in-order.ts';
import { fitOf } from './match-names.ts';
import { plainWords, valueWords, withoutPlaces } from './value-words.ts';

/** Offers beyond those that are wanted, of which some may find nothing where a query is no plain one. */
const SPARE = 4;

/** The first `most` of the offers that lead anywhere, in their order. */
export async function toSuggestions(asking: Asking, offers: readonly Offer[], most: number): Promise<Suggestion[]> {
  const first = offers.slice(0, most + SPARE);
  const put = await Promise.all(first.map((offer) => wordsFor(asking, offer)));
  const asked = put.flatMap((one) => (one?.tree == null ? [] : [one.tree]));
  const counts = await asking.index.counts(asked, asking.signal);
  const suggestions = first.flatMap((offer, at): Suggestion[] => {
    const one = put[at];
    if (one == null) return [];
    const count = one.tree === null ? offer.count : (counts[asked.indexOf(one.tree)] ?? 0);
    return count === 0 ? [] : [toSuggestion(offer, one.words, count)];
  });
  return suggestions.slice(0, most);
}

function toSuggestion({ named, name, window }: Offer, words: string, count: number): Suggestion {
  const { label, field } = named;
  // Its own words show it well enough where they fit too; what letters do not state is found by "none" as well, which says less.
  const own = named.names[0];
  const shows = name === own || fitOf(window.words, own?.words ?? []) !== null || named.value === NOT_STATED || name.text === named.value;
  return { label, name: shows ? null : name.text, kind: FIELDS[field].label, isField: false, count, at: window.at, words };
}

interface Put {
  /** With the blank behind it, where typing goes on. */
  readonly words: string;
  /** What the query then asks for, where that has to be counted. */
  readonly tree: QueryNode | null;
}

async function wordsFor(asking: Asking, { named, window, context, through }: Offer): Promise<Put | null> {
  const { field, value, label } = named;
  const typed = valueWords(field, { value, label, through }, (open) => openValues(open, named));
  if (typed === null) return null;
  // Behind a colon the field is typed already.
  const isNamed = window.isValue;
  const words = isNamed ? typed : `${typedName(through)}:${typed}`;
  if (context.adds && field === 'caseNumber' && !asksForCases(context.where)) {
    return { words: `${isNamed || !asking.isAlone(window.at) ? words : value} `, tree: null };
  }
  const plain = isNamed ? null : plainWords(field, value, label);
  // Several cases in one query are either, so that one more does not narrow it.
  const adds = context.adds && field !== 'caseNumber';
  if (adds && plain === null) return { words: `${words} `, tree: null };
  const tree = await asking.tree(asking.with(window.at, `${words} `));
  if (tree === null) return null;
  const plainTree = plain === null ? null : await asking.tree(asking.with(window.at, `${plain} `));
  const isSame = plainTree !== null && withoutPlaces(plainTree) === withoutPlaces(tree);
  return { words: `${isSame ? plain : words} `, tree: adds ? null : tree };
}

function asksForCases(where: QueryNode): boolean {
  if (where.kind === 'and' || where.kind === 'or') return where.children.some(asksForCases);
  if (where.kind === 'not') return asksForCases(where.child);
  return where.kind === 'filter' && where.filter.field === 'caseNumber';
}

/** The one value of an open list that is to be typed: it is there, since it was counted. */
function openValues(open: KeywordField, { field, value }: Offer['named']): readonly string[] {
  return open === field && KEYWORD_FIELDS[field].labels === null ? [value] : [];
}
