/** What tells series apart beside their color: a shape and a dash of the line. As many as a trend has lines. */
import styles from './chart.module.css';

/** The outline of each shape around 0, 0; `r` pixels from its middle. */
const SHAPES: readonly ((r: number) => string)[] = [
  (r) => `M${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`,
  (r) => `M${-0.9 * r},${-0.9 * r}h${1.8 * r}v${1.8 * r}h${-1.8 * r}z`,
  (r) => `M0,${-1.2 * r}l${1.15 * r},${2 * r}h${-2.3 * r}z`,
  (r) => `M0,${-1.3 * r}l${1.2 * r},${1.3 * r}l${-1.2 * r},${1.3 * r}l${-1.2 * r},${-1.3 * r}z`,
  (r) => `M0,${1.2 * r}l${1.15 * r},${-2 * r}h${-2.3 * r}z`,
  (r) =>
    `M${-0.4 * r},${-1.2 * r}h${0.8 * r}v${0.8 * r}h${0.8 * r}v${0.8 * r}h${-0.8 * r}v${0.8 * r}h${-0.8 * r}v${-0.8 * r}h${-0.8 * r}v${-0.8 * r}h${0.8 * r}z`,
];
const DASHES: readonly string[] = ['none', '7 3', '2 3', '10 3 2 3', '12 4', '5 2 1 2 1 2'];

/** Those of a series, from 0; a single one has the color of the outcome. */
export function seriesLook(at: number, of: number): { color: string; dash: string } {
  return {
    color: of === 1 ? 'var(--imr-overturned-bar)' : `var(--imr-series-${(at % SHAPES.length) + 1})`,
    dash: DASHES[at % DASHES.length] ?? 'none',
  };
}

interface Props {
  /** The series, from 0. */
  at: number;
  x: number;
  y: number;
  r: number;
  color: string;
  hollow?: boolean;
}

export function SeriesSymbol({ at, x, y, r, color, hollow = false }: Props) {
  return (
    <path
      d={SHAPES[at % SHAPES.length]?.(r)}
      transform={`translate(${x} ${y})`}
      className={styles['symbol']}
      style={hollow ? { stroke: color } : { fill: color, stroke: 'var(--imr-raised)', strokeWidth: 1 }}
    />
  );
}
