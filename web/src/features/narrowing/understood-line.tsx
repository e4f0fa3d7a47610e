/**
 * The line under the box: what was made of the words, in short; pressed, it opens what can be switched off. Beside it how to search, and whether case
 * summaries are searched too.
 */
import { Switch, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { UnderstoodPart } from '#contract/understood.ts';
import { inShortWords } from '#mappings/understood-words.ts';
import { DownIcon } from '../../components/icons.tsx';
import { Toolbar } from '../../components/toolbar.tsx';
import type { NarrowingState } from '../../lib/url-state.ts';
import { QueryHelp } from './query-help.tsx';
import styles from './understood.module.css';

interface Props {
  parts: readonly UnderstoodPart[];
  /** Words that are taken as typed. */
  literal: readonly string[];
  open: boolean;
  summary: boolean;
  /** The id of what it opens. */
  controls: string;
  onToggle: () => void;
  onSummary: (summary: boolean) => void;
  hrefOf: (state: NarrowingState) => string;
  /** What stands there while nothing is searched. */
  children: ReactNode;
}

export function UnderstoodLine({ parts, literal, open, summary, controls, hrefOf, onToggle, onSummary, children }: Props) {
  const short = inShortWords(parts, literal);
  return (
    <Toolbar label="How it is searched" className={styles['line']}>
      {short === '' ? null : (
        <UnstyledButton className={styles['short']} aria-expanded={open} aria-controls={controls} onClick={onToggle} title={short}>
          <DownIcon />
          <span className={styles['understoodAs']}>Understood as</span> <b>{short}</b>
        </UnstyledButton>
      )}
      {children}
      <span className={styles['ways']}>
        <Switch
          size="xs"
          label="Case summaries too"
          checked={summary}
          onChange={(event) => onSummary(event.currentTarget.checked)}
          title="Look for the words in the clinical case summaries as well"
        />
        <QueryHelp hrefOf={hrefOf} />
      </span>
    </Toolbar>
  );
}
