/** From result to result without the way back between: those of the page of results that this letter was opened from. */
import { ActionIcon } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Hit } from '#contract/search.ts';
import styles from '../../components/document-head.module.css';
import { NextIcon, PreviousIcon } from '../../components/icons.tsx';
import { useSeenSearch } from '../../lib/endpoints.ts';
import { itemHref } from '../../lib/item-links.ts';
import { readSearch, type SearchState } from '../../lib/url-state.ts';
import { numberWords } from '../../lib/words.ts';
import type { OpenedFrom } from './opened-from.ts';

interface Props {
  back: OpenedFrom;
  letterId: string;
  /** Of the item that is looked at. */
  number: number;
}

/** Nothing where the list is none of results, or was not seen in this tab. */
export function ResultSteps({ back, letterId, number }: Props) {
  const list = searchOf(back.href);
  const seen = useSeenSearch(list);
  if (list === null || seen === undefined) return null;
  const { hits, page, size, total, nearest } = seen;
  const exact = hits.findIndex((hit) => hit.letterId === letterId && hit.number === number);
  const at = exact === -1 ? hits.findIndex((hit) => hit.letterId === letterId) : exact;
  if (at === -1) return null;
  const step = (to: Hit | undefined, name: string, icon: ReactNode) =>
    to === undefined ? (
      <ActionIcon variant="default" aria-label={name} title={`${name}: the end of this page of results`} data-disabled aria-disabled>
        {icon}
      </ActionIcon>
    ) : (
      <ActionIcon variant="default" component={Link} to={itemHref(to, list)} state={{ back }} replace aria-label={name} title={name}>
        {icon}
      </ActionIcon>
    );
  return (
    <nav className={styles['steps']} data-of="results" aria-label="Results">
      {step(hits[at - 1], 'Previous result', <PreviousIcon />)}
      <span>
        Result {numberWords((page - 1) * size + at + 1)}
        {/* What lacks some of the words is in no count. */}
        {hits[at]?.tier === 'some' ? null : ` of ${numberWords(nearest?.items ?? total)}`}
      </span>
      {step(hits[at + 1], 'Next result', <NextIcon />)}
    </nav>
  );
}

function searchOf(href: string): SearchState | null {
  const { pathname, searchParams } = new URL(href, 'http://list.invalid');
  return pathname === '/' ? readSearch(searchParams) : null;
}
