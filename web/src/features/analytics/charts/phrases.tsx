/** What is typically written where items are upheld and where they are overturned, and items that stand for each. */
import { Link } from 'react-router';
import { DECISION_LABELS } from '#contract/lists.ts';
import type { Example } from '#contract/metrics.ts';
import { itemHref } from '../../../lib/item-links.ts';
import { dayWords } from '../../../lib/words.ts';
import styles from '../analytics.module.css';
import type { ChartProps } from '../chart-props.ts';
import { PartFrame } from '../part-frame.tsx';

export function Phrases({ title: _, response, id, ...frame }: ChartProps) {
  return (
    <>
      {response.parts.map((part) => (
        <PartFrame key={part.id} {...frame} id={`${id}-${part.id}`} part={part} without={['weight']} />
      ))}
      {response.examples.length === 0 ? null : (
        <section aria-labelledby={`${id}-examples`} className={styles['examples']}>
          <h2 id={`${id}-examples`}>Items that stand for others</h2>
          <ul>
            {response.examples.map((example) => (
              <li key={`${example.letterId}#${example.number}`}>
                <OneExample example={example} state={frame.state} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function OneExample({ example, state }: { example: Example; state: ChartProps['state'] }) {
  const { decision, letterId, number, caseNumber, decidedOn, title, sentence } = example;
  return (
    <>
      <Link to={itemHref({ letterId, number }, state)}>{title ?? caseNumber}</Link>
      <span>
        {DECISION_LABELS[decision].short} · {caseNumber} · {dayWords(decidedOn)}
      </span>
      <blockquote>{sentence}</blockquote>
    </>
  );
}
