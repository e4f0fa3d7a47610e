/** The names a user may type before a colon, from the field table, with the two that are no keyword field. */

import type { KeywordField } from '#contract/fields.ts';
import { KeywordFieldSchema } from '#contract/query.ts';
import { KEYWORD_FIELDS } from '#mappings/fields.ts';
import { fold } from '#mappings/text/words.ts';
import type { Choice } from './nearest.ts';

/** What a typed name means: words of the clinical summary, a range of decision days, or values of a keyword field. */
export type TypedField =
  | { readonly kind: 'summary' }
  | { readonly kind: 'decided' }
  | { readonly kind: 'keyword'; readonly field: KeywordField };

const BY_NAME: ReadonlyMap<string, TypedField> = new Map<string, TypedField>([
  ...KeywordFieldSchema.options.flatMap((field) =>
    KEYWORD_FIELDS[field].typed.map((name): [string, TypedField] => [name, { kind: 'keyword', field }]),
  ),
  ['summary', { kind: 'summary' }],
  ['decided', { kind: 'decided' }],
]);

/** Every name, for messages. */
export const FIELD_NAMES: readonly Choice[] = [...BY_NAME.keys()].map((name) => ({ id: name, label: `${name}:` }));

/** The field of a typed name, in any case; null where there is none. */
export function fieldOf(name: string): TypedField | null {
  return BY_NAME.get(fold(name)) ?? null;
}
