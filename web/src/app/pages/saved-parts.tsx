/** The pages below /saved: one collection, and what is new in one saved search. */
import { Stack } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { BackIcon } from '../../components/icons.tsx';
import { Collection } from '../../features/saved/collection.tsx';
import { NewItems } from '../../features/saved/new-items.tsx';
import styles from '../layout.module.css';

export function CollectionPage() {
  const { id = '' } = useParams();
  return (
    <Stack gap="sm" maw="56rem">
      <BackToSaved />
      <Collection key={id} id={id} />
    </Stack>
  );
}

export function NewItemsPage() {
  const { id = '' } = useParams();
  return (
    <Stack gap="sm" maw="56rem">
      <BackToSaved />
      <NewItems key={id} id={id} />
    </Stack>
  );
}

function BackToSaved() {
  return (
    <Link to="/saved" className={styles['back']}>
      <BackIcon /> Saved
    </Link>
  );
}
