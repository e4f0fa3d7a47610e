/** What each figure should reach, as F1; fields that are not named have no aim. */
import type { FieldScore } from './compare.ts';
import { ITEM_FIELDS, LETTER_FIELDS } from './fields.ts';
import { percent } from './report.ts';

/** On the published letters, which the vocabulary was written with at hand. */
export const PUBLISHED_AIMS: ReadonlyMap<string, number> = new Map([
  ...Object.keys({ ...LETTER_FIELDS, ...ITEM_FIELDS }).map((field) => [field, 1] as const),
  ['service', 0.97],
  ['category', 0.99],
  ['drugs', 0.99],
  ['bodyParts', 0.97],
  ['quantity', 0.97],
  ['guidelines.administrator', 0.99],
  ['guidelines.reviewer', 0.99],
]);

/** On words that nobody tuned to. */
export const UNSEEN_AIMS: ReadonlyMap<string, number> = new Map([
  ['service', 0.97],
  ['serviceOrAlternative', 0.97],
  ['category', 0.98],
  ['drugs', 0.98],
  ['quantity', 0.97],
  ['guidelines.administrator', 0.99],
  ['guidelines.reviewer', 0.99],
]);

/** Each figure that has an aim, in one line: "service 96.4 (aim 97.0, not met)". */
export function aimLine(fields: Readonly<Record<string, FieldScore>>, aims: ReadonlyMap<string, number>): string {
  return [...aims]
    .flatMap(([field, aim]) => {
      const f1 = fields[field]?.f1 ?? null;
      return f1 === null ? [] : [`${field} ${percent(f1)} (aim ${percent(aim)}, ${f1 >= aim ? 'met' : 'not met'})`];
    })
    .join(', ');
}

/** Figures as a Markdown table; with aims also whether each is met. */
export function figures(fields: Readonly<Record<string, FieldScore>>, aims?: ReadonlyMap<string, number>): string {
  const rows = Object.entries(fields).map(([field, s]) => {
    const cells = `| ${field} | ${s.n} | ${percent(s.precision)} | ${percent(s.recall)} | ${percent(s.f1)} |`;
    const aim = aims?.get(field);
    if (aims === undefined) return `${cells}\n`;
    return `${cells} ${aim === undefined ? '' : percent(aim)} | ${aim === undefined || s.f1 === null ? '' : s.f1 >= aim ? 'met' : 'not met'} |\n`;
  });
  const head = aims === undefined ? '|\n|---|---|---|---|---|\n' : '| aim | |\n|---|---|---|---|---|---|---|\n';
  return `| field | n | precision | recall | F1 ${head}${rows.join('')}`;
}
