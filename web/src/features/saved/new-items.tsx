/** What is new in a saved search since it was last seen, in the search's own order. */
import { Button, Title } from '@mantine/core';
import { Link, useLocation, useSearchParams } from 'react-router';
import { HitCard } from '../../components/hit-card.tsx';
import { Pager } from '../../components/pager.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../components/states.tsx';
import { useLimits } from '../../lib/endpoints.ts';
import { useReturnToPlace } from '../../lib/place-memory.ts';
import { useMarkSeen, useNewItems } from '../../lib/saved-endpoints.ts';
import { readSearch } from '../../lib/url-state.ts';
import { countWords } from '../../lib/words.ts';
import { Collect } from './collect.tsx';
import { instantWords } from './instants.ts';
import { ReadOnlyLine } from './read-only-line.tsx';
import styles from './saved.module.css';

export function NewItems({ id }: { id: string }) {
  const [params] = useSearchParams();
  const { pathname, search: address } = useLocation();
  const { page } = readSearch(params);
  const { data, error, refetch } = useNewItems(id, page);
  const seen = useMarkSeen();
  const { readOnly } = useLimits();
  useReturnToPlace(data !== undefined);
  if (error !== null && data === undefined) return <ErrorState error={error} onRetry={refetch} />;
  if (data === undefined) return <LoadingState what="what is new" lines={12} />;
  const { search, counts, hits, pages } = data;
  const { newItems, shown } = counts;
  const { q, summary, literal } = readSearch(new URLSearchParams(search.search));
  return (
    <>
      <title>{`New in ${search.name} — IMR Index`}</title>
      <Title order={1}>New in “{search.name}”</Title>
      <div className={styles['actions']}>
        <span role="status">
          {countWords(newItems ?? 0, 'new item')} since {instantWords(search.seenAt)}
        </span>
        <Link to={search.search === '' ? '/' : `/?${search.search}`}>See all it finds</Link>
        {!readOnly && (newItems ?? 0) > 0 && shown !== null ? (
          <Button size="compact-sm" variant="default" loading={seen.isPending} onClick={() => seen.mutate({ id, shown })}>
            Mark as seen
          </Button>
        ) : null}
      </div>
      <ReadOnlyLine />
      {seen.error === null ? null : <ErrorState error={seen.error} />}
      {hits.length === 0 ? <EmptyState title="Nothing new since it was last seen" /> : null}
      <ol className={styles['hits']}>
        {hits.map((hit) => (
          <li key={hit.id}>
            <HitCard
              hit={hit}
              words={{ q, summary, literal }}
              back={{ href: `${pathname}${address}`, label: 'Back to what is new' }}
              actions={<Collect item={hit.id} name={`item ${hit.number} of ${hit.caseNumber}`} icon />}
            />
          </li>
        ))}
      </ol>
      <Pager page={page} pages={pages} hrefOf={(next) => `?page=${next}`} label="Pages of new items" />
    </>
  );
}
