/** Rates over the disputed items that the address narrows to. Loaded on demand, with the chart library. */

import { EmptyIndex } from '../../components/states.tsx';
import { Analytics } from '../../features/analytics/analytics.tsx';

export function AnalyticsPage() {
  return (
    <>
      <title>Analytics - IMR Index</title>
      <Analytics emptyIndex={<EmptyIndex />} />
    </>
  );
}
