/**
 * What was typed as the note of a collected item and is not saved yet: in the storage of this browser tab, so that a save that fails once the page was left
 * loses nothing.
 */
const PREFIX = 'imr-note ';

/** A browser that keeps nothing for a page has no drafts. */
function stored<T>(work: (storage: Storage) => T): T | null {
  try {
    return work(sessionStorage);
  } catch {
    return null;
  }
}

/** Under what the draft of a note is kept. */
export function draftKey(collection: string, item: string): string {
  return `${PREFIX}${collection} ${item}`;
}

/** Null where everything that was typed is saved. */
export function keptNote(key: string): string | null {
  return stored((storage) => storage.getItem(key));
}

export function keepNote(key: string, text: string): void {
  stored((storage) => storage.setItem(key, text));
}

/** `saved`: only where this is what was typed last; else whatever was. */
export function dropNote(key: string, saved?: string): void {
  if (saved === undefined || keptNote(key)?.trim() === saved.trim()) stored((storage) => storage.removeItem(key));
}
