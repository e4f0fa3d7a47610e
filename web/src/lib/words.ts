/**
 * How values are said on screen: decisions, days, counts, rates, sizes. US spelling and US dates. Pure; an unknown value is
 * said to be unknown, never left blank.
 */
import type { Item, Source } from '#contract/determination.ts';
import { BASIS_LABELS, type Basis, DECISION_LABELS, type Decision } from '#contract/lists.ts';
import { outcomeWords } from '#contract/programmes.ts';
import { countWords, listWords, numberWords, sizeWords, totalWords } from '#mappings/text/count-words.ts';
import { dayInWords } from '#mappings/text/day-words.ts';
import { isTable, shortName } from './programme-filter.ts';

export { countWords, listWords, numberWords, sizeWords, totalWords };

/** "Upheld: not found medically necessary". */
export function decisionWords(decision: Decision): string {
  const { short, found } = DECISION_LABELS[decision];
  return `${short}: ${found}`;
}

/** An ISO day as "Jul 29, 2014"; null is "not stated". */
export function dayWords(day: string | null): string {
  return day === null ? 'not stated' : dayInWords(day);
}

/** A share as whole percent. What is not quite none or all never rounds to it: "<1%", ">99%". */
export function percentWords(rate: { n: number; of: number }): string {
  const percent = (100 * rate.n) / rate.of;
  if (rate.n > 0 && percent < 1) return '<1%';
  if (rate.n < rate.of && percent > 99) return '>99%';
  return `${Math.round(percent)}%`;
}

/** A rate with its n: "12% of 85". */
export function rateWords(rate: { n: number; of: number }): string {
  return `${percentWords(rate)} of ${numberWords(rate.of)}`;
}

/**
 * What one side went by, in one line: its guidelines, else what its basis says ("no guideline cited"), else "not stated".
 * The side's own name is put before it by whoever shows it.
 */
export function guidelineWords(guidelines: readonly { label: string }[], basis: Basis | null): string {
  if (guidelines.length > 0) return guidelines.map((guideline) => guideline.label).join('; ');
  return basis === null ? 'not stated' : BASIS_LABELS[basis];
}

type PlaceInFile = Pick<NonNullable<Source['part']>, 'unit' | 'from' | 'to' | 'position'>;

/** "row 12", "pages 3 to 5", "letter 2, page 1": where in a file of many a letter stands. */
export function partWords({ unit, from, to, position }: PlaceInFile): string {
  const place = from === to ? `${unit} ${numberWords(from)}` : `${unit}s ${numberWords(from)} to ${numberWords(to)}`;
  return position === undefined ? place : `letter ${numberWords(position)}, ${place}`;
}

/** "line 12", "row 12": where in the file of a table a row stands, by the kind of the file. */
export function rowPlaceWords(mediaType: string, place: number): string {
  const unit = mediaType.endsWith('sheet') ? 'row' : mediaType === 'application/json' ? 'record' : 'line';
  return `${unit} ${numberWords(place)}`;
}

/** A text cut to `most` characters, with an ellipsis where it was longer. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

/** "MTUS Chronic Pain … (2009) was replaced on Dec 1, 2017", each guideline that the item cites in an edition replaced since, once. */
export function editionWarnings(item: Pick<Item, 'guidelines'>, labels: Readonly<Record<string, string>>): string[] {
  const cited = [...item.guidelines.administrator.citations, ...item.guidelines.reviewer.citations];
  const warnings = cited.flatMap(({ guideline, title, replacedOn }) =>
    replacedOn === null ? [] : [`${labels[guideline] ?? title ?? guideline} was replaced on ${dayWords(replacedOn)}`],
  );
  return [...new Set(warnings)];
}

/** The item as printed: what is in dispute, else the whole heading; null where neither was found. */
export function itemWords(item: Item): string | null {
  return item.inDispute?.value ?? item.heading?.value ?? null;
}

/** The citation of one item as it is copied; `words`: the item as printed, null where they were not found. `warnings`: of its editions. */
export function citationWords(
  letter: { programme: string; caseNumber: string; decidedOn: string | null; year?: string | null },
  item: { number: number; decision: Decision; words: string | null },
  address: string,
  warnings: readonly string[] = [],
): string {
  const words = item.words === null ? '' : ` (“${item.words}”)`;
  const { programme, caseNumber, decidedOn, year = null } = letter;
  const decided = decidedOn === null && year !== null ? year : dayWords(decidedOn);
  // The row of a table is one decision, and has no items to be told apart.
  const head = isTable(programme)
    ? `${shortName(programme)} determination ${caseNumber}, ${decided}${words}`
    : `IMR determination ${caseNumber}, decided ${decided}, item ${item.number}${words}`;
  const editions = warnings.length === 0 ? '' : ` Note on editions: ${warnings.join('; ')}.`;
  return `${head}: ${outcomeWords(programme, item.decision)}.${editions} ${address}`;
}
