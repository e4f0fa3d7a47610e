/** In place of results while the days of the address cannot be searched, with a way out. */
import type { ReactNode } from 'react';
import styles from './states.module.css';

/** `faults`: what is wrong, where no field beside it says so. `children`: the way out. */
export function WrongDays({ faults, children }: { faults: readonly string[]; children: ReactNode }) {
  return (
    <div role="alert" className={styles['error']}>
      <p className={styles['title']}>These decision days cannot be searched</p>
      {faults.map((fault) => (
        <p key={fault}>{fault}.</p>
      ))}
      <p>{children}</p>
    </div>
  );
}
