/** The fields of the query language as help for the query box, from the field table. */
import type { FieldsResponse } from '#contract/api.ts';
import { KEYWORD_FIELD_IDS } from '#contract/fields.ts';
import { KEYWORD_FIELDS } from '#mappings/fields.ts';
import { choicesOf } from './values.ts';

type FieldHelp = FieldsResponse['fields'][number];

/** Every field that may be typed, in the order of the field table. */
export function fieldHelp(): FieldHelp[] {
  const keywords = KEYWORD_FIELD_IDS.map((field): FieldHelp => {
    const { label, typed, labels, example } = KEYWORD_FIELDS[field];
    const values = labels === null ? null : choicesOf(field, () => []).map(({ id, label: words }) => ({ value: id, label: words }));
    return { names: [...typed], label, example: `${typed[0]}:${quoted(example ?? values?.[0]?.value ?? '')}`, values };
  });
  return [
    ...keywords,
    { names: ['decided'], label: 'Day decided', example: 'decided:2014..2016', values: null },
    { names: ['summary'], label: 'Clinical case summary', example: 'summary:"motor vehicle"', values: null },
  ];
}

function quoted(value: string): string {
  return value.includes(' ') ? `"${value}"` : value;
}
