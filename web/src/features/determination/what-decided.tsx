/** What decided an item: the sentences that say it, each with its reasons and the way to its place in the letter. Nothing where none does. */
import type { Item } from '#contract/determination.ts';
import { REASON_LABELS } from '#contract/lists.ts';
import { decidingSentences } from './deciding-sentences.ts';
import styles from './item-card.module.css';
import { Sourced } from './sourced.tsx';

/** `path`: of the item in the record, for example `items.0`. */
export function WhatDecided({ item, path }: { item: Item; path: string }) {
  const sentences = decidingSentences(item);
  if (sentences.length === 0) return null;
  const inferred = [...item.deciding, ...item.reasons].every(({ grade }) => grade === 'inferred');
  return (
    <div className={styles['decided']}>
      <h4>What decided {inferred ? <span>(inferred)</span> : null}</h4>
      <ul>
        {sentences.map(({ text, value, reasons }) => (
          <li key={`${value?.path} ${text}`}>
            <p className={styles['rationale']}>
              {value === null ? (
                text
              ) : (
                <Sourced path={`${path}.${value.path}`} found={value} graded={inferred}>
                  {text}
                </Sourced>
              )}
            </p>
            {reasons.length === 0 ? null : (
              <p className={styles['reasons']}>
                {reasons.map(({ path: reason, found, first }) => (
                  <span key={reason}>
                    {first ? (
                      <Sourced path={`${path}.${reason}`} found={found} graded={inferred}>
                        {REASON_LABELS[found.value]}
                      </Sourced>
                    ) : (
                      REASON_LABELS[found.value]
                    )}
                  </span>
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
