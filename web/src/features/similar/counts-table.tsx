/** How the nearest cases were decided, as plain counts: no rate, since neighbors are not a prediction. */
import { DECISION_LABELS, DECISIONS } from '#contract/lists.ts';
import type { SimilarResponse } from '#contract/similar.ts';
import { WideTable } from '../../components/wide-table.tsx';
import { numberWords } from '../../lib/words.ts';
import styles from './similar.module.css';

export function CountsTable({ counts }: { counts: SimilarResponse['counts'] }) {
  // Where there are fewer neighbors than asked for, the larger counts say the same again.
  const rows = counts.filter((row, index) => index === 0 || row.items > (counts[index - 1]?.items ?? 0));
  return (
    <div>
      <WideTable label="How the nearest were decided">
        <table className={styles['counts']}>
          <caption>How the nearest were decided</caption>
          <thead>
            <tr>
              <th scope="col">Nearest</th>
              {DECISIONS.map((decision) => (
                <th key={decision} scope="col">
                  {DECISION_LABELS[decision].short}
                </th>
              ))}
              <th scope="col">Near copies, apart</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.nearest}>
                <th scope="row">{row.items < row.nearest ? `all ${numberWords(row.items)} there are` : numberWords(row.nearest)}</th>
                {DECISIONS.map((decision) => (
                  <td key={decision}>{numberWords(row.decisions[decision] ?? 0)}</td>
                ))}
                <td>{numberWords(row.folded)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      <p className={styles['quiet']}>
        Counts of items, not a prediction: neighbors are chosen for being alike, and are no sample of how such cases end.
      </p>
    </div>
  );
}
