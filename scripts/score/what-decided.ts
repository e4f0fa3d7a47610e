/**
 * What decided, against what people labelled (reasons.jsonl): whether a sentence is shown and is one of theirs, which codes, which is
 * the main one. The same counts say how far two people agree: the second labelling takes the place of what is read. Pure.
 */
import type { Item } from '#contract/determination.ts';
import { ReasonSchema } from '#contract/list-schemas.ts';
import type { Reason } from '#contract/lists.ts';
import { sentencesOf } from '#mappings/text/sentences.ts';
import { type Difference, type FieldScore, shareOf, Tally } from './compare.ts';
import { sameSentence } from './same-sentence.ts';
import { type GoldReasons, OTHER_REASON } from './schema.ts';

/** What is read of an item, or what a second person labelled. */
export interface Told {
  readonly deciding: readonly string[];
  readonly reasons: readonly string[];
}

/** `n`: items with a labelled deciding sentence; `shown`: those of them where one is shown; `right`: where the first shown is a labelled one. */
export interface Shown {
  readonly n: number;
  readonly shown: number;
  readonly right: number;
  /** Shown of n. */
  readonly shownShare: number | null;
  /** Right of shown. */
  readonly rightShare: number | null;
}

/** By decision, with `all` in front; decisions that no item has are left out. */
export type ShownByDecision = Readonly<Record<string, Shown>>;

export interface WhatDecided {
  readonly sentences: ShownByDecision;
  /** The same where the last sentence before the labelled conclusion is shown, which takes no rule. */
  readonly baseline: ShownByDecision;
  /** What was shown first where it is none of the labelled ones. */
  readonly shownInstead: { readonly guideline: number; readonly conclusion: number; readonly other: number };
  /** Items in which by the labels no sentence decides, and how many of them show one. */
  readonly none: { readonly n: number; readonly shown: number };
  /** Every code that is labelled or read. */
  readonly codes: Readonly<Record<string, FieldScore>>;
  /** All codes together. */
  readonly allCodes: FieldScore;
  /** First code against first label; `other`: items whose main label is none of the codes, not counted in n. */
  readonly main: { readonly n: number; readonly right: number; readonly share: number | null; readonly other: number };
  /** Items of either kind. */
  readonly items: number;
}

/** What is read of an item; null where there is none. */
export function toldOf(item: Item | null): Told | null {
  return item === null ? null : { deciding: item.deciding.map(({ value }) => value), reasons: item.reasons.map(({ value }) => value) };
}

interface Counts {
  n: number;
  shown: number;
  right: number;
}

export const MAIN_REASON = 'mainReason';
const DECIDING = 'deciding';

export class DecidedTally {
  readonly #sentences = new Map<string, Counts>();
  readonly #baseline = new Map<string, Counts>();
  readonly #codes = new Tally();
  readonly #instead = { guideline: 0, conclusion: 0, other: 0 };
  readonly #none = { n: 0, shown: 0 };
  readonly #main = { n: 0, right: 0, other: 0 };
  #items = 0;
  readonly differences: Difference[] = [];

  /** Adds one item. `told`: null where it could not be read; `rationale`: null where it is not at hand. */
  add(labels: GoldReasons, told: Told | null, decision: string, rationale: string | null): void {
    if (labels.deciding === undefined && labels.reasons === undefined) return;
    this.#items += 1;
    if (labels.deciding !== undefined) this.#addSentences(labels, labels.deciding, told?.deciding ?? [], decision, rationale);
    if (labels.reasons !== undefined) this.#addReasons(labels, labels.reasons, told?.reasons ?? []);
  }

  #addSentences(
    labels: GoldReasons,
    labelled: readonly string[],
    deciding: readonly string[],
    decision: string,
    rationale: string | null,
  ): void {
    const [first] = deciding;
    if (labelled.length === 0) {
      this.#none.n += 1;
      if (first !== undefined) this.#none.shown += 1;
      return;
    }
    const isRight = count(this.#sentences, decision, labelled, first);
    if (labels.conclusion !== undefined)
      count(this.#baseline, decision, labelled, rationale === null ? undefined : lastBefore(rationale, labels.conclusion));
    if (isRight) return;
    if (first !== undefined) {
      const held = (['conclusion', 'guideline'] as const).find((key) => labels[key]?.some((one) => sameSentence(one, first)) === true);
      this.#instead[held ?? 'other'] += 1;
    }
    this.#differ(labels, DECIDING, labelled[0] ?? null, first ?? null);
  }

  #addReasons(labels: GoldReasons, labelled: readonly string[], reasons: readonly string[]): void {
    const item = { labelled, reasons };
    for (const code of ReasonSchema.options)
      if (labelled.includes(code) || reasons.includes(code))
        this.#codes.compare(code, labels.letter, labels.issue, rowOf(code), item, item);
    const [main] = labelled;
    if (main === OTHER_REASON) this.#main.other += 1;
    else if (main !== undefined) {
      this.#main.n += 1;
      if (main === reasons[0]) this.#main.right += 1;
      else this.#differ(labels, MAIN_REASON, main, reasons[0] ?? null);
    }
  }

  #differ({ letter, issue }: GoldReasons, field: string, gold: string | null, ours: string | null): void {
    this.differences.push({ field, letter, item: issue, gold, ours, inferred: false });
  }

  scores(): WhatDecided {
    const codes = this.#codes.scores();
    return {
      sentences: withShares(this.#sentences),
      baseline: withShares(this.#baseline),
      shownInstead: { ...this.#instead },
      none: { ...this.#none },
      codes: Object.fromEntries(ReasonSchema.options.flatMap((code) => (codes[code] === undefined ? [] : [[code, codes[code]]]))),
      allCodes: this.#codes.total(),
      main: { ...this.#main, share: shareOf(this.#main.right, this.#main.n) },
      items: this.#items,
    };
  }
}

interface Codes {
  readonly labelled: readonly string[];
  readonly reasons: readonly string[];
}
const rowOf = (code: Reason) => ({
  key: 'labelled' as const,
  gold: ({ labelled }: Codes) => labelled.filter((one) => one === code),
  ours: ({ reasons }: Codes) => reasons.filter((one) => one === code),
  set: true,
});

/** Counts an item for all and for its decision; whether what is shown is one of the labelled sentences. */
function count(counts: Map<string, Counts>, decision: string, labelled: readonly string[], shown: string | undefined): boolean {
  const isRight = shown !== undefined && labelled.some((one) => sameSentence(one, shown));
  for (const key of [ALL, decision]) {
    const its = counts.get(key) ?? { n: 0, shown: 0, right: 0 };
    counts.set(key, its);
    its.n += 1;
    if (shown !== undefined) its.shown += 1;
    if (isRight) its.right += 1;
  }
  return isRight;
}
export const ALL = 'all';
const ORDER = [ALL, 'upheld', 'overturned', 'overturned_in_part', 'undetermined'];

function withShares(counts: ReadonlyMap<string, Counts>): ShownByDecision {
  return Object.fromEntries(
    ORDER.flatMap((key) => {
      const its = counts.get(key);
      if (its === undefined) return [];
      return [[key, { ...its, shownShare: shareOf(its.shown, its.n), rightShare: shareOf(its.right, its.shown) }]];
    }),
  );
}

/** The last sentence of a rationale that is none of its conclusion. */
function lastBefore(rationale: string, conclusion: readonly string[]): string | undefined {
  const sentences = sentencesOf(rationale.replace(/\s+/g, ' ').trim());
  return sentences.findLast(({ text }) => !conclusion.some((one) => sameSentence(one, text)))?.text;
}
