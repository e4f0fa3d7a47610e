/** Horizontal bars, one for each group, on one scale from 0; each is a link to its items and prints its n. */

import { useMediaQuery } from '@mantine/hooks';
import { useHref, useNavigate } from 'react-router';
import { Bar, BarChart, type BarShapeProps, CartesianGrid, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import styles from './analytics.module.css';
import { type RateRow, scaleTop } from './rate-rows.ts';

/** Height of a row in pixels: two lines of label, three on a narrow screen. */
const ROW_HEIGHT = { wide: 36, narrow: 44 } as const;
/** The longest label that these lines hold, in characters; the table twin has the whole label. */
const LABEL_LENGTH = { wide: 52, narrow: 34 } as const;
const AXIS_HEIGHT = 30;
/** Room for "100% of 1,000" beside a full bar, in pixels. */
const LABEL_ROOM = 96;

export function RateBars({ rows }: { rows: readonly RateRow[] }) {
  const narrow = useMediaQuery('(max-width: 40em)', false, { getInitialValueInEffect: false });
  const screen = narrow ? 'narrow' : 'wide';
  const labelWidth = narrow ? 112 : 250;
  const top = scaleTop(rows);
  return (
    <div className={styles['bars']}>
      <ResponsiveContainer width="100%" height={rows.length * ROW_HEIGHT[screen] + AXIS_HEIGHT}>
        <BarChart
          layout="vertical"
          data={[...rows]}
          margin={{ top: 0, right: LABEL_ROOM, bottom: 0, left: 0 }}
          accessibilityLayer={false}
          barCategoryGap="24%"
        >
          <CartesianGrid horizontal={false} stroke="var(--imr-line)" />
          <XAxis
            type="number"
            domain={[0, top]}
            ticks={[0, 0.25, 0.5, 0.75, 1].map((part) => part * top)}
            tickFormatter={(share: number) => `${Number((share * 100).toFixed(1))}%`}
            tick={{ fill: 'var(--imr-quiet)', fontSize: 12 }}
            axisLine={{ stroke: 'var(--imr-line-strong)' }}
            tickLine={false}
          />
          <YAxis
            type="category"
            dataKey="label"
            tickFormatter={(label: string) => shortened(label, LABEL_LENGTH[screen])}
            width={labelWidth}
            interval={0}
            tick={{ fill: 'var(--imr-ink)', fontSize: narrow ? 11 : 13, width: labelWidth - 8 }}
            axisLine={{ stroke: 'var(--imr-line-strong)' }}
            tickLine={false}
          />
          <Bar dataKey="rate.share" isAnimationActive={false} shape={RateBar} />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

function shortened(label: string, most: number): string {
  return label.length <= most ? label : `${label.slice(0, most - 1).trimEnd()}…`;
}

/** One bar with its words; the link covers the whole row, so that a bar of 0% can be opened too. */
function RateBar(props: BarShapeProps) {
  const { x, y, width, height, background } = props;
  const row = props.payload as RateRow;
  const href = useHref(row.rate?.href ?? '/');
  const navigate = useNavigate();
  return (
    <a
      href={href}
      className={styles['bar']}
      aria-label={`${row.label}: ${row.rate?.words} items overturned. Open these items`}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        void navigate(row.rate?.href ?? '/');
      }}
    >
      <rect x={x} y={y} width={(background?.width ?? width) + LABEL_ROOM} height={height} fill="transparent" />
      <rect x={x} y={y} width={Math.max(width, 1)} height={height} fill="var(--imr-overturned-bar)" />
      <text x={x + Math.max(width, 1) + 8} y={y + height / 2} dominantBaseline="central" fill="var(--imr-ink)" fontSize={13}>
        {row.rate?.words}
      </text>
    </a>
  );
}
