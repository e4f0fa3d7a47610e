/**
 * A table that may be wider than the screen: it scrolls sideways in a region of its own, reachable by keyboard; while columns are
 * out of sight, a line above says so and the edge they lie behind is shaded.
 */
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import styles from './wide-table.module.css';

/** `label`: what the table shows, for screen readers. */
export function WideTable({ label, children }: { label: string; children: ReactNode }) {
  const box = useRef<HTMLElement>(null);
  const [hidden, setHidden] = useState({ before: false, after: false });
  const look = useCallback(() => {
    if (box.current === null) return;
    const { scrollLeft, clientWidth, scrollWidth } = box.current;
    setHidden({ before: scrollLeft > 1, after: scrollLeft + clientWidth < scrollWidth - 1 });
  }, []);
  useEffect(() => {
    const watcher = new ResizeObserver(look);
    if (box.current !== null) watcher.observe(box.current);
    return () => watcher.disconnect();
  }, [look]);
  const wide = hidden.before || hidden.after;
  return (
    <div>
      {wide ? <p className={styles['hint']}>Scroll the table sideways to see all its columns.</p> : null}
      <div className={styles['frame']} data-before={hidden.before} data-after={hidden.after}>
        {/* A scrolling region must be reachable by keyboard to be scrolled. */}
        <section ref={box} className={styles['scroller']} aria-label={label} tabIndex={wide ? 0 : undefined} onScroll={look}>
          {children}
        </section>
      </div>
    </div>
  );
}
