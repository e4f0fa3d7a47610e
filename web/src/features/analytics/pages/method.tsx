/** How every number of analytics is counted, what it does not say, and where its method was published. */
import type { ReactNode } from 'react';
import { ErrorState, LoadingState } from '../../../components/states.tsx';
import { useMetrics } from '../../../lib/metric-endpoints.ts';
import { AccuracyTable } from '../accuracy-table.tsx';
import type { PageProps } from '../page-props.ts';
import { PublishedFigures } from '../published-figures.tsx';
import { methodsOf, numbersOf } from '../told-methods.ts';
import styles from './method.module.css';

const methodId = (number: number) => `method-${number}`;

export function Method({ programme, state }: PageProps) {
  const { data, error, refetch } = useMetrics();
  if (error !== null) return <ErrorState error={error} onRetry={refetch} />;
  if (data === undefined) return <LoadingState what="how the numbers are counted" lines={12} />;
  const { metrics, published, accuracy } = data;
  const methods = methodsOf(metrics);
  return (
    <div className={styles['page']}>
      <p className={styles['lead']}>
        Every number is counted by the server from the disputed items that are loaded, and opens the items behind it. Upheld: the decision
        under review stands, the treatment was not found medically necessary. Overturned: it was found medically necessary.
      </p>
      {metrics.map((metric) => (
        <section key={metric.id} id={metric.id} aria-labelledby={`${metric.id}-title`} className={styles['metric']}>
          <h2 id={`${metric.id}-title`}>{metric.title}</h2>
          <p>{metric.question}</p>
          <dl>
            <Row name="Counted">{metric.numerator}</Row>
            <Row name="Of">{metric.denominator}</Row>
            <Row name="Unit">{metric.unit}</Row>
            <Row name="Method">
              {numbersOf(metric, methods).map((number, place) => (
                <span key={number}>
                  {place === 0 ? '' : ', '}
                  <a href={`#${methodId(number)}`}>{number}</a>
                </span>
              ))}
            </Row>
            <Row name="What it does not say">
              <ul>
                {metric.limits.map((limit) => (
                  <li key={limit}>{limit}</li>
                ))}
              </ul>
            </Row>
          </dl>
        </section>
      ))}
      <section aria-labelledby="methods-title" className={styles['metric']}>
        <h2 id="methods-title">Methods</h2>
        <ol>
          {methods.map(({ words, source }, place) => (
            <li key={words} id={methodId(place + 1)}>
              {words}
              {source === null ? null : <span className={styles['source']}> {source}</span>}
            </li>
          ))}
        </ol>
      </section>
      <PublishedFigures published={published} programme={programme} state={state} />
      <AccuracyTable accuracy={accuracy} />
    </div>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
