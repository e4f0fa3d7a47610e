/** How metrics are computed, told once where several are computed alike. Pure. */
import type { MetricInWords } from '#contract/metrics.ts';

type Method = MetricInWords['method'][number];

/** The ways in which some metrics are computed, each once, in the order in which they are first told. */
export function methodsOf(metrics: readonly MetricInWords[]): readonly Method[] {
  return [...new Map(metrics.flatMap(({ method }) => method).map((one) => [one.words, one])).values()];
}

/** The numbers, from 1, that the ways of one metric have among those of all. */
export function numbersOf({ method }: MetricInWords, all: readonly Method[]): number[] {
  return method.map(({ words }) => all.findIndex((one) => one.words === words) + 1);
}
