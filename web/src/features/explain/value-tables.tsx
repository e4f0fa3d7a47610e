/** The values of a letter as tables, one for the letter and one for each item, filtered by grade; below them the messages. */
import { useSearchParams } from 'react-router';
import type { ExplainedValue } from '#contract/api.ts';
import { countWords } from '../../lib/words.ts';
import styles from './explain.module.css';
import type { Focus } from './focus.ts';
import { GRADE_FILTERS, GRADE_WORDS, passes, readGrade, toGroups } from './grades.ts';
import { ValueRow } from './value-row.tsx';

interface Props {
  values: readonly ExplainedValue[];
  focus: Focus | null;
  onChoose: (id: string) => void;
}

export function ValueTables({ values, focus, onChoose }: Props) {
  const [params, setParams] = useSearchParams();
  const grade = readGrade(params.get('grade'));
  const groups = toGroups(values, grade);
  const graded = values.filter((row) => row.kind !== 'message');
  const messages = values.filter((row) => row.kind === 'message');
  const filter = (next: string) => {
    const address = new URLSearchParams(params);
    if (next === 'all') address.delete('grade');
    else address.set('grade', next);
    setParams(address, { replace: true, preventScrollReset: true });
  };
  return (
    <>
      <fieldset className={styles['grades']}>
        <legend>Show values by grade</legend>
        {GRADE_FILTERS.map((one) => (
          <button key={one} type="button" aria-pressed={one === grade} onClick={() => filter(one)}>
            {GRADE_WORDS[one]} <span>{graded.filter((row) => passes(row, one)).length}</span>
          </button>
        ))}
      </fieldset>
      <p className={styles['hint']}>
        Stated: the letter prints it. Inferred: concluded from words that say something else. Choose a value to see its words in the letter.
      </p>
      {groups.length === 0 ? <p>No value of this letter is {GRADE_WORDS[grade].toLowerCase()}.</p> : null}
      {groups.map((group) => (
        <section key={group.title} className={styles['group']} aria-label={group.title}>
          <h3>{group.title}</h3>
          {group.read.length === 0 ? null : <Rows name={group.title} rows={group.read} focus={focus} onChoose={onChoose} />}
          {group.notStated.length === 0 ? null : (
            <p className={styles['absent']}>
              <strong>Looked for and not stated:</strong> {group.notStated.join('; ')}.
            </p>
          )}
        </section>
      ))}
      {grade === 'all' ? (
        <section className={styles['group']} aria-label="Messages">
          <h3>{messages.length === 0 ? 'No messages' : countWords(messages.length, 'message')}</h3>
          {messages.length === 0 ? (
            <p className={styles['absent']}>The reading had nothing to say about this letter.</p>
          ) : (
            <Rows name="Messages" rows={messages} focus={focus} onChoose={onChoose} />
          )}
        </section>
      ) : null}
    </>
  );
}

function Rows({ name, rows, focus, onChoose }: { name: string; rows: readonly ExplainedValue[] } & Omit<Props, 'values'>) {
  return (
    <table className={styles['table']}>
      <caption>{name}</caption>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Value</th>
          <th scope="col">Grade, rule and words</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <ValueRow key={row.id} row={row} focus={focus?.id === row.id ? focus : null} onChoose={onChoose} />
        ))}
      </tbody>
    </table>
  );
}
