/** What FTS5 is asked: the rows of an expression, their scores, and the words that are spelt nearly alike. */
import type { DatabaseSync } from 'node:sqlite';
import { TEXT_FIELDS } from '#mappings/fields.ts';
import { byFrequency, nearWords, sharedBeginning } from '../similar-words.ts';
import { TEXTS } from './database.ts';
import { eachPair } from './ids.ts';
import { toMatch } from './match.ts';
import type { Weighing } from './scores.ts';

/** Scores come as whole numbers of this small a unit, which SQLite writes and we read several times as fast as fractions. */
const UNIT = 1e-9;

export interface Words {
  /** The row ids of an expression, comma-joined. */
  idsOf(match: string): string;
  countOf(match: string): number;
  /** Visits the rows of an expression with their scores; higher is better. */
  eachScore(match: string, weighing: Weighing, visit: (row: number, score: number) => void): void;
  /** See `SearchIndex.similarWords`. */
  similar(word: string, most: number, checkpoint: () => void): string[];
}

export function openWords(db: DatabaseSync): Words {
  const ids = db.prepare('SELECT group_concat(rowid) AS ids FROM words WHERE words MATCH ?');
  const count = db.prepare('SELECT count(*) AS n FROM words WHERE words MATCH ?');
  const listed = db.prepare("SELECT group_concat(word, ' ') AS words FROM vocabulary WHERE word >= ?1 AND word < ?1 || char(1114111)");
  const scoring = (heading: number) => {
    // Both streams of a text weigh as the text does.
    const weights = TEXTS.flatMap((field) => [TEXT_FIELDS[field].weight / heading, TEXT_FIELDS[field].weight / heading]);
    // bm25() is no function of an aggregate's rows; the limit keeps it in a query of its own.
    return db.prepare(
      `SELECT group_concat(id) AS ids, group_concat(score) AS scores FROM (
         SELECT rowid AS id, CAST(bm25(words, ${weights.join(', ')}) / -${UNIT.toFixed(9)} AS INTEGER) AS score
         FROM words WHERE words MATCH ? LIMIT -1)`,
    );
  };
  const scores: Readonly<Record<Weighing, ReturnType<typeof scoring>>> = {
    plain: scoring(1),
    ranked: scoring(TEXT_FIELDS.heading.weight),
  };
  const countOf = (match: string): number => Number(count.get(match)?.['n']);
  const itemsWith = (word: string): number => {
    const match = toMatch({ kind: 'phrase', words: [word], fields: [...TEXTS] });
    return match === null ? 0 : countOf(match);
  };

  return {
    idsOf: (match) => String(ids.get(match)?.['ids'] ?? ''),
    countOf,
    eachScore: (match, weighing, visit) => {
      const row = scores[weighing].get(match);
      eachPair(String(row?.['ids'] ?? ''), String(row?.['scores'] ?? ''), (id, score) => visit(id, score * UNIT));
    },
    similar: (word, most, checkpoint) => {
      const beginning = sharedBeginning(word);
      if (beginning === null) return [];
      const found: string[] = [];
      for (const group of nearWords(word, String(listed.get(beginning)?.['words'] ?? '').split(' '))) {
        if (found.length >= most) break;
        const counts = group.map((near) => {
          checkpoint();
          return itemsWith(near);
        });
        found.push(...byFrequency(group, counts));
      }
      return found.slice(0, most);
    },
  };
}
