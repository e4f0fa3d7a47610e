/** What narrows the list, always in sight: one chip for each part; following it takes that part out. */
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { Chip } from '../lib/chips.ts';
import { shortened } from '../lib/words.ts';
import styles from './filter-chips.module.css';
import { CrossIcon } from './icons.tsx';

/** The longest label that a chip shows, in characters; it is read out whole. */
const LABEL_LENGTH = 240;

interface Props {
  chips: readonly Chip[];
  hrefOf: (chip: Chip) => string;
  clearHref: string;
  /** The focus goes on where there is no next chip. */
  onLast: () => void;
}

export function FilterChips({ chips, hrefOf, clearHref, onLast }: Props) {
  const { list, taken } = useNextChip(chips, onLast);
  if (chips.length === 0) return null;
  return (
    <ul ref={list} className={styles['chips']} aria-label="Active filters">
      {chips.map((chip, place) => (
        <li key={chip.key}>
          <Link
            to={hrefOf(chip)}
            className={styles['chip']}
            preventScrollReset
            aria-label={`Remove ${chip.label}`}
            title={chip.label}
            onClick={() => taken(place)}
          >
            <span className={styles['words']}>{shortened(chip.label, LABEL_LENGTH)}</span>
            <CrossIcon />
          </Link>
        </li>
      ))}
      {chips.length > 1 ? (
        <li>
          <Link to={clearHref} className={styles['clear']} preventScrollReset onClick={() => taken(chips.length)}>
            Clear all
          </Link>
        </li>
      ) : null}
    </ul>
  );
}

/** A chip that was taken out takes the focus with it: it goes to the chip in its place, else on to what the chips narrow. */
function useNextChip(chips: readonly Chip[], onLast: () => void) {
  const list = useRef<HTMLUListElement>(null);
  const gone = useRef<{ place: number; before: readonly Chip[] } | null>(null);
  useEffect(() => {
    if (gone.current === null || document.activeElement !== document.body) return;
    const { place, before } = gone.current;
    gone.current = null;
    const next = before[place + 1]?.key;
    const at = chips.findIndex(({ key }) => key === next);
    const link = at < 0 ? null : list.current?.children[at]?.querySelector('a');
    if (link) link.focus({ preventScroll: true });
    else onLast();
  });
  return {
    list,
    taken: (place: number) => {
      gone.current = { place, before: chips };
    },
  };
}
