/**
 * How many items were decided in each month (or year), as bars that are buttons: a bar chooses its days, again takes them back, and
 * with Shift the days up to it are taken in. One tab stop; the arrow keys go from bar to bar. Drawn without the chart library, which
 * would be most of what the first page loads.
 */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Facet } from '#contract/search.ts';
import { countWords } from '../../lib/words.ts';
import styles from './month-bars.module.css';
import { type Bar, isJust, isNear, isWithinDays, toBars } from './months.ts';

interface Days {
  readonly from: string | null;
  readonly to: string | null;
}

/** `values`: of the facet of months, counted without the days that are chosen. */
export function MonthBars({ values, range, onChange }: { values: Facet['values']; range: Days; onChange: (days: Days) => void }) {
  const bars = toBars(values, range);
  const [stop, setStop] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  // A year that is chosen gives way to its months: the focus goes on among them, and does not fall out of the page.
  const chose = useRef(false);
  useEffect(() => {
    if (!chose.current) return;
    chose.current = false;
    if (!list.current?.contains(document.activeElement)) list.current?.querySelector<HTMLButtonElement>('[tabindex="0"]')?.focus();
  });
  if (bars.length < 2) return null;
  const most = Math.max(...bars.map(({ count }) => count));
  const current = bars.find(({ value }) => value === stop) ?? bars.find((bar) => isWithinDays(bar, range)) ?? bars[0];
  const go = (event: KeyboardEvent) => {
    const at = bars.findIndex(({ value }) => value === current?.value);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: bars.length - 1 }[event.key];
    const bar = next === undefined ? undefined : bars[next];
    if (bar === undefined) return;
    event.preventDefault();
    setStop(bar.value);
    list.current?.querySelector<HTMLButtonElement>(`[data-bar="${bar.value}"]`)?.focus();
  };
  const choose = (bar: Bar, extend: boolean) => {
    setStop(bar.value);
    chose.current = true;
    if (extend && (range.from !== null || range.to !== null)) {
      onChange({ from: earliest(range.from, bar.from), to: latest(range.to, bar.to) });
    } else onChange(isJust(bar, range) ? { from: null, to: null } : { from: bar.from, to: bar.to });
  };
  return (
    <div className={styles['chart']}>
      <ul ref={list} className={styles['bars']} aria-label="Items by decision day; arrow keys go from bar to bar" onKeyDown={go}>
        {bars.map((bar) => (
          <li key={bar.value}>
            <button
              type="button"
              data-bar={bar.value}
              tabIndex={bar === current ? 0 : -1}
              aria-pressed={isJust(bar, range)}
              aria-label={`${bar.label}: ${countWords(bar.count, 'item')}`}
              title={`${bar.label}: ${countWords(bar.count, 'item')}`}
              data-within={isWithinDays(bar, range)}
              onClick={(event) => choose(bar, event.shiftKey)}
            >
              <span style={{ height: `${Math.max(bar.count === 0 ? 0 : 4, Math.round((100 * bar.count) / most))}%` }} />
            </button>
          </li>
        ))}
      </ul>
      <p className={styles['ends']} aria-hidden="true">
        <span>{bars[0]?.label}</span>
        <span>{bars.at(-1)?.label}</span>
      </p>
      {isNear(values, range) ? (
        <button
          type="button"
          className={styles['all']}
          onClick={() => {
            chose.current = true;
            onChange({ from: null, to: null });
          }}
        >
          All years
        </button>
      ) : null}
    </div>
  );
}

const earliest = (a: string | null, b: string) => (a === null || b < a ? b : a);
const latest = (a: string | null, b: string) => (a === null || b > a ? b : a);
