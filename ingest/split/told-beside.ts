/** What is told on a letter of the file around it: text that is of no letter, and case numbers there that are not its own. */
import type { DeterminationAsRead } from '#contract/determination.ts';
import type { Message } from '#contract/message.ts';
import { countWords, listWords } from '#mappings/text/count-words.ts';
import { labelledNumbers } from './marks.ts';
import type { OtherText } from './split-file.ts';

/** `caseNumber`: the letter's own; null where it prints none. `pages`: how many the file has. */
export function toldBeside(others: readonly OtherText[], caseNumber: string | null, pages: number): Message[] {
  return others.flatMap((other) => [otherText(other, pages), ...otherNumbers(other, caseNumber)]);
}

function otherText({ where, from, to, words }: OtherText, pages: number): Message {
  const place = pages === 1 ? '' : from === to ? ` (page ${from})` : ` (pages ${from} to ${to})`;
  const reason = `${countWords(words, 'word')} ${where} this letter in its file${place} are of no letter that could be read, and stand in no field.`;
  return { code: 'file.other_text', severity: 'info', rule: 'split', reason, span: null, item: null };
}

function otherNumbers({ where, caseNumbers }: OtherText, own: string | null): Message[] {
  const others = [...new Set(caseNumbers)].filter((one) => one !== own);
  if (others.length === 0) return [];
  const reason = `The file names ${others.length === 1 ? 'another case' : 'other cases'}, ${listWords(others)}, ${where} this letter; the letter’s own header counts.`;
  return [{ code: 'header.conflict', severity: 'info', rule: 'split', reason, span: null, item: null }];
}

/** Labelled case numbers inside a letter that are not its own, but for those that its header's reading has told. */
export function otherNumbersIn({ caseNumber, messages }: DeterminationAsRead, text: string): Message[] {
  const told = messages.flatMap(({ code, span }) => (code === 'header.conflict' && span !== null ? [span] : []));
  return labelledNumbers(text)
    .filter((one) => caseNumber !== null && one.caseNumber !== caseNumber.value)
    .filter(({ start, end }) => !told.some((span) => span.start < end && span.end > start))
    .map(({ start, end }): Message => {
      const reason = 'The letter names another case number behind the label of one; its own header counts.';
      return { code: 'header.conflict', severity: 'info', rule: 'split', reason, span: { start, end }, item: null };
    });
}
