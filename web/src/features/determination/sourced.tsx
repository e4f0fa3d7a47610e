/**
 * A value with a way to the words it was read from, and the focus both panes share. `path` names the value in the record; the
 * letter's marks carry the same path. A value of the record is a button: it shows its words; its words lead back to it.
 */
import { createContext, type KeyboardEvent, type ReactNode, useContext, useEffect, useRef } from 'react';
import type { Decision } from '#contract/lists.ts';
import type { Grade } from '#contract/span.ts';
import { kindOf } from '../../lib/evidence.ts';
import { bringIntoSight } from '../../lib/in-sight.ts';
import { isSelecting } from '../../lib/values.ts';
import styles from './sourced.module.css';

/** Which value is looked at, and from which side; `turn` grows, so that the same value can be asked for again. */
export interface Focus {
  readonly path: string;
  readonly from: 'record' | 'letter';
  readonly turn: number;
}

interface Panes {
  readonly focus: Focus | null;
  readonly setFocus: (focus: Focus | null) => void;
  /** How the item was decided whose decision stands at a path; null for other values. */
  readonly outcomeAt: (path: string) => Decision | null;
}

export const FocusContext = createContext<Panes>({ focus: null, setFocus: () => {}, outcomeAt: () => null });

interface Props {
  path: string;
  /** Null: the letter does not state it. */
  found: { grade: Grade } | null;
  /** Its grade is told beside it, for several values at once. */
  graded?: boolean;
  /** It stands within a text, and is broken into lines with it. */
  within?: boolean;
  /** How the value is said. */
  children: ReactNode;
}

export function Sourced({ path, found, graded = false, within = false, children }: Props) {
  const { focus, setFocus, outcomeAt } = useContext(FocusContext);
  const value = useRef<HTMLElement>(null);
  const chosen = focus !== null && focus.path === path;
  useEffect(() => {
    if (focus?.from !== 'letter' || focus.path !== path || value.current === null) return;
    const folded = value.current.closest('details');
    if (folded !== null) folded.open = true;
    // What stays in sight is there already.
    if (value.current.closest('[data-stays]') === null) bringIntoSight(value.current, 'center');
    value.current.focus({ preventScroll: true });
  }, [focus, path]);
  if (found === null) return <span className={styles['none']}>not stated</span>;
  const choose = () => setFocus({ path, from: 'record', turn: (focus?.turn ?? 0) + 1 });
  const shared = {
    className: styles['value'],
    'data-value': path,
    'data-kind': kindOf(path),
    'data-outcome': outcomeAt(path),
    'data-chosen': chosen,
    title: 'Show these words in the letter',
  };
  const inferred = found.grade === 'inferred' && !graded ? <span className={styles['inferred']}> (inferred)</span> : null;
  if (within) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: a button is a block, and cannot be broken into lines with the text around it
      <span
        {...shared}
        ref={value}
        role="button"
        tabIndex={0}
        onClick={() => {
          // A reader who is selecting words to copy is not choosing a value.
          if (!isSelecting()) choose();
        }}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          choose();
        }}
      >
        {children}
        {inferred}
      </span>
    );
  }
  return (
    <button
      {...shared}
      ref={(element) => {
        value.current = element;
      }}
      type="button"
      onClick={choose}
    >
      {children}
      {inferred}
    </button>
  );
}
