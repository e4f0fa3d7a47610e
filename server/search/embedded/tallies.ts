/** Items of cells by decision, with their letters, as numbers in typed arrays; a cell is known by its place, from 0. */
import type { OutcomeCounts } from '#contract/aggregate.ts';
import { DECISIONS, type Decision } from '#contract/lists.ts';

/** Where the numbers of a cell stand: its items by decision, then these. A last letter is kept plus one, so that 0 is none. */
const LETTERS = DECISIONS.length;
const LAST_LETTER = LETTERS + 1;
const KNOWN_LETTERS = LETTERS + 2;
const LAST_KNOWN_LETTER = LETTERS + 3;
const WIDTH = LETTERS + 4;

const UNDETERMINED = DECISIONS.indexOf('undetermined');

/** Items of one letter are to be added one after the other: a letter is counted where it is not the last that came to a cell. */
export class Tallies {
  readonly #numbers: Int32Array;
  /** Apart from the others: these sums can be larger than a count. */
  readonly #knownInLetters: Float64Array;

  /** `cells`: how many there may be. */
  constructor(cells: number) {
    this.#numbers = new Int32Array(cells * WIDTH);
    this.#knownInLetters = new Float64Array(cells);
  }

  /** `decision`: its place in `DECISIONS`. */
  add(cell: number, letter: number, decision: number, knownInLetter: number): void {
    const numbers = this.#numbers;
    const at = cell * WIDTH;
    numbers[at + decision] = (numbers[at + decision] ?? 0) + 1;
    if (numbers[at + LAST_LETTER] !== letter + 1) {
      numbers[at + LAST_LETTER] = letter + 1;
      numbers[at + LETTERS] = (numbers[at + LETTERS] ?? 0) + 1;
    }
    if (decision === UNDETERMINED) return;
    if (numbers[at + LAST_KNOWN_LETTER] !== letter + 1) {
      numbers[at + LAST_KNOWN_LETTER] = letter + 1;
      numbers[at + KNOWN_LETTERS] = (numbers[at + KNOWN_LETTERS] ?? 0) + 1;
    }
    this.#knownInLetters[cell] = (this.#knownInLetters[cell] ?? 0) + knownInLetter;
  }

  counts(cell: number): OutcomeCounts {
    const number = (offset: number) => this.#numbers[cell * WIDTH + offset] ?? 0;
    const decisions = Object.fromEntries(DECISIONS.map((decision, at) => [decision, number(at)])) as Record<Decision, number>;
    return {
      items: DECISIONS.reduce((sum, _, at) => sum + number(at), 0),
      letters: { count: number(LETTERS), exact: true },
      knownLetters: { count: number(KNOWN_LETTERS), exact: true },
      decisions,
      knownInLetters: this.#knownInLetters[cell] ?? 0,
    };
  }
}
