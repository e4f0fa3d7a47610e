/**
 * Things that letters write in several ways: spinal levels ("L4-5", "L4-L5"), visits by weeks ("2x6", "2 x 6"), strengths ("5/325mg") and one
 * word with a hyphen in it ("electro-diagnostic").
 */
import { words } from '#mappings/text/words.ts';
import { isWholeWord } from '#mappings/vocabulary/whole-words.ts';

interface Spelling {
  readonly words: readonly string[];
  readonly shown: string;
}

/** The other ways to write what these folded words say; none for other words. */
export function otherSpellings(said: readonly string[]): Spelling[] {
  const joined = said.join(' ');
  const level = /^([ctl])(\d{1,2}) ([cltsm]?)(\d{1,2})$/.exec(joined);
  if (level !== null) {
    const [, region = '', upper = '', again = '', lower = ''] = level;
    if (again !== '' && again !== region) return [];
    return again === ''
      ? [{ words: [`${region}${upper}`, `${region}${lower}`], shown: `${region}${upper}-${region}${lower}`.toUpperCase() }]
      : [{ words: [`${region}${upper}`, lower], shown: `${region}${upper}-${lower}`.toUpperCase() }];
  }
  const visits = /^(\d{1,2}) ?x ?(\d{1,2})$/.exec(joined);
  if (visits === null) return [];
  const [, times = '', weeks = ''] = visits;
  return said.length === 1
    ? [{ words: [times, 'x', weeks], shown: `${times} x ${weeks}` }]
    : [{ words: [`${times}x${weeks}`], shown: `${times}x${weeks}` }];
}

const HYPHENED = /^\p{L}{2,}[-\u2010]\p{L}{2,}$/u;

/** Two words typed with a hyphen between them that are one word elsewhere; none for a compound ("short-acting"). */
export function joinedSpelling(typed: string): Spelling[] {
  const joined = words(typed).join('');
  return HYPHENED.test(typed) && isWholeWord(joined) ? [{ words: [joined], shown: joined }] : [];
}

const UNITS = ['mg', 'mcg', 'ml'];
/** One to three numbers, as a strength has them. */
const STRENGTH = /^\d{1,4}(?:\.\d{1,3})?(?:[/-]\d{1,4}(?:\.\d{1,3})?){0,2}\s?(mg|mcg|ml)?$/i;
const INNER_UNIT = /(?:mg|mcg|ml)(?=[/-])/gi;
const NUMBER = /\d+(?:\.\d+)?/g;
/** A year or a day. */
const DATE = /^(?:(?:19|20)\d\d|\d{1,2}[/-]\d{1,2}[/-](?:\d{2}|\d{4}))$/;

/**
 * The other ways to write a strength as typed ("600 mg", "10-325mg", "600"): with its unit behind it or apart, or behind each number.
 * Beside a drug (`ofDrug`) also without, and a bare number with any unit; a number alone may count anything.
 */
export function otherStrengths(term: string, ofDrug: boolean): Spelling[] {
  const typed = term.replace(/[.,;:]$/, '');
  if (DATE.test(typed)) return [];
  const strength = STRENGTH.exec(typed.replace(INNER_UNIT, ''));
  if (strength === null) return [];
  const unit = strength[1]?.toLowerCase();
  const numbers = typed.match(NUMBER) ?? [];
  if (unit === undefined && !ofDrug) return [];
  const shown = numbers.join('/');
  const withUnit = (unit === undefined ? UNITS : [unit]).flatMap((each): Spelling[] => [
    { words: words(`${shown}${each}`), shown: `${shown}${each}` },
    { words: words(`${shown} ${each}`), shown: `${shown} ${each}` },
    ...(numbers.length < 2 ? [] : [`${each}/`, ` ${each}/`].map((between) => bothWays(numbers, between, each))),
  ]);
  const bare = { words: words(shown), shown };
  return [...withUnit, ...(ofDrug ? [bare] : [])].filter((other) => other.words.join(' ') !== words(typed).join(' '));
}

function bothWays(numbers: readonly string[], between: string, unit: string): Spelling {
  const shown = `${numbers.join(between)}${between.startsWith(' ') ? ' ' : ''}${unit}`;
  return { words: words(shown), shown };
}
