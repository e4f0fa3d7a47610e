/** The fields of the query language as help for the query box, from the field table. */
import type { FieldsResponse } from '#contract/api.ts';
import { KeywordFieldSchema } from '#contract/query.ts';
import { KEYWORD_FIELDS } from '#mappings/fields.ts';
import { choicesOf } from './values.ts';

type FieldHelp = FieldsResponse['fields'][number];

const EXAMPLES: Readonly<Record<string, string>> = {
  guideline: 'guideline:odg',
  'ur-guideline': 'ur-guideline:mtus',
  'imr-guideline': 'imr-guideline:"low back"',
  service: 'service:"physical therapy"',
  specialty: 'specialty:orthopedic',
  year: 'year:2016',
  month: 'month:2016-12',
  drug: 'drug:norco',
  diagnosis: 'diagnosis:"low back pain"',
  cites: 'cites:"ACOEM chapter 5 page 83"',
  case: 'case:CM14-0012345',
};

/** Every field that may be typed, in the order of the field table. */
export function fieldHelp(): FieldHelp[] {
  const keywords = KeywordFieldSchema.options.map((field): FieldHelp => {
    const { label, typed, labels } = KEYWORD_FIELDS[field];
    const name = typed[0] ?? field;
    const values = labels === null ? null : choicesOf(field, () => []).map(({ id, label: words }) => ({ value: id, label: words }));
    return { names: [...typed], label, example: EXAMPLES[name] ?? `${name}:${values?.[0]?.value ?? ''}`, values };
  });
  return [
    ...keywords,
    { names: ['decided'], label: 'Day decided', example: 'decided:2014..2016', values: null },
    { names: ['summary'], label: 'Clinical case summary', example: 'summary:"motor vehicle"', values: null },
  ];
}
