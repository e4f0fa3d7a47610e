/**
 * How values are said on screen: decisions, days, counts, rates, sizes. US spelling and US dates. Pure; an unknown value is
 * said to be unknown, never left blank.
 */
import type { Item, Source } from '#contract/determination.ts';
import { BASIS_LABELS, type Basis, DECISION_LABELS, type Decision } from '#contract/lists.ts';
import type { NumberUnit } from '#contract/metric-ids.ts';
import { outcomeWords } from '#contract/programmes.ts';
import { countWords, listWords, numberWords, sizeWords, totalWords } from '#mappings/text/count-words.ts';
import { dayInWords } from '#mappings/text/day-words.ts';
import { intervalWords, percentOf, percentWords, pointsWords, rateWords, smallShareWords } from '#mappings/text/rate-words.ts';
import { isTable, shortName } from './programme-filter.ts';

export { countWords, intervalWords, listWords, numberWords, percentWords, rateWords, sizeWords, totalWords };

/** "Upheld: not found medically necessary". */
export function decisionWords(decision: Decision): string {
  const { short, found } = DECISION_LABELS[decision];
  return `${short}: ${found}`;
}

/** An ISO day as "Jul 29, 2014"; null is "not stated". */
export function dayWords(day: string | null): string {
  return day === null ? 'not stated' : dayInWords(day);
}

/** A rate with its interval and n: "12% (8 to 17%) of 85". */
export function intervalRateWords(rate: { n: number; of: number; low: number; high: number }): string {
  return `${percentWords(rate)} (${intervalWords(rate)}) of ${numberWords(rate.of)}`;
}

/**
 * A number by its unit: "1,204", "12%", "+3 points", "34 days"; one that cannot be told is "n/a". `of`: how many items it is from, by which a percent has a
 * decimal or none.
 */
export function unitWords(value: number | null, unit: NumberUnit, of: number): string {
  if (value === null) return 'n/a';
  switch (unit) {
    case 'count':
      return numberWords(value);
    case 'share':
      return `${percentOf(value, of)}%`;
    case 'portion':
      return smallShareWords(value, of);
    case 'points':
      return pointsWords(value, of);
    case 'days':
      return countWords(rounded(value), 'day');
    case 'number':
      return numberWords(rounded(value));
  }
}

/** With one decimal at most; what is small, with two figures that tell something. */
function rounded(value: number): number {
  return Math.abs(value) < 1 ? Number(value.toPrecision(2)) : Number(value.toFixed(1));
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
