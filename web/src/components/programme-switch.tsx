/** Which program is looked at, and the ways to the others; nothing where one alone is loaded. What was taken out on the way is told. */
import { Link, useLocation } from 'react-router';
import { shortName } from '../lib/programme-filter.ts';
import type { LoadedProgramme } from '../lib/programmes.ts';
import { listWords, numberWords } from '../lib/words.ts';
import styles from './programme-switch.module.css';

/** A way to a program: its address, and the filters that it takes out, in words. */
interface ProgrammeWay {
  readonly href: string;
  readonly dropped: readonly string[];
}

interface Props {
  loaded: readonly LoadedProgramme[];
  /** Null: several at once. */
  chosen: string | null;
  /** `programme` null: all of them. */
  wayTo: (programme: string | null) => ProgrammeWay;
  /** Whether all at once is a choice. */
  all?: boolean;
  /** Whether it is said how much each has, which is known of what is live. */
  counted?: boolean;
}

export function ProgrammeSwitch({ loaded, chosen, wayTo, all = false, counted = true }: Props) {
  const { state } = useLocation();
  if (loaded.length < 2) return null;
  const items = loaded.reduce((sum, { count }) => sum + count, 0);
  const choices = [
    ...(all ? [{ value: null, label: 'All programs', short: 'All programs', count: items }] : []),
    ...loaded.map((programme) => ({ ...programme, value: programme.value as string | null })),
  ];
  const dropped = droppedIn(state);
  return (
    <div className={styles['switch']}>
      <nav aria-label="Program">
        <ul className={styles['choices']}>
          {choices.map(({ value, label, short, count }) => {
            const way = wayTo(value);
            return (
              <li key={value ?? ''}>
                <Link
                  to={way.href}
                  state={way.dropped.length === 0 ? null : { dropped: way.dropped }}
                  className={styles['choice']}
                  aria-current={value === chosen ? 'true' : undefined}
                  title={label}
                  preventScrollReset
                >
                  {short} {counted ? <span>{numberWords(count)}</span> : null}
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
      {chosen === null || dropped.length === 0 ? null : (
        <p role="status" className={styles['told']}>
          Taken out, since {shortName(chosen)} does not publish {dropped.length === 1 ? 'it' : 'them'}: {listWords(dropped)}.
        </p>
      )}
    </div>
  );
}

/** What the way here took out, as the browser kept it with the page. */
function droppedIn(state: unknown): string[] {
  const dropped = typeof state === 'object' && state !== null && 'dropped' in state ? state.dropped : null;
  return Array.isArray(dropped) ? dropped.filter((one): one is string => typeof one === 'string') : [];
}
