/** Results on their way: as large as what comes, so that nothing moves when it does. */
import { Skeleton, VisuallyHidden } from '@mantine/core';
import styles from './result-bones.module.css';

const CARDS = [0, 1, 2, 3, 4, 5, 6];

export function ResultBones() {
  return (
    <div role="status" aria-live="polite">
      <VisuallyHidden>Loading results</VisuallyHidden>
      <div aria-hidden="true" className={styles['bones']}>
        <div className={styles['head']}>
          <Skeleton height={18} width={240} />
        </div>
        {CARDS.map((card) => (
          <div key={card} className={styles['card']}>
            <Skeleton height={18} width="62%" />
            <Skeleton height={12} width="34%" />
            <Skeleton height={12} width="80%" />
            <Skeleton height={12} width="92%" />
          </div>
        ))}
      </div>
    </div>
  );
}
