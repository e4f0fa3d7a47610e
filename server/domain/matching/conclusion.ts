/** Which sentences of a rationale only say how it ends ("Therefore, the request is not medically necessary."), and nothing of why. */
import { findVerdicts } from '#mappings/recognise/verdicts/verdict.ts';
import { findVerdictSentences } from '#mappings/recognise/verdicts/verdict-sentences.ts';
import { words } from '#mappings/text/words.ts';

/** "at this time". What is longer behind a verdict may be its grounds. */
const LONGEST_TAIL = 3;

/** Whether the sentence is a verdict from its front to its end. One that gives its grounds first, or behind it, says more. */
export function isConclusion(sentence: string): boolean {
  const verdict = findVerdicts(sentence).at(-1);
  if (verdict === undefined || words(sentence.slice(verdict.end)).length > LONGEST_TAIL) return false;
  return findVerdictSentences(sentence).some(({ start }) => start === 0);
}
