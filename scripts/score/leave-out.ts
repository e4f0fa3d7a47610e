/** Leaves vocabulary rows out before the matchers are made of them, so that what was learned by heart from a letter shows. */
import { DRUGS, GUIDELINES, SERVICES } from '#mappings/vocabulary/vocabulary.ts';

const SOURCE = /^source:\s*/i;

/** `names`: row ids (a drug's is its generic name), or "source: TEXT" for every row with that source and no other. Returns how many went. */
export function leaveOut(names: readonly string[]): number {
  const ids = new Set(names.filter((name) => !SOURCE.test(name)));
  const sources = new Set(names.filter((name) => SOURCE.test(name)).map((name) => name.replace(SOURCE, '')));
  const goes = (id: string, row: object) => ids.has(id) || ('source' in row && typeof row.source === 'string' && sources.has(row.source));
  return (
    drop(GUIDELINES.guidelines, (row) => goes(row.id, row)) +
    drop(SERVICES.services, (row) => goes(row.id, row)) +
    drop(DRUGS.drugs, (row) => goes(row.generic, row))
  );
}

function drop<T>(rows: T[], goes: (row: T) => boolean): number {
  const before = rows.length;
  const kept = rows.filter((row) => !goes(row));
  rows.splice(0, before, ...kept);
  return before - kept.length;
}
