/** What narrows the list, always in sight: one chip for each part; following it takes that part out. */
import { Link } from 'react-router';
import type { Chip } from '../lib/chips.ts';
import styles from './filter-chips.module.css';
import { CrossIcon } from './icons.tsx';

export function FilterChips({ chips, hrefOf, clearHref }: { chips: readonly Chip[]; hrefOf: (chip: Chip) => string; clearHref: string }) {
  if (chips.length === 0) return null;
  return (
    <ul className={styles['chips']} aria-label="Active filters">
      {chips.map((chip) => (
        <li key={chip.key}>
          <Link to={hrefOf(chip)} className={styles['chip']} preventScrollReset aria-label={`Remove ${chip.label}`} title={chip.label}>
            <span className={styles['words']}>{chip.label}</span>
            <CrossIcon />
          </Link>
        </li>
      ))}
      {chips.length > 1 ? (
        <li>
          <Link to={clearHref} className={styles['clear']} preventScrollReset>
            Clear all
          </Link>
        </li>
      ) : null}
    </ul>
  );
}
