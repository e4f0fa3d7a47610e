/** How many words of the letter were searched for, and the way from one to the next. */
import { ActionIcon } from '@mantine/core';
import { DownIcon, UpIcon } from '../../components/icons.tsx';
import { countWords } from '../../lib/words.ts';
import styles from './letter.module.css';

interface Props {
  /** Which one is looked at; null: none yet. */
  match: number | null;
  total: number;
  /** In what. */
  what: 'letter' | 'row';
  onStep: (by: 1 | -1) => void;
}

export function Matches({ match, total, what, onStep }: Props) {
  return (
    <div className={styles['matches']} data-any={total > 0}>
      <span role="status">
        {total === 0
          ? `no match in this ${what}`
          : match === null
            ? countWords(total, 'match', 'matches')
            : `match ${match + 1} of ${total}`}
      </span>
      {total === 0 ? null : (
        <span className={styles['keys']} aria-hidden="true">
          <kbd>n</kbd> <kbd>p</kbd>
        </span>
      )}
      <ActionIcon
        variant="default"
        disabled={total === 0}
        aria-label="Previous match"
        aria-keyshortcuts="p"
        title="Previous match (p)"
        onClick={() => onStep(-1)}
      >
        <UpIcon />
      </ActionIcon>
      <ActionIcon
        variant="default"
        disabled={total === 0}
        aria-label="Next match"
        aria-keyshortcuts="n"
        title="Next match (n)"
        onClick={() => onStep(1)}
      >
        <DownIcon />
      </ActionIcon>
    </div>
  );
}
