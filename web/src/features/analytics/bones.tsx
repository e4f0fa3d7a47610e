/** Gray shapes about as large as what comes, so that nothing moves when it does; told to screen readers once. */
import { Skeleton, VisuallyHidden } from '@mantine/core';
import styles from './analytics.module.css';

/** Rows of a chart of which nothing is known yet: about as many as there are service categories. */
const ROWS = 11;

/** The bars of a chart. */
function BarBones({ rows = ROWS }: { rows?: number }) {
  return (
    <div className={styles['bones']} aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <Skeleton key={row} height={16} width={`${[92, 78, 85, 64][row % 4]}%`} radius="sm" />
      ))}
    </div>
  );
}

/** What stands under the title of a chart. `what` is told to screen readers. */
export function ChartBones({ what }: { what: string }) {
  return (
    <div role="status">
      <VisuallyHidden>Loading {what}</VisuallyHidden>
      <Skeleton height={13} width="70%" my="xs" radius="sm" aria-hidden="true" />
      <BarBones />
    </div>
  );
}

/** All of the charts, and the line above them. */
export function PageBones({ charts }: { charts: number }) {
  return (
    <div role="status">
      <VisuallyHidden>Loading the rates</VisuallyHidden>
      <Skeleton height={18} width="16rem" mb="md" radius="sm" aria-hidden="true" />
      <div className={styles['charts']} aria-hidden="true">
        {Array.from({ length: charts }, (_, chart) => chart).map((chart) => (
          <div key={chart} className={styles['chart']}>
            <Skeleton height={22} width="45%" radius="sm" />
            <Skeleton height={13} width="70%" my="sm" radius="sm" />
            <BarBones />
          </div>
        ))}
      </div>
    </div>
  );
}
