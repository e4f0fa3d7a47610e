/** A disputed item: the decision and what decided, the facts, what both sides went by, and the ways on. */

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Item } from '#contract/determination.ts';
import { untitledWords } from '#contract/programmes.ts';
import { CopyCitation } from '../../components/copy-citation.tsx';
import { DecisionBadge } from '../../components/decision-badge.tsx';
import { SimilarIcon } from '../../components/icons.tsx';
import { ItemBar } from '../../components/item-bar.tsx';
import { itemAddress, similarHref } from '../../lib/item-links.ts';
import type { OpenItems } from '../../lib/open-items.ts';
import { isTable } from '../../lib/programme-filter.ts';
import { citationWords, editionWarnings, itemWords } from '../../lib/words.ts';
import { CitedInRow, GuidelineSideView } from './guideline-side.tsx';
import styles from './item-card.module.css';
import { ItemFacts } from './item-facts.tsx';
import { Rationale } from './rationale.tsx';
import { Sourced } from './sourced.tsx';

/** What a card says of its letter. */
interface OfLetter {
  readonly id: string;
  readonly programme: string;
  readonly caseNumber: string;
  readonly decidedOn: string | null;
  /** The year of the row of a table. */
  readonly year: string | null;
  /** A sha-256, or null for the current version. */
  readonly version: string | null;
  readonly labels: Readonly<Record<string, string>>;
}

interface Props {
  item: Item;
  /** The path of the item in the record, for example `items.0`. */
  path: string;
  letter: OfLetter;
  items: OpenItems;
  /** It is the only one. */
  alone: boolean;
  /** What the page puts beside it. */
  actions: ReactNode;
}

export function ItemCard({ item, path, letter, items, alone, actions }: Props) {
  const title = item.inDispute ?? item.heading;
  return (
    <ItemBar
      item={item}
      items={items}
      alone={alone}
      title={
        title === null ? (
          untitledWords(letter.programme)
        ) : (
          <Sourced path={`${path}.${item.heading === null ? 'inDispute' : 'heading'}`} found={title}>
            {title.value}
          </Sourced>
        )
      }
    >
      <Panel item={item} path={path} letter={letter} actions={actions} />
    </ItemBar>
  );
}

function Panel({ item, path, letter, actions }: Pick<Props, 'item' | 'path' | 'letter' | 'actions'>) {
  const { labels, version } = letter;
  const decision = item.decision?.value ?? 'undetermined';
  const { administrator, reviewer } = item.guidelines;
  const table = isTable(letter.programme);
  const named = table ? 'this decision' : `item ${item.number}`;
  const cite = () => {
    const address = itemAddress({ letterId: letter.id, number: item.number }, version);
    return citationWords(letter, { number: item.number, decision, words: itemWords(item) }, address, editionWarnings(item, labels));
  };
  return (
    <>
      <p>
        {item.decision === null ? (
          <DecisionBadge decision="undetermined" programme={letter.programme} />
        ) : (
          <Sourced path={`${path}.decision`} found={item.decision}>
            <DecisionBadge decision={decision} programme={letter.programme} />
          </Sourced>
        )}
      </p>
      {table && item.rationale === null ? (
        <p className={styles['quiet']}>No reasons are published with this decision.</p>
      ) : (
        <Rationale item={item} path={path} />
      )}
      <ItemFacts item={item} path={path} labels={labels} row={table} />
      {table ? (
        <CitedInRow guidelines={item.guidelines} path={`${path}.guidelines`} labels={labels} />
      ) : (
        <div className={styles['sides']}>
          <GuidelineSideView side="administrator" guidelines={administrator} path={`${path}.guidelines.administrator`} labels={labels} />
          <GuidelineSideView side="reviewer" guidelines={reviewer} path={`${path}.guidelines.reviewer`} labels={labels} />
        </div>
      )}
      <div className={styles['actions']}>
        <CopyCitation make={cite} what={named} />
        <Button
          component={Link}
          to={similarHref({ letterId: letter.id, number: item.number })}
          leftSection={<SimilarIcon />}
          aria-label={`Similar cases to ${named}`}
        >
          Similar cases
        </Button>
        {actions}
      </div>
    </>
  );
}
