/** The room of a chart, taken before it is drawn; the chart library is loaded when the room comes near the screen, or is printed. */
import { lazy, Suspense, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import styles from './analytics.module.css';
import { barGeometry } from './bar-geometry.ts';
import { BarBones } from './bones.tsx';
import type { RateRow } from './rate-rows.ts';
import { useWidth, widthOfWords } from './room.ts';

const RateBars = lazy(async () => ({ default: (await import('./rate-bars.tsx')).RateBars }));
/** How far below the screen a chart is drawn already. */
const NEAR = '400px';

interface Props {
  rows: readonly RateRow[];
  scale: number;
  overall: RateRow['rate'];
}

export function BarsInSight({ rows, scale, overall }: Props) {
  const { room, width } = useWidth();
  const [seen, setSeen] = useState(false);
  const geometry = barGeometry(
    width,
    rows.map(({ label, rate }) => ({ name: label, numbers: rate?.words ?? '' })),
    widthOfWords,
  );
  useLayoutEffect(() => {
    const box = room.current;
    if (box === null || seen) return;
    const sight = new IntersectionObserver((looks) => looks.some(({ isIntersecting }) => isIntersecting) && setSeen(true), {
      rootMargin: NEAR,
    });
    sight.observe(box);
    // The paper is drawn as soon as the event is over.
    const printed = () => flushSync(() => setSeen(true));
    window.addEventListener('beforeprint', printed);
    return () => {
      sight.disconnect();
      window.removeEventListener('beforeprint', printed);
    };
  }, [room, seen]);
  return (
    <div ref={room} style={{ minHeight: geometry.height }} className={styles['bars']}>
      {seen ? (
        <Suspense fallback={<BarBones rows={rows.length} />}>
          <RateBars rows={rows} scale={scale} overall={overall} width={width} geometry={geometry} />
        </Suspense>
      ) : null}
    </div>
  );
}
