/** Similar cases on their way: as large as what comes, so that nothing moves when it does. */
import { Skeleton, VisuallyHidden } from '@mantine/core';
import styles from './similar.module.css';

const CARDS = [0, 1, 2, 3, 4];
const CRITERIA = [0, 1, 2, 3, 4, 5, 6, 7];

export function SimilarBones() {
  return (
    <div role="status" className={styles['bones']}>
      <VisuallyHidden>Loading similar cases</VisuallyHidden>
      <div aria-hidden="true" className={styles['columns']}>
        <div className={styles['side']} data-wide-only>
          {CRITERIA.map((one) => (
            <div key={one} className={styles['box']}>
              <Skeleton height={14} width="45%" />
              <Skeleton height={12} width="80%" />
            </div>
          ))}
        </div>
        <div className={styles['list']}>
          <Skeleton height={20} width={180} />
          <Skeleton height={14} width={320} mb="xl" />
          {CARDS.map((card) => (
            <div key={card} className={styles['box']}>
              <Skeleton height={18} width="60%" />
              <Skeleton height={12} width="35%" />
              <Skeleton height={12} width="85%" />
              <Skeleton height={12} width="90%" mb="lg" />
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
