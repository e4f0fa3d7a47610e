/** One line in the footer: how much is in the index, from when, what could not be read, and the engine. */
import { Link } from 'react-router';
import { useStats } from '../../lib/endpoints.ts';
import { isTable } from '../../lib/programme-filter.ts';
import { countWords, dayWords, numberWords } from '../../lib/words.ts';
import styles from './overview.module.css';

export function StatsLine() {
  const { data, isError } = useStats();
  if (isError) return <span>The server did not say what is in the index.</span>;
  if (data === undefined) return <span>Loading what is in the index</span>;
  return (
    <ul className={styles['line']} aria-label="What is in the index">
      <li>{countWords(data.letters, data.programmes.some(({ value }) => isTable(value)) ? 'determination' : 'letter')}</li>
      <li>{countWords(data.items, 'disputed item')}</li>
      {data.decidedFrom === null ? null : (
        <li>
          {data.programmes.some(({ value }) => isTable(value)) ? 'letters ' : ''}decided {dayWords(data.decidedFrom)} to {dayWords(data.decidedTo)}
        </li>
      )}
      {data.unreadable !== null && data.unreadable > 0 ? (
        <li>
          <Link to="/unreadable">{numberWords(data.unreadable)} could not be read</Link>
        </li>
      ) : null}
      {data.unreadable === 0 && data.letters > 0 ? <li>all files could be read</li> : null}
      <li>engine: {data.engine}</li>
      {data.readOnly ? <li>read only</li> : null}
    </ul>
  );
}
