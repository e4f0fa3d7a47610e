/** The charts of the registry over one narrowing, which is the address. The same address without the path is the search. */
import { Button, Title } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { Link, useSearchParams } from 'react-router';
import { FilterChips } from '../../components/filter-chips.tsx';
import { FilterIcon } from '../../components/icons.tsx';
import { ProgrammeSwitch } from '../../components/programme-switch.tsx';
import { ErrorState } from '../../components/states.tsx';
import { WrongDays } from '../../components/wrong-days.tsx';
import { toChips } from '../../lib/chips.ts';
import { dayFaultWords } from '../../lib/day-faults.ts';
import { useAllRates, useStats, useUnderstoodParts } from '../../lib/endpoints.ts';
import { counted, restored } from '../../lib/outcome-filters.ts';
import { programmeOnly } from '../../lib/programme-filter.ts';
import { useProgrammes, withProgramme } from '../../lib/programmes.ts';
import { EMPTY_SEARCH, isNarrowed, readNarrowing, withFilter, withParams, writeNarrowing } from '../../lib/url-state.ts';
import { useValueLabels } from '../../lib/value-labels.ts';
import { useAnalyticsHref } from './address.ts';
import styles from './analytics.module.css';
import { PageBones } from './bones.tsx';
import { Rates } from './rates.tsx';
import { isRefusal, Refused } from './refused.tsx';
import { fieldsOf } from './registry.ts';

/** What is asked while it is not known which program the rates are of: the answer tells it. */
const FIRST = ['category'] as const;
/** Charts that are seen at first. */
const BONES = 2;

/** `emptyIndex`: what to show while there is no letter at all. */
export function Analytics({ emptyIndex }: { emptyIndex: ReactNode }) {
  const [params] = useSearchParams();
  const asked = readNarrowing(params);
  const hrefOf = useAnalyticsHref();
  const title = useRef<HTMLHeadingElement>(null);
  const stats = useStats();
  const wrongDays = dayFaultWords(asked);
  const { loaded, chosen } = useProgrammes(asked.filters);
  const counting = wrongDays.length === 0 ? asked : { ...asked, from: null, to: null };
  const [probe] = useAllRates(chosen === null ? FIRST : [], counting);
  const programme = chosen ?? probe?.data?.programme?.value ?? null;
  const answers = useAllRates(programme === null ? FIRST : fieldsOf(programme), counting);
  const rates = answers.flatMap(({ data }) => data ?? []);
  const refusal = wrongDays.length > 0 ? null : (answers.find(({ error }) => isRefusal(error))?.error ?? null);
  const setAside = rates[0]?.setAside ?? [];
  const parts = useUnderstoodParts(asked, setAside.length > 0);
  const narrowed = counted(asked, setAside, parts ?? []);
  const chips = toChips(narrowed, useValueLabels([], [narrowed.filters]));
  if (stats.data?.letters === 0) return emptyIndex;
  const failed = refusal === null && rates.length === 0 ? (answers.find(({ error }) => error !== null)?.error ?? null) : null;
  const isStopped = wrongDays.length > 0 || refusal !== null || failed !== null;
  const search = withParams('/', writeNarrowing(asked));
  const wayTo = (other: string | null) => {
    const { state, dropped } = withProgramme(asked, other);
    return { href: hrefOf(state), dropped };
  };
  return (
    <div className={styles['page']} data-frame="wide">
      <div className={styles['head']}>
        <Title order={1} ref={title} tabIndex={-1}>
          How IMR decided
        </Title>
        <Button component={Link} to={search} leftSection={<FilterIcon />} className="screen-only">
          {isNarrowed({ ...asked, filters: withFilter(asked.filters, 'programme', []) }) ? 'Change in the search' : 'Narrow in the search'}
        </Button>
      </div>
      <ProgrammeSwitch loaded={loaded} chosen={programme} wayTo={wayTo} />
      <div className="screen-only">
        <FilterChips
          chips={chips.filter(({ key }) => !(loaded.length > 1 && key === `programme=${programme}`))}
          hrefOf={(chip) => hrefOf(restored(asked, setAside, chip))}
          clearHref={hrefOf({ ...EMPTY_SEARCH, filters: programmeOnly(asked.filters) })}
          onLast={() => title.current?.focus({ preventScroll: true })}
        />
      </div>
      {wrongDays.length > 0 ? (
        <WrongDays faults={wrongDays}>
          <Link to={hrefOf({ ...asked, from: null, to: null })}>Count without them</Link>
        </WrongDays>
      ) : null}
      {refusal === null ? null : <Refused refusal={refusal} asked={asked} />}
      {failed === null ? null : (
        <ErrorState error={failed} query={asked.q} onRetry={() => answers.forEach(({ refetch }) => void refetch())} />
      )}
      {/* Where words of the query are an outcome, the links are only known with them. */}
      {!isStopped && (rates[0] === undefined || parts === null) ? <PageBones charts={BONES} /> : null}
      {!isStopped && rates[0] !== undefined && parts !== null ? (
        <Rates rates={[rates[0], ...rates.slice(1)]} asked={asked} narrowed={narrowed} chips={chips} />
      ) : null}
    </div>
  );
}
