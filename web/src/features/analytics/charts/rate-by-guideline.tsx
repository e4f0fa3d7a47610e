/** Overturned rate by guideline family: those the IMR reviewer cited, or those cited at UR, as the address says. The two sides are never merged. */
import { SegmentedControl } from '@mantine/core';
import { useNavigate, useSearchParams } from 'react-router';
import type { RatesRequest } from '#contract/api.ts';
import { isLacked } from '#contract/programme-fields.ts';
import { readNarrowing } from '../../../lib/url-state.ts';
import { analyticsHref, readSide, type Side } from '../address.ts';
import type { ChartProps } from '../chart-props.ts';
import { RateChart } from '../rate-chart.tsx';

const SIDES: readonly { value: Side; label: string }[] = [
  { value: 'imr', label: 'IMR reviewer' },
  { value: 'ur', label: 'Claims administrator (UR)' },
];

const FAMILY = { imr: 'imrGuidelineFamily', ur: 'urGuidelineFamily' } as const satisfies Record<Side, RatesRequest['by']>;

export function RateByGuideline(props: ChartProps) {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  // Where one side alone is published there is nothing to choose.
  const sides = SIDES.filter(({ value }) => !isLacked(props.programme, FAMILY[value]));
  const [only] = sides.length === 1 ? sides : [];
  const side = only?.value ?? readSide(params);
  return (
    <RateChart
      {...props}
      id="rate-by-guideline"
      title="Overturned by guideline family"
      by={FAMILY[side]}
      groups={{
        one: 'guideline family',
        many: 'guideline families',
        citedBy:
          only !== undefined
            ? 'cited by the reviewer'
            : side === 'imr'
              ? 'cited by the IMR reviewer'
              : 'cited by the claims administrator at UR',
      }}
      control={
        only !== undefined ? null : (
          <SegmentedControl
            size="xs"
            aria-label="Whose guidelines"
            data={[...SIDES]}
            value={side}
            onChange={(value) => navigate(analyticsHref(readNarrowing(params), value), { preventScrollReset: true })}
          />
        )
      }
    />
  );
}
