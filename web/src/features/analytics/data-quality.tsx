/** How well what is loaded was read: files that could not be, what was noted most often, and the way to how each field was measured. */
import { Link } from 'react-router';
import { useLimits, useStats } from '../../lib/endpoints.ts';
import { messageWords } from '../../lib/message-words.ts';
import { countWords } from '../../lib/words.ts';
import styles from './frame.module.css';

/** Notes that are named; About has all of them. */
const NAMED = 3;

export function DataQuality() {
  const { data } = useStats();
  const { hides } = useLimits();
  if (data === undefined) return null;
  const notes = Object.entries(data.messages).toSorted(([, a], [, b]) => b - a);
  return (
    <section aria-labelledby="quality" className={styles['cohorts']}>
      <h2 id="quality">Data quality of what is loaded now</h2>
      <ul>
        {hides('unreadable') || data.unreadable === null ? null : (
          <li>
            {data.unreadable === 0 ? (
              'Every file could be read.'
            ) : (
              <>
                <Link to="/unreadable">{countWords(data.unreadable, 'file')}</Link> could not be read.
              </>
            )}
          </li>
        )}
        {notes.slice(0, NAMED).map(([code, letters]) => (
          <li key={code}>
            {messageWords(code)} ({countWords(letters, 'letter')})
          </li>
        ))}
        <li>
          {notes.length > NAMED ? 'All notes from reading the letters' : 'More on what is loaded'}:{' '}
          <Link to="/about">About this index</Link>. How often each field is read right: <Link to="/analytics/method">Method</Link>.
        </li>
      </ul>
    </section>
  );
}
