/** On paper, under the numbers: how those of the page are counted, and what they do not say. On the screen the Method page has it. */
import type { MetricId } from '#contract/metric-ids.ts';
import { useMetrics } from '../../lib/metric-endpoints.ts';
import styles from './frame.module.css';
import { methodsOf, numbersOf } from './told-methods.ts';

export function MethodNotes({ metrics }: { metrics: readonly MetricId[] }) {
  const { data } = useMetrics();
  const told = data?.metrics.filter(({ id }) => metrics.includes(id)) ?? [];
  if (told.length === 0) return null;
  const methods = methodsOf(told);
  return (
    <section className={`print-only ${styles['method']}`} aria-label="How these numbers are counted">
      <h2>How these numbers are counted</h2>
      <dl>
        {told.map((metric) => (
          <div key={metric.id}>
            <dt>{metric.title}</dt>
            <dd>
              Counted: {metric.numerator} Of: {metric.denominator} Method: {numbersOf(metric, methods).join(', ')}.{' '}
              {metric.limits.join(' ')}
            </dd>
          </div>
        ))}
      </dl>
      <ol>
        {methods.map(({ words, source }) => (
          <li key={words}>
            {words}
            {source === null ? '' : ` ${source}`}
          </li>
        ))}
      </ol>
    </section>
  );
}
