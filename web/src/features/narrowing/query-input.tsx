/**
 * The query box as a combobox: names and values are suggested as one types. Nothing is taken from the keyboard: Enter searches what was typed unless a
 * suggestion was gone to with the arrows, which it then takes and searches; Tab goes on, Escape closes the list. Where suggestions cannot be had, the box is a box.
 */
import { Combobox, TextInput, useVirtualizedCombobox, VisuallyHidden } from '@mantine/core';
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, type Ref, useId, useImperativeHandle, useRef } from 'react';
import { QUERY_LENGTH } from '#contract/limits.ts';
import { SearchIcon } from '../../components/icons.tsx';
import type { NarrowingState } from '../../lib/url-state.ts';
import { countWords } from '../../lib/words.ts';
import styles from './query-input.module.css';
import { keyOf } from './suggest.ts';
import { useSuggestions } from './use-suggestions.ts';

interface Props {
  ref: Ref<HTMLInputElement>;
  /** What stands in it at first. */
  q: string;
  /** What suggestions are counted within. */
  within: NarrowingState;
  /** What is done with what is typed. */
  label: string;
  /** At the end of the box: what empties it. */
  clear: ReactNode;
  /** A text was pasted that is longer than a query may be. */
  onLongText: (text: string) => void;
}

export function QueryInput({ ref, q, within, label, clear, onLongText }: Props) {
  const input = useRef<HTMLInputElement>(null);
  useImperativeHandle<HTMLInputElement | null, HTMLInputElement | null>(ref, () => input.current, []);
  const { offers, at, goTo, look, close, take } = useSuggestions(input, within);
  const list = useId();
  const idOf = (index: number) => `${list}-${index}`;
  const open = offers.length > 0;
  const combobox = useVirtualizedCombobox({
    opened: open,
    onOpenedChange: (opens) => (opens ? look() : close()),
    totalOptionsCount: offers.length,
    getOptionId: idOf,
    selectedOptionIndex: at,
    setSelectedOptionIndex: goTo,
    onSelectedOptionSubmit: (index) => offers[index] !== undefined && take(offers[index]),
  });
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    // What is typed is searched; an answer that is still on its way opens nothing.
    if (event.key === 'Enter' && at === -1) close();
    if (event.key === 'Escape' && open) event.preventDefault();
  };
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (text.length <= QUERY_LENGTH) return;
    event.preventDefault();
    onLongText(text);
  };
  return (
    <div className={styles['input']}>
      <Combobox
        store={combobox}
        withinPortal={false}
        position="bottom-start"
        offset={4}
        middlewares={{ flip: false, shift: false }}
        classNames={{ dropdown: styles['offers'] ?? '', option: styles['offer'] ?? '' }}
        onOptionSubmit={(key) => {
          const offer = offers.find((one) => keyOf(one) === key);
          if (offer !== undefined) take(offer);
        }}
      >
        {/* Which one is gone to is ours to say: the list may change under it. */}
        <Combobox.Target withAriaAttributes={false}>
          <TextInput
            ref={input}
            type="text"
            inputMode="search"
            enterKeyHint="search"
            name="q"
            role="combobox"
            aria-label={label}
            aria-autocomplete="list"
            aria-haspopup="listbox"
            aria-expanded={open}
            aria-controls={list}
            aria-activedescendant={at < 0 ? undefined : idOf(at)}
            placeholder="A treatment, a condition, a guideline, a case number"
            rightSection={clear}
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
            onBlur={close}
          />
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Options id={list} aria-label="What may be typed next">
            {offers.map((offer, index) => (
              <Combobox.Option
                key={keyOf(offer)}
                value={keyOf(offer)}
                id={idOf(index)}
                selected={index === at}
                aria-selected={index === at}
              >
                <span className={styles['label']}>
                  {offer.label}
                  {offer.name !== null && <span className={styles['quiet']}> {offer.name}</span>}
                </span>
                <span className={styles['what']}>
                  {offer.kind}
                  {offer.count !== null && ` · ${countWords(offer.count, 'item')}`}
                </span>
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <VisuallyHidden role="status">{open ? `${countWords(offers.length, 'suggestion')}; the down arrow goes to them` : ''}</VisuallyHidden>
    </div>
  );
}
