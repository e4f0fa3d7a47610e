/** The drawing of a funnel plot. It brings the chart library, and is loaded by funnel-plot.tsx. */
import {
  CartesianGrid,
  ComposedChart,
  DefaultZIndexes,
  Line,
  ReferenceLine,
  XAxis,
  type XAxisTickContentProps,
  YAxis,
  type YAxisTickContentProps,
  ZIndexLayer,
} from 'recharts';
import { countWords, numberWords } from '../../lib/words.ts';
import styles from './chart.module.css';
import { NOTE_LINE } from './chart-text.ts';
import { type FunnelGeometry, type FunnelLimit, type FunnelPlotProps, type FunnelPoint, RING } from './funnel-geometry.ts';
import type { Drawn } from './in-room.tsx';
import { MarkLink, Marks } from './marks.tsx';
import { shareTicks } from './scale-ticks.ts';
import { ShareLeft } from './scale-words.tsx';
import { SeriesSymbol } from './symbols.tsx';

/** The shapes of what lies inside, above and below (symbols.tsx), and their colors. */
const SHAPES = { inside: 0, above: 2, below: 4 } as const;
const COLORS = { inside: 'var(--imr-undetermined-bar)', above: 'var(--imr-overturned-bar)', below: 'var(--imr-upheld-bar)' } as const;
const SCALE = 22;
const LINES = [
  { id: 'low95', of: (limit: FunnelLimit) => limit.in95[0], dash: '6 4' },
  { id: 'high95', of: (limit: FunnelLimit) => limit.in95[1], dash: '6 4' },
  { id: 'low998', of: (limit: FunnelLimit) => limit.in998[0], dash: 'none' },
  { id: 'high998', of: (limit: FunnelLimit) => limit.in998[1], dash: 'none' },
];

export function FunnelPlotDrawn({ label, total, unit = 'items', width, laid }: Drawn<FunnelPlotProps, FunnelGeometry>) {
  const { left, plot, top, bottom, height, scale, domain } = laid;
  return (
    <Marks label={label} places={laid.points.map((_, column) => ({ row: 0, column }))}>
      <ComposedChart
        data={[...laid.limits]}
        width={width}
        height={height}
        margin={{ top, right: width - left - plot, bottom: height - bottom - SCALE, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--imr-line)" />
        <XAxis
          type="number"
          dataKey="size"
          scale={laid.log ? 'log' : 'linear'}
          domain={[...domain]}
          ticks={laid.ticks.map(({ size }) => size)}
          height={SCALE}
          interval={0}
          tick={({ x, y, payload }: XAxisTickContentProps) => (
            <text x={Number(x)} y={Number(y) + 6} textAnchor="middle" className={styles['note']}>
              {numberWords(Number(payload.value))}
            </text>
          )}
          axisLine={{ stroke: 'var(--imr-line-strong)' }}
          tickLine={false}
          allowDataOverflow
        />
        <YAxis
          width={left}
          type="number"
          domain={[0, scale]}
          ticks={shareTicks(scale)}
          interval={0}
          tick={({ y, payload }: YAxisTickContentProps) => <ShareLeft at={left} y={Number(y)} share={Number(payload.value)} />}
          axisLine={false}
          tickLine={false}
          allowDataOverflow
        />
        {LINES.map(({ id, of, dash }) => (
          <Line
            key={id}
            dataKey={(limit: FunnelLimit) => Math.min(of(limit), scale)}
            stroke="var(--imr-quiet)"
            strokeWidth={1}
            strokeDasharray={dash}
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
        ))}
        {total.rate === null ? null : <ReferenceLine y={total.rate.share} stroke="var(--imr-ink)" strokeDasharray="2 2" />}
        <ZIndexLayer zIndex={DefaultZIndexes.line + 1}>
          <Notes laid={laid} />
          {laid.points.map((point, column) => (
            <Point key={point.row.id} point={point} column={column} unit={unit} />
          ))}
          {/* Over all points, so that none covers a name. */}
          <g>
            {laid.points.map((point) => (
              <Name key={point.row.id} point={point} />
            ))}
          </g>
        </ZIndexLayer>
      </ComposedChart>
    </Marks>
  );
}

function Point({ point, column, unit }: { point: FunnelPoint; column: number; unit: 'items' | 'decisions' }) {
  const { row, href, x, y, beyond, isShown } = point;
  const look = beyond?.side ?? 'inside';
  const words = [
    row.label,
    `${row.rate?.words ?? ''} overturned`,
    countWords(row.items.count, unit.slice(0, -1)),
    ...(beyond === null ? [] : [`${beyond.side} the ${beyond.limit} limits of chance`]),
  ];
  return (
    <MarkLink place={{ row: 0, column }} to={href} label={words.join('; ')} tip={words}>
      <circle cx={x} cy={y} r={RING} className={styles[isShown ? 'shown' : 'ring']} />
      <SeriesSymbol at={SHAPES[look]} x={x} y={y} r={beyond === null ? 4 : 5} color={COLORS[look]} hollow={beyond?.limit === '95%'} />
    </MarkLink>
  );
}

/** Its name, where there is room for it. */
function Name({ point: { row, label, isShown } }: { point: FunnelPoint }) {
  if (label === null) return null;
  return (
    <text x={label.x} y={label.base} textAnchor={label.anchor} className={`${styles['beside']} ${isShown ? styles['strong'] : ''}`}>
      {row.label}
    </text>
  );
}

function Notes({ laid }: { laid: FunnelGeometry }) {
  return (
    <>
      {laid.rateLines.map((line, place) => (
        <text key={line} x={0} y={13 + place * NOTE_LINE} className={styles['note']}>
          {line}
        </text>
      ))}
      {laid.sizeLines.map((line, place) => (
        <text key={line} x={0} y={laid.bottom + SCALE + 12 + place * NOTE_LINE} className={styles['note']}>
          {line}
        </text>
      ))}
    </>
  );
}
