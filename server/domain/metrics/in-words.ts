/** What every metric says of itself. */
import type { MetricInWords, MetricsResponse } from '#contract/metrics.ts';
import { accuracy } from './accuracy.ts';
import { events, published } from './published.ts';
import { METRICS } from './registry.ts';

export function inWords(): MetricsResponse {
  const metrics = METRICS.map(
    ({ id, title, question, numerator, denominator, unit, method, limits, takes }): MetricInWords => ({
      id,
      title,
      question,
      numerator,
      denominator,
      unit,
      method,
      limits,
      takes,
    }),
  );
  return { metrics, accuracy: accuracy(), published: published(), events: events() };
}
