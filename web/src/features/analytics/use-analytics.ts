/** What a page of analytics counts: the narrowing of its address, what the server makes of it, and what of it narrows the numbers. */
import { useLocation, useSearchParams } from 'react-router';
import { RATE_OUTCOMES } from '#contract/fields.ts';
import { type Chip, toChips } from '../../lib/chips.ts';
import { dayFaultWords } from '../../lib/day-faults.ts';
import { useFound, useStats, withinOf } from '../../lib/endpoints.ts';
import { useMetric } from '../../lib/metric-endpoints.ts';
import { countedBy } from '../../lib/metric-links.ts';
import { counted } from '../../lib/outcome-filters.ts';
import { programmeOnly } from '../../lib/programme-filter.ts';
import { useProgrammes } from '../../lib/programmes.ts';
import { EMPTY_SEARCH, type Filters, type NarrowingState, readNarrowing, withFilter } from '../../lib/url-state.ts';
import { useKept, useUnderstood } from '../../lib/use-kept.ts';
import { type LabelOf, useValueLabels } from '../../lib/value-labels.ts';
import { nameIn, useAnalyticsHref } from './address.ts';
import { placeOf } from './page-place.ts';
import type { PageProps } from './page-props.ts';
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
  const place = placeOf(of);
  // Days that cannot be counted are not sent: the filters stay, and the fault is told.
  const sendable = (state: NarrowingState) => (wrongDays.length === 0 ? state : { ...state, from: null, to: null });
  const whole = within(asked, of);
  const probe = useMetric(PROBE, {}, sendable(whole), place);
  const { setAside = [], otherProgrammes = [] } = probe.data ?? {};
  const programme = chosen ?? probe.data?.programme?.value ?? null;
  // What is made of the words does not hang on the outcome.
  const said = useFound(sendable(withoutOutcomes(whole)), place);
  const { understood, lacking } = useUnderstood(said, asked);
  const narrowed = counted(whole, setAside, understood.parts);
  // Where there are several, words that are typed next may match another than those of now.
  const ofOne = (other: NarrowingState) =>
    programme === null || (otherProgrammes.length === 0 && loaded.length < 2)
      ? other
      : { ...other, filters: withFilter(other.filters, 'programme', [programme]) };
  const state = ofOne(narrowed);
  // The filters beside the numbers are of what is counted.
  const asCounted = (other: NarrowingState) => {
    const whole = sendable(withoutOutcomes(within(other, of)));
    return ofOne(probe.data === undefined ? whole : countedBy(probe.data, whole));
  };
  const found = useFound(asCounted(state), place);
  const facets = useKept(found.data?.facets, withinOf(asked, place));
  const clicked = nameIn(useLocation().state);
  // Until the facets are there only the name of the page is asked for, where nobody has said it.
  const untold = facets === undefined && found.error === null ? (clicked === null ? [ofAlone(of)] : []) : [narrowed.filters];
  const labelOf = useValueLabels(facets ?? [], untold);
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
    /** What the value is called that the page is of; null while that is not known. */
    name:
      of === null ? null : nameOfValue(labelOf(of.field, of.value), of.value, clicked, probe.data !== undefined || probe.error !== null),
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

type Of = PageProps['of'];

function ofAlone(of: Of): Filters {
  return of === null ? {} : { [of.field]: [of.value] };
}

/** By its label; before that is there, by the name under which it was clicked. The value itself only where there is no better one. */
function nameOfValue(label: string, value: string, clicked: string | null, settled: boolean): string | null {
  return label !== value ? label : (clicked ?? (settled ? value : null));
}

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
