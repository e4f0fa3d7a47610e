/**
 * How rows score: FTS5's BM25 of the words asked for, and the boosts that are added to it. Scores are by row; higher is better.
 * `bm25()` takes some 4 µs a row, thirty times what finding the row takes, so it is asked for as few rows as will do.
 */
import type { QueryNode, Rank } from '#contract/query.ts';
import { TEXT_FIELDS } from '#mappings/fields.ts';
import { isTextLeaf, type TextLeaf } from '#mappings/query-tree.ts';
import type { EachQuery } from '../port.ts';
import { type MaskSource, maskOf, type Rows } from './masks.ts';
import { joinMatches, leavesToAsk, toMatch } from './match.ts';

/**
 * How much the texts weigh against each other: `plain` as the field table says, `ranked` divided by the weight of a heading, so that a
 * heading weighs 1 and boosts have a measure.
 */
export type Weighing = 'plain' | 'ranked';

/** What scores are made of, besides masks: visits the rows of an FTS5 expression with their scores. */
export interface ScoreSource extends MaskSource {
  /** Rows that `bm25()` may be asked for in one search, about. */
  readonly mostScored: number;
  readonly eachScore: (match: string, weighing: Weighing, visit: (row: number, score: number) => void) => void;
}

type ScoredQuery = Pick<EachQuery, 'where' | 'sort' | 'rank'>;

/** Enough rows to score for most questions; they take a fifth of a second. */
export const MOST_SCORED = 60_000;
/** FTS5's own k1: how fast more of a word stops to tell more. */
const K1 = 1.2;

/** The scores of these rows, by row; empty where the sort is not by relevance. Other rows may score as well. */
export function scoresFor(source: ScoreSource, query: ScoredQuery, rows: Rows): Float64Array {
  if (query.sort !== 'relevance') return new Float64Array(0);
  const scores = new Float64Array(source.columns.size);
  if (rows.length === 0) return scores;
  if (query.rank === undefined) addPlain(source, query.where, scores);
  else addRanked(source, query.where, query.rank, rows, scores);
  return scores;
}

function addRanked(source: ScoreSource, where: QueryNode, { text, boosts }: Rank, rows: Rows, scores: Float64Array): void {
  if (!addRequired(source, where, text, scores)) addEach(source, leavesToAsk(text), rows, scores);
  for (const { where: lifted, weight } of boosts) {
    const mask = maskOf(source, lifted);
    for (const row of rows) if (mask[row] === 1) scores[row] = (scores[row] ?? 0) + weight;
  }
}

/**
 * The usual query: words that rank are also words that must be there. Then only rows that have all of those are scored, and once
 * more, with the words that may be missing, those that have one of them. False where that does not fit or spares nothing.
 */
function addRequired(source: ScoreSource, where: QueryNode, text: QueryNode, scores: Float64Array): boolean {
  const must = new Set((where.kind === 'and' ? where.children : [where]).map((part) => toMatch(part)));
  const parts = (text.kind === 'or' || text.kind === 'and' ? text.children : [text]).map((part) => ({ part, match: toMatch(part) }));
  const required = parts.flatMap(({ part, match }) => (match !== null && must.has(match) && isShown(part) ? [match] : []));
  if (required.length === 0) return false;
  const all = joinMatches(required, 'and');
  if (source.countOf(all) > source.mostScored) return false;
  const rest = parts.flatMap(({ part, match }) => (match !== null && required.includes(match) ? [] : leavesToAsk(part)));
  const set = (row: number, score: number): void => {
    scores[row] = score;
  };
  source.checkpoint();
  source.eachScore(all, 'ranked', set);
  source.checkpoint();
  if (rest.length > 0) source.eachScore(joinMatches([all, joinMatches(matchesOf(rest), 'or')], 'and'), 'ranked', set);
  return true;
}

/**
 * Whether FTS5 counts every leaf of an expression that a row has. It does not for an AND under an OR: a row that matches by the other
 * side may have half of the AND.
 */
function isShown(node: QueryNode, underOr = false): boolean {
  if (isTextLeaf(node)) return true;
  if (node.kind === 'or') return node.children.every((child) => isShown(child, true));
  return node.kind === 'and' && !underOr && node.children.every((child) => isShown(child));
}

/**
 * The rarest leaves by BM25, as many as there is time for. Of the more common ones, which tell less, only counts in which texts they
 * stand and not how often: the same formula, for texts of middling length.
 */
function addEach(source: ScoreSource, leaves: readonly TextLeaf[], rows: Rows, scores: Float64Array): void {
  const counted = leaves.map((leaf) => ({ leaf, count: countOf(source, leaf) })).sort((a, b) => a.count - b.count);
  let left = source.mostScored;
  const scored: TextLeaf[] = [];
  for (const { leaf, count } of counted) {
    left -= count;
    if (left >= 0) scored.push(leaf);
    else addPresence(source, leaf, count, rows, scores);
  }
  source.checkpoint();
  if (scored.length > 0) {
    source.eachScore(joinMatches(matchesOf(scored), 'or'), 'ranked', (row, score) => {
      scores[row] = (scores[row] ?? 0) + score;
    });
  }
}

function addPresence(source: ScoreSource, leaf: TextLeaf, count: number, rows: Rows, scores: Float64Array): void {
  const rarity = Math.log((source.columns.count - count + 0.5) / (count + 0.5));
  if (rarity <= 0) return; // in more than half of the items: FTS5 lets it count for nothing too
  const weights = new Float64Array(source.columns.size);
  for (const field of leaf.fields) {
    const mask = maskOf(source, { ...leaf, fields: [field] });
    const weight = TEXT_FIELDS[field].weight / TEXT_FIELDS.heading.weight;
    for (const row of rows) if (mask[row] === 1) weights[row] = (weights[row] ?? 0) + weight;
  }
  for (const row of rows) {
    const weight = weights[row] ?? 0;
    scores[row] = (scores[row] ?? 0) + (rarity * weight * (K1 + 1)) / (weight + K1);
  }
}

/**
 * Scores by the leaves under no NOT. Where everything but text is a condition without leaves (the usual query with filters or
 * a NOT beside its words) the text itself is asked, which has far fewer rows than its leaves one by one.
 */
function addPlain(source: ScoreSource, where: QueryNode, scores: Float64Array): void {
  source.checkpoint();
  const children = where.kind === 'and' ? where.children : [where];
  const matches = children.map((child) => toMatch(child));
  const text = matches.filter((match) => match !== null);
  const others = children.filter((_, index) => matches[index] === null).flatMap(leavesToAsk);
  const expression = others.length > 0 ? joinMatches(matchesOf(leavesToAsk(where)), 'or') : joinMatches(text, 'and');
  if (expression === '') return;
  source.eachScore(expression, 'plain', (row, score) => {
    scores[row] = score;
  });
}

function countOf(source: ScoreSource, leaf: TextLeaf): number {
  const match = toMatch(leaf);
  source.checkpoint();
  return match === null ? 0 : source.countOf(match);
}

function matchesOf(leaves: readonly TextLeaf[]): string[] {
  return leaves.flatMap((leaf) => toMatch(leaf) ?? []);
}
