/** `aggregate` over the columns: one pass over the rows that match, each added to its cells. All counts are exact. */
import { type AggregateQuery, type AggregateResults, type Group, MOST_CELLS, type OutcomeCounts } from '#contract/aggregate.ts';
import { type KeywordField, NOT_STATED } from '#contract/fields.ts';
import { DAY_PAIRS } from '#contract/letter-dates.ts';
import { DecisionSchema } from '#contract/list-schemas.ts';
import type { Decision } from '#contract/lists.ts';
import { filtersOf, inOrder, tooManyCells } from '../cells.ts';
import { matching } from './answer.ts';
import { type Columns, NO_DAY } from './columns.ts';
import { type MaskSource, rowsOf } from './masks.ts';

export function answerAggregate(source: MaskSource, query: AggregateQuery): AggregateResults {
  const { columns } = source;
  const rows = rowsOf(matching(source, { where: query.where, filters: filtersOf(query) }));
  source.checkpoint();
  const decisions = columns.keywords.decision;
  const decisionOf = decisions.sets.map(([decision]) => DecisionSchema.parse(decision));
  const total = new Tally();
  const cells = new Cells(query.by.map((group) => keysIn(columns, group)));
  for (const row of rows) {
    const letter = columns.letter[row] ?? 0;
    const decision = decisionOf[decisions.codes[row] ?? 0] ?? 'undetermined';
    const knownInLetter = columns.knownInLetter[row] ?? 0;
    total.add(letter, decision, knownInLetter);
    for (const tally of cells.of(row)) tally.add(letter, decision, knownInLetter);
  }
  return { total: total.counts(), cells: inOrder([...cells.all()].map(({ keys, tally }) => ({ keys, ...tally.counts() }))) };
}

/** The keys of a row in one group. Rows of the same `code` have the same ones, so that they are put together once. */
interface Keys {
  readonly code: (row: number) => number;
  readonly keys: (code: number) => readonly string[];
}

function keysIn(columns: Columns, group: Group): Keys {
  const pair = DAY_PAIRS.find((one) => one.pair === group);
  if (pair === undefined) {
    const { codes, sets } = columns.keywords[group as KeywordField];
    return { code: (row) => codes[row] ?? 0, keys: (code) => sets[code] ?? [] };
  }
  const [from, to] = [columns.dates[pair.from], columns.dates[pair.to]];
  return {
    code: (row) => {
      const [first, last] = [from[row] ?? NO_DAY, to[row] ?? NO_DAY];
      return first === NO_DAY || last === NO_DAY ? NO_DAY : last - first;
    },
    keys: (code) => [code === NO_DAY ? NOT_STATED : String(code)],
  };
}

/** The cells of up to two groups, made as rows come. Throws AppError `too-many-cells`. */
class Cells {
  readonly #groups: readonly Keys[];
  readonly #byKeys = new Map<string, { keys: readonly string[]; tally: Tally }>();
  /** By the codes of the rows in both groups: their cells. */
  readonly #byCodes = new Map<number, Map<number, readonly Tally[]>>();

  constructor(groups: readonly Keys[]) {
    this.#groups = groups;
  }

  of(row: number): readonly Tally[] {
    const [first, second] = this.#groups;
    if (first === undefined) return [];
    const [code, other] = [first.code(row), second?.code(row) ?? 0];
    const known = this.#byCodes.get(code) ?? new Map<number, readonly Tally[]>();
    this.#byCodes.set(code, known);
    const tallies = known.get(other) ?? this.#tallies(first.keys(code), second?.keys(other));
    known.set(other, tallies);
    return tallies;
  }

  all(): Iterable<{ keys: readonly string[]; tally: Tally }> {
    return this.#byKeys.values();
  }

  #tallies(firsts: readonly string[], seconds: readonly string[] | undefined): readonly Tally[] {
    const cells = firsts.flatMap((first) => seconds?.map((second) => [first, second]) ?? [[first]]);
    return cells.map((keys) => {
      const name = JSON.stringify(keys);
      const known = this.#byKeys.get(name);
      if (known !== undefined) return known.tally;
      if (this.#byKeys.size >= MOST_CELLS) throw tooManyCells();
      const tally = new Tally();
      this.#byKeys.set(name, { keys, tally });
      return tally;
    });
  }
}

/** Items by decision, and their letters. Items of one letter come one after the other. */
class Tally {
  private items = 0;
  private letters = 0;
  private lastLetter = -1;
  private knownLetters = 0;
  private lastKnownLetter = -1;
  private knownInLetters = 0;
  private readonly decisions: Record<Decision, number> = { upheld: 0, overturned: 0, overturned_in_part: 0, undetermined: 0 };

  add(letter: number, decision: Decision, knownInLetter: number): void {
    this.items += 1;
    if (letter !== this.lastLetter) this.letters += 1;
    this.lastLetter = letter;
    if (decision !== 'undetermined') {
      if (letter !== this.lastKnownLetter) this.knownLetters += 1;
      this.lastKnownLetter = letter;
      this.knownInLetters += knownInLetter;
    }
    this.decisions[decision] += 1;
  }

  counts(): OutcomeCounts {
    return {
      items: this.items,
      letters: { count: this.letters, exact: true },
      knownLetters: { count: this.knownLetters, exact: true },
      decisions: this.decisions,
      knownInLetters: this.knownInLetters,
    };
  }
}
