/** Saved searches with what is new in them, and collections. */
import { Title } from '@mantine/core';
import { OnlyWhere } from '../../components/only-where.tsx';
import { ReadOnlyLine } from '../../features/saved/read-only-line.tsx';
import { SavedLists } from '../../features/saved/saved-lists.tsx';
import styles from '../layout.module.css';

export function SavedPage() {
  return (
    <>
      <title>Saved — IMR Index</title>
      <OnlyWhere part="saved" what="Saved searches and collections">
        <div className={styles['reading']}>
          <Title order={1}>Saved</Title>
          <p className={styles['lead']}>
            <ReadOnlyLine>Kept on this server, and shared by everybody who uses it.</ReadOnlyLine>
          </p>
          <SavedLists />
        </div>
      </OnlyWhere>
    </>
  );
}
