/** The one box: a query is sent by Enter; the slash key comes here from anywhere. */
import { Button, CloseButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { SearchIcon } from '../../components/icons.tsx';
import { withinHref } from '../../lib/programme-filter.ts';
import type { NarrowingState } from '../../lib/url-state.ts';
import { useKeys } from '../../lib/use-keys.ts';
import styles from './query-box.module.css';
import { QueryInput } from './query-input.tsx';

interface Props {
  state: NarrowingState;
  /** What suggestions are counted within: what the page counts. */
  within: NarrowingState;
  /** What the box is for, and what its button says. */
  label: string;
  button: string;
  onChange: (part: Partial<NarrowingState>) => void;
}

export function QueryBox({ state, within, label, button, onChange }: Props) {
  const { q } = state;
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  // The box follows the address (a chip taken away, a way back) without being drawn anew: who searched by Enter stays in it.
  useEffect(() => {
    if (input.current !== null && input.current.value.trim() !== q) input.current.value = q;
  }, [q]);
  useKeys({
    '/': () => {
      input.current?.focus();
      input.current?.select();
    },
  });
  const { state: cameFrom } = useLocation();
  // The key was pressed on a page without a box.
  useEffect(() => {
    if (typeof cameFrom === 'object' && cameFrom !== null && 'toBox' in cameFrom) input.current?.focus();
  }, [cameFrom]);
  const clear = () => {
    if (input.current !== null) input.current.value = '';
    input.current?.focus();
    if (q !== '') onChange({ q: '', literal: [] });
  };
  return (
    <search>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          const typed = input.current?.value.trim() ?? '';
          // What was switched off was switched off for the words of before.
          onChange(typed === q ? {} : { q: typed, literal: [] });
        }}
      >
        <QueryInput
          ref={input}
          q={q}
          within={within}
          label={label}
          clear={q === '' ? null : <CloseButton size="sm" aria-label="Clear the search" tabIndex={-1} onClick={clear} />}
          onLongText={(text) => void navigate(withinHref('/similar', state.filters), { state: { text } })}
        />
        {/* Enter does the same: no stop of its own between the box and the results. */}
        <Button type="submit" variant="filled" size="md" tabIndex={-1} className={styles['submit'] ?? ''} aria-label={button}>
          <span className={styles['word']}>{button}</span>
          <span className={styles['sign']}>
            <SearchIcon />
          </span>
        </Button>
      </form>
    </search>
  );
}
