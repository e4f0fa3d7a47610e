/** Short texts that a library keeps by name, beside its version and its id. */
import type { DatabaseSync } from 'node:sqlite';

export interface Marks {
  mark(name: string): string | null;
  setMark(name: string, value: string): void;
}

export function openMarks(db: DatabaseSync): Marks {
  const get = db.prepare("SELECT value FROM meta WHERE name = 'mark ' || ?");
  const set = db.prepare("INSERT OR REPLACE INTO meta VALUES ('mark ' || ?, ?)");
  return {
    mark: (name) => {
      const value = get.get(name)?.['value'];
      return typeof value === 'string' ? value : null;
    },
    setMark: (name, value) => {
      set.run(name, value);
    },
  };
}
