/** The letters of the kill test: some to be put, and some of them read anew, which moves one to another case. */
import type { Letter } from '#contract/determination.ts';
import { makeLetter } from '../../fixtures/factories.ts';

export function lettersOfSteps(): { first: readonly Letter[]; second: readonly Letter[] } {
  const first = Array.from({ length: 12 }, (_, number) =>
    makeLetter({
      caseNumber: `CM16-000000${number % 9}`,
      decidedOn: `2016-0${(number % 4) + 1}-01`,
      note: `letter ${number}`,
      fileName: `letter-${number}.txt`,
      items: [{ request: `Fictional walker ${number}` }, {}],
    }),
  );
  const second = first.slice(3, 8).map((letter, number) => {
    const again = structuredClone(letter);
    again.determination.messages = [];
    if (number !== 2) return again;
    const moved = makeLetter({ caseNumber: 'CM16-0000099', note: 'moved', fileName: 'moved.txt' });
    moved.determination.source.sha256 = letter.determination.source.sha256;
    return moved;
  });
  return { first, second };
}
