/** A disputed item: the decision and what decided, what was asked, what UR authorized and what is in dispute shown apart, both sides, the rationale. */
import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import type { Item } from '#contract/determination.ts';
import { UR_ACTION_LABELS } from '#contract/lists.ts';
import { CopyCitation } from '../../components/copy-citation.tsx';
import { DecisionBadge } from '../../components/decision-badge.tsx';
import { SimilarIcon } from '../../components/icons.tsx';
import { bringIntoSight } from '../../lib/in-sight.ts';
import { citationWords, editionWarnings, itemWords } from '../../lib/words.ts';
import { GuidelineSideView } from './guideline-side.tsx';
import styles from './item-card.module.css';
import { ItemDetails } from './item-details.tsx';
import { Sourced } from './sourced.tsx';
import { WhatDecided } from './what-decided.tsx';

interface Props {
  item: Item;
  /** The path of the item in the record, for example `items.0`. */
  path: string;
  letter: { caseNumber: string; decidedOn: string | null };
  /** The address of this item in full, for its citation. */
  address: string;
  labels: Readonly<Record<string, string>>;
  /** The address of cases like it. */
  similar: string;
  /** The address asks for this item. */
  asked: boolean;
  /** What the page puts beside it. */
  actions: ReactNode;
}

export function ItemCard({ item, path, letter, address, labels, similar, asked, actions }: Props) {
  const card = useRef<HTMLElement>(null);
  const { key: turn } = useLocation();
  const first = useRef(turn);
  // The item the address asks for is brought up; asked for from within the page (the list of items), it takes the focus as well.
  useEffect(() => {
    if (!asked || card.current === null) return;
    bringIntoSight(card.current, 'start');
    if (turn !== first.current) card.current.focus({ preventScroll: true });
  }, [asked, turn]);
  const decision = item.decision?.value ?? 'undetermined';
  const title = item.inDispute ?? item.heading;
  return (
    <article ref={card} className={styles['card']} data-asked={asked} tabIndex={-1} aria-labelledby={`item-${item.number}`}>
      <p className={styles['number']}>Item {item.number}</p>
      <h3 id={`item-${item.number}`}>
        {title === null ? 'The heading of this item was not found' : null}
        {title === null ? null : (
          <Sourced path={`${path}.${item.heading === null ? 'inDispute' : 'heading'}`} found={title}>
            {title.value}
          </Sourced>
        )}
      </h3>
      <p className={styles['decision']}>
        <Sourced path={`${path}.decision`} found={item.decision}>
          <DecisionBadge decision={decision} />
        </Sourced>
        {item.decision === null ? <DecisionBadge decision="undetermined" /> : null}
      </p>
      <WhatDecided item={item} path={path} />
      <dl className={styles['facts']}>
        <Request name="Requested" path={`${path}.originalRequest`} found={item.originalRequest} />
        {item.authorizedAtUr === null ? null : (
          <Request name="Authorized at UR" path={`${path}.authorizedAtUr`} found={item.authorizedAtUr} />
        )}
        <Request name="In dispute" path={`${path}.inDispute`} found={item.inDispute} />
        <div>
          <dt>UR action</dt>
          <dd>
            {item.urAction?.value === 'unknown' ? (
              <span className={styles['quiet']}>{UR_ACTION_LABELS.unknown}</span>
            ) : (
              <Sourced path={`${path}.urAction`} found={item.urAction}>
                {item.urAction === null ? null : UR_ACTION_LABELS[item.urAction.value]}
              </Sourced>
            )}
          </dd>
        </div>
        <div>
          <dt>Service</dt>
          <dd>
            {item.service === null ? (
              <span className={styles['quiet']}>not classified</span>
            ) : (
              <Sourced path={`${path}.service`} found={item.service}>
                {labels[item.service.value] ?? item.service.value}
              </Sourced>
            )}
          </dd>
        </div>
        {item.category === null ? null : (
          <div>
            <dt>Service category</dt>
            <dd>
              <Sourced path={`${path}.category`} found={item.category}>
                {labels[item.category.value] ?? item.category.value}
              </Sourced>
            </dd>
          </div>
        )}
        <ItemDetails item={item} path={path} labels={labels} />
      </dl>
      <GuidelineSideView
        side="administrator"
        guidelines={item.guidelines.administrator}
        path={`${path}.guidelines.administrator`}
        labels={labels}
      />
      <GuidelineSideView side="reviewer" guidelines={item.guidelines.reviewer} path={`${path}.guidelines.reviewer`} labels={labels} />
      <h4>Rationale</h4>
      <p className={styles['rationale']}>
        <Sourced path={`${path}.rationale`} found={item.rationale}>
          {item.rationale?.value}
        </Sourced>
      </p>
      <div className={styles['actions']}>
        <CopyCitation
          make={() =>
            citationWords(letter, { number: item.number, decision, words: itemWords(item) }, address, editionWarnings(item, labels))
          }
          what={`item ${item.number}`}
        />
        <Button
          component={Link}
          to={similar}
          size="compact-sm"
          variant="default"
          leftSection={<SimilarIcon />}
          aria-label={`Similar cases to item ${item.number}`}
        >
          Similar cases
        </Button>
        {actions}
      </div>
    </article>
  );
}

function Request({ name, path, found }: { name: string; path: string; found: Item['heading'] }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Sourced path={path} found={found}>
          {found?.value}
        </Sourced>
      </dd>
    </div>
  );
}
