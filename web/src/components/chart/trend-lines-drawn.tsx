/** The drawing of a chart over time. It brings the chart library, and is loaded by trend-lines.tsx. */
import {
  Area,
  CartesianGrid,
  ComposedChart,
  DefaultZIndexes,
  Line,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
  type YAxisTickContentProps,
  ZIndexLayer,
} from 'recharts';
import { numberWords } from '../../lib/words.ts';
import styles from './chart.module.css';
import { NAME_LINE, NOTE_LINE } from './chart-text.ts';
import type { Drawn } from './in-room.tsx';
import { MarkLink, Marks } from './marks.tsx';
import type { MarkPlace } from './next-mark.ts';
import { roundTop, shareTicks } from './scale-ticks.ts';
import { ShareLeft, WordsLeft } from './scale-words.tsx';
import { SeriesSymbol, seriesLook } from './symbols.tsx';
import { KEY_WIDTH, type TrendLaid } from './trend-geometry.ts';
import { MOST_BANDS, pointWords, type Trend, type TrendLinesProps, topOf } from './trend-model.ts';

type Props = Drawn<TrendLinesProps, TrendLaid>;

const [RATE, COUNT] = ['rate', 'count'];
const RADIUS = 4.5;

export function TrendLinesDrawn({ width, laid, ...props }: Props) {
  const { trend, left, plot, height } = laid;
  const { periods, series } = trend;
  const data = periods.map((_, at) => ({ at }));
  const most = roundTop(trend.most);
  const shareAt = (row: number, at: number) => series[row]?.points[at]?.rate?.share ?? null;
  const isWhole = (at: number) => periods[at]?.partial === false;
  const last = periods.length - 1;
  const bands = series.length > MOST_BANDS ? [] : series;
  const top = topOf(props, series.length);
  return (
    <Marks label={props.label} places={placesOf(trend)}>
      <ComposedChart
        data={data}
        width={width}
        height={height}
        margin={{ top: laid.rateTop, right: width - left - plot, bottom: height - laid.countBottom, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} yAxisId={RATE} stroke="var(--imr-line)" />
        <XAxis
          type="number"
          dataKey={({ at }: { at: number }) => at + 0.5}
          domain={[0, Math.max(periods.length, 1)]}
          hide
          allowDataOverflow
        />
        <YAxis
          yAxisId={RATE}
          width={left}
          type="number"
          domain={[0, top]}
          ticks={shareTicks(top)}
          padding={{ bottom: laid.countBottom - laid.rateBottom }}
          tick={({ y, payload }: YAxisTickContentProps) => <ShareLeft at={left} y={Number(y)} share={Number(payload.value)} />}
          interval={0}
          axisLine={false}
          tickLine={false}
          allowDataOverflow
        />
        <YAxis yAxisId={COUNT} hide type="number" domain={[0, most]} padding={{ top: laid.countTop - laid.rateTop }} allowDataOverflow />
        {bands.map(({ id }, row) => (
          <Area
            key={`band ${id}`}
            yAxisId={RATE}
            dataKey={({ at }: { at: number }) => {
              const rate = series[row]?.points[at]?.rate ?? null;
              return rate === null ? null : [rate.low, Math.min(rate.high, top)];
            }}
            stroke="none"
            fill={seriesLook(row, series.length).color}
            fillOpacity={series.length === 1 ? 0.18 : 0.1}
            activeDot={false}
            isAnimationActive={false}
          />
        ))}
        {series.map(({ id }, row) => {
          const { color, dash } = seriesLook(row, series.length);
          return (
            <Line
              key={`line ${id}`}
              yAxisId={RATE}
              dataKey={({ at }: { at: number }) => (isWhole(at) ? shareAt(row, at) : null)}
              stroke={color}
              strokeWidth={2}
              strokeDasharray={dash}
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />
          );
        })}
        {series.map(({ id }, row) => (
          <Line
            key={`partial ${id}`}
            yAxisId={RATE}
            dataKey={({ at }: { at: number }) => (isWhole(last) || at < last - 1 ? null : shareAt(row, at))}
            stroke={seriesLook(row, series.length).color}
            strokeWidth={1.5}
            strokeDasharray="2 4"
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
        ))}
        <ZIndexLayer zIndex={DefaultZIndexes.line + 1}>
          <Points {...props} width={width} laid={laid} />
          <Counts {...props} width={width} laid={laid} most={most} />
        </ZIndexLayer>
      </ComposedChart>
    </Marks>
  );
}

/** Series by series the points with a rate, then the bars of the periods. */
function placesOf({ series, periods }: Trend): MarkPlace[] {
  const points = series.flatMap(({ points: own }, row) => own.flatMap((point, column) => (point?.rate ? [{ row, column }] : [])));
  const bars = series.flatMap(({ points: own }, row) =>
    periods.flatMap((_, column) => ((own[column]?.items.count ?? 0) > 0 ? [{ row: series.length + row, column }] : [])),
  );
  return [...points, ...bars];
}

function Points({ laid, unit = 'items', total }: Props) {
  const [x, y] = [useXAxisScale(), useYAxisScale(RATE)];
  const { series, periods } = laid.trend;
  if (x === undefined || y === undefined) return null;
  const over = y(total.rate?.share);
  return (
    <g>
      <Notes laid={laid} />
      {over === undefined ? null : <line x1={laid.left} x2={laid.left + laid.plot} y1={over} y2={over} className={styles['over']} />}
      {series.map(({ id, points }, row) => (
        <g key={id}>
          {points.map((point, column) => {
            const [left, top] = [x(column + 0.5), y(point?.rate?.share)];
            if (point === null || point.rate === null || left === undefined || top === undefined) return null;
            const words = pointWords(point, unit);
            const { color } = seriesLook(row, series.length);
            const isAlone = series.length <= MOST_BANDS && !points[column - 1]?.rate && !points[column + 1]?.rate;
            return (
              <MarkLink key={point.id} place={{ row, column }} to={point.rate.href} label={words.join('; ')} tip={words}>
                <line
                  x1={left}
                  x2={left}
                  y1={y(point.rate.low)}
                  y2={Math.max(y(point.rate.high) ?? 0, laid.rateTop)}
                  className={styles[isAlone ? 'whisker' : 'reached']}
                  style={{ stroke: color }}
                />
                <circle cx={left} cy={top} r={Math.min(Math.max(laid.step / 2, RADIUS), 12)} className={styles['ground']} />
                <circle cx={left} cy={top} r={9} className={styles['ring']} />
                <SeriesSymbol
                  at={row}
                  x={left}
                  y={top}
                  r={periods.length > 60 ? 3 : RADIUS}
                  color={color}
                  hollow={point.tags.includes('few') || point.tags.includes('partial')}
                />
              </MarkLink>
            );
          })}
        </g>
      ))}
    </g>
  );
}

function Counts({ laid, unit = 'items', most }: Props & { most: number }) {
  const y = useYAxisScale(COUNT);
  const { series, periods } = laid.trend;
  if (y === undefined) return null;
  const wide = Math.max(Math.min(laid.step * 0.7, 28), 1);
  return (
    <g>
      <line x1={laid.left} x2={laid.left + laid.plot} y1={laid.countBottom} y2={laid.countBottom} className={styles['base']} />
      <line x1={laid.left} x2={laid.left + laid.plot} y1={laid.countTop} y2={laid.countTop} className={styles['base']} />
      <WordsLeft at={laid.left} y={laid.countBottom} words="0" />
      <WordsLeft at={laid.left} y={laid.countTop} words={numberWords(most)} />
      {series.map(({ id, points }, row) => (
        <g key={id}>
          {periods.map((period, column) => {
            const point = points[column];
            if (!point || point.items.count === 0) return null;
            const under = series.slice(0, row).reduce((sum, other) => sum + (other.points[column]?.items.count ?? 0), 0);
            const [bottom, top] = [y(under) ?? 0, y(under + point.items.count) ?? 0];
            const words = pointWords(point, unit);
            const { color } = seriesLook(row, series.length);
            return (
              <MarkLink
                key={period.id}
                place={{ row: series.length + row, column }}
                to={point.items.href}
                label={`${words[0]}: ${words[2]}`}
                tip={[words[0] ?? '', words[2] ?? '']}
              >
                <rect
                  x={laid.left + (column + 0.5) * laid.step - wide / 2}
                  y={top}
                  width={wide}
                  height={Math.max(bottom - top, 1)}
                  className={styles[series.length === 1 ? 'volume' : 'stack']}
                  style={series.length === 1 ? undefined : { fill: color }}
                  fillOpacity={period.partial ? 0.45 : 1}
                />
              </MarkLink>
            );
          })}
        </g>
      ))}
    </g>
  );
}

/** All words but those of the scales, and the lines of what happened. */
function Notes({ laid }: { laid: TrendLaid }) {
  const { legend, rateWords, countWords, ticks, partial, flags, events, trend } = laid;
  return (
    <g>
      {legend.map(({ x, base, lines }, row) => {
        const { color, dash } = seriesLook(row, trend.series.length);
        return (
          <g key={lines.join(' ')}>
            <line
              x1={x}
              x2={x + KEY_WIDTH - 8}
              y1={base - 4}
              y2={base - 4}
              style={{ stroke: color }}
              strokeWidth={2}
              strokeDasharray={dash}
            />
            <SeriesSymbol at={row} x={x + (KEY_WIDTH - 8) / 2} y={base - 4} r={RADIUS} color={color} />
            {lines.map((line, place) => (
              <text key={line} x={x + KEY_WIDTH} y={base + place * NAME_LINE}>
                {line}
              </text>
            ))}
          </g>
        );
      })}
      {[rateWords, countWords, ...events].map(({ base, lines }) =>
        lines.map((line, place) => (
          <text key={`${base} ${line}`} x={0} y={base + place * NOTE_LINE} className={styles['note']}>
            {line}
          </text>
        )),
      )}
      {ticks.map(({ x, lines }) =>
        lines.map(({ words, base }) => (
          <text key={`${x} ${base}`} x={x} y={base} textAnchor="middle" className={styles['note']}>
            {words}
          </text>
        )),
      )}
      {partial === null ? null : (
        <text x={partial.x} y={partial.base} textAnchor={partial.anchor} className={styles['note']}>
          partial
        </text>
      )}
      {flags.map(({ x, base, words }) => (
        <g key={words}>
          <line x1={x} x2={x} y1={base + 3} y2={laid.countBottom} className={styles['event']} />
          <text x={x} y={base} textAnchor="middle" className={styles['flag']}>
            {words}
          </text>
        </g>
      ))}
    </g>
  );
}
