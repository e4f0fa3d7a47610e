/**
 * Where a request begins to speak of other things than it asks for: why, when, in whose place ("Protonix 20 mg #60 due to naproxen use"). A drug
 * named from there on is asked for only where it bears a dose of its own.
 */
import { AROUND_ROWS } from './around-rows.ts';
import { requestWords } from './request-words.ts';

const { reason } = requestWords(AROUND_ROWS);
/** "for": what follows it is asked for where nothing else is ("prescription for Norco"). */
const PURPOSE = /\s(?:for|from|while)\s/i;
/** No request is longer; hostile text is not read to its end. */
const LONGEST = 2_000;

/** Where the words in passing begin in a request; null where there are none. `strictly`: by words that never lead to what is asked for. */
export function passingFrom(text: string): { strictly: number | null; purpose: number | null } {
  const read = text.slice(0, LONGEST);
  const at = (pattern: RegExp) => {
    const index = read.search(pattern);
    return index <= 0 ? null : index;
  };
  return { strictly: at(reason), purpose: at(PURPOSE) };
}
