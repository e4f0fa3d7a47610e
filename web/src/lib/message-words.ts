/** A message code in words. Pure. */
import { MESSAGE_CODES, type MessageCode } from '#contract/message-codes.ts';
import { dayWords } from './words.ts';

const WORDS: ReadonlyMap<string, string> = new Map(Object.entries(MESSAGE_CODES) as [MessageCode, string][]);

/** A code of another version of the program has no words here, and is said to have none. */
export function messageWords(code: string): string {
  return WORDS.get(code) ?? `A note that this version has no words for (${code}).`;
}

/** What a value or a message says, its days as on the other pages. */
export function withDayWords(text: string): string {
  return text.replace(/\b\d{4}-\d\d-\d\d\b/g, dayWords);
}
