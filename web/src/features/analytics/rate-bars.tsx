/** Horizontal bars, one for each group, on one scale from 0. It brings the chart library, and is loaded by bars-in-sight.tsx. */
import { Bar, BarChart, type BarShapeProps, CartesianGrid, XAxis, type XAxisTickContentProps, YAxis } from 'recharts';
import styles from './analytics.module.css';
import { type BarGeometry, SCALE_HEIGHT } from './bar-geometry.ts';
import { RateBar } from './rate-bar.tsx';
import type { RateRow } from './rate-rows.ts';
import { widthOfWords } from './room.ts';

/** Where the scale has lines and numbers, as shares of it. */
const TICKS = [0, 0.25, 0.5, 0.75, 1];

interface Props {
  rows: readonly RateRow[];
  /** Where the scale ends, as a share; the same for all charts of a page. */
  scale: number;
  /** The rate over all items, drawn as a line through the bars; null where there is none. */
  overall: RateRow['rate'];
  width: number;
  geometry: BarGeometry;
}

export function RateBars({ rows, scale, overall, width, geometry }: Props) {
  const { left, plot, top, height, reach } = geometry;
  const line = overall === null ? null : left + (overall.share / scale) * plot;
  return (
    <BarChart
      layout="vertical"
      data={[...rows]}
      width={width}
      height={height}
      margin={{ top, right: width - left - plot, bottom: 0, left }}
      accessibilityLayer={false}
    >
      {/* Where names stand above the bars, lines would run through them. */}
      {reach === null ? <CartesianGrid horizontal={false} stroke="var(--imr-line)" /> : null}
      <XAxis
        type="number"
        domain={[0, scale]}
        ticks={TICKS.map((part) => part * scale)}
        height={SCALE_HEIGHT}
        interval={0}
        tick={({ x, y, payload }: XAxisTickContentProps) => <Share at={Number(x)} base={Number(y)} share={Number(payload.value)} />}
        axisLine={false}
        tickLine={false}
      />
      <YAxis type="category" dataKey="value" hide />
      {line === null ? null : <OverallName at={line} width={width} words={`Overall: ${overall?.words}`} />}
      <Bar
        dataKey="rate.share"
        isAnimationActive={false}
        shape={(bar: BarShapeProps) => {
          // Rows are as high as their names: where one stands is known from its place, and the library knows how long its bar is.
          const [row, at] = [rows[bar.index], geometry.rows[bar.index]];
          if (row === undefined || at === undefined) return <g />;
          return <RateBar row={row} at={at} geometry={geometry} length={bar.width} width={width} line={line} />;
        }}
      />
    </BarChart>
  );
}

/** A number of the scale; the first one may stand at the very edge, where half of it would be cut. */
function Share({ at, base, share }: { at: number; base: number; share: number }) {
  return (
    <text x={at} y={base + 8} textAnchor={at === 0 ? 'start' : 'middle'} className={styles['noted']}>
      {Number((share * 100).toFixed(1))}%
    </text>
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
