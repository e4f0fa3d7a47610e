/**
 * Combinations by their ingredients in any order: "famotidine/ibuprofen" is ibuprofen/famotidine, "oxycodone 10/325" is
 * oxycodone/acetaminophen. Ingredients with percentages are a mixture of several drugs and stay apart.
 */
import type { DRUGS } from '../../vocabulary/vocabulary.ts';
import { classHas } from './drug-class.ts';
import type { DrugHit } from './drug-hit.ts';

type DrugRow = (typeof DRUGS.drugs)[number];
type Rows = ReadonlyMap<string, DrugRow>;

const STRENGTH = /\d{1,5}(?:\.\d{1,3})?\s{0,2}(?:mg|mcg)?/gi;
const JOINER = /^[\s()]{0,3}(?:hcl|sodium|potassium|magnesium|bitartrate)?[\s()]{0,3}(?:[/+-]|w\/)\s{0,3}$/i;
/** Behind an opioid: "10/325", the second number being acetaminophen's. */
const WITH_ACETAMINOPHEN =
  /^(?:\s{1,2}(?:hcl|bitartrate|tablets?|tabs?))?[\s,]{0,3}\d{1,2}(?:\.\d)?\s?(?:mg)?\s?[/-]\s?(?:300|325|500|650|750)(?![\d/])/i;
const LONGEST_GAP = 40;
/** Ingredients of the longest combination. */
const MOST = 5;

let rowsRead: Rows | null = null;
let byIngredients = new Map<string, DrugRow>();

/** The rows of combinations by their ingredients, sorted. */
function combinations(rows: Rows): ReadonlyMap<string, DrugRow> {
  if (rowsRead === rows) return byIngredients;
  rowsRead = rows;
  byIngredients = new Map(
    [...rows.values()].filter((row) => row.base.includes('/') && row.parts === undefined).map((row) => [keyOf(row.base.split('/')), row]),
  );
  return byIngredients;
}

function keyOf(bases: readonly string[]): string {
  return bases.toSorted().join('/');
}

/** The hits with those that stand side by side as one combination merged into it, the longest first. */
export function mergeCombinations(hits: readonly DrugHit[], text: string, rows: Rows): DrugHit[] {
  const known = combinations(rows);
  const each = hits.map((hit) => withAcetaminophen(hit, text, known));
  const merged: DrugHit[] = [];
  for (let i = 0; i < each.length; ) {
    const run = runAt(each, i, text);
    let count = run.length;
    while (count > 1 && !isCombination(run, count, each[i - 1], text, known)) count -= 1;
    const taken = run.slice(0, count);
    const row = count > 1 ? known.get(ingredientsOf(taken)) : undefined;
    const [first, last] = [taken[0], taken.at(-1)];
    if (first === undefined || last === undefined) break;
    merged.push(row === undefined ? first : asRow(row, first.start, last.end, taken.map(({ alias }) => alias).join(' ')));
    i += count;
  }
  return merged;
}

/** Whether the first hits of a run are a combination; a cream only where no other ingredient stands beside it. */
function isCombination(
  run: readonly DrugHit[],
  count: number,
  before: DrugHit | undefined,
  text: string,
  known: ReadonlyMap<string, DrugRow>,
) {
  const [first, row] = [run[0], known.get(ingredientsOf(run.slice(0, count)))];
  if (first === undefined || row === undefined) return false;
  return !classHas(row.class, 'topical') || (count === run.length && (before === undefined || !sideBySide(before, first, text)));
}

/** The hits from one on that stand side by side. */
function runAt(hits: readonly DrugHit[], at: number, text: string): DrugHit[] {
  const run: DrugHit[] = [];
  for (let i = at; i < Math.min(hits.length, at + MOST); i += 1) {
    const [before, hit] = [run.at(-1), hits[i]];
    if (hit === undefined || (before !== undefined && !sideBySide(before, hit, text))) break;
    run.push(hit);
  }
  return run;
}

/** "Hydrocodone" alone is hydrocodone/acetaminophen, but beside another ingredient it is just itself. */
function ingredientsOf(hits: readonly DrugHit[]): string {
  return keyOf([...new Set(hits.flatMap((hit) => (hit.alias === 'hydrocodone' ? ['hydrocodone'] : hit.base.split('/'))))]);
}

function sideBySide(before: DrugHit, hit: DrugHit, text: string): boolean {
  const gap = text.slice(before.end, hit.start);
  return gap.length <= LONGEST_GAP && !gap.includes('%') && JOINER.test(gap.replace(STRENGTH, ' ').replaceAll(/\s+/g, ' '));
}

function withAcetaminophen(hit: DrugHit, text: string, known: ReadonlyMap<string, DrugRow>): DrugHit {
  if (!classHas(hit.class, 'with_acetaminophen') || hit.base.includes('/')) return hit;
  const row = known.get(keyOf([hit.base, 'acetaminophen']));
  return row !== undefined && WITH_ACETAMINOPHEN.test(text.slice(hit.end, hit.end + LONGEST_GAP))
    ? asRow(row, hit.start, hit.end, hit.alias)
    : hit;
}

function asRow(row: DrugRow, start: number, end: number, alias: string): DrugHit {
  return { alias, generic: row.generic, base: row.base, class: row.class, dwcCategory: row.dwcCategory ?? null, start, end };
}
