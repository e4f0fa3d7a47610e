/**
 * The query box as a combobox: fields and their values are offered as one types. Nothing is taken from the keyboard: Enter searches
 * unless an offer was gone to with the arrows, Tab goes on, Escape closes the offers.
 */
import { TextInput, VisuallyHidden } from '@mantine/core';
import { type ClipboardEvent, type KeyboardEvent, type Ref, useId, useImperativeHandle, useRef, useState } from 'react';
import type { Facet } from '#contract/search.ts';
import { SearchIcon } from '../../components/icons.tsx';
import { useFields } from '../../lib/endpoints.ts';
import styles from './search-box.module.css';
import { type Suggestion, suggestions } from './suggest.ts';

/** The most letters of a query. */
const QUERY_LENGTH = 2_000;

interface Props {
  ref: Ref<HTMLInputElement>;
  q: string;
  facets: readonly Facet[];
  /** A text was pasted that is longer than a query may be. */
  onLongText: (text: string) => void;
}

const CLOSED = { offers: [] as readonly Suggestion[], at: -1 };

export function QueryInput({ ref, q, facets, onLongText }: Props) {
  const input = useRef<HTMLInputElement>(null);
  useImperativeHandle<HTMLInputElement | null, HTMLInputElement | null>(ref, () => input.current, []);
  const { data } = useFields();
  const [{ offers, at }, setOffers] = useState(CLOSED);
  const list = useId();
  const open = offers.length > 0;
  const look = () => {
    const box = input.current;
    if (box === null || data === undefined) return;
    const caret = box.selectionStart ?? box.value.length;
    setOffers({ offers: box.selectionEnd === caret ? suggestions(box.value, caret, data.fields, facets) : [], at: -1 });
  };
  const take = (offer: Suggestion) => {
    const box = input.current;
    if (box === null) return;
    box.value = offer.text.slice(0, QUERY_LENGTH);
    box.focus();
    box.setSelectionRange(offer.caret, offer.caret);
    look();
  };
  const press = (event: KeyboardEvent) => {
    if (!open || event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      // From the box to the first or last offer, through them, and back to the box.
      setOffers({ offers, at: ((at + 1 + step + offers.length + 1) % (offers.length + 1)) - 1 });
      return;
    }
    const offer = offers[at];
    if (event.key === 'Enter' && offer !== undefined) {
      event.preventDefault();
      take(offer);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      setOffers(CLOSED);
    } else if (event.key === 'Enter') setOffers(CLOSED);
  };
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (text.length <= QUERY_LENGTH) return;
    event.preventDefault();
    onLongText(text);
  };
  return (
    <div className={styles['input']}>
      <TextInput
        ref={input}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        name="q"
        role="combobox"
        aria-label="Search prior IMR decisions"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={list}
        aria-activedescendant={at < 0 ? undefined : `${list}-${at}`}
        placeholder={'Words, "a phrase", service:… guideline:… case:…'}
        defaultValue={q}
        size="md"
        maxLength={QUERY_LENGTH}
        leftSection={<SearchIcon />}
        autoComplete="off"
        spellCheck={false}
        onInput={look}
        onClick={look}
        onKeyDown={press}
        onPaste={paste}
        onBlur={() => setOffers(CLOSED)}
      />
      <div id={list} role="listbox" aria-label="What may be typed next" className={styles['offers']} hidden={!open}>
        {offers.map((offer, index) => (
          // The keyboard reaches the offers from the box, by its arrows.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          // biome-ignore lint/a11y/useFocusableInteractive: see above
          <div
            key={offer.label}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === at}
            className={styles['offer']}
            // Before the box loses the focus, with which the offers close.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(offer)}
          >
            <span>{offer.label}</span>
            <span className={styles['what']}>{offer.hint}</span>
          </div>
        ))}
      </div>
      <VisuallyHidden role="status">
        {open ? `${offers.length === 1 ? 'One offer' : `${offers.length} offers`}; the down arrow goes to them` : ''}
      </VisuallyHidden>
    </div>
  );
}
