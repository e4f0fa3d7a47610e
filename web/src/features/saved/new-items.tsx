/** What is new in a saved search since it was last seen, in the search's own order. */
import { Button, Title, VisuallyHidden } from '@mantine/core';
import { Link, useLocation, useSearchParams } from 'react-router';
import { HitCard } from '../../components/hit-card.tsx';
import { Pager } from '../../components/pager.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../components/states.tsx';
import { useLimits } from '../../lib/endpoints.ts';
import { instantWords } from '../../lib/instants.ts';
import { useReturnToPlace } from '../../lib/place-memory.ts';
import { useMarkSeen, useNewItems } from '../../lib/saved-endpoints.ts';
import { readSearch } from '../../lib/url-state.ts';
import { useResultKeys } from '../../lib/use-result-keys.ts';
import { countWords } from '../../lib/words.ts';
import { Collect } from './collect.tsx';
import { CollectSeveral } from './collect-several.tsx';
import { ReadOnlyLine } from './read-only-line.tsx';
import styles from './saved.module.css';

export function NewItems({ id }: { id: string }) {
  const [params] = useSearchParams();
  const { pathname, search: address } = useLocation();
  const { page } = readSearch(params);
  const { data, error, refetch } = useNewItems(id, page);
  const list = useResultKeys<HTMLOListElement>();
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
      <div className={styles['tools']}>
        <span role="status" className={styles['quiet']}>
          {countWords(newItems ?? 0, 'new item')} since {instantWords(search.seenAt)}
        </span>
        <Link to={search.search === '' ? '/' : `/?${search.search}`}>See all that it finds</Link>
        {hits.length === 0 ? null : (
          <CollectSeveral items={hits.map(({ id: item }) => item)} label={`the ${countWords(hits.length, 'item')} of this page`} />
        )}
        {!readOnly && (newItems ?? 0) > 0 && shown !== null ? (
          <Button loading={seen.isPending} onClick={() => seen.mutate({ id, shown })}>
            Mark as seen
          </Button>
        ) : null}
      </div>
      <ReadOnlyLine />
      {seen.error === null ? null : <ErrorState error={seen.error} />}
      {hits.length === 0 ? (
        <EmptyState title="Nothing new since you last looked">
          <Link to={search.search === '' ? '/' : `/?${search.search}`}>See all that it finds</Link>
        </EmptyState>
      ) : null}
      <VisuallyHidden component="h2">New items</VisuallyHidden>
      <ol ref={list} className={styles['hits']}>
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
