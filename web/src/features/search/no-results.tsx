/** Nothing has all of it: said so, naming the word or filter that emptied the search, with a way out for each thing that narrows. */
import { Text } from '@mantine/core';
import { Link } from 'react-router';
import type { NoResultCause } from '#contract/understood.ts';
import { causeWords, inSummariesWords } from '#mappings/understood-words.ts';
import { EmptyState } from '../../components/states.tsx';
import type { Chip } from '../../lib/chips.ts';
import { type SearchState, searchHref } from '../../lib/url-state.ts';
import { shortened } from '../../lib/words.ts';
import { type CauseLink, causeLinks } from './cause-links.ts';
import styles from './results.module.css';

/** The longest label of a way out, in characters. */
const LABEL_LENGTH = 80;

interface Props {
  state: SearchState;
  chips: readonly Chip[];
  causes: readonly NoResultCause[];
  /** Items that have it where case summaries are searched too. */
  inSummaries: number;
}

export function NoResults({ state, chips, causes, inSummaries }: Props) {
  const parts = causeLinks(causes, state);
  const only = parts.length === 1;
  const isWayOn = parts.length === 0 || parts.some((part) => causeWords(part, only).found !== null);
  return (
    <EmptyState title="No disputed item matches">
      <div role="status">
        {chips.length === 0 ? (
          <Text>The index holds letters, but no disputed item was found in them.</Text>
        ) : (
          <Text>{isWayOn ? 'All of these must hold at once. Take one away:' : 'Try other words.'}</Text>
        )}
      </div>
      {parts.length > 0 ? (
        <ul className={styles['causes']}>
          {parts.map((part) => (
            <CauseRow key={`${part.what} ${part.at?.start}`} part={part} only={only} />
          ))}
        </ul>
      ) : (
        <ul className={styles['causes']}>
          {chips.map((chip) => (
            <li key={chip.key}>
              <Link to={searchHref({ ...state, ...chip.without, page: 1 })} title={chip.label}>
                without “{shortened(chip.label, LABEL_LENGTH)}”
              </Link>
            </li>
          ))}
        </ul>
      )}
      {inSummaries === 0 ? null : (
        <Text>
          {inSummariesWords(inSummaries)} <Link to={searchHref({ ...state, summary: true, page: 1 })}>Search case summaries too</Link>
        </Text>
      )}
    </EmptyState>
  );
}

/** "zzyzx finds no item at all; 41 items without it". */
function CauseRow({ part, only }: { part: CauseLink; only: boolean }) {
  const { what, left } = part;
  const { told, found } = causeWords(part, only);
  if (found === null) {
    return (
      <li>
        <b>{shortened(what, LABEL_LENGTH)}</b> {told}
      </li>
    );
  }
  return (
    <li>
      <b>{shortened(what, LABEL_LENGTH)}</b> {told}; {left === null ? found : <Link to={searchHref(left)}>{found}</Link>}
    </li>
  );
}
