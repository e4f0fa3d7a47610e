/** The one box: a query is sent by Enter; the slash key comes here from anywhere on the page. */
import { Button, Switch } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { isTyping } from '../../lib/keys.ts';
import type { SearchState } from '../../lib/url-state.ts';
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
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, []);
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
