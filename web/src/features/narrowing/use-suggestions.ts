/** The list of suggestions of the query box: what it holds, which is gone to, and how one is taken. */
import { useDebouncedValue } from '@mantine/hooks';
import { type RefObject, useState } from 'react';
import { QUERY_LENGTH } from '#contract/limits.ts';
import type { Suggestion } from '#contract/suggest.ts';
import { useSuggested } from '../../lib/endpoints.ts';
import type { NarrowingState } from '../../lib/url-state.ts';
import { keyOf, stillFitting, type Typed, withSuggestion } from './suggest.ts';

/** What is typed within this time is asked for once. */
const PAUSE_MS = 120;

export interface Suggestions {
  readonly offers: readonly Suggestion[];
  /** Which of them is gone to; -1: none. */
  readonly at: number;
  /** Goes to one. */
  readonly goTo: (at: number) => void;
  /** Asks for what the box says now; none is gone to. */
  readonly look: () => void;
  readonly close: () => void;
  /** Puts one into the box: the name of a field opens its values, anything else is searched at once. */
  readonly take: (offer: Suggestion) => void;
}

export function useSuggestions(input: RefObject<HTMLInputElement | null>, state: NarrowingState): Suggestions {
  // Null: closed, whatever answer is still on its way.
  const [typed, setTyped] = useState<Typed | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [asked] = useDebouncedValue(typed, PAUSE_MS);
  const suggested = useSuggested(typed === null ? null : asked, state);
  const offers = typed === null || suggested === undefined ? [] : stillFitting(suggested, typed);
  // A list that comes later keeps the place of what was gone to, and loses it with that.
  const at = chosen === null ? -1 : offers.findIndex((offer) => keyOf(offer) === chosen);
  const look = () => {
    const box = input.current;
    if (box === null) return;
    const caret = box.selectionStart ?? box.value.length;
    setTyped(box.selectionEnd === caret && box.value.trim() !== '' ? { q: box.value, caret } : null);
    setChosen(null);
  };
  const close = () => {
    setTyped(null);
    setChosen(null);
  };
  return {
    offers,
    at,
    goTo: (index) => setChosen(offers[index] === undefined ? null : keyOf(offers[index])),
    look,
    close,
    take: (offer) => {
      const box = input.current;
      if (box === null || suggested === undefined || typed === null) return;
      const { q, caret } = withSuggestion(offer, suggested.asked, typed);
      if (q.length > QUERY_LENGTH) return close();
      box.value = q;
      box.focus();
      box.setSelectionRange(caret, caret);
      // Behind the name of a field its values follow; a value is whole, and is searched with all that stands beside it.
      if (offer.isField) return look();
      close();
      box.form?.requestSubmit();
    },
  };
}
