/**
 * Why an item was decided as it was: the reasons in short, then the rationale with the sentences that decided marked in it. Of a long one
 * those sentences alone are shown first. Each leads to its place in the letter.
 */
import { Button } from '@mantine/core';
import { useContext, useState } from 'react';
import type { Item } from '#contract/determination.ts';
import { REASON_LABELS } from '#contract/lists.ts';
import type { DecidingSentence } from './deciding-sentences.ts';
import styles from './rationale.module.css';
import { rationaleParts } from './rationale-parts.ts';
import { FocusContext, Sourced } from './sourced.tsx';

/** `path`: of the item in the record, for example `items.0`. */
export function Rationale({ item, path }: { item: Item; path: string }) {
  const { parts, apart, foldable } = rationaleParts(item);
  const { focus } = useContext(FocusContext);
  const [whole, setWhole] = useState(!foldable);
  const decided = [...item.deciding, ...item.reasons];
  const inferred = decided.length > 0 && decided.every(({ grade }) => grade === 'inferred');
  const marked = parts.some(({ decides }) => decides !== null);
  const grade = inferred ? <span> (inferred)</span> : null;
  return (
    <>
      {item.reasons.length === 0 && apart.length === 0 ? null : (
        <div className={styles['decided']}>
          <h4>What decided{grade}</h4>
          <ul>
            {item.reasons.map((found, index) => (
              <li key={found.value}>
                <Sourced path={`${path}.reasons.${index}`} found={found} graded={inferred}>
                  {REASON_LABELS[found.value]}
                </Sourced>
              </li>
            ))}
          </ul>
          {apart.map((sentence) => (
            <p key={sentence.text} className={styles['words']}>
              <Sentence sentence={sentence} text={sentence.text} path={path} graded={inferred} />
            </p>
          ))}
        </div>
      )}
      <div className={styles['rationale']}>
        <h4>
          {item.rationale === null ? (
            'Rationale'
          ) : (
            <Sourced path={`${path}.rationale`} found={item.rationale}>
              Rationale
            </Sourced>
          )}
          {marked ? (
            <span className={styles['key']}>
              <span data-kind="decision" data-outcome={item.decision?.value ?? 'undetermined'}>
                marked
              </span>
              : what decided{item.reasons.length === 0 ? grade : null}
            </span>
          ) : null}
        </h4>
        <p className={styles['words']}>
          {parts.map(({ start, text, decides }) => {
            if (decides !== null) {
              const chosen = isOf(decides, path, focus?.path);
              return <Sentence key={start} sentence={decides} text={text} path={path} graded={inferred} chosen={chosen} />;
            }
            const folded = !whole && text.trim() !== '';
            return (
              <span key={start} className={folded ? styles['gap'] : undefined}>
                {folded ? ' […] ' : text}
              </span>
            );
          })}
          {item.rationale === null ? <span className={styles['gap']}>None was found in the letter.</span> : null}
        </p>
        {foldable ? (
          <Button variant="subtle" className={`screen-only ${styles['more'] ?? ''}`} aria-expanded={whole} onClick={() => setWhole(!whole)}>
            {whole ? 'Show only what decided' : 'Show the whole rationale'}
          </Button>
        ) : null}
      </div>
    </>
  );
}

interface SentenceProps {
  sentence: DecidingSentence;
  text: string;
  path: string;
  graded: boolean;
  /** A reason that was read from it is looked at. */
  chosen?: boolean;
}

/** One that only a reason was read from is no value of its own: its reason leads to its place. */
function Sentence({ sentence: { value }, text, path, graded, chosen = false }: SentenceProps) {
  const { outcomeAt } = useContext(FocusContext);
  return (
    <span className={styles['decides']} data-kind="decision" data-outcome={outcomeAt(`${path}.decision`)} data-chosen={chosen}>
      {value === null ? (
        text
      ) : (
        <Sourced path={`${path}.${value.path}`} found={value} graded={graded} within>
          {text}
        </Sourced>
      )}
    </span>
  );
}

function isOf({ reasons }: DecidingSentence, path: string, focused: string | undefined): boolean {
  return reasons.some((reason) => `${path}.${reason.path}` === focused);
}
