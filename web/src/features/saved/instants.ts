/** When something was saved, in the reader's own time. */
const INSTANT = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' });

/** "Nov 24, 2026, 10:17 AM". */
export function instantWords(instant: string): string {
  return INSTANT.format(new Date(instant));
}
