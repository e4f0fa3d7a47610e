/** How a letter of the index was read. */
import { Link } from 'react-router';
import { BackIcon } from '../../components/icons.tsx';
import { ErrorState, LoadingState } from '../../components/states.tsx';
import { useExplained } from '../../lib/endpoints.ts';
import { pageTitle } from '../../lib/titles.ts';
import { withParams } from '../../lib/url-state.ts';
import styles from './explain.module.css';
import { ExplainedLetter } from './explained-letter.tsx';

/** `version`: a sha-256, or null for the current one. */
export function StoredLetter({ id, version }: { id: string; version: string | null }) {
  const { data, error, refetch } = useExplained(id, version);
  const determination = withParams(
    `/determinations/${encodeURIComponent(id)}`,
    new URLSearchParams(version === null ? [] : [['version', version]]),
  );
  const caseNumber = data?.determination.caseNumber.value;
  return (
    <>
      <title>{pageTitle('', `How ${caseNumber ?? 'a letter'} was read`)}</title>
      <p className={styles['way']}>
        <Link to={determination}>
          <BackIcon /> The determination
        </Link>
        <Link to="/explain">Read a letter of your own</Link>
      </p>
      <h1 className={styles['title']}>How {caseNumber ?? 'this letter'} was read</h1>
      {error === null ? null : <ErrorState error={error} onRetry={refetch} />}
      {error === null && data === undefined ? <LoadingState what="how the letter was read" lines={18} /> : null}
      {data === undefined ? null : <ExplainedLetter data={data} />}
    </>
  );
}
