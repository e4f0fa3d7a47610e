/** The charts of the registry over one narrowing, which is the address. The same address without the path is the search. */
import { Anchor, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { FilterChips } from '../../components/filter-chips.tsx';
import { narrowingWords, toChips } from '../../lib/chips.ts';
import { useStats } from '../../lib/endpoints.ts';
import { readNarrowing, withParams, writeNarrowing } from '../../lib/url-state.ts';
import { useValueLabels } from '../../lib/value-labels.ts';
import styles from './analytics.module.css';
import { CHARTS } from './registry.ts';

/** `emptyIndex`: what to show while there is no letter at all. */
export function Analytics({ emptyIndex }: { emptyIndex: ReactNode }) {
  const [params] = useSearchParams();
  const state = readNarrowing(params);
  const stats = useStats();
  const chips = toChips(state, useValueLabels([]));
  if (stats.data?.letters === 0) return emptyIndex;
  return (
    <div className={styles['page']}>
      <Title order={1}>How IMR decided</Title>
      <Text className={styles['intro']}>
        How often IMR overturned the UR decision, by what was disputed and by the guidelines cited, {narrowingWords(chips)}.{' '}
        <Anchor component={Link} to={withParams('/', writeNarrowing(state))}>
          {chips.length === 0 ? 'Narrow them in the search' : 'Change this in the search'}
        </Anchor>
        .
      </Text>
      <FilterChips chips={chips} hrefOf={(chip) => withParams('/analytics', writeNarrowing(chip.without))} clearHref="/analytics" />
      {CHARTS.map(({ id, Chart }) => (
        <Chart key={id} state={state} narrowedTo={narrowingWords(chips)} />
      ))}
    </div>
  );
}
