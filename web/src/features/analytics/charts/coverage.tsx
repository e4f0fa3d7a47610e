/** How much is loaded of what was published, year by year. */
import { metricLinks } from '../../../lib/metric-links.ts';
import { programmeOnly } from '../../../lib/programme-filter.ts';
import { EMPTY_SEARCH } from '../../../lib/url-state.ts';
import type { ChartProps } from '../chart-props.ts';
import { PartFrame } from '../part-frame.tsx';

export function Coverage({ title, response, ...frame }: ChartProps) {
  const [part] = response.parts;
  if (part === undefined) return null;
  // It is of all of the program, whatever narrows the page.
  const whole = { ...EMPTY_SEARCH, filters: programmeOnly(frame.state.filters), snapshot: frame.state.snapshot };
  return (
    <PartFrame
      {...frame}
      title={title}
      part={part}
      linkOf={metricLinks({ ...response, added: [] }, whole)}
      facts={{ ...frame.facts, filters: 'all that is loaded of the program' }}
      rates={false}
    />
  );
}
