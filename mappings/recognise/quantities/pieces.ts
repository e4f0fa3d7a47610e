/** Pieces ("60 tablets") and what is taken at a time ("1 tablet daily"): only the first are asked for. */
import { DOSE, TAKEN } from './marks.ts';
import { last } from './matches.ts';

/** More is not taken at a time: "120 tablets every month" is what is asked for. */
const MOST_TAKEN = 10;
/** How far behind a piece its dose is told. */
const DOSE_REACH = 40;

/** The pieces asked for, without what is taken at a time; several where they are of several things and none can be chosen. */
export function askedPieces(text: string, pieces: readonly RegExpExecArray[]): RegExpExecArray[] {
  const asked = pieces.filter((match) => {
    const end = match.index + match[0].length;
    return (last(match) ?? 0) > MOST_TAKEN || !DOSE.pattern.test(text.slice(end, end + DOSE_REACH));
  });
  const final = asked.at(-1);
  if (final === undefined) return [];
  const most = last(final) ?? 0;
  // What is taken at a time is fewer than what is asked for, and both are said of one thing: "1 tab, 60 tabs".
  const others = asked.slice(0, -1).filter((match) => {
    const number = last(match) ?? 0;
    return number !== most && !(number <= MOST_TAKEN && number < most && TAKEN.pattern.test(match[0]) && TAKEN.pattern.test(final[0]));
  });
  return [...others, final];
}
