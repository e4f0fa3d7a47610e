/**
 * The words of a letter's text, as they are indexed and marked: those of `text/words.ts`, and a word that was broken at a line end is one
 * ("Guide- lines" is "guidelines"). Whether a hyphen before a blank breaks a word or is its own ("non- certified", "short- acting") is told by
 * the list of whole words alone, so that a piece of a text has the words that the whole has, and a letter those that it would have in any
 * other library. The text stays as it is printed. What is typed has the words of `text/words.ts`, but for what stands between quotes.
 */
import { STEMMER } from '../text/stem.ts';
import { type Token, tokenize, words } from '../text/words.ts';
import { isWholeWord, wholeWordsName } from '../vocabulary/whole-words.ts';

/** Raised when the rule itself comes to join other words. */
const RULE = 1;

/** Names what the words of an index are made by. An index that was made by something else is made anew, see the engines. */
export function wordsMadeBy(): string {
  return `${STEMMER}, joined ${RULE}-${wholeWordsName()}`;
}

/** What may break a word: a hyphen with blanks behind it, or a soft hyphen, which stands in no other place. */
const MAY_BREAK = /[-\u2010]\s|\u00ad/u;
const HYPHEN = /^[-\u2010]\s+$/u;
const SOFT = /^\u00ad\s*$/u;
const SOFT_INSIDE = /\u00ad\s*/gu;
const LETTER_FIRST = /^\p{L}/u;
const LETTER_LAST = /\p{L}\p{M}*$/u;
/** A letter with its marks has no more UTF-16 units than these. */
const MOST_UNITS = 16;
const FRONT = /^\p{L}[\p{Ll}\p{M}]+$/u;
const BACK = /^[\p{Ll}\p{M}]{2,}$/u;
const CAPITALS = /^[\p{Lu}\p{M}]{2,}$/u;
/** "pre- and postoperative": the hyphen holds a place. */
const HOLDING = /^(?:and|or|to|nor)$/;

/** The words in order, each with its place; the place of a joined one holds the hyphen and the blanks. */
export function tokenizeLetter(text: string): Token[] {
  const tokens = tokenize(text);
  return MAY_BREAK.test(text) ? joinedWhere(joinedWhere(tokens, text, isSoftlyBroken), text, isBroken) : tokens;
}

/** The words without their places. */
export function letterWords(text: string): string[] {
  return MAY_BREAK.test(text) ? tokenizeLetter(text).map(({ word }) => word) : words(text);
}

type Joins = (first: Token, second: Token, text: string) => boolean;

function joinedWhere(tokens: readonly Token[], text: string, joins: Joins): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    if (before !== undefined && joins(before, token, text))
      joined[joined.length - 1] = { word: before.word + token.word, start: before.start, end: token.end };
    else joined.push(token);
  }
  return joined;
}

function isSoftlyBroken(first: Token, second: Token, text: string): boolean {
  // Of the first only its end: it may be what was joined so far.
  const end = text.slice(Math.max(first.start, first.end - MOST_UNITS), first.end);
  return SOFT.test(text.slice(first.end, second.start)) && LETTER_LAST.test(end) && LETTER_FIRST.test(text.slice(second.start, second.end));
}

/** Whether two words that follow each other are the halves of one. */
function isBroken(first: Token, second: Token, text: string): boolean {
  if (!HYPHEN.test(text.slice(first.end, second.start)) || HOLDING.test(second.word)) return false;
  const [front, back] = [printed(first, text), printed(second, text)];
  const alike = (FRONT.test(front) && BACK.test(back)) || (CAPITALS.test(front) && CAPITALS.test(back));
  return alike && isWholeWord(first.word + second.word);
}

function printed({ start, end }: Token, text: string): string {
  return text.slice(start, end).replace(SOFT_INSIDE, '');
}
