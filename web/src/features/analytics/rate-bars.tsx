/** Horizontal bars, one for each group, on one scale from 0; each is a link to its items and prints its n. */

import { useMediaQuery } from '@mantine/hooks';
import { useHref, useNavigate } from 'react-router';
import { Bar, BarChart, type BarShapeProps, CartesianGrid, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { shortened } from '../../lib/words.ts';
import styles from './analytics.module.css';
import type { RateRow } from './rate-rows.ts';

/** Height of a row in pixels: two lines of label, four on a narrow screen. */
const ROW_HEIGHT = { wide: 36, narrow: 56 } as const;
/** The longest label that these lines hold, in characters; the table twin has the whole label. */
const LABEL_LENGTH = { wide: 52, narrow: 34 } as const;
const AXIS_HEIGHT = 30;
/** Room for the label of the overall rate above the bars. */
const OVERALL_HEIGHT = 22;
/** The layer of the line of reference: over the grid, under the bars and the words beside them. */
const BELOW_BARS = 100;
/** Room for "100% of 1,000" beside a full bar, in pixels. */
const LABEL_ROOM = 96;

interface Props {
  rows: readonly RateRow[];
  /** Where the scale ends, as a share; the same for all charts of a page. */
  scale: number;
  /** The rate over all items, drawn as a line through the bars; null where there is none. */
  overall: RateRow['rate'];
}

export function RateBars({ rows, scale, overall }: Props) {
  const narrow = useMediaQuery('(max-width: 40em)', false, { getInitialValueInEffect: false });
  const screen = narrow ? 'narrow' : 'wide';
  const labelWidth = narrow ? 112 : 250;
  return (
    <div className={styles['bars']}>
      <ResponsiveContainer width="100%" height={rows.length * ROW_HEIGHT[screen] + AXIS_HEIGHT + OVERALL_HEIGHT}>
        <BarChart
          layout="vertical"
          data={[...rows]}
          margin={{ top: OVERALL_HEIGHT, right: LABEL_ROOM, bottom: 0, left: 0 }}
          accessibilityLayer={false}
          barCategoryGap="30%"
        >
          <CartesianGrid horizontal={false} stroke="var(--imr-line)" />
          <XAxis
            type="number"
            domain={[0, scale]}
            ticks={[0, 0.25, 0.5, 0.75, 1].map((part) => part * scale)}
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
          {overall === null ? null : (
            <ReferenceLine
              x={overall.share}
              zIndex={BELOW_BARS}
              stroke="var(--imr-quiet)"
              strokeDasharray="3 3"
              label={{ value: `Overall: ${overall.words}`, position: 'top', fill: 'var(--imr-quiet)', fontSize: 12 }}
            />
          )}
          <Bar dataKey="rate.share" isAnimationActive={false} shape={RateBar} />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
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
      <text
        x={x + Math.max(width, 1) + 8}
        y={y + height / 2}
        dominantBaseline="central"
        fill="var(--imr-ink)"
        fontSize={13}
        className={styles['words']}
      >
        {row.rate?.words}
      </text>
    </a>
  );
}
