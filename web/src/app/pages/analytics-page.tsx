/** Rates over the disputed items that the address narrows to. Loaded on demand, with the chart library. */
import { useSearchParams } from 'react-router';
import { EmptyIndex } from '../../components/states.tsx';
import { Analytics } from '../../features/analytics/analytics.tsx';
import { pageTitle } from '../../lib/titles.ts';
import { readNarrowing } from '../../lib/url-state.ts';

export function AnalyticsPage() {
  const [params] = useSearchParams();
  return (
    <>
      <title>{pageTitle(readNarrowing(params).q, 'Analytics')}</title>
      <Analytics emptyIndex={<EmptyIndex />} />
    </>
  );
}
