/** The drawing of a dot plot. It brings the chart library, and is loaded by dot-plot.tsx. */
import { CartesianGrid, ComposedChart, useXAxisScale, XAxis, type XAxisTickContentProps, YAxis } from 'recharts';
import styles from './chart.module.css';
import { NAME_LINE, NOTE_LINE, noteWidth } from './chart-text.ts';
import {
  DOT_SCALE,
  type DotPlotGeometry,
  type DotPlotProps,
  type DotRow,
  type DotRowPlace,
  type DotWords,
  dotWords,
} from './dot-plot-geometry.ts';
import type { Drawn } from './in-room.tsx';
import { MarkLink, Marks } from './marks.tsx';
import { widthOfWords } from './room.ts';
import { shareTicks } from './scale-ticks.ts';
import { ShareBelow } from './scale-words.tsx';

const RADIUS = 5;

export function DotPlotDrawn({ width, laid, ...props }: Drawn<DotPlotProps, DotPlotGeometry>) {
  const { rows, scale, label } = props;
  const { left, plot, top, height } = laid;
  return (
    <Marks label={label} places={rows.flatMap(({ page }, row) => [{ row, column: 0 }, ...(page ? [{ row, column: 1 }] : [])])}>
      <ComposedChart
        layout="vertical"
        data={[...rows]}
        width={width}
        height={height}
        margin={{ top, right: width - left - plot, bottom: height - laid.bottom - DOT_SCALE, left }}
        accessibilityLayer={false}
      >
        {/* Where names stand above the dots, lines would run through them. */}
        {laid.stacked ? null : <CartesianGrid horizontal={false} stroke="var(--imr-line)" />}
        <XAxis
          type="number"
          domain={[0, scale]}
          ticks={shareTicks(scale)}
          height={DOT_SCALE}
          interval={0}
          tick={({ x, y, payload }: XAxisTickContentProps) => <ShareBelow at={Number(x)} base={Number(y)} share={Number(payload.value)} />}
          axisLine={false}
          tickLine={false}
          allowDataOverflow
        />
        <YAxis type="category" dataKey="id" hide />
        <Rows {...props} width={width} laid={laid} />
      </ComposedChart>
    </Marks>
  );
}

function Rows({ width, laid, ...props }: Drawn<DotPlotProps, DotPlotGeometry>) {
  const scaled = useXAxisScale();
  const { rows, total, scale, unit = 'items', shares: hasShares = true } = props;
  if (scaled === undefined) return null;
  const at = (share: number) => scaled(Math.min(share, scale)) ?? 0;
  const over = total.rate === null ? null : at(total.rate.share);
  const shares = rows.map(({ items }) => items.count / Math.max(total.items.count, 1));
  const most = Math.max(...shares, 0);
  const said = rows.map((row) => dotWords(row, props));
  return (
    <g>
      {total.rate === null || over === null ? null : (
        <OverallName at={over} width={width} words={`Overall: ${total.rate.percent} of ${total.rate.words.split(' of ')[1]}`} />
      )}
      {hasShares ? (
        <text x={width} y={laid.stacked ? 13 : 30} textAnchor="end" className={styles['note']}>
          Share of {unit}
        </text>
      ) : null}
      {laid.axisLines.map((line, place) => (
        <text key={line} x={laid.left} y={laid.bottom + DOT_SCALE + 10 + place * NOTE_LINE} className={styles['note']}>
          {line}
        </text>
      ))}
      {rows.map((row, place) => {
        const [stands, words] = [laid.rows[place], said[place]];
        const share = shares[place] ?? 0;
        if (stands === undefined || words === undefined) return null;
        return (
          <MarkLink key={row.id} place={{ row: place, column: 0 }} to={row.rate?.href ?? row.items.href} label={words.label}>
            <rect x={1} y={stands.top + 1} width={width - 2} height={stands.height - 2} rx={4} className={styles['ground']} />
            <line x1={laid.left} x2={laid.left + laid.plot} y1={stands.middle} y2={stands.middle} className={styles['base']} />
            {over === null ? null : <line x1={over} x2={over} y1={stands.lineTop} y2={stands.lineBottom} className={styles['over']} />}
            <Dot row={row} at={at} middle={stands.middle} scale={scale} />
            {row.page ? null : <Name stands={stands} />}
            <Numbers words={words} stands={stands} laid={laid} />
            {hasShares ? (
              <rect
                x={laid.volume.left}
                y={stands.middle - 4}
                width={Math.max(most === 0 ? 0 : (share / most) * laid.volume.most, 1)}
                height={8}
                className={styles['volume']}
              />
            ) : null}
          </MarkLink>
        );
      })}
      {rows.map(({ id, label, page }, place) => {
        const stands = laid.rows[place];
        if (!page || stands === undefined) return null;
        return (
          <MarkLink key={id} place={{ row: place, column: 1 }} to={page.href} state={page.state} label={`Everything on ${label}`}>
            <Name stands={stands} linked />
          </MarkLink>
        );
      })}
      {laid.rows.map((stands, place) => (
        <text key={stands.top} x={width} y={stands.middle + 4} textAnchor="end" className={styles['note']}>
          {said[place]?.volume}
        </text>
      ))}
    </g>
  );
}

/** The interval as a line, in an arrow where it goes on behind the scale, and the rate as a dot: hollow where it is of few. */
function Dot({ row: { rate, tags }, at, middle, scale }: { row: DotRow; at: (share: number) => number; middle: number; scale: number }) {
  if (rate === null) return null;
  const [low, high] = [at(rate.low), at(rate.high)];
  return (
    <>
      <line x1={low} x2={high} y1={middle} y2={middle} className={styles['interval']} />
      <path d={`M${low},${middle - 4}v8`} className={styles['interval']} />
      <path d={rate.high > scale ? `M${high - 5},${middle - 4}l5,4l-5,4` : `M${high},${middle - 4}v8`} className={styles['interval']} />
      <circle cx={at(rate.share)} cy={middle} r={RADIUS} className={styles[tags.includes('few') ? 'hollow' : 'dot']} />
    </>
  );
}

function Name({ stands, linked = false }: { stands: DotRowPlace; linked?: boolean }) {
  return (
    <text y={stands.nameBase} className={linked ? styles['linked'] : undefined}>
      {stands.lines.map((line, place) => (
        <tspan key={line} x={0} dy={place === 0 ? 0 : NAME_LINE}>
          {`${line} `}
        </tspan>
      ))}
    </text>
  );
}

interface NumbersProps {
  words: DotWords;
  stands: DotRowPlace;
  laid: DotPlotGeometry;
}

function Numbers({ words, stands, laid }: NumbersProps) {
  const strong = /^\S+%/.exec(words.numbers)?.[0] ?? '';
  return (
    <text x={laid.numbersEnd} y={stands.numbersBase} textAnchor="end" className={styles['numbers']}>
      <tspan className={styles['strong']}>{strong}</tspan>
      {words.numbers.slice(strong.length)}
    </text>
  );
}

/** Above the rows, turned inwards where it stands near an edge. Its line is drawn by each row, so that it strikes through no word. */
function OverallName({ at, width, words }: { at: number; width: number; words: string }) {
  const half = noteWidth(widthOfWords)(words) / 2;
  const anchor = at < half ? 'start' : at > width - half ? 'end' : 'middle';
  return (
    <text x={at} y={30} textAnchor={anchor} className={styles['note']}>
      {words}
    </text>
  );
}
