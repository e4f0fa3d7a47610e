/** A disputed item: closed it is one line; open it shows the decision, what decided, the facts, what both sides went by, and the ways on. */
import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { Item } from '#contract/determination.ts';
import { CopyCitation } from '../../components/copy-citation.tsx';
import { DecisionBadge } from '../../components/decision-badge.tsx';
import { SimilarIcon } from '../../components/icons.tsx';
import { bringIntoSight } from '../../lib/in-sight.ts';
import { itemAddress, similarHref } from '../../lib/item-links.ts';
import { citationWords, editionWarnings, itemWords } from '../../lib/words.ts';
import { GuidelineSideView } from './guideline-side.tsx';
import styles from './item-card.module.css';
import { ItemFacts } from './item-facts.tsx';
import type { Landing } from './open-items.ts';
import { Rationale } from './rationale.tsx';
import { Sourced } from './sourced.tsx';

/** What a card says of its letter. */
interface OfLetter {
  readonly id: string;
  readonly caseNumber: string;
  readonly decidedOn: string | null;
  /** A sha-256, or null for the current version. */
  readonly version: string | null;
  readonly labels: Readonly<Record<string, string>>;
}

interface Props {
  item: Item;
  /** The path of the item in the record, for example `items.0`. */
  path: string;
  letter: OfLetter;
  open: boolean;
  /** It is the one that the page is about. */
  current: boolean;
  /** Null: it is the only one, and is always open. */
  onToggle: (() => void) | null;
  /** This item was gone to. */
  landing: Landing | null;
  /** What the page puts beside it. */
  actions: ReactNode;
}

export function ItemCard({ item, path, letter, open, current, onToggle, landing, actions }: Props) {
  const card = useRef<HTMLElement>(null);
  // Gone to from within the page it takes the focus as well, but from a control that stays in sight and goes on to the next.
  useEffect(() => {
    if (landing === null || card.current === null) return;
    bringIntoSight(card.current, 'start');
    const focused = document.activeElement;
    const keeps = card.current.contains(focused) || focused?.closest('[data-stays]');
    if (!landing.first && !keeps) card.current.focus({ preventScroll: true });
  }, [landing]);
  const title = item.inDispute ?? item.heading;
  const titleId = `item-${item.number}`;
  const words = itemWords(item) ?? 'The heading of this item was not found';
  return (
    <article ref={card} className={styles['card']} data-open={open} data-current={current} tabIndex={-1} aria-labelledby={titleId}>
      <h3 className={styles['bar']} title={open ? undefined : words}>
        {onToggle === null ? null : (
          <button type="button" className={styles['toggle']} aria-expanded={open} aria-controls={`${titleId}-panel`} onClick={onToggle}>
            <span className={styles['number']}>{item.number}</span>
            {open ? null : (
              <>
                <span id={titleId} className={styles['words']}>
                  {words}
                </span>
                <DecisionBadge decision={item.decision?.value ?? 'undetermined'} short />
              </>
            )}
          </button>
        )}
        {open ? (
          <span id={titleId} className={styles['title']}>
            {title === null ? (
              words
            ) : (
              <Sourced path={`${path}.${item.heading === null ? 'inDispute' : 'heading'}`} found={title}>
                {title.value}
              </Sourced>
            )}
          </span>
        ) : null}
      </h3>
      <div id={`${titleId}-panel`} hidden={!open} className={styles['panel']}>
        {open ? <Panel item={item} path={path} letter={letter} actions={actions} /> : null}
      </div>
    </article>
  );
}

function Panel({ item, path, letter, actions }: Pick<Props, 'item' | 'path' | 'letter' | 'actions'>) {
  const { labels, version } = letter;
  const decision = item.decision?.value ?? 'undetermined';
  const { administrator, reviewer } = item.guidelines;
  const cite = () => {
    const address = itemAddress({ letterId: letter.id, number: item.number }, version);
    return citationWords(letter, { number: item.number, decision, words: itemWords(item) }, address, editionWarnings(item, labels));
  };
  return (
    <>
      <p>
        {item.decision === null ? (
          <DecisionBadge decision="undetermined" />
        ) : (
          <Sourced path={`${path}.decision`} found={item.decision}>
            <DecisionBadge decision={decision} />
          </Sourced>
        )}
      </p>
      <Rationale item={item} path={path} />
      <ItemFacts item={item} path={path} labels={labels} />
      <div className={styles['sides']}>
        <GuidelineSideView side="administrator" guidelines={administrator} path={`${path}.guidelines.administrator`} labels={labels} />
        <GuidelineSideView side="reviewer" guidelines={reviewer} path={`${path}.guidelines.reviewer`} labels={labels} />
      </div>
      <div className={styles['actions']}>
        <CopyCitation make={cite} what={`item ${item.number}`} />
        <Button
          component={Link}
          to={similarHref({ letterId: letter.id, number: item.number })}
          leftSection={<SimilarIcon />}
          aria-label={`Similar cases to item ${item.number}`}
        >
          Similar cases
        </Button>
        {actions}
      </div>
    </>
  );
}
