/** How the nearest cases were decided, as plain counts: no rate, since what is near is no prediction. */
import { DECISION_LABELS, DECISIONS } from '#contract/lists.ts';
import type { SimilarResponse } from '#contract/similar.ts';
import { WideTable } from '../../components/wide-table.tsx';
import { numberWords } from '../../lib/words.ts';
import styles from './similar.module.css';

export function CountsTable({ counts }: { counts: SimilarResponse['counts'] }) {
  // Where there are fewer cases than asked for, the larger counts say the same again.
  const rows = counts.filter((row, index) => index === 0 || row.items > (counts[index - 1]?.items ?? 0));
  // Upheld and overturned are always told; what none of them is, is not.
  const decisions = DECISIONS.filter(
    (decision) => decision === 'upheld' || decision === 'overturned' || rows.some((row) => (row.decisions[decision] ?? 0) > 0),
  );
  const folded = rows.some((row) => row.folded > 0);
  return (
    <div className={styles['decided']}>
      <WideTable label="How the nearest were decided">
        <table className={styles['counts']}>
          <caption>How the nearest were decided</caption>
          <thead>
            <tr>
              <th scope="col">Nearest</th>
              {decisions.map((decision) => (
                <th key={decision} scope="col">
                  {DECISION_LABELS[decision].short}
                </th>
              ))}
              {folded ? (
                <th scope="col" title="Items with nearly the same rationale as one of these; they are not in the other counts">
                  Near copies
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.nearest}>
                <th scope="row">{row.items < row.nearest ? `all ${numberWords(row.items)}` : numberWords(row.nearest)}</th>
                {decisions.map((decision) => (
                  <td key={decision}>{numberWords(row.decisions[decision] ?? 0)}</td>
                ))}
                {folded ? <td>{numberWords(row.folded)}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      <p className={styles['quiet']}>Counts, not a prediction: these cases were picked for being alike.</p>
    </div>
  );
}
