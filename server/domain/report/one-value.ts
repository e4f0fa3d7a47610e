/** The one value that a page is of, as it is typed: an id, or words that name one. */
import type { KeywordField } from '#contract/fields.ts';
import { AppError } from '#contract/problem.ts';
import { labelOf } from '#mappings/fields.ts';
import { resolveValue } from '../query-language/values.ts';

/** Values that a message names. */
const NAMED = 8;

/** Throws AppError `usage` where the words name none, or several. */
export function oneValue(field: KeywordField, typed: string): string {
  const found = resolveValue(field, typed, () => [], { start: 0, end: typed.length });
  if ('expected' in found) throw new AppError('usage', `“${typed}”: ${found.expected}`);
  const values = found.kind === 'filter' && found.filter.field === field ? found.filter.values : [];
  const [value] = values;
  if (value !== undefined && values.length === 1) return value;
  const several = values.slice(0, NAMED).map((one) => `${labelOf(field, one)} (${one})`);
  const which = several.length === 0 ? '' : `: ${several.join(', ')}${values.length > NAMED ? ' and more' : ''}`;
  throw new AppError('usage', `“${typed}” means several values${which}; name one`);
}
