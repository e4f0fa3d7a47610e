/** What the reading of this letter had to say, as notes. */
import type { Message } from '#contract/message.ts';
import styles from './determination.module.css';

const SEVERITY_WORDS = { error: 'Error', warning: 'Warning', info: 'Note' } as const;

export function LetterNotes({ messages }: { messages: readonly Message[] }) {
  if (messages.length === 0) return null;
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">Notes from reading this letter</h2>
      <ul className={styles['notes']}>
        {messages.map((message) => (
          <li key={`${message.code} ${message.item} ${message.span?.start} ${message.reason}`}>
            <strong>
              {SEVERITY_WORDS[message.severity]}
              {message.item === null ? '' : `, item ${message.item}`}:
            </strong>{' '}
            {message.reason}
          </li>
        ))}
      </ul>
    </section>
  );
}
