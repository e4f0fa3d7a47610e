/** `imr extract FILE --explain`: the values of a letter as a plain list, at most 100 columns wide. */
import type { ExplainedValue } from '#contract/api.ts';
import type { LetterAsRead } from '#contract/determination.ts';
import { evened } from '#mappings/text/evened.ts';
import { explainLetter } from '../../server/domain/letters/explain.ts';

/** Columns in all, and those of the field names. */
const WIDTH = 100;
const NAME_WIDTH = 30;
const VALUE_WIDTH = WIDTH - NAME_WIDTH - 4;
/** Lines of a long value (a rationale); the JSON has it whole. */
const VALUE_LINES = 4;

export function explainedText(letter: LetterAsRead): string {
  const { determination } = letter;
  const rows = explainLetter(letter);
  const values = rows.filter((row) => row.kind !== 'message');
  const messages = rows.filter((row) => row.kind === 'message');
  const count = (grade: ExplainedValue['grade']) => values.filter((row) => row.grade === grade).length;
  const groups = [null, ...determination.items.map((item) => item.number)].map((number) => ({
    title: number === null ? 'The letter' : `Item ${number}`,
    rows: values.filter((row) => row.item === number),
  }));
  return [
    determination.caseNumber?.value ?? 'No case number',
    `${count('stated')} values stated, ${count('inferred')} inferred; ${count(null)} looked for and not stated`,
    ...groups.flatMap((group) => ['', group.title, ...group.rows.flatMap(valueLines), ...absentLines(group.rows)]),
    '',
    messages.length === 0 ? 'No messages.' : 'Messages',
    ...messages.flatMap(messageLines),
    '',
  ].join('\n');
}

/** The name on the left; value, grade with rule, and words below each other on the right. */
function valueLines(row: ExplainedValue): string[] {
  if (row.value === null) return [];
  const value = wrapped(row.value, VALUE_WIDTH);
  const cut = value.length > VALUE_LINES ? [...value.slice(0, VALUE_LINES - 1), cutTo(`${value[VALUE_LINES - 1]} …`, VALUE_WIDTH)] : value;
  return beside(wrapped(row.label, NAME_WIDTH), [...cut, ...wrapped(`${row.grade}, rule ${row.rule}`, VALUE_WIDTH), wordsLine(row)]);
}

/** What was looked for and not stated, by name. */
function absentLines(rows: readonly ExplainedValue[]): string[] {
  const names = rows.filter((row) => row.value === null).map((row) => row.label);
  return names.length === 0 ? [] : beside(['Not stated'], wrapped(names.join('; '), VALUE_WIDTH));
}

function messageLines(row: ExplainedValue): string[] {
  const where = row.item === null ? '' : `item ${row.item}: `;
  const words = row.evidence.length === 0 ? [] : [wordsLine(row)];
  return beside(wrapped(row.label, NAME_WIDTH), [...wrapped(`${where}${row.value ?? ''}`, VALUE_WIDTH), `rule ${row.rule}`, ...words]);
}

/** The words in the letter, on one line. */
function wordsLine({ evidence }: ExplainedValue): string {
  const words = shownOnOneLine(evidence.map((one) => one.quote).join(' … '));
  return `“${cutTo(words, VALUE_WIDTH - 2)}”`;
}

function beside(left: readonly string[], right: readonly string[]): string[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, line) =>
    `  ${(left[line] ?? '').padEnd(NAME_WIDTH)}  ${right[line] ?? ''}`.trimEnd(),
  );
}

/** Lines of at most `width` characters, broken at blanks; a longer word is broken where it must be. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of shownOnOneLine(text).split(' ')) {
    if (line !== '' && line.length + 1 + word.length <= width) line += ` ${word}`;
    else {
      if (line !== '') lines.push(line);
      line = word;
    }
    for (; line.length > width; line = line.slice(width)) lines.push(line.slice(0, width));
  }
  return [...lines, line];
}

function cutTo(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1).trimEnd()}…`;
}

/** Blanks and line ends as one blank; nothing that could move a terminal's cursor. */
function shownOnOneLine(text: string): string {
  return evened(text.replace(/\p{Cc}+/gu, ' '));
}
