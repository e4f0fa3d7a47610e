/** The nearest cases: each with what decided it, what it shares, what differs, and its near copies. */
import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { CRITERION_LABELS } from '#contract/lists.ts';
import type { Hit } from '#contract/search.ts';
import type { Neighbour } from '#contract/similar.ts';
import { DecisionBadge } from '../../components/decision-badge.tsx';
import { type Back, HitCard } from '../../components/hit-card.tsx';
import { type ItemRef, itemHref } from '../../lib/item-links.ts';
import { countWords, shortened } from '../../lib/words.ts';
import { exactLabels } from './exact-labels.ts';
import styles from './similar.module.css';

/** Values of the other case that are named, and the longest text of the one asked for, in characters. */
const FEW = 3;
/** Shared words that are named. */
const FEW_WORDS = 8;
const ASKED_LENGTH = 90;

/** What the page puts beside each item. */
export type OfItem = (hit: Hit) => ReactNode;

interface Props {
  neighbours: readonly Neighbour[];
  back: Back;
  ofItem: OfItem;
  isChosen: (item: ItemRef) => boolean;
  /** Two are chosen: no other can be. */
  full: boolean;
  onChoose: (item: ItemRef) => void;
}

export function Neighbours({ neighbours, back, ofItem, isChosen, full, onChoose }: Props) {
  return (
    <ol className={styles['hits']}>
      {neighbours.map((neighbour) => {
        const { hit } = neighbour;
        const chosen = isChosen(hit);
        return (
          <li key={hit.id} data-chosen={chosen}>
            <HitCard
              hit={plain(hit)}
              back={back}
              actions={
                <>
                  {ofItem(hit)}
                  <Checkbox
                    size="xs"
                    label="Side by side"
                    aria-label={`Side by side: item ${hit.number} of ${hit.caseNumber}`}
                    checked={chosen}
                    disabled={full && !chosen}
                    onChange={() => onChoose(hit)}
                  />
                </>
              }
            >
              <Compared neighbour={neighbour} />
            </HitCard>
          </li>
        );
      })}
    </ol>
  );
}

/** Why it is near is told by what is shared: the marks of single words would say less, but for those in what decided. */
function plain(hit: Hit): Hit {
  return { ...hit, why: [], snippets: [], issueMarks: [] };
}

function Compared({ neighbour: { hit, shared, differs, sharedWords, folded } }: { neighbour: Neighbour }) {
  const { programme } = hit;
  const labels = exactLabels(shared.map(({ label }) => label));
  const criterionOf = (label: string) => shared.find((fact) => label.startsWith(fact.label.replace(/, page \d+$/, '')))?.criterion;
  return (
    <>
      <dl className={styles['compare']}>
        <div>
          <dt>Shares</dt>
          <dd>
            {labels.map((label) => {
              const criterion = criterionOf(label);
              return (
                <span key={label} className={styles['fact']} {...(criterion ? { title: CRITERION_LABELS[criterion] } : {})}>
                  {label}
                </span>
              );
            })}
            {labels.length === 0 && sharedWords.length === 0 ? 'nothing that was read of the case' : null}
            {sharedWords.length === 0 ? null : (
              <span>
                <span className={styles['criterion']}>Words</span> {fewOf(sharedWords, FEW_WORDS)}
              </span>
            )}
          </dd>
        </div>
        {differs.length === 0 ? null : (
          <div>
            <dt>Differs</dt>
            <dd>
              {differs.map(({ criterion, asked, here }) => (
                <span key={criterion}>
                  <span className={styles['criterion']}>{CRITERION_LABELS[criterion]}</span>{' '}
                  {here.length === 0 ? 'not stated' : fewOf(here, FEW)}{' '}
                  <span className={styles['asked']}>(case: {shortened(asked, ASKED_LENGTH)})</span>
                </span>
              ))}
            </dd>
          </div>
        )}
      </dl>
      {folded.length === 0 ? null : (
        <details className={styles['folded']}>
          <summary>{countWords(folded.length, 'item')} with nearly the same rationale</summary>
          <ul>
            {folded.map((copy) => (
              <li key={copy.id}>
                <Link to={itemHref({ letterId: letterOf(copy.id), number: copy.number })}>
                  {copy.caseNumber}, item {copy.number}
                </Link>{' '}
                <DecisionBadge decision={copy.decision} programme={programme} short />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** "MRI, X-ray and 4 more". */
function fewOf(values: readonly string[], few: number): string {
  const more = values.length - few;
  return more > 1 ? `${values.slice(0, few).join(', ')} and ${more} more` : values.join(', ');
}

/** The letter of an item's id, `dwc:CM14-0012345#1`. */
function letterOf(itemId: string): string {
  return itemId.slice(0, itemId.lastIndexOf('#'));
}
