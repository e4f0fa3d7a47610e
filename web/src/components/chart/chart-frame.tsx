/** What stands around a chart: its title, what is seen in it, its controls, notes, the same numbers as a table, and a menu to take it along. */
import { Title } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { useKeptOpen } from '../../lib/kept-open.ts';
import styles from './chart-frame.module.css';
import { type ChartFiles, DownloadMenu } from './download-menu.tsx';
import type { PictureFacts } from './picture.ts';

export interface ChartFrameProps {
  /** Unlike any other of the page: its heading has it. */
  readonly id: string;
  readonly title: string;
  /** What is seen in it, in a sentence. */
  readonly sentence: string;
  /** Beside the title. */
  readonly controls?: ReactNode;
  /** What must be known to read it right. */
  readonly notes?: readonly string[];
  /** What its pictures say besides. */
  readonly facts: PictureFacts;
  /** The addresses of its numbers as files; null where there are none. */
  readonly files: ChartFiles | null;
  /** Its numbers as a table below the chart; none where the chart is a table itself. */
  readonly table?: ReactNode;
  /** Numbers of another narrowing, until those asked for are there. */
  readonly stale?: boolean;
  /** The chart. */
  readonly children: ReactNode;
}

const NO_NOTES: readonly string[] = [];

export function ChartFrame({
  id,
  title,
  sentence,
  controls,
  notes = NO_NOTES,
  facts,
  files,
  table,
  stale = false,
  children,
}: ChartFrameProps) {
  const chart = useRef<HTMLDivElement>(null);
  return (
    <section aria-labelledby={id} className={styles['frame']} data-stale={stale}>
      <div className={styles['head']}>
        <Title order={2} id={id}>
          {title}
        </Title>
        <div className={styles['controls']}>
          {controls}
          <DownloadMenu
            title={title}
            sentence={sentence}
            notes={notes}
            facts={facts}
            files={files}
            svg={() => chart.current?.querySelector<SVGSVGElement>('[data-marks] svg') ?? null}
          />
        </div>
      </div>
      <p className={styles['sentence']}>{sentence}</p>
      <div ref={chart} className={styles['chart']}>
        {children}
      </div>
      {notes.map((note) => (
        <p key={note} className={styles['note']}>
          {note}
        </p>
      ))}
      {table === undefined ? null : <Twin id={id}>{table}</Twin>}
    </section>
  );
}

function Twin({ id, children }: { id: string; children: ReactNode }) {
  const [open, setOpen] = useKeptOpen(id);
  return (
    <details className={styles['twin']} open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>The same numbers as a table</summary>
      {children}
    </details>
  );
}
