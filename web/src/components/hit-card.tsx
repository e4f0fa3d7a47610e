/**
 * One result: a disputed item with its decision, what both sides went by, what decided, the words that matched and why; what it lacks; and
 * the ways on: copy its citation, cases like it, and what the page puts beside them.
 */
import { Button, VisuallyHidden } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Hit } from '#contract/search.ts';
import { askItem } from '../lib/endpoints.ts';
import { itemAddress, itemHref, similarHref } from '../lib/item-links.ts';
import { rememberPlace } from '../lib/place-memory.ts';
import type { NarrowingState } from '../lib/url-state.ts';
import { citationWords, dayWords, editionWarnings, guidelineWords } from '../lib/words.ts';
import { CopyCitation } from './copy-citation.tsx';
import { DecisionBadge } from './decision-badge.tsx';
import styles from './hit-card.module.css';
import { HitReasons, SnippetLine, WhatDecided } from './hit-reasons.tsx';
import { SimilarIcon } from './icons.tsx';
import { MarkedText } from './marked-text.tsx';

/** Where a card was opened from: the way back, and what it is called. */
export interface Back {
  readonly href: string;
  readonly label: string;
}

interface Props {
  hit: Hit;
  back: Back;
  /** What was searched, to be marked in the opened letter. */
  words?: Pick<NarrowingState, 'q' | 'summary' | 'literal'>;
  /** Ways on that the page adds. */
  actions?: ReactNode;
  /** What else is told of it, below its texts. */
  children?: ReactNode;
}

export function HitCard({ hit, back, words, actions, children }: Props) {
  const client = useQueryClient();
  const id = `hit-${hit.id}`;
  const name = `item ${hit.number} of ${hit.caseNumber}`;
  const service = [hit.service?.label, hit.category?.label].filter((label) => label !== undefined);
  const cite = async () => {
    const { item, labels } = await client.fetchQuery(askItem(hit.letterId, hit.number));
    const warnings = editionWarnings(item, labels);
    return citationWords(hit, { number: hit.number, decision: hit.decision, words: hit.issue }, itemAddress(hit), warnings);
  };
  return (
    <article id={id} className={styles['hit']} tabIndex={-1} aria-labelledby={`${id}-issue`}>
      <div className={styles['top']}>
        <p className={styles['labels']}>
          <DecisionBadge decision={hit.decision} />
          {hit.mention ? (
            <span className={styles['label']} title="The words stand in the text only: the request is for something else">
              mentioned<VisuallyHidden>: the request is for something else</VisuallyHidden>
            </span>
          ) : null}
          {hit.follows === null ? null : (
            <span className={styles['label']} title="Its rationale leans on another item of the letter; it is no precedent of its own">
              follows item {hit.follows}
            </span>
          )}
        </p>
        <p className={styles['case']}>
          <span>{hit.caseNumber}</span>
          <span>
            item {hit.number} of {hit.itemsInLetter}
          </span>
          <span>{hit.decidedOn === null ? 'decision day not stated' : `decided ${dayWords(hit.decidedOn)}`}</span>
        </p>
      </div>
      <h3 id={`${id}-issue`} className={styles['issue']}>
        <Link
          to={itemHref(hit, words)}
          state={{ back }}
          onClick={(event) => {
            if (!event.ctrlKey && !event.metaKey && !event.shiftKey) rememberPlace(back.href, id);
          }}
        >
          {hit.issue === '' ? 'The heading of this item was not found' : <MarkedText text={hit.issue} marks={hit.issueMarks} />}
        </Link>
      </h3>
      <p className={styles['facts']}>
        {service.length === 0 ? 'Service not classified' : service.join(' · ')}
        <span className={styles['specialty']}>Reviewer: {hit.specialty ?? 'specialty not stated'}</span>
      </p>
      <dl className={styles['sides']}>
        <div>
          <dt title="What the claims administrator’s utilization review cited">UR:</dt>
          <dd>{guidelineWords(hit.urGuidelines, hit.urBasis)}</dd>
        </div>
        <div>
          <dt title="What the IMR reviewer cited">IMR:</dt>
          <dd>{guidelineWords(hit.imrGuidelines, hit.imrBasis)}</dd>
        </div>
      </dl>
      <Lacking hit={hit} />
      <WhatDecided hit={hit} />
      {hit.snippets.map((snippet) => (
        <SnippetLine key={`${snippet.field} ${snippet.text}`} snippet={snippet} />
      ))}
      {children}
      <div className={styles['actions']}>
        <HitReasons why={hit.why} />
        <CopyCitation make={cite} what={name} quiet />
        <Button
          component={Link}
          to={similarHref(hit)}
          size="compact-sm"
          variant="subtle"
          leftSection={<SimilarIcon />}
          aria-label={`Similar cases to ${name}`}
        >
          Similar cases
        </Button>
        {actions}
      </div>
      <Others hit={hit} back={back} {...(words === undefined ? {} : { words })} />
    </article>
  );
}

/** What a result of the second tier lacks, and what stands in its case summary alone. */
function Lacking({ hit: { missing, summaryOnly } }: { hit: Hit }) {
  if (missing.length === 0 && summaryOnly.length === 0) return null;
  return (
    <p className={styles['lacking']}>
      {missing.length === 0 ? null : (
        <span>
          Missing: <WordList words={missing} />
        </span>
      )}
      {summaryOnly.length === 0 ? null : (
        <span>
          Only in the case summary: <WordList words={summaryOnly} />
        </span>
      )}
    </p>
  );
}

function WordList({ words }: { words: readonly string[] }) {
  return words.map((word, index) => (
    <span key={word}>
      {index === 0 ? '' : ', '}
      <b>{word}</b>
    </span>
  ));
}

/** The other items of the letter that match, where one result stands for each letter. */
function Others({ hit, back, words }: Pick<Props, 'hit' | 'back' | 'words'>) {
  if (hit.others.length === 0) return null;
  return (
    <div className={styles['others']}>
      <p>{hit.others.length === 1 ? 'Another item of this letter matches:' : `${hit.others.length} other items of this letter match:`}</p>
      <ul>
        {hit.others.map((other) => (
          <li key={other.number}>
            <Link
              to={itemHref({ letterId: hit.letterId, number: other.number }, words)}
              state={{ back }}
              onClick={() => rememberPlace(back.href, `hit-${hit.id}`)}
            >
              Item {other.number}: {other.issue === '' ? 'heading not found' : other.issue}
            </Link>{' '}
            <DecisionBadge decision={other.decision} short />
          </li>
        ))}
      </ul>
    </div>
  );
}
