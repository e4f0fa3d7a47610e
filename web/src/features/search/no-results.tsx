/** Nothing matched: said so, with a way out for each thing that narrows. */
import { Text } from '@mantine/core';
import { Link } from 'react-router';
import { EmptyState } from '../../components/states.tsx';
import type { Chip } from '../../lib/chips.ts';
import { type SearchState, searchHref } from '../../lib/url-state.ts';
import { shortened } from '../../lib/words.ts';

/** The longest label of a way out, in characters. */
const LABEL_LENGTH = 80;

export function NoResults({ state, chips }: { state: SearchState; chips: readonly Chip[] }) {
  return (
    <EmptyState title="No disputed item matches">
      <div role="status">
        {chips.length === 0 ? (
          <Text>The index holds letters, but no disputed item was found in them.</Text>
        ) : (
          <Text>All of these must hold at once. Take one away:</Text>
        )}
      </div>
      <ul>
        {chips.map((chip) => (
          <li key={chip.key}>
            <Link to={searchHref({ ...state, ...chip.without, page: 1 })} title={chip.label}>
              without “{shortened(chip.label, LABEL_LENGTH)}”
            </Link>
          </li>
        ))}
        {state.q !== '' && !state.summary ? (
          <li>
            <Link to={searchHref({ ...state, summary: true, page: 1 })}>look in the case summary as well</Link>
          </li>
        ) : null}
      </ul>
    </EmptyState>
  );
}
