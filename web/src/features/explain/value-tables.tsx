/** The values of a letter as tables, filtered by grade: one for the letter and one for each item, which can be opened; and its notes. */
import { VisuallyHidden } from '@mantine/core';
import { useSearchParams } from 'react-router';
import type { ExplainedValue } from '#contract/api.ts';
import type { Item } from '#contract/determination.ts';
import { ItemBar } from '../../components/item-bar.tsx';
import type { OpenItems } from '../../lib/open-items.ts';
import styles from './explain.module.css';
import type { Focus } from './focus.ts';
import { GRADE_FILTERS, GRADE_WORDS, passes, readGrade, toGroups, type ValueGroup } from './grades.ts';
import { ValueRow } from './value-row.tsx';

interface Props {
  items: readonly Item[];
  /** What was read. */
  what: 'letter' | 'row';
  open: OpenItems;
  values: readonly ExplainedValue[];
  focus: Focus | null;
  onChoose: (id: string) => void;
}

export function ValueTables({ items, what, open, values, focus, onChoose }: Props) {
  const [params, setParams] = useSearchParams();
  const grade = readGrade(params.get('grade'));
  const groups = toGroups(values, grade);
  const graded = values.filter((row) => row.kind !== 'message');
  const filter = (next: string) => {
    const address = new URLSearchParams(params);
    if (next === 'all') address.delete('grade');
    else address.set('grade', next);
    setParams(address, { replace: true, preventScrollReset: true });
  };
  return (
    <>
      <fieldset className={styles['grades']}>
        <legend className={VisuallyHidden.classes['root']}>Show values by grade</legend>
        {GRADE_FILTERS.map((one) => (
          <button key={one} type="button" aria-pressed={one === grade} onClick={() => filter(one)}>
            {GRADE_WORDS[one]} <span>{graded.filter((row) => passes(row, one)).length}</span>
          </button>
        ))}
      </fieldset>
      <p className={styles['hint']}>
        Stated: the {what} prints it. Inferred: concluded from words that say something else. Choose a value to see its words in the {what}.
      </p>
      {groups.length === 0 ? (
        <p>
          No value of this {what} is {GRADE_WORDS[grade].toLowerCase()}.
        </p>
      ) : null}
      {groups.map((group) => {
        const item = items.find(({ number }) => number === group.item);
        const table = <Group group={group} focus={focus} onChoose={onChoose} />;
        if (item === undefined) {
          return (
            <div key={group.title} className={styles['whole']}>
              <h3>{what === 'row' ? 'The row as a whole' : group.title}</h3>
              {table}
            </div>
          );
        }
        return (
          <ItemBar key={group.title} item={item} items={open} alone={items.length === 1}>
            {table}
          </ItemBar>
        );
      })}
      <Notes what={what} values={values.filter((row) => row.kind === 'message')} focus={focus} onChoose={onChoose} />
    </>
  );
}

function Group({ group, focus, onChoose }: { group: ValueGroup } & Pick<Props, 'focus' | 'onChoose'>) {
  return (
    <section aria-label={group.title}>
      {group.read.length === 0 ? null : <Rows name={group.title} rows={group.read} focus={focus} onChoose={onChoose} />}
      {group.notStated.length === 0 ? null : (
        <p className={styles['absent']}>
          <strong>Looked for and not stated:</strong> {group.notStated.join('; ')}.
        </p>
      )}
    </section>
  );
}

function Notes({ what, values, focus, onChoose }: Pick<Props, 'what' | 'values' | 'focus' | 'onChoose'>) {
  return (
    <section className={styles['whole']} aria-label="Notes">
      <h3>Notes on reading this {what}</h3>
      {values.length === 0 ? (
        <p className={styles['absent']}>None.</p>
      ) : (
        <Rows name="Notes" rows={values} focus={focus} onChoose={onChoose} />
      )}
    </section>
  );
}

function Rows({ name, rows, focus, onChoose }: { name: string; rows: readonly ExplainedValue[] } & Pick<Props, 'focus' | 'onChoose'>) {
  return (
    <table className={styles['table']}>
      <caption className={VisuallyHidden.classes['root']}>{name}</caption>
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
