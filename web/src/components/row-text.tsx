/** The row of a table as its cells: each column with what it holds, as runs that lead to their values in the record beside it. Long cells are paragraphs. */
import { useImperativeHandle, useMemo, useRef } from 'react';
import { rowCells } from '../lib/row-cells.ts';
import { toSegments } from '../lib/segments.ts';
import text from './letter-text.module.css';
import type { TextProps } from './letter-text.tsx';
import styles from './row-text.module.css';
import { Run, type RunMark, useRunChoices } from './runs.tsx';

/** From so many characters on a cell is prose, and stands below its name. */
const PROSE = 200;

export function RowText({ ref, letter, evidence, currentMatch, chosenPath, onChoose }: TextProps) {
  const box = useRef<HTMLElement>(null);
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(ref, () => box.current, []);
  useRunChoices(box, onChoose);
  const rows = useMemo(() => {
    const marks: RunMark[] = [...evidence, ...letter.marks.map(({ start, end }) => ({ kind: 'match' as const, start, end }))];
    const cells = rowCells(letter.text);
    const segments = toSegments(
      letter.text,
      marks,
      cells.flatMap(({ start, end }) => [start, end]),
    );
    return cells.map((cell) => ({ ...cell, runs: segments.filter(({ start, end }) => start >= cell.start && end <= cell.end) }));
  }, [letter, evidence]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard to be scrolled
    <section ref={box} className={text['text']} aria-label="The row, cell by cell" tabIndex={0}>
      <dl className={styles['cells']}>
        {rows.map(({ label, start, value, runs }) => (
          <div key={start} data-prose={value.length >= PROSE}>
            <dt>{label}</dt>
            <dd>
              {runs.map((segment) => (
                <Run key={segment.start} segment={segment} currentMatch={currentMatch} chosenPath={chosenPath} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
