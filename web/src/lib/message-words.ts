/** A message code in words. Pure. */
import { MESSAGE_CODES, type MessageCode } from '#contract/message-codes.ts';

const WORDS: ReadonlyMap<string, string> = new Map(Object.entries(MESSAGE_CODES) as [MessageCode, string][]);

/** A code of another version of the program has no words here, and is said to have none. */
export function messageWords(code: string): string {
  return WORDS.get(code) ?? `A note that this version has no words for (${code}).`;
}
