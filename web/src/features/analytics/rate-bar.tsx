/** One row of a chart of rates: name, bar, the line of the rate over all, numbers. All of it is a link to its items. */
import { useHref, useNavigate } from 'react-router';
import styles from './analytics.module.css';
import { type BarGeometry, type BarRow, NAME_LINE } from './bar-geometry.ts';
import type { RateRow } from './rate-rows.ts';

interface RowProps {
  row: RateRow;
  at: BarRow;
  geometry: BarGeometry;
  /** How long its bar is. */
  length: number;
  /** How wide the chart is. */
  width: number;
  /** Where the rate over all stands; null where there is none. */
  line: number | null;
}

/** One row with its name and numbers; the link covers all of it, so that a bar of 0% can be opened too. */
export function RateBar({ row, at, geometry, length, width, line }: RowProps) {
  const { left, plot, barHeight, reach } = geometry;
  const { percent, words, href: items } = row.rate ?? { percent: '', words: '', href: '/' };
  const href = useHref(items);
  const navigate = useNavigate();
  return (
    <a
      href={href}
      className={styles['bar']}
      aria-label={`${row.label} ${words} items overturned`}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        void navigate(items);
      }}
    >
      <rect x={1} y={at.top + 1} width={width - 2} height={at.height - 2} rx={4} className={styles['row']} />
      <rect x={left} y={at.barTop} width={plot} height={barHeight} className={styles['track']} />
      <rect x={left} y={at.barTop} width={Math.max(length, 2)} height={barHeight} className={styles['overturned']} />
      {line === null ? null : (
        <line
          x1={line}
          x2={line}
          y1={reach === null ? at.top : at.barTop - reach}
          y2={reach === null ? at.top + at.height : at.barTop + barHeight + reach}
          className={styles['line']}
        />
      )}
      <text y={at.nameBase}>
        {at.lines.map((line, place) => (
          <tspan key={line} x={0} dy={place === 0 ? 0 : NAME_LINE}>
            {`${line} `}
          </tspan>
        ))}
      </text>
      <text x={width} y={at.numbersBase} textAnchor="end" className={styles['numbers']}>
        <tspan>{percent}</tspan>
        {words.slice(percent.length)}
      </text>
    </a>
  );
}
