/** The files that could not be read, each with its reason. */
import { Title } from '@mantine/core';
import { Link } from 'react-router';
import { BackIcon } from '../../components/icons.tsx';
import { OnlyWhere } from '../../components/only-where.tsx';
import { UnreadableLetters } from '../../features/overview/unreadable-letters.tsx';
import styles from '../layout.module.css';

export function UnreadablePage() {
  return (
    <div className={styles['reading']}>
      <title>Could not be read — IMR Index</title>
      <Link to="/about" className={styles['back']}>
        <BackIcon /> About this index
      </Link>
      <OnlyWhere part="unreadable" what="Files that could not be read">
        <Title order={1}>Files that could not be read</Title>
        <p className={styles['lead']}>
          They are in no search and in no rate. To load one, put a readable copy into the folder of letters and start the program again.
        </p>
        <UnreadableLetters />
      </OnlyWhere>
    </div>
  );
}
