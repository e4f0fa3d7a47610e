/** A letter that was chosen as the case, read first: which of its items is meant is chosen by name. One alone is taken at once. */
import { Button } from '@mantine/core';
import { useEffect, useEffectEvent, useRef } from 'react';
import { DecisionBadge } from '../../components/decision-badge.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../components/states.tsx';
import { useExplainSent } from '../../lib/endpoints.ts';
import { itemWords } from '../../lib/words.ts';
import styles from './similar.module.css';

interface Props {
  letter: File;
  onItem: (number: number) => void;
  /** Another case is to be compared. */
  onLeave: () => void;
}

export function LetterItems({ letter, onItem, onLeave }: Props) {
  const { mutate, data, error } = useExplainSent();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => mutate({ file: letter }), [mutate, letter]);
  const items = data?.determination.items;
  const sole = items?.length === 1 ? items[0]?.number : undefined;
  const take = useEffectEvent(onItem);
  useEffect(() => {
    if (sole !== undefined) take(sole);
    else if (items !== undefined) title.current?.focus();
  }, [sole, items]);
  const other = (
    <Button size="compact-sm" variant="default" onClick={onLeave}>
      Compare another case
    </Button>
  );
  if (error !== null) {
    return (
      <>
        <ErrorState error={error} onRetry={() => mutate({ file: letter })} />
        {other}
      </>
    );
  }
  if (items === undefined || sole !== undefined) return <LoadingState what="the items of the letter" lines={6} />;
  if (items.length === 0) {
    return (
      <EmptyState title="No disputed item was found in this letter">
        <p>Describe the case in words instead.</p>
        {other}
      </EmptyState>
    );
  }
  return (
    <section aria-labelledby="letter-items">
      <h2 id="letter-items" ref={title} tabIndex={-1} className={styles['ask']}>
        Which of the {items.length} items of {letter.name} is the case?
      </h2>
      <ol className={styles['items']}>
        {items.map((item) => (
          <li key={item.id}>
            <button type="button" onClick={() => onItem(item.number)}>
              <span>
                {item.number}. {itemWords(item) ?? 'heading not found'}
              </span>
              <DecisionBadge decision={item.decision?.value ?? 'undetermined'} short />
            </button>
          </li>
        ))}
      </ol>
      {other}
    </section>
  );
}
