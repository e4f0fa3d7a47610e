/** The fields of the query language as help for the query box, from the field table. */
import type { FieldResponse } from '#contract/api.ts';
import { KEYWORD_FIELD_IDS, type KeywordField } from '#contract/fields.ts';
import { KEYWORD_FIELDS } from '#mappings/fields.ts';
import { choicesOf } from './values.ts';

/** A field that may be typed; `field` null: one of words or days, which is none of the table. */
export interface TypedFieldName extends Pick<FieldResponse, 'names' | 'label'> {
  readonly field: KeywordField | null;
}

const OTHERS: readonly FieldResponse[] = [
  { names: ['decided'], label: 'Day decided', example: 'decided:2014..2016', values: null },
  { names: ['summary'], label: 'Clinical case summary', example: 'summary:"motor vehicle"', values: null },
];

/** What every field is called, in the order of the field table. */
export const TYPED_FIELDS: readonly TypedFieldName[] = [
  ...KEYWORD_FIELD_IDS.map((field) => ({ field, names: [...KEYWORD_FIELDS[field].typed], label: KEYWORD_FIELDS[field].label })),
  ...OTHERS.map(({ names, label }) => ({ field: null, names, label })),
];

/** Every field that may be typed, in the order of the field table. */
export function fieldHelp(): FieldResponse[] {
  const keywords = KEYWORD_FIELD_IDS.map((field): FieldResponse => {
    const { label, typed, labels, example } = KEYWORD_FIELDS[field];
    const values = labels === null ? null : choicesOf(field, () => []).map(({ id, label: words }) => ({ value: id, label: words }));
    return { names: [...typed], label, example: `${typed[0]}:${quoted(example ?? values?.[0]?.value ?? '')}`, values };
  });
  return [...keywords, ...OTHERS];
}

function quoted(value: string): string {
  return value.includes(' ') ? `"${value}"` : value;
}
