/** Leaves vocabulary rows out before the matchers are made of them, so that what was learned by heart from a letter shows. */
import { DRUGS, GUIDELINES, SERVICES } from '#mappings/vocabulary/vocabulary.ts';

const SOURCE = /^source:\s*/i;

/**
 * `names`: row ids (a drug's is its generic name), or "source: TEXT" for every row with that source and no other. Only guidelines,
 * services and drugs are rows; body parts, journals and the titles of the MTUS pick list name no source and stay.
 * Returns how many rows went, and the names that no row has.
 */
export function leaveOut(names: readonly string[]): { rows: number; unknown: string[] } {
  const used = new Set<string>();
  const wanted = new Map(names.map((name) => [SOURCE.test(name) ? `source ${name.replace(SOURCE, '')}` : `id ${name}`, name]));
  const goes = (id: string, source: string) => {
    const found = [`id ${id}`, `source ${source}`].flatMap((key) => wanted.get(key) ?? []);
    for (const name of found) used.add(name);
    return found.length > 0;
  };
  const rows =
    drop(GUIDELINES.guidelines, (row) => goes(row.id, row.source)) +
    drop(SERVICES.services, (row) => goes(row.id, row.source)) +
    drop(DRUGS.drugs, (row) => goes(row.generic, row.source));
  return { rows, unknown: names.filter((name) => !used.has(name)) };
}

/** How many rows have this source and no other. */
export function rowsFrom(source: string): number {
  return [GUIDELINES.guidelines, SERVICES.services, DRUGS.drugs].flat().filter((row) => row.source === source).length;
}

/** Where the rows of each list come from, most rows first. */
export function sourceLines(): string {
  const lists = [
    { name: 'guidelines', rows: GUIDELINES.guidelines },
    { name: 'services', rows: SERVICES.services },
    { name: 'drugs', rows: DRUGS.drugs },
  ];
  return lists
    .flatMap(({ name, rows }) =>
      [...Map.groupBy<string, { source: string }>(rows, ({ source }) => source)]
        .sort(([, a], [, b]) => b.length - a.length)
        .map(([source, of]) => `${name.padEnd(10)}  ${String(of.length).padStart(5)}  ${source}\n`),
    )
    .join('');
}

function drop<T>(rows: T[], goes: (row: T) => boolean): number {
  const before = rows.length;
  const kept = rows.filter((row) => !goes(row));
  rows.splice(0, before, ...kept);
  return before - kept.length;
}
