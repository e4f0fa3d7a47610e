/** Instants in the reader's own time: when something was saved, or taken. */
const INSTANT = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' });

/** "Nov 24, 2026, 10:17 AM". */
export function instantWords(instant: string): string {
  return INSTANT.format(new Date(instant));
}

const DAY = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium' });

/** "Nov 24, 2026". */
export function dayOfInstant(instant: string): string {
  return DAY.format(new Date(instant));
}
