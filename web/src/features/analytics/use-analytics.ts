/** What a page of analytics counts: the narrowing of its address, what the server makes of it, and what of it narrows the numbers. */
import { useSearchParams } from 'react-router';
import { type KeywordField, RATE_OUTCOMES } from '#contract/fields.ts';
import { type Chip, toChips } from '../../lib/chips.ts';
import { dayFaultWords } from '../../lib/day-faults.ts';
import { useFound, useStats } from '../../lib/endpoints.ts';
import { useMetric } from '../../lib/metric-endpoints.ts';
import { countedBy } from '../../lib/metric-links.ts';
import { counted } from '../../lib/outcome-filters.ts';
import { programmeOnly } from '../../lib/programme-filter.ts';
import { useProgrammes } from '../../lib/programmes.ts';
import { EMPTY_SEARCH, type NarrowingState, readNarrowing, withFilter } from '../../lib/url-state.ts';
import { useKept, useUnderstood } from '../../lib/use-kept.ts';
import { type LabelOf, useValueLabels } from '../../lib/value-labels.ts';
import { useAnalyticsHref } from './address.ts';
import type { AnalyticsPage } from './pages.ts';
import { isRefusal } from './refused.tsx';

/** The metric that asks for nothing beside the narrowing: its answer says of which program the numbers are, what is set aside, and what is counted apart. */
const PROBE = 'letters';

/** `value`: the one that all of the page is of (`page.of`). */
export function useAnalytics(page: AnalyticsPage, value: string | null) {
  const kept = readNarrowing(useSearchParams()[0]);
  const asked = page.plain === true ? { ...EMPTY_SEARCH, filters: programmeOnly(kept.filters), snapshot: kept.snapshot } : kept;
  const hrefOf = useAnalyticsHref();
  const stats = useStats().data;
  const wrongDays = dayFaultWords(asked);
  const { loaded, chosen } = useProgrammes(asked.filters);
  const of = page.of === undefined || value === null ? null : { field: page.of, value };
  // Days that cannot be counted are not sent: the filters stay, and the fault is told.
  const sendable = (state: NarrowingState) => (wrongDays.length === 0 ? state : { ...state, from: null, to: null });
  const whole = within(asked, of);
  const probe = useMetric(PROBE, {}, sendable(whole));
  const { setAside = [], otherProgrammes = [] } = probe.data ?? {};
  const programme = chosen ?? probe.data?.programme?.value ?? null;
  // What is made of the words does not hang on the outcome.
  const said = useFound(sendable(withoutOutcomes(whole)));
  const { understood, lacking } = useUnderstood(said, asked);
  const narrowed = counted(whole, setAside, understood.parts);
  const state =
    programme === null || (otherProgrammes.length === 0 && loaded.length < 2)
      ? narrowed
      : { ...narrowed, filters: withFilter(narrowed.filters, 'programme', [programme]) };
  // The filters beside the numbers are of what is counted.
  const asCounted = (other: NarrowingState) => {
    const whole = sendable(withoutOutcomes(within(other, of)));
    return probe.data === undefined ? whole : countedBy(probe.data, whole);
  };
  const found = useFound(asCounted(state));
  const facets = useKept(found.data?.facets);
  const labelOf = useValueLabels(facets ?? [], facets === undefined && found.error === null ? [] : [narrowed.filters]);
  const refusal = wrongDays.length === 0 && isRefusal(probe.error) ? probe.error : null;
  return {
    page,
    of,
    /** Another narrowing of the page as it would be counted: what the filters beside the numbers count. */
    asCounted,
    /** What the ways to the other pages keep. */
    kept,
    asked,
    hrefOf,
    stats,
    loaded,
    programme,
    understood,
    lacking,
    found,
    facets,
    labelOf,
    wrongDays,
    setAside,
    /** Programs that match too, and are not counted. */
    otherProgrammes,
    /** What is asked for cannot be counted. */
    refusal,
    failed: refusal === null && probe.data === undefined ? probe.error : null,
    retry: () => void probe.refetch(),
    counts: probe.data ?? null,
    /** Where words of the query are an outcome, what is counted is only known with them. */
    ready: probe.data !== undefined && (setAside.length === 0 || asked.q === '' || said.data !== undefined || said.error !== null),
    /** What every number is of and every link keeps. */
    state,
    chips: chipsOf(narrowed, of, labelOf),
    /** The same with the value that the page is of: what is counted, in words. */
    countedChips: toChips(narrowed, labelOf),
  };
}

export type Analytics = ReturnType<typeof useAnalytics>;

type Of = { readonly field: KeywordField; readonly value: string } | null;

/** A page of one value is within it, whatever else narrows it. */
function within(state: NarrowingState, of: Of): NarrowingState {
  return of === null ? state : { ...state, filters: withFilter(state.filters, of.field, [of.value]) };
}

/** The value that a page is of is its title, and nothing that can be taken out. */
function chipsOf(narrowed: NarrowingState, of: Of, labelOf: LabelOf): Chip[] {
  const filters = of === null ? narrowed.filters : withFilter(narrowed.filters, of.field, []);
  return toChips({ ...narrowed, filters }, labelOf);
}

function withoutOutcomes(state: NarrowingState): NarrowingState {
  return { ...state, filters: RATE_OUTCOMES.reduce((left, field) => withFilter(left, field, []), state.filters) };
}
