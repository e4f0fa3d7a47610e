/** The list of files that could not be read, page by page. */

import { Link, useSearchParams } from 'react-router';
import type { UnreadableLetter } from '#contract/determination.ts';
import { PAGE_SIZE } from '#contract/limits.ts';
import { versionKey } from '#contract/version-key.ts';
import { Pager } from '../../components/pager.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../components/states.tsx';
import { useUnreadable } from '../../lib/endpoints.ts';
import { readSearch } from '../../lib/url-state.ts';
import { countWords, sizeWords } from '../../lib/words.ts';
import styles from './overview.module.css';

const SIZE = PAGE_SIZE.max;

export function UnreadableLetters() {
  const [params] = useSearchParams();
  const { page } = readSearch(params);
  const { data, error, refetch } = useUnreadable(page, SIZE);
  if (error !== null) return <ErrorState error={error} onRetry={refetch} />;
  if (data === undefined) return <LoadingState what="the files that could not be read" lines={12} />;
  if (data.total === 0) {
    return (
      <EmptyState title="Every file could be read">
        <Link to="/">Search prior decisions</Link>
      </EmptyState>
    );
  }
  return (
    <>
      <p role="status">{countWords(data.total, 'file')} could not be read</p>
      <UnreadableList letters={data.letters} />
      <Pager page={page} pages={Math.ceil(data.total / SIZE)} hrefOf={(next) => `/unreadable?page=${next}`} label="Pages of files" />
    </>
  );
}

/** Each file with its reason, said once: the reason of the reading is a sentence of its own, more exact than that of its code. */
export function UnreadableList({ letters }: { letters: readonly UnreadableLetter[] }) {
  return (
    <ul className={styles['files']} aria-label="Files that could not be read">
      {letters.map(({ source, reason }) => (
        <li key={versionKey(source)}>
          <strong>{source.fileName}</strong>
          <span>{reason.reason}</span>
          <span className={styles['quiet']}>
            {source.mediaType ?? 'kind not known'}, {sizeWords(source.sizeBytes)}
          </span>
        </li>
      ))}
    </ul>
  );
}
