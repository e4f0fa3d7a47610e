/** Addresses of one disputed item. Pure, but for the origin of `itemAddress`. */
import { letterPath } from '#contract/letter-path.ts';
import { programmeIn } from './programme-filter.ts';
import type { NarrowingState } from './url-state.ts';

export interface ItemRef {
  readonly letterId: string;
  readonly number: number;
}

/** What was searched when an item was found: its words, the program that was looked at, and as of which snapshot. */
export type Searched = Pick<NarrowingState, 'q' | 'summary' | 'literal'> & Partial<Pick<NarrowingState, 'filters' | 'snapshot'>>;

/** The item in its letter, with the words that were searched marked there. The program that was looked at goes along, for the ways on. */
export function itemHref({ letterId, number }: ItemRef, words?: Searched): string {
  const params = new URLSearchParams({ item: String(number) });
  const programme = programmeIn(words?.filters ?? {});
  if (programme !== null) params.set('programme', programme);
  if (words?.snapshot) params.set('snapshot', words.snapshot);
  if (words !== undefined && words.q !== '') {
    params.set('q', words.q);
    if (words.summary) params.set('summary', 'true');
    for (const typed of words.literal) params.append('literal', typed);
  }
  return `/determinations/${encodeURIComponent(letterId)}?${params}`;
}

/** The item as it is cited: in full, without what was searched for. `version`: a sha-256, null for the one that counts. */
export function itemAddress({ letterId, number }: ItemRef, version: string | null = null): string {
  const params = new URLSearchParams({ item: String(number), ...(version === null ? {} : { version }) });
  return new URL(`${letterPath(letterId)}?${params}`, window.location.origin).href;
}

/** The same page with another item of its letter. */
export function withItem(params: URLSearchParams, number: number): string {
  const next = new URLSearchParams(params);
  next.set('item', String(number));
  return `?${next}`;
}

/** Cases like this one. */
export function similarHref({ letterId, number }: ItemRef): string {
  return `/similar?${new URLSearchParams({ case: letterId, item: String(number) })}`;
}
