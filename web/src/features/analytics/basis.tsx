/**
 * What the numbers of a page are of, in the sentences that every page has: perioperative items in or out, decisions that were inferred, what is counted apart,
 * what was left aside. On a small screen those that are only read are folded.
 */
import { useMediaQuery } from '@mantine/hooks';
import type { MetricResponse } from '#contract/metrics.ts';
import { setAsideWords } from '../../lib/outcome-filters.ts';
import styles from './frame.module.css';
import { InferredSwitch, inferredIn } from './inferred-switch.tsx';
import { Apart } from './overall.tsx';
import { PerioperativeSwitch } from './perioperative-switch.tsx';
import type { Analytics } from './use-analytics.ts';

interface Props {
  analytics: Pick<Analytics, 'asked' | 'state' | 'facets' | 'setAside' | 'otherProgrammes'>;
  counts: MetricResponse;
}

export function Basis({ analytics, counts }: Props) {
  const { asked, state, facets = [], setAside, otherProgrammes } = analytics;
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const aside = setAsideWords(setAside);
  const read =
    inferredIn(facets) === 0 && counts.apart.length === 0 ? null : (
      <>
        <InferredSwitch facets={facets} asked={asked} />
        <Apart counts={counts} state={state} />
      </>
    );
  return (
    <div className={styles['basis']}>
      <PerioperativeSwitch facets={facets} asked={asked} />
      {narrow && read !== null ? (
        <details className={styles['folded']}>
          <summary>What is counted, and what apart</summary>
          {read}
        </details>
      ) : (
        read
      )}
      {otherProgrammes.length === 0 ? null : (
        <p className={styles['aside']}>
          Rates are of one program at a time: <strong>{counts.programme?.label}</strong>.
        </p>
      )}
      {aside === null ? null : <p className={styles['aside']}>{aside}</p>}
    </div>
  );
}
