/** The drawing of a chart of counts. It brings the chart library, and is loaded by count-bars.tsx. */
import { Bar, BarChart, type BarShapeProps, XAxis, YAxis } from 'recharts';
import styles from './chart.module.css';
import { BASE_TO_MIDDLE, NAME_LINE } from './chart-text.ts';
import type { CountBarsGeometry, CountBarsProps } from './count-bars-geometry.ts';
import type { Drawn } from './in-room.tsx';
import { MarkLink, Marks } from './marks.tsx';

export function CountBarsDrawn({ label, rows, unit, tone = 'plain', width, laid }: Drawn<CountBarsProps, CountBarsGeometry>) {
  const { left, plot, barHeight, height } = laid;
  return (
    <Marks label={label} places={rows.map((_, row) => ({ row, column: 0 }))}>
      <BarChart
        layout="vertical"
        data={[...rows]}
        width={width}
        height={height}
        margin={{ top: 0, right: width - left - plot, bottom: 0, left }}
        accessibilityLayer={false}
      >
        <XAxis type="number" domain={[0, Math.max(1, ...rows.map(({ count }) => count))]} hide />
        <YAxis type="category" dataKey="id" hide />
        <Bar
          dataKey="count"
          isAnimationActive={false}
          shape={(bar: BarShapeProps) => {
            // Rows are as high as their names: where one stands is known from its place, and the library knows how long its bar is.
            const [row, at] = [rows[bar.index], laid.rows[bar.index]];
            if (row === undefined || at === undefined) return <g />;
            const length = Math.max(bar.width, row.count > 0 ? 1 : 0);
            return (
              <MarkLink place={{ row: bar.index, column: 0 }} to={row.href} label={`${row.label} ${row.words} ${unit}`}>
                <rect x={1} y={at.top + 1} width={width - 2} height={at.height - 2} rx={4} className={styles['ground']} />
                {at.lines.map((line, place) => (
                  <text
                    key={line}
                    x={left === 0 ? 0 : left - 12}
                    y={at.nameBase + place * NAME_LINE}
                    textAnchor={left === 0 ? 'start' : 'end'}
                  >
                    {`${line} `}
                  </text>
                ))}
                <rect x={left} y={at.barTop} width={length} height={barHeight} className={styles[`bar-${row.stated ? tone : 'none'}`]} />
                <text x={left + length + 8} y={at.barTop + barHeight / 2 + BASE_TO_MIDDLE} className={styles['numbers']}>
                  {row.words}
                </text>
              </MarkLink>
            );
          }}
        />
      </BarChart>
    </Marks>
  );
}
