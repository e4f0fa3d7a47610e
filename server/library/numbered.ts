/** The letters that share a case number: tables may publish two determinations under one, which are told apart by what they say. */
import type { DatabaseSync } from 'node:sqlite';
import { nthUnder } from '#contract/determination.ts';

export interface Numbered {
  /** By the id of the first letter of a case number: all that are stored under it, that one first. Ids without any are left out. */
  numbered(ids: readonly string[]): Map<string, string[]>;
  /** By key: the letter that a version is stored as. */
  lettersOf(versions: readonly string[]): Map<string, string>;
}

/** Asks a library file. */
export function openNumbered(db: DatabaseSync): Numbered {
  const stored = db.prepare(`
    WITH asked(base) AS (SELECT value FROM json_each(?1)),
      found(base, id) AS (
        SELECT base, l.id FROM asked JOIN letters l ON l.id = base
        UNION ALL SELECT base, l.id FROM asked JOIN letters l ON l.id > base || '~' AND l.id < base || '~~')
    SELECT base, id FROM found ORDER BY base, length(id), id`);
  const ofVersions = db.prepare(`
    SELECT s.version, c.letter FROM standing s JOIN changes c ON c.number = s.change WHERE s.version IN (SELECT value FROM json_each(?))`);
  return {
    numbered: (ids) => {
      const letters = new Map<string, string[]>();
      for (const row of stored.all(JSON.stringify(ids))) {
        const base = String(row['base']);
        const id = String(row['id']);
        if (nthUnder(base, id) !== null) letters.set(base, [...(letters.get(base) ?? []), id]);
      }
      return letters;
    },
    lettersOf: (versions) =>
      new Map(ofVersions.all(JSON.stringify(versions)).map((row) => [String(row['version']), String(row['letter'])])),
  };
}
