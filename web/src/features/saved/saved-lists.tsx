/** Saved searches and collections, one below the other; both are shown once both are there, so that neither moves the other. */
import { Skeleton, Title, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorState } from '../../components/states.tsx';
import { useCollections, useSavedSearches } from '../../lib/saved-endpoints.ts';
import { Collections } from './collections.tsx';
import styles from './saved.module.css';
import { SavedSearches } from './saved-searches.tsx';

export function SavedLists() {
  const searches = useSavedSearches();
  const collections = useCollections();
  if (searches.isPending || collections.isPending) return <Bones />;
  return (
    <>
      <Section id="searches" title="Searches">
        {searches.data === undefined ? (
          <ErrorState error={searches.error} onRetry={searches.refetch} />
        ) : (
          <SavedSearches searches={searches.data.searches} />
        )}
      </Section>
      <Section id="collections" title="Collections">
        {collections.data === undefined ? (
          <ErrorState error={collections.error} onRetry={collections.refetch} />
        ) : (
          <Collections collections={collections.data.collections} />
        )}
      </Section>
    </>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className={styles['section']}>
      <Title order={2} id={id}>
        {title}
      </Title>
      {children}
    </section>
  );
}

function Bones() {
  return (
    <div role="status" className={styles['bones']}>
      <VisuallyHidden>Loading what is saved</VisuallyHidden>
      <div aria-hidden="true">
        <Skeleton height={20} width="30%" mb="md" />
        <ul className={styles['list']}>
          {[0, 1, 2, 3, 4].map((row) => (
            <li key={row}>
              <Skeleton height={18} width="40%" />
              <Skeleton height={12} width="75%" />
              <Skeleton height={12} width="30%" />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
