/** One value with its grade, its rule and its words. The value is a button: it shows the words in the letter. */
import { useEffect, useRef } from 'react';
import type { ExplainedValue } from '#contract/api.ts';
import { kindOf } from '../../lib/evidence.ts';
import { bringIntoSight } from '../../lib/in-sight.ts';
import { messageWords, withDayWords } from '../../lib/message-words.ts';
import { shortened } from '../../lib/words.ts';
import styles from './explain.module.css';
import type { Focus } from './focus.ts';

/** Characters of a value or of its words that a row shows; the letter beside it has them whole. */
const SHOWN = 280;

/** `focus`: of this row, or null. */
export function ValueRow({ row, focus, onChoose }: { row: ExplainedValue; focus: Focus | null; onChoose: (id: string) => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focus?.from !== 'letter' || button.current === null) return;
    bringIntoSight(button.current, 'center');
    button.current.focus({ preventScroll: true });
  }, [focus]);
  const words = row.evidence.map((one) => one.quote).join(' … ');
  const meaning = row.kind === 'message' ? messageWords(row.label) : null;
  const value = shortened(withDayWords(row.value ?? ''), SHOWN);
  return (
    <tr data-chosen={focus !== null}>
      <th scope="row">{row.kind === 'message' ? (row.item === null ? 'Letter' : `Item ${row.item}`) : row.label}</th>
      <td>
        {row.evidence.length === 0 ? (
          value
        ) : (
          <button
            ref={button}
            type="button"
            className={styles['value']}
            data-value={row.id}
            data-kind={row.kind === 'message' ? undefined : kindOf(row.id)}
            data-chosen={focus !== null}
            title="Show these words in the letter"
            onClick={() => onChoose(row.id)}
          >
            {value}
          </button>
        )}
      </td>
      <td>
        <p className={styles['how']}>
          {row.grade === null ? null : <span data-grade={row.grade}>{row.grade}</span>} <code>{row.rule}</code>
        </p>
        {meaning === null || meaning === row.value ? null : <p className={styles['meaning']}>{meaning}</p>}
        {words === '' ? null : <q className={styles['words']}>{shortened(words.replace(/\s+/g, ' '), SHOWN)}</q>}
      </td>
    </tr>
  );
}
