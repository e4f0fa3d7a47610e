/** Says on a page that it is as of a snapshot, with the way to the same page as it is now; nothing where it is of now. */
import { Link } from 'react-router';
import { useBeingMade } from '../lib/being-made.ts';
import { useStats } from '../lib/endpoints.ts';
import { isTable } from '../lib/programme-filter.ts';
import { useSnapshots } from '../lib/snapshot-endpoints.ts';
import { OTHER_VOCABULARY_WORDS, snapshotWords } from '../lib/snapshot-words.ts';
import styles from './snapshot-line.module.css';

interface Props {
  /** Its id; null: the page is of now. */
  snapshot: string | null;
  /** The same page as of now. */
  nowHref: string;
}

export function SnapshotNotice({ snapshot, nowHref }: Props) {
  return snapshot === null ? null : <Notice id={snapshot} nowHref={nowHref} />;
}

function Notice({ id, nowHref }: { id: string; nowHref: string }) {
  return (
    <p className={styles['notice']}>
      <SnapshotSaid id={id} />{' '}
      <Link to={nowHref} className="screen-only" preventScrollReset>
        Show what is live
      </Link>
    </p>
  );
}

/** That the index of a snapshot is being made, and how far it is (`useBeingMade`). */
export function indexWords(far: string): string {
  return `Its index is being made: ${far}. This page follows when it is there.`;
}

/** Which snapshot it is, whether it can be compared, and how far its index is while it is being made, unless the page says that itself (`quiet`). */
export function SnapshotSaid({ id, quiet = false }: { id: string; quiet?: boolean }) {
  const { data } = useSnapshots();
  const what = useWhatCounts();
  const far = useBeingMade(what);
  const found = data?.snapshots.find((one) => one.id === id);
  if (data === undefined) return <span>Snapshot</span>;
  if (found === undefined) return <span>This snapshot is not in the library; it may have been removed.</span>;
  return (
    <>
      <span title={found.note === '' ? undefined : found.note}>{snapshotWords(found, what)}.</span>
      {found.sameVocabulary ? null : <span> {OTHER_VOCABULARY_WORDS}</span>}
      <span role="status">{quiet || far === null ? null : ` ${indexWords(far)}`}</span>
    </>
  );
}

/** What a library counts: rows of tables are no letters. */
export function useWhatCounts(): string {
  const { data } = useStats();
  return data?.programmes.some(({ value }) => isTable(value)) ? 'determination' : 'letter';
}
