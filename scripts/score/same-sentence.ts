/** When two printings of a sentence are the same one: people cut sentences out in ways of their own. Pure. */

/** How many times as long the longer of two may be: half a sentence tells which one is meant, a paragraph around it does not. */
const LONGEST = 3;

/** A text without white space and case: PDF readers differ in blanks at line ends. */
export const bare = (text: string) => text.replace(/\s+/g, '').toLowerCase();

/** Whether two are equal without white space and case, or one holds the other and is at most three times as long. */
export function sameSentence(one: string, other: string): boolean {
  const [short, long] = [bare(one), bare(other)].sort((a, b) => a.length - b.length) as [string, string];
  return short !== '' && long.length <= LONGEST * short.length && long.includes(short);
}
