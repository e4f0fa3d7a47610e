/** What stands on top of a printed page: what it is, its address, and the day. */
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { dayWords } from '../lib/words.ts';
import styles from './layout.module.css';

interface Printed {
  readonly title: string;
  readonly address: string;
  readonly day: string;
}

export function PrintHead() {
  const [printed, setPrinted] = useState<Printed | null>(null);
  useEffect(() => {
    const stamp = () =>
      // The paper is drawn as soon as the event is over.
      flushSync(() => setPrinted({ title: document.title, address: window.location.href, day: dayWords(today()) }));
    window.addEventListener('beforeprint', stamp);
    return () => window.removeEventListener('beforeprint', stamp);
  }, []);
  if (printed === null) return null;
  return (
    <div className={`print-only ${styles['printed']}`}>
      <p>
        {printed.title} · printed {printed.day}
      </p>
      <p>{printed.address}</p>
    </div>
  );
}

/** The reader's own day, as `yyyy-mm-dd`. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
