/** The messages of a letter, then its values as tables: one for the letter and one for each item, filtered by grade. */
import { VisuallyHidden } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import type { ExplainedValue } from '#contract/api.ts';
import type { Item } from '#contract/determination.ts';
import { DecisionBadge } from '../../components/decision-badge.tsx';
import { bringIntoSight } from '../../lib/in-sight.ts';
import { countWords, itemWords, shortened } from '../../lib/words.ts';
import styles from './explain.module.css';
import type { Focus } from './focus.ts';
import { GRADE_FILTERS, GRADE_WORDS, passes, readGrade, toGroups, type ValueGroup } from './grades.ts';
import { ValueRow } from './value-row.tsx';

/** Characters of an item's words in its heading. */
const HEADING_LENGTH = 160;

interface Props {
  items: readonly Item[];
  values: readonly ExplainedValue[];
  focus: Focus | null;
  onChoose: (id: string) => void;
}

export function ValueTables({ items, values, focus, onChoose }: Props) {
  const [params, setParams] = useSearchParams();
  const grade = readGrade(params.get('grade'));
  const groups = toGroups(values, grade);
  const graded = values.filter((row) => row.kind !== 'message');
  const filter = (next: string) => {
    const address = new URLSearchParams(params);
    if (next === 'all') address.delete('grade');
    else address.set('grade', next);
    // The item that was gone to is not gone to again.
    address.delete('item');
    setParams(address, { replace: true, preventScrollReset: true });
  };
  return (
    <>
      <Messages values={values.filter((row) => row.kind === 'message')} focus={focus} onChoose={onChoose} />
      <fieldset className={styles['grades']}>
        <legend className={VisuallyHidden.classes['root']}>Show values by grade</legend>
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
          <GroupHeading group={group} item={items.find(({ number }) => number === group.item)} />
          {group.read.length === 0 ? null : <Rows name={group.title} rows={group.read} focus={focus} onChoose={onChoose} />}
          {group.notStated.length === 0 ? null : (
            <p className={styles['absent']}>
              <strong>Looked for and not stated:</strong> {group.notStated.join('; ')}.
            </p>
          )}
        </section>
      ))}
    </>
  );
}

function Messages({ values, focus, onChoose }: Omit<Props, 'items'>) {
  if (values.length === 0) return <p className={styles['absent']}>No messages: the reading had nothing to say about this letter.</p>;
  return (
    <section className={styles['group']} aria-label="Messages">
      <h3>{countWords(values.length, 'message')}</h3>
      <Rows name="Messages" rows={values} focus={focus} onChoose={onChoose} />
    </section>
  );
}

/** "Item 2: MRI of the left knee", with its decision. The item that the address asks for is brought up; asked for from within the page, it takes the focus as well. */
function GroupHeading({ group, item }: { group: ValueGroup; item: Item | undefined }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key: turn } = useLocation();
  const first = useRef(turn);
  const asked = useSearchParams()[0].get('item') === String(group.item);
  useEffect(() => {
    if (!asked || heading.current === null) return;
    bringIntoSight(heading.current, 'start');
    if (turn !== first.current) heading.current.focus({ preventScroll: true });
  }, [asked, turn]);
  if (item === undefined) return <h3>{group.title}</h3>;
  return (
    <h3 ref={heading} tabIndex={-1}>
      <span>
        {group.title}: {shortened(itemWords(item) ?? 'heading not found', HEADING_LENGTH)}
      </span>{' '}
      <DecisionBadge decision={item.decision?.value ?? 'undetermined'} short />
    </h3>
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
