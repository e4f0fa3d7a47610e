/**
 * A text as flat runs: each is tinted by the innermost value it belongs to, and one that the query found is a `<mark>`. Choosing a run (click, or Enter
 * where it has the focus) leads to its value.
 */
import { type RefObject, useEffect } from 'react';
import { type EvidenceMark, isWithin } from '../lib/evidence.ts';
import { innermostFirst, type Segment } from '../lib/segments.ts';
import { isSelecting } from '../lib/values.ts';
import styles from './letter-text.module.css';

export type RunMark = EvidenceMark | { readonly kind: 'match'; readonly start: number; readonly end: number };

interface RunProps {
  segment: Segment<RunMark>;
  /** Start of the match that is looked at. */
  currentMatch: number | null;
  chosenPath: string | null;
}

export function Run({ segment, currentMatch, chosenPath }: RunProps) {
  const values = segment.marks.filter((mark): mark is EvidenceMark => mark.kind !== 'match');
  const match = segment.marks.find((mark) => mark.kind === 'match');
  const inner = innermostFirst(values);
  const chosen = chosenPath !== null && values.some((mark) => isWithin(mark.path, chosenPath));
  const starts = values.some((mark) => mark.start === segment.start);
  const words =
    match === undefined ? (
      segment.text
    ) : (
      <mark data-match={match.start === segment.start ? match.start : undefined} data-current={match.start === currentMatch}>
        {segment.text}
      </mark>
    );
  if (inner[0] === undefined) return <span>{words}</span>;
  return (
    <span
      className={styles['run']}
      data-kind={inner[0].kind}
      data-outcome={inner[0].outcome}
      data-paths={inner.map((mark) => mark.path).join(' ')}
      data-start={starts ? segment.start : undefined}
      data-chosen={chosen}
      tabIndex={starts ? -1 : undefined}
    >
      {words}
    </span>
  );
}

/** One listener for all runs of a text, which may have hundreds of them. */
export function useRunChoices(box: RefObject<HTMLElement | null>, onChoose: (paths: readonly string[]) => void): void {
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const choose = (event: Event) => {
      if (event instanceof KeyboardEvent && event.key !== 'Enter') return;
      const run = event.target instanceof Element ? event.target.closest('[data-paths]') : null;
      const paths = run?.getAttribute('data-paths')?.split(' ');
      // A reader who is selecting words to copy is not choosing a value.
      if (paths === undefined || (event instanceof MouseEvent && isSelecting())) return;
      // Else the same press of Enter would reach the value that takes the focus, and lead straight back.
      event.preventDefault();
      onChoose(paths);
    };
    element.addEventListener('click', choose);
    element.addEventListener('keydown', choose);
    return () => {
      element.removeEventListener('click', choose);
      element.removeEventListener('keydown', choose);
    };
  }, [box, onChoose]);
}
