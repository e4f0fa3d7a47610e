/** What the dashboard shows: each panel is an object of its own, so that an analyst can take it into another dashboard. */

import type { KeywordField } from '#contract/fields.ts';
import { LEAST_FOR_RATE } from '#contract/limits.ts';
import { DecisionSchema } from '#contract/list-schemas.ts';
import { DECISION_LABELS } from '#contract/lists.ts';
import { PROGRAMME_IDS } from '#contract/programmes.ts';
import { DATE_PATHS, keywordPath, LETTER_FIRST } from '#mappings/elasticsearch.ts';
import { KEYWORD_FIELDS } from '#mappings/fields.ts';
import { type FIRST_LABELS, fieldLabel } from './data-view.ts';
import { type SavedObject, savedObject, toDataView } from './saved-object.ts';
import { type Aggregation, bars, count, different, filters, METRIC, searchSource, TABLE, terms, toSavedObject } from './visualization.ts';

/** How many values a chart has. */
const SHOWN = 20;
/** All service categories, and those items whose service was not recognized. */
const CATEGORIES = 1 + (KEYWORD_FIELDS.category.labels?.size ?? SHOWN);
/** Months are never cut off: half a century of them. */
const MOST_MONTHS = 600;
const ITEMS = 'Disputed items';

/** Where the decision stands, and the question for the items whose decision is known: the project's rates are of those. */
const DECISION = keywordPath('decision');
const KNOWN = `NOT ${DECISION}:undetermined`;

/** Items, and letters by their first items; see `server/search/elasticsearch/letter-firsts.ts`. */
const LETTERS = {
  [ITEMS]: '*',
  Letters: `${LETTER_FIRST}:any`,
  'Letters with a known decision': `${LETTER_FIRST}:known`,
} satisfies Record<string, '*' | `${typeof LETTER_FIRST}:${keyof typeof FIRST_LABELS}`>;

const NOTE = `### How to read this

- **One program at a time.** Programs decide other questions under other rules and are never mixed: choose exactly one above. *Programs in this view* must have one row.
${DecisionSchema.options.map((decision) => `- **${DECISION_LABELS[decision].short}**: ${DECISION_LABELS[decision].found}.`).join('\n')}
- **Counts are of disputed items**; a letter decides one or more. Letters are counted by the first item of each: exact as long as you narrow by what holds for a whole letter (program, days, specialty). If you narrow by what differs from item to item (decision, service, guideline), read *Letters, about* instead.
- **"Not stated" is a value**, \`not_stated\` in queries. Each field words it, for example *${KEYWORD_FIELDS.specialty.notStated}*. It is not an error and not left out.
- Where an item can have several values (guideline families, specialties), it counts under each, and the bars do not add up to the total.
- **Shares here have no interval** and are no prediction. They are of items with a known decision, and left out under ${LEAST_FOR_RATE.items} such items. IMR Index itself asks for ${LEAST_FOR_RATE.letters} letters too and allows for items of one letter being decided together.
- Items without a day decided are outside every range of days.`;

/** A group for each decision, in the same order everywhere. */
const byDecision: Aggregation = terms('3', 'group', DECISION, {
  size: DecisionSchema.options.length,
  by: '_key',
  order: 'asc',
  label: fieldLabel(DECISION),
});

/** The panels but for the table of items, in the order of the dashboard. */
export function visualizations(): SavedObject[] {
  return [
    toSavedObject({
      name: 'note',
      title: 'How to read this',
      description: '',
      type: 'markdown',
      params: { fontSize: 12, openLinksInNewTab: false, markdown: NOTE },
      aggs: [],
    }),
    toSavedObject({
      name: 'items-and-letters',
      title: 'Items and letters',
      description: 'Letters are counted by the first item of each.',
      type: 'metric',
      params: METRIC,
      aggs: [count('1', 'in view'), filters('2', 'group', LETTERS)],
    }),
    toSavedObject({
      name: 'programmes',
      title: 'Programs in this view',
      description: 'There must be one: programs are never mixed.',
      type: 'table',
      params: TABLE,
      aggs: [
        count('1', ITEMS),
        different('3', 'letterId', 'Letters, about'),
        terms('2', 'bucket', keywordPath('programme'), {
          size: PROGRAMME_IDS.length,
          by: '1',
          order: 'desc',
          label: fieldLabel(keywordPath('programme')),
        }),
      ],
    }),
    toSavedObject({
      name: 'decisions-by-month',
      title: 'Decisions by month',
      description: 'Disputed items by the month decided.',
      type: 'histogram',
      params: bars('histogram', { mode: 'stacked', label: ITEMS }),
      aggs: [count('1', ITEMS), byMonth(), byDecision],
    }),
    toSavedObject({
      name: 'letters-by-month',
      title: 'Items and letters by month',
      description: 'Letters are counted by the first item of each.',
      type: 'histogram',
      params: bars('histogram', { mode: 'normal', label: 'Items, letters' }),
      aggs: [count('1', 'Items, letters'), byMonth(), filters('3', 'group', LETTERS)],
    }),
    decisionsBy('category', 'Decisions by service category', CATEGORIES),
    sharesBy('service', `Share of decisions by service (the ${SHOWN} with most items)`),
    decisionsBy('imrGuidelineFamily', 'Decisions by guideline family that the IMR reviewer cited'),
    decisionsBy('specialty', 'Decisions by reviewer specialty'),
  ];
}

/** The month as it is printed in the document: a date histogram would move days into the month before, west of Greenwich. */
function byMonth(): Aggregation {
  const field = keywordPath('decidedMonth');
  return terms('2', 'segment', field, { size: MOST_MONTHS, by: '_key', order: 'asc', label: fieldLabel(field) });
}

function decisionsBy(field: KeywordField, title: string, size = SHOWN): SavedObject {
  return toSavedObject({
    name: `decisions-by-${field}`,
    title,
    description: overlapping(field),
    type: 'horizontal_bar',
    params: bars('horizontal_bar', { mode: 'stacked', label: ITEMS }),
    aggs: [count('1', ITEMS), byMost(field, size), byDecision],
  });
}

function sharesBy(field: KeywordField, title: string): SavedObject {
  const label = 'Share of items with a known decision';
  return toSavedObject({
    name: `shares-by-${field}`,
    title,
    description: `Of items with a known decision; none under ${LEAST_FOR_RATE.items}. No interval. ${overlapping(field)}`.trim(),
    type: 'horizontal_bar',
    params: bars('horizontal_bar', { mode: 'stacked', scale: 'percentage', label }),
    aggs: [count('1', label), byMost(field, SHOWN, LEAST_FOR_RATE.items), byDecision],
    query: KNOWN,
  });
}

function byMost(field: KeywordField, size: number, least?: number): Aggregation {
  const label = fieldLabel(keywordPath(field));
  return terms('2', 'segment', keywordPath(field), { size, by: '1', order: 'desc', label, ...(least === undefined ? {} : { least }) });
}

function overlapping(field: KeywordField): string {
  return KEYWORD_FIELDS[field].several ? 'An item with several counts under each.' : '';
}

/** What the table of items shows of each. */
const COLUMNS = [
  keywordPath('caseNumber'),
  'itemNumber',
  DECISION,
  keywordPath('service'),
  'heading',
  'rationale',
  'reviewerGuideline',
  'administratorGuideline',
];

/** The items, the latest first, with their texts as they are printed. */
export function savedSearch(): SavedObject {
  const references = [toDataView('kibanaSavedObjectMeta.searchSourceJSON.index')];
  return savedObject(
    'search',
    'latest-items',
    {
      title: 'Latest items',
      description: 'Disputed items with their texts, the latest decided first.',
      columns: COLUMNS,
      sort: [
        [DATE_PATHS.decided, 'desc'],
        [keywordPath('caseNumber'), 'asc'],
        ['itemNumber', 'asc'],
      ],
      grid: {},
      hideChart: true,
      isTextBasedQuery: false,
      usesAdHocDataView: false,
      timeRestore: false,
      ...searchSource(references),
    },
    references,
  );
}
