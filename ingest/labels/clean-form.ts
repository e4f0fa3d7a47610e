/** A label as it is printed without damage, in the letters' case of what stands there. */
import { type LabelRow, VERDICT_FIELD } from './label-rows.ts';
import { foldLabel } from './nearest-label.ts';

/** The title that says both tells no verdict. */
const BOTH = 'IS/WAS NOT';
const VERDICT = /(?<=TREATMENT(?:\/SERVICE)? ).+(?= MEDICALLY)/;
/** So many folded signs beside the verdict of a title must be whole too. */
const BESIDE = 3;

/** The words of a label for `printed`, without a colon: its case, and no verdict that is not surely printed. */
export function cleanForm(row: LabelRow, printed: string): string {
  const words = row.field === VERDICT_FIELD ? withSureVerdict(row.words, printed) : row.words;
  if (isCapital(printed)) return row.kind === 'header' || row.kind === 'item' ? inCapitals(words, printed) : words.toUpperCase();
  return words.replace(/^MAXIMUS/, isCapital(printed.trimStart().slice(0, 7)) ? 'MAXIMUS' : 'Maximus');
}

/** "MAXIMUS" alone does not make a label one of capitals. */
function inCapitals(words: string, printed: string): string {
  return isCapital(printed.trimStart().slice(8)) ? words.toUpperCase() : words;
}

/** A verdict is kept only where its words, and the signs beside them, are whole: two lost signs make "IS NOT" nearly "IS". */
function withSureVerdict(words: string, printed: string): string {
  const verdict = VERDICT.exec(words);
  if (verdict === null) return words;
  const [before, behind] = [words.slice(0, verdict.index), words.slice(verdict.index + verdict[0].length)];
  const sure = foldLabel(before).slice(-BESIDE) + foldLabel(verdict[0]) + foldLabel(behind).slice(0, BESIDE);
  return foldLabel(printed).includes(sure) ? words : `${before}${BOTH}${behind}`;
}

/** Whether most letters are capitals. */
function isCapital(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const capitals = letters.filter((letter) => letter !== letter.toLowerCase()).length;
  return capitals * 3 > letters.length * 2;
}

/** Whether two prints of a label differ by case and blanks between words alone. */
export function isSamePrint(one: string, other: string): boolean {
  return evened(one) === evened(other);
}

function evened(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/ :/g, ':').replace(/[‘’]/g, "'").toLowerCase().trim();
}
