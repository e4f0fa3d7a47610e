/**
 * The shapes of the rows that say how a request is taken apart before and after the patterns of the vocabulary name its services. Their
 * examples are whole requests with the service they are read as.
 */
import type { ListRow } from '../list-rows.ts';
import type { Row } from '../rows.ts';

/** Which list an expression is of. What a list does stands beside its rows; where it is asked, in `request-words.ts` and `service.ts`. */
export type RequestKind =
  // What stands around what is asked for.
  | 'numbering'
  | 'told-verdict'
  | 'reason'
  | 'manner'
  | 'lead'
  | 'accessory'
  | 'surgical-lead'
  | 'several'
  | 'place'
  // Visits.
  | 'visit'
  | 'visit-about'
  | 'about'
  | 'treatment'
  | 'therapist-visit'
  | 'therapy'
  | 'therapy-with-evaluation'
  // Forms and doses of drugs.
  | 'cream'
  | 'percent'
  | 'grams'
  | 'dosed'
  | 'injected'
  | 'level';

/** The service of a request; null where none is known. */
type ToldService = string | null;
export type RequestRow = ListRow<RequestKind, ToldService>;

/** What is known of a request that names a drug. `several`: it names more than one; `topical`: the first is put on the skin; `topical beside`: one of them is. */
export type DrugFact =
  | 'drug'
  | 'kit'
  | 'several'
  | 'topical'
  | 'topical beside'
  | 'self-injected'
  | 'made as cream'
  | 'cream'
  | 'percentages'
  | 'grams'
  | 'dosed'
  | 'injected'
  | 'named otherwise'
  | 'around operation';

/** A rule over facts: all of `all` and none of `none` hold. Rules are asked in order, and the first that holds decides. */
interface FactRow extends Row<readonly [text: string, service: ToldService]> {
  readonly all?: readonly DrugFact[];
  readonly none?: readonly DrugFact[];
}

/** Whether a service that is named stands although a drug is named too. */
export interface OverDrugRow extends FactRow {
  /** Categories and services of which it speaks. */
  readonly of: readonly string[];
  /** Ranks of the vocabulary of which it speaks: below, or from there on. */
  readonly below?: number;
  readonly from?: number;
  readonly stands: boolean;
}

/** The service of a request by the form of its drugs, where it is not that of the first drug's class. */
export interface DrugFormRow extends FactRow {
  readonly service: string;
}

/** Which of a service's names of the DWC search form is meant. `picks` is a part of the name. */
export interface DwcRow extends Row<readonly [text: string, dwcCategory: string | null]> {
  readonly of: readonly string[];
  readonly pattern: RegExp;
  readonly picks: string;
}

/** All rows that requests are read by. */
export interface RequestRows {
  readonly words: readonly RequestRow[];
  readonly overDrug: readonly OverDrugRow[];
  readonly drugForms: readonly DrugFormRow[];
  readonly dwcCategory: readonly DwcRow[];
}
