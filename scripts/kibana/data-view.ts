/** The data view of the disputed items: what each field is called, and the words that show its values. */

import { type KeywordField, NOT_STATED } from '#contract/fields.ts';
import { DAY_PAIRS, type LetterDate } from '#contract/letter-dates.ts';
import { DATE_PATHS, DECIDED_WITHIN, daysPath, keywordPath, LETTER_FIRST, OWN_STREAMS } from '#mappings/elasticsearch.ts';
import { KEYWORD_FIELDS, labelOf, TEXT_FIELDS } from '#mappings/fields.ts';
import { aliasOf } from '../../server/search/elasticsearch/names.ts';
import { DEFAULT_INDEX } from '../../server/search/elasticsearch/options.ts';
import { DATA_VIEW, type SavedObject, savedObject } from './saved-object.ts';

const DATE_LABELS: Readonly<Record<LetterDate, string>> = {
  injury: 'Day of injury',
  urDenial: 'Day of the UR decision',
  applicationReceived: 'Day the application was received',
  assigned: 'Day the case was assigned',
  decided: 'Day decided',
};

/** The values of `letterFirst` in words. */
export const FIRST_LABELS = { any: 'First item of its letter', known: 'First item of its letter with a known decision' } as const;

/** What the fields are called that are no rows of the field table. */
const OTHER_LABELS: Readonly<Record<string, string>> = {
  itemId: 'Item',
  letterId: 'Letter',
  itemNumber: 'Number of the item',
  knownInLetter: 'Items of its letter with a known decision',
  [LETTER_FIRST]: 'First of its letter',
};

/** What a field is called; every field of a document but the streams that only this program asks. */
const FIELD_LABELS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(KEYWORD_FIELDS).map(([field, { label }]) => [keywordPath(field as KeywordField), label] as const),
  ...Object.entries(TEXT_FIELDS).map(([field, { label }]) => [field, label] as const),
  ...Object.entries(DATE_PATHS).map(([date, path]) => [path, DATE_LABELS[date as LetterDate]] as const),
  [DECIDED_WITHIN.first, 'First day it may have been decided'],
  [DECIDED_WITHIN.last, 'Last day it may have been decided'],
  ...DAY_PAIRS.map(({ pair, from, to }) => [daysPath(pair), `Days: ${DATE_LABELS[from]} to ${DATE_LABELS[to]}`] as const),
  ...Object.entries(OTHER_LABELS),
]);

/** What a field is called. Throws where no field has the path. */
export function fieldLabel(path: string): string {
  const label = FIELD_LABELS.get(path);
  if (label === undefined) throw new Error(`no field is called ${path}`);
  return label;
}

/** The data view over the alias, so that it goes on after a reindex. It has no runtime or scripted field. */
export function dataView(): SavedObject {
  const alias = aliasOf(DEFAULT_INDEX);
  return savedObject(
    'index-pattern',
    DATA_VIEW,
    {
      title: alias,
      name: `IMR Index: disputed items (${alias})`,
      timeFieldName: DATE_PATHS.decided,
      // Kibana asks the index for its fields; what it cannot know of them stands in the attributes below.
      fields: '[]',
      fieldAttrs: JSON.stringify(Object.fromEntries([...FIELD_LABELS].map(([path, customLabel]) => [path, { customLabel }]))),
      fieldFormatMap: JSON.stringify({ ...keywordFormats(), ...dateFormats() }),
      runtimeFieldMap: '{}',
      sourceFilters: JSON.stringify(OWN_STREAMS.map((name) => ({ value: `${name}.*` }))),
    },
    [],
  );
}

/** A value is looked up for its words; one that is not listed shows itself. */
function keywordFormats(): Record<string, object> {
  const formats = Object.entries(KEYWORD_FIELDS).flatMap(([name, { labels, notStated }]) => {
    const field = name as KeywordField;
    const values = [...(labels?.keys() ?? []), ...(notStated === null ? [] : [NOT_STATED])];
    return values.length === 0 ? [] : [[keywordPath(field), lookup(values.map((value) => [value, labelOf(field, value)]))] as const];
  });
  return { ...Object.fromEntries(formats), [LETTER_FIRST]: lookup(Object.entries(FIRST_LABELS)) };
}

function lookup(words: readonly (readonly [string, string])[]): object {
  return { id: 'static_lookup', params: { lookupEntries: words.map(([key, value]) => ({ key, value })), unknownKeyValue: null } };
}

/** Days have no hours: shown in another time zone than that in which they are stored, they would be those before. */
function dateFormats(): Record<string, object> {
  const day = { id: 'date', params: { pattern: 'YYYY-MM-DD', timezone: 'UTC' } };
  return Object.fromEntries([...Object.values(DATE_PATHS), ...Object.values(DECIDED_WITHIN)].map((path) => [path, day]));
}
