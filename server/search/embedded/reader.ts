/** What is read straight from the tables: letters by id, versions, unreadable files, counts. */
import type { DatabaseSync } from 'node:sqlite';
import type { CanonicalText, Determination, UnreadableLetter } from '#contract/determination.ts';
import { type Decision, DecisionSchema } from '#contract/lists.ts';
import { inTransaction } from '../../storage/sqlite.ts';
import type { IndexStats, Version } from '../port.ts';
import { unpackCanonical, unpackDetermination } from './packed-letter.ts';

export interface Reader {
  known(sha256s: readonly string[]): Map<string, 'letter' | 'unreadable'>;
  determinations(ids: readonly string[]): Determination[];
  letter(id: string, sha256?: string): { determination: Determination; canonical: CanonicalText } | null;
  versions(id: string): Version[];
  unreadable(offset: number, limit: number): { total: number; letters: UnreadableLetter[] };
  stats(): IndexStats;
}

/** The reading side of an open index; searches are in `answer.ts`. */
export function openReader(db: DatabaseSync): Reader {
  const known = db.prepare(`
    SELECT sha256, 'unreadable' AS kind FROM unreadable WHERE sha256 IN (SELECT value FROM json_each(?1))
    UNION ALL SELECT sha256, 'letter' FROM letters WHERE sha256 IN (SELECT value FROM json_each(?1))`);
  const current = db.prepare('SELECT b.determination FROM letters l JOIN letter_bodies b USING (seq) WHERE l.id = ? AND l.current = 1');
  const letter = db.prepare(`
    SELECT b.determination, b.canonical FROM letters l JOIN letter_bodies b USING (seq)
    WHERE l.id = ?1 AND CASE WHEN ?2 IS NULL THEN l.current = 1 ELSE l.sha256 = ?2 END`);
  const versions = db.prepare(
    'SELECT sha256, file_name, decided_on, current FROM letters WHERE id = ? ORDER BY decided_on DESC NULLS LAST, seq DESC',
  );
  const unreadable = db.prepare('SELECT letter FROM unreadable ORDER BY file_name, sha256 LIMIT ? OFFSET ?');
  const counts = db.prepare(`
    SELECT (SELECT count(*) FROM letters WHERE current = 1) AS letters, (SELECT count(*) FROM items) AS items,
      (SELECT count(*) FROM letters) AS versions, (SELECT count(*) FROM unreadable) AS unreadable,
      (SELECT min(decided_on) FROM letters WHERE current = 1) AS decidedFrom,
      (SELECT max(decided_on) FROM letters WHERE current = 1) AS decidedTo`);
  const decisions = db.prepare(`
    SELECT s.vals ->> 0 AS decision, count(*) AS n FROM items i JOIN keyword_sets s ON s.code = i.decision GROUP BY 1`);
  const messages = db.prepare(`
    SELECT code.value AS code, count(*) AS n FROM letters, json_each(letters.messages) AS code WHERE current = 1 GROUP BY 1`);

  return {
    known: (sha256s) => {
      const rows = known.all(JSON.stringify(sha256s));
      return new Map(rows.map((row) => [String(row['sha256']), row['kind'] === 'letter' ? 'letter' : 'unreadable']));
    },
    determinations: (ids) =>
      ids.flatMap((id) => {
        const body = current.get(id)?.['determination'];
        return body instanceof Uint8Array ? [unpackDetermination(body)] : [];
      }),
    letter: (id, sha256) => {
      const row = letter.get(id, sha256 ?? null);
      const [determination, canonical] = [row?.['determination'], row?.['canonical']];
      if (!(determination instanceof Uint8Array) || !(canonical instanceof Uint8Array)) return null;
      return { determination: unpackDetermination(determination), canonical: unpackCanonical(canonical) };
    },
    versions: (id) =>
      versions.all(id).map((row) => ({
        sha256: String(row['sha256']),
        fileName: String(row['file_name']),
        decidedOn: textOrNull(row['decided_on']),
        current: row['current'] === 1,
      })),
    unreadable: (offset, limit) =>
      inTransaction(db, 'read', () => ({
        total: Number(counts.get()?.['unreadable']),
        letters: unreadable.all(limit, offset).map((row) => JSON.parse(String(row['letter'])) as UnreadableLetter),
      })),
    stats: () =>
      inTransaction(db, 'read', () => {
        const row = counts.get();
        const byDecision: Record<Decision, number> = { upheld: 0, overturned: 0, overturned_in_part: 0, undetermined: 0 };
        for (const { decision, n } of decisions.all()) byDecision[DecisionSchema.parse(decision)] = Number(n);
        return {
          letters: Number(row?.['letters']),
          items: Number(row?.['items']),
          versions: Number(row?.['versions']),
          unreadable: Number(row?.['unreadable']),
          decisions: byDecision,
          decidedFrom: textOrNull(row?.['decidedFrom']),
          decidedTo: textOrNull(row?.['decidedTo']),
          messages: Object.fromEntries(messages.all().map(({ code, n }) => [String(code), Number(n)])),
        };
      }),
  };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
