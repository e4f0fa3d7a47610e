/** Horizontal bars, one for each group, on one scale from 0; each is a link to its items and prints its n. */
import { useHref, useNavigate } from 'react-router';
import styles from './analytics.module.css';
import { type BarGeometry, type BarRow, barGeometry, NAME_LINE, NAME_SIZE } from './bar-geometry.ts';
import type { RateRow } from './rate-rows.ts';
import { useWidth, widthOfWords } from './room.ts';

/** Where the scale has lines and numbers, as shares of it. */
const TICKS = [0, 0.25, 0.5, 0.75, 1];

interface Props {
  rows: readonly RateRow[];
  /** Where the scale ends, as a share; the same for all charts of a page. */
  scale: number;
  /** The rate over all items, drawn as a line through the bars; null where there is none. */
  overall: RateRow['rate'];
}

export function RateBars({ rows, scale, overall }: Props) {
  const { room, width } = useWidth();
  const geometry = barGeometry(
    width,
    rows.map(({ label, rate }) => ({ name: label, numbers: rate?.words ?? '' })),
    widthOfWords,
  );
  const { left, plot, top, bottom, height, reach } = geometry;
  const line = overall === null ? null : left + (overall.share / scale) * plot;
  return (
    <div ref={room} className={styles['bars']}>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: each bar is a link with a name of its own; a title would be a tooltip over all of them. */}
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} fontSize={NAME_SIZE}>
        {TICKS.map((tick) => (
          <g key={tick} className={styles['scale']}>
            {/* Where names stand above the bars, lines would run through them. */}
            {reach === null ? <line x1={left + tick * plot} x2={left + tick * plot} y1={top} y2={bottom} /> : null}
            <text x={left + tick * plot} y={bottom + 18} textAnchor={tick === 0 && left === 0 ? 'start' : 'middle'}>
              {Number((tick * scale * 100).toFixed(1))}%
            </text>
          </g>
        ))}
        {line === null ? null : <OverallName at={line} width={width} words={`Overall: ${overall?.words}`} />}
        {rows.map((row, place) => {
          const at = geometry.rows[place];
          return at === undefined ? null : (
            <RateBar key={row.value} row={row} at={at} geometry={geometry} scale={scale} width={width} line={line} />
          );
        })}
      </svg>
    </div>
  );
}

/** Above the rows, turned inwards where it stands near an edge. Its line is drawn by each row, so that it strikes through no word. */
function OverallName({ at, width, words }: { at: number; width: number; words: string }) {
  const half = widthOfWords(words) / 2;
  const anchor = at < half ? 'start' : at > width - half ? 'end' : 'middle';
  return (
    <text x={at} y={13} textAnchor={anchor} className={styles['noted']}>
      {words}
    </text>
  );
}

interface RowProps {
  row: RateRow;
  at: BarRow;
  geometry: BarGeometry;
  scale: number;
  width: number;
  /** Where the rate over all stands; null where there is none. */
  line: number | null;
}

/** One row with its name and numbers; the link covers all of it, so that a bar of 0% can be opened too. */
function RateBar({ row, at, geometry, scale, width, line }: RowProps) {
  const { left, plot, barHeight, reach } = geometry;
  const { share, percent, words, href: items } = row.rate ?? { share: 0, percent: '', words: '', href: '/' };
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
      <rect x={left} y={at.barTop} width={Math.max((share / scale) * plot, 2)} height={barHeight} className={styles['overturned']} />
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
