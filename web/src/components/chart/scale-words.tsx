/** The numbers of a scale of shares. */
import styles from './chart.module.css';

/** 0.05 is "5%". */
function tickWords(share: number): string {
  return `${Number((share * 100).toFixed(1))}%`;
}

/** Half of the widest number of a scale. */
const HALF = 18;

/** Under a scale from left to right; the first one may stand at the very edge, where half of it would be cut. */
export function ShareBelow({ at, base, share }: { at: number; base: number; share: number }) {
  const isEdge = at < HALF;
  return (
    <text x={isEdge ? 0 : at} y={base + 6} textAnchor={isEdge ? 'start' : 'middle'} className={styles['note']}>
      {tickWords(share)}
    </text>
  );
}

/** Beside a scale from below to above, which begins at `at`. */
export function ShareLeft({ at, y, share }: { at: number; y: number; share: number }) {
  return <WordsLeft at={at} y={y} words={tickWords(share)} />;
}

export function WordsLeft({ at, y, words }: { at: number; y: number; words: string }) {
  return (
    <text x={at - 8} y={y + 4} textAnchor="end" className={styles['note']}>
      {words}
    </text>
  );
}
