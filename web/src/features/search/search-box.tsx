/** The one box: a query is sent by Enter; the slash key comes here from anywhere on the page. */
import { Button, Switch, TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { SearchIcon } from '../../components/icons.tsx';
import type { SearchState } from '../../lib/url-state.ts';
import { QueryHelp } from './query-help.tsx';
import styles from './search-box.module.css';

interface Props {
  q: string;
  summary: boolean;
  onChange: (part: Partial<SearchState>) => void;
}

export function SearchBox({ q, summary, onChange }: Props) {
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
          onChange({ q: input.current?.value.trim() ?? '' });
        }}
      >
        <TextInput
          ref={input}
          type="search"
          name="q"
          aria-label="Search prior IMR decisions"
          placeholder={'Words, "a phrase", service:… guideline:… case:…'}
          defaultValue={q}
          size="md"
          maxLength={2_000}
          leftSection={<SearchIcon />}
          className={styles['input']}
          autoComplete="off"
          spellCheck={false}
        />
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

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}
