/**
 * A value with a way to the words it was read from, and the focus both panes share. `path` names the value in the record; the
 * letter's marks carry the same path. A value of the structured view is a button: it shows its words; its words lead back to it.
 */
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import type { Grade } from '#contract/span.ts';
import { kindOf } from '../../lib/evidence.ts';
import { bringIntoSight } from '../../lib/in-sight.ts';
import styles from './sourced.module.css';

/** Which value is looked at, and from which side; `turn` grows, so that the same value can be asked for again. */
export interface Focus {
  readonly path: string;
  readonly from: 'record' | 'letter';
  readonly turn: number;
}

export const FocusContext = createContext<{ focus: Focus | null; setFocus: (focus: Focus | null) => void }>({
  focus: null,
  setFocus: () => {},
});

interface Props {
  path: string;
  /** Null: the letter does not state it. */
  found: { grade: Grade } | null;
  /** Its grade is told beside it, for several values at once. */
  graded?: boolean;
  /** How the value is said. */
  children: ReactNode;
}

export function Sourced({ path, found, graded = false, children }: Props) {
  const { focus, setFocus } = useContext(FocusContext);
  const button = useRef<HTMLButtonElement>(null);
  const chosen = focus !== null && focus.path === path;
  useEffect(() => {
    if (focus?.from !== 'letter' || focus.path !== path || button.current === null) return;
    const folded = button.current.closest('details');
    if (folded !== null) folded.open = true;
    bringIntoSight(button.current, 'center');
    button.current.focus({ preventScroll: true });
  }, [focus, path]);
  if (found === null) return <span className={styles['none']}>not stated</span>;
  return (
    <button
      ref={button}
      type="button"
      className={styles['value']}
      data-value={path}
      data-kind={kindOf(path)}
      data-chosen={chosen}
      title="Show these words in the letter"
      onClick={() => setFocus({ path, from: 'record', turn: (focus?.turn ?? 0) + 1 })}
    >
      {children}
      {found.grade === 'inferred' && !graded ? <span className={styles['inferred']}> (inferred)</span> : null}
    </button>
  );
}
