/** Where a label that ends at a place may start, and what may stand there. */
import { ANY_DECISION } from '#mappings/recognise/verdicts/decision-words.ts';
import type { LabelKind } from './label-rows.ts';

/** What stands before a label on its line: nothing, the end of a sentence, a decision, a header value, or other words. */
export type Before = 'line' | 'sentence' | 'decision' | 'value' | 'word';

export interface LabelStart {
  readonly at: number;
  readonly before: Before;
}

/** Which labels may stand behind what. A list of states ends in no sign, so that credentials on one line stand behind any word. */
export const KINDS_BEHIND: Readonly<Record<Before, ReadonlySet<LabelKind>>> = {
  line: new Set<LabelKind>(['header', 'item', 'credential', 'label', 'title']),
  sentence: new Set<LabelKind>(['header', 'item', 'credential', 'label']),
  decision: new Set<LabelKind>(['item', 'label']),
  value: new Set<LabelKind>(['header']),
  word: new Set<LabelKind>(['credential']),
};

const DECISION = new RegExp(`(?<!\\p{L})${ANY_DECISION}$`, 'iu');
/** No label holds one before a blank. */
const ENDS = /[.:;!?]/;
const SENTENCE_END = /[.:;!?"')\]]/;
/** What a label begins with: a capital, or what was taken for one. */
const CAPITAL = /[\p{Lu}\dl|]/u;
const VALUE = /(?:(?<=^|\s)[\dlIO/|-]*\d[\dlIO/|-]*|(?<!\p{L})(?:CM\S*|standard|regular|expedited))$/iu;
/** A label is wrapped twice at most. */
const MOST_LINES = 3;
/** The longest decision or value. */
const LONGEST_BEFORE = 24;

/** Whether a blank stands there; text that was cleaned has no other signs for one than these. */
function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || (code >= 9 && code <= 13) || code === 160;
}

/**
 * The starts of words with a capital before `end` at which a label may start, the nearest first; none before the end of a sentence or of a label, an empty line or
 * `reach` characters.
 */
export function startsBefore(text: string, end: number, reach: number): LabelStart[] {
  const starts: LabelStart[] = [];
  let lines = 1;
  for (let at = end - 1; at >= 0 && end - at <= reach; at -= 1) {
    if (isBlank(text, at)) {
      if (text[at] !== '\n') continue;
      lines += 1;
      if (lines > MOST_LINES || text[at - 1] === '\n') break;
      continue;
    }
    if (ENDS.test(text.charAt(at)) && isBlank(text, at + 1)) break;
    if ((at > 0 && !isBlank(text, at - 1)) || !CAPITAL.test(text.charAt(at))) continue;
    starts.push({ at, before: beforeOf(text, at) });
  }
  return starts;
}

/** What stands before a word on its line. */
export function beforeOf(text: string, start: number): Before {
  let at = start - 1;
  while (at >= 0 && text[at] !== '\n' && isBlank(text, at)) at -= 1;
  if (at < 0 || text[at] === '\n') return 'line';
  if (SENTENCE_END.test(text.charAt(at))) return 'sentence';
  const behind = text.slice(Math.max(0, at + 1 - LONGEST_BEFORE), at + 1);
  const line = behind.slice(behind.lastIndexOf('\n') + 1);
  if (DECISION.test(line)) return 'decision';
  return VALUE.test(line) ? 'value' : 'word';
}
