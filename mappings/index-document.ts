/** What an engine indexes for one disputed item: flat, and derived from the field table. */
import type { Determination, Item } from '#contract/determination.ts';
import type { KeywordField } from '#contract/fields.ts';
import type { LetterDate } from '#contract/letter-dates.ts';
import type { TextField } from '#contract/query.ts';
import { ITEM_FIELDS, KEYWORD_FIELDS, mapRecord, TEXT_FIELDS, valuesOf } from './fields.ts';
import { type DecidedWithin, decidedWithin } from './letter-days.ts';
import { isDecided } from './letter-tally.ts';

export interface IndexDocument {
  readonly itemId: string;
  readonly letterId: string;
  readonly number: number;
  readonly caseNumber: string;
  /** The letter's dates, each an ISO day; null where it has none. */
  readonly dates: Readonly<Record<LetterDate, string | null>>;
  /** See `decidedWithin`. */
  readonly decided: DecidedWithin | null;
  /** How many items of its letter have a known decision: items of one letter are decided together, and an interval allows for that. */
  readonly knownInLetter: number;
  readonly texts: Readonly<Record<TextField, string>>;
  /** Never empty: see `NOT_STATED`. */
  readonly keywords: Readonly<Record<KeywordField, readonly string[]>>;
}

/** The index documents of a determination, one for each disputed item. */
export function toIndexDocuments(determination: Determination): IndexDocument[] {
  const knownInLetter = determination.items.filter(isDecided).length;
  const dates = mapRecord(determination.dates, (found) => found?.value ?? null);
  const decided = decidedWithin(determination);
  const [first] = determination.items;
  if (first === undefined) return [];
  const ofFirst = mapRecord(KEYWORD_FIELDS, (_, field) => valuesOf(field, determination, first));
  return determination.items.map((item) => ({
    itemId: item.id,
    letterId: determination.id,
    number: item.number,
    caseNumber: determination.caseNumber.value,
    dates,
    decided,
    knownInLetter,
    texts: mapRecord(TEXT_FIELDS, (row) => row.of(determination, item)),
    keywords: item === first ? ofFirst : keywordsOf(determination, item, ofFirst),
  }));
}

/** The values of another item of a letter: what is said of the letter is not read again. */
function keywordsOf(determination: Determination, item: Item, ofFirst: IndexDocument['keywords']): IndexDocument['keywords'] {
  const keywords = { ...ofFirst };
  for (const field of ITEM_FIELDS) keywords[field] = valuesOf(field, determination, item);
  return keywords;
}
