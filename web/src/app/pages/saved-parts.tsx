/** The pages below /saved: one collection, and what is new in one saved search. */
import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { BackIcon } from '../../components/icons.tsx';
import { OnlyWhere } from '../../components/only-where.tsx';
import { Collection } from '../../features/saved/collection.tsx';
import { NewItems } from '../../features/saved/new-items.tsx';
import styles from '../layout.module.css';

export function CollectionPage() {
  const { id = '' } = useParams();
  return (
    <BelowSaved>
      <Collection key={id} id={id} />
    </BelowSaved>
  );
}

export function NewItemsPage() {
  const { id = '' } = useParams();
  return (
    <BelowSaved>
      <NewItems key={id} id={id} />
    </BelowSaved>
  );
}

function BelowSaved({ children }: { children: ReactNode }) {
  return (
    <OnlyWhere part="saved" what="Saved searches and collections">
      <Stack gap="sm" maw="var(--imr-measure)">
        <Link to="/saved" className={styles['back']}>
          <BackIcon /> Saved
        </Link>
        {children}
      </Stack>
    </OnlyWhere>
  );
}
