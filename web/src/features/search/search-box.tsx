/** The one box: a query is sent by Enter; the slash key comes here from anywhere on the page. */
import { Button, Switch } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { SearchState } from '../../lib/url-state.ts';
import { useKeys } from '../../lib/use-keys.ts';
import { QueryHelp } from './query-help.tsx';
import { QueryInput } from './query-input.tsx';
import styles from './search-box.module.css';

interface Props {
  state: SearchState;
  onChange: (part: Partial<SearchState>) => void;
}

export function SearchBox({ state, onChange }: Props) {
  const { q, summary } = state;
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  // The box follows the address (a chip taken away, a way back) without being drawn anew: who searched by Enter stays in it.
  useEffect(() => {
    if (input.current !== null && input.current.value.trim() !== q) input.current.value = q;
  }, [q]);
  const goToBox = () => {
    input.current?.focus();
    input.current?.select();
  };
  useKeys({ '/': goToBox });
  const { state: cameFrom } = useLocation();
  // The key was pressed on a page without a box.
  useEffect(() => {
    if (typeof cameFrom === 'object' && cameFrom !== null && 'toBox' in cameFrom) input.current?.focus();
  }, [cameFrom]);
  return (
    <search className={styles['box']}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          const typed = input.current?.value.trim() ?? '';
          // What was switched off was switched off for the words of before.
          onChange(typed === q ? {} : { q: typed, literal: [] });
        }}
      >
        <QueryInput ref={input} state={state} onLongText={(text) => void navigate('/similar', { state: { text } })} />
        <Button type="submit" size="md">
          Search
        </Button>
      </form>
      <div className={styles['under']}>
        <Switch
          size="sm"
          label="also in the case summary"
          classNames={{ track: styles['track'] ?? '' }}
          checked={summary}
          onChange={(event) => onChange({ summary: event.currentTarget.checked })}
        />
        <QueryHelp />
        <span className={styles['hint']}>
          Press <kbd>/</kbd> to search
        </span>
      </div>
    </search>
  );
}
