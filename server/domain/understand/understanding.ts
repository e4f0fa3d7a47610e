/** What was made of a typed query: one tree for the engines, its concepts for the second tier and the order, and what the user is told. */
import type { KeywordField } from '#contract/fields.ts';
import type { QueryNode } from '#contract/query.ts';
import type { UnderstoodPart } from '#contract/understood.ts';

/** One thing that was typed: a word, or several that name one thing together ("physical therapy", "x ray"). */
export interface Concept {
  /** As typed, and its place in the query. */
  readonly typed: string;
  readonly at: { readonly start: number; readonly end: number };
  /** The words as typed: what a result that lacks them is said to lack. */
  readonly plain: QueryNode;
  /** The words with all that stands for them: synonyms, the service, drug or body part they name. `plain` where there is nothing else. */
  readonly whole: QueryNode;
  /** What scores by its words where that is not all of `whole`: relatives of a word are found, but never count more than the word itself. */
  readonly scored?: QueryNode;
  /** True for words that tell nothing by themselves ("of", "because"): all of them must still match in the first tier, none makes a result of the second. */
  readonly slight: boolean;
  /** Where it is alternatives ("x or y"): the things of all of them. Absent for one thing. */
  readonly sides?: readonly Concept[];
}

/** A value that the words name; its items are preferred in the order. */
export interface NamedValue {
  readonly field: KeywordField;
  readonly values: readonly string[];
}

/** A condition read out of words; `typed`: what a result that lacks it is said to lack. */
export interface WordedCondition {
  readonly typed: string;
  readonly at: { readonly start: number; readonly end: number };
  readonly node: QueryNode;
}

export interface Understanding {
  /** The first tier: every concept and condition, as typed and with what stands for it. */
  readonly where: QueryNode;
  /** The concepts in order, for a query of plain words; empty where it is conditions alone; null where operators, quotes, `+`, stars or brackets make it strict (no second tier). */
  readonly concepts: readonly Concept[] | null;
  /** What holds in all tiers: field:value filters and case numbers. */
  readonly conditions: readonly QueryNode[];
  /** Conditions that plain words say (outcomes, days, reasons, who cites what): an item that lacks one comes behind those that have all. */
  readonly worded: readonly WordedCondition[];
  /** What the words name as a request would: service, category, drugs, body parts, side, guidelines. */
  readonly named: readonly NamedValue[];
  readonly parts: readonly UnderstoodPart[];
}
