/** What the reading of this letter had to say, as notes; what is said of several items is said once. */
import type { Message } from '#contract/message.ts';
import { withDayWords } from '../../lib/message-words.ts';
import { listWords } from '../../lib/words.ts';
import styles from './determination.module.css';

const SEVERITY_WORDS = { error: 'Error', warning: 'Warning', info: 'Note' } as const;

export function LetterNotes({ messages, what }: { messages: readonly Message[]; what: 'letter' | 'row' }) {
  if (messages.length === 0) return null;
  const same = (a: Message) => (b: Message) => a.severity === b.severity && a.reason === b.reason;
  const notes = messages.filter((message, index) => messages.findIndex(same(message)) === index);
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">Notes on reading this {what}</h2>
      <ul className={styles['notes']}>
        {notes.map((note) => (
          <li key={`${note.severity} ${note.reason}`}>
            <strong>
              {SEVERITY_WORDS[note.severity]}
              {itemsWords(messages.filter(same(note)))}:
            </strong>{' '}
            {withDayWords(note.reason)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** ", items 1 and 3"; nothing where it is said of the letter as a whole. */
function itemsWords(messages: readonly Message[]): string {
  const items = [...new Set(messages.flatMap(({ item }) => item ?? []))];
  return items.length === 0 ? '' : `, ${items.length === 1 ? 'item' : 'items'} ${listWords(items.map(String))}`;
}
