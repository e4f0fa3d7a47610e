/** Overturned rate by the values of one field, in the order of the field. */
import type { ComponentType } from 'react';
import type { RatesRequest } from '#contract/api.ts';
import { fieldLabel } from '#contract/programme-fields.ts';
import type { ChartProps } from '../chart-props.ts';
import { RateChart } from '../rate-chart.tsx';

/** A chart by a field; `one` and `many`: what its bars are, inside a sentence. */
export function byField(
  by: RatesRequest['by'],
  one: string,
  many = one.endsWith('y') ? `${one.slice(0, -1)}ies` : `${one}s`,
): ComponentType<ChartProps> {
  return function RateByField(props: ChartProps) {
    const label = fieldLabel(by, props.programme);
    return <RateChart {...props} id={`rate-by-${by}`} title={`Overturned by ${label.toLowerCase()}`} by={by} groups={{ one, many }} />;
  };
}
