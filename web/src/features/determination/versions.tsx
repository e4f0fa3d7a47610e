/** The versions of a determination, where there are several; the current one is said. */
import { Link, useSearchParams } from 'react-router';
import type { DeterminationResponse } from '#contract/api.ts';
import { dayWords } from '../../lib/words.ts';
import styles from './determination.module.css';

interface Props {
  versions: DeterminationResponse['versions'];
  shown: string;
  /** Of the row of a table, which has no day. */
  row: boolean;
}

export function Versions({ versions, shown, row }: Props) {
  const [params] = useSearchParams();
  if (versions.length < 2) return null;
  const hrefOf = (version: (typeof versions)[number]) => {
    const next = new URLSearchParams(params);
    if (version.current) next.delete('version');
    else next.set('version', version.sha256);
    return `?${next}`;
  };
  return (
    <nav aria-label="Versions of this determination" className={styles['versions']}>
      <p>{versions.length} versions of this determination are stored:</p>
      <ul>
        {versions.map((version) => (
          <li key={version.sha256}>
            <Link to={hrefOf(version)} aria-current={version.sha256 === shown ? 'page' : undefined}>
              {version.fileName}
            </Link>
            {version.decidedOn === null && row ? null : <>, decided {dayWords(version.decidedOn)}</>}
            {version.current ? ' (the current one)' : ''}
          </li>
        ))}
      </ul>
    </nav>
  );
}
