/** A row of a list that can be removed: what is left in its place is as high as it was, says so, and undoes it. */
import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { UndoIcon } from '../../components/icons.tsx';
import { ErrorState } from '../../components/states.tsx';
import styles from './saved.module.css';

interface Props {
  /** How high it was; null while it is there. */
  removed: number | null;
  /** What was done with what: "Deleted “Knees”". */
  words: string;
  onUndo: () => void;
  pending: boolean;
  /** Why it could not be removed, or put back. */
  error: Error | null;
  /** Removes it; to be called with the row's own height. */
  children: (heightOf: () => number) => ReactNode;
}

export function Removable({ removed, words, onUndo, pending, error, children }: Props) {
  const row = useRef<HTMLLIElement>(null);
  const gone = removed !== null;
  const was = useRef(gone);
  // The button that was pressed is gone with what it removed, or with what it brought back.
  useEffect(() => {
    if (was.current === gone) return;
    was.current = gone;
    row.current?.querySelector<HTMLElement>(gone ? 'button' : 'h3 a, button')?.focus({ preventScroll: true });
  }, [gone]);
  const fault = error === null ? null : <ErrorState error={error} />;
  if (!gone) {
    return (
      <li ref={row}>
        {children(() => row.current?.getBoundingClientRect().height ?? 0)}
        {fault}
      </li>
    );
  }
  return (
    <li ref={row} style={{ minHeight: removed }} data-removed>
      <div className={styles['removed']}>
        <span role="status">{words}</span>
        <Button variant="subtle" leftSection={<UndoIcon />} loading={pending} onClick={onUndo} aria-label={`Undo: ${words}`}>
          Undo
        </Button>
      </div>
      {fault}
    </li>
  );
}
