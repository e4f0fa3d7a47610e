/** A refused query as typed, with each faulty place marked, and under it what was expected there. */
import type { Fault } from '#contract/problem.ts';
import { queryPieces } from '../lib/query-faults.ts';
import styles from './query-faults.module.css';

export function QueryFaults({ query, faults }: { query: string; faults: readonly Fault[] }) {
  return (
    <div className={styles['faults']}>
      <p className={styles['query']}>
        {queryPieces(query, faults).map((piece) =>
          piece.faulty ? (
            <mark key={`${piece.start} ${piece.point}`} className={piece.point ? styles['point'] : styles['faulty']}>
              {piece.text}
            </mark>
          ) : (
            <span key={piece.start}>{piece.text}</span>
          ),
        )}
      </p>
      <ul className={styles['list']}>
        {faults.map((fault) => (
          <li key={`${fault.at?.start} ${fault.detail}`}>
            {fault.at !== undefined && fault.at.end > fault.at.start ? <code>{query.slice(fault.at.start, fault.at.end)}</code> : null}{' '}
            {fault.detail}
          </li>
        ))}
      </ul>
    </div>
  );
}
