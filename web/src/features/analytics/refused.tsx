/** Why there are no rates of what the address asks for, said once for all charts, and the way out. */
import { ErrorState } from '../../components/states.tsx';
import { WrongFilters } from '../../components/wrong-filters.tsx';
import { ApiError } from '../../lib/api-client.ts';
import { filterFaults } from '../../lib/fault-words.ts';
import type { NarrowingState } from '../../lib/url-state.ts';
import { useAnalyticsHref } from './address.ts';
import { ToldCase } from './told-case.tsx';

/** Whether it is the narrowing that is wrong, which is wrong for every chart. */
export function isRefusal(error: unknown): boolean {
  return error instanceof ApiError && (error.code === 'bad-request' || error.code === 'bad-query' || isToldCase(error));
}

export function Refused({ refusal, asked }: { refusal: Error; asked: NarrowingState }) {
  const hrefOf = useAnalyticsHref();
  if (isToldCase(refusal)) return <ToldCase asked={asked} />;
  const wrong = filterFaults(refusal);
  if (wrong.length === 0) return <ErrorState error={refusal} query={asked.q} />;
  return <WrongFilters faults={wrong} filters={asked.filters} hrefOf={(filters) => hrefOf({ ...asked, filters })} />;
}

function isToldCase(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'not-a-query';
}
