/** What each panel of the Kibana dashboard asks, sent to a real server over fictional letters as Kibana sends it. */
import { Client, type estypes } from '@elastic/elasticsearch';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { NOT_STATED } from '#contract/fields.ts';
import { LEAST_FOR_RATE } from '#contract/limits.ts';
import { aliasOf } from '../../server/search/elasticsearch/names.ts';
import { makeLetter } from '../fixtures/factories.ts';
import { type Aggregation, objectsOf, onlyOf } from '../kibana/saved-objects.ts';
import { inPlace } from './open-index.ts';
import type { ServerAddress } from './server.ts';

const server = inject('elasticsearch');

/** Ten letters of two items each, decided in ten months of two years; further ones that some panel must tell apart. */
const PAIRS = LEAST_FOR_RATE.items;
const LETTERS = [
  ...Array.from({ length: PAIRS }, (_, at) =>
    makeLetter({
      caseNumber: `CM91-00000${at + 10}`,
      decidedOn: `${at < 5 ? 2015 : 2016}-${String(at + 1).padStart(2, '0')}-01`,
      items: [{}, { decision: 'overturned', request: 'Fictional brace', service: 'dme.brace', category: 'dme' }],
    }),
  ),
  makeLetter({
    caseNumber: 'CM91-0000030',
    decidedOn: '2017-01-01',
    specialties: [],
    items: [{ decision: 'undetermined', rationale: null }, { service: 'rehab.exercise' }],
  }),
  makeLetter({ caseNumber: 'CM91-0000031', decidedOn: null }),
  makeLetter({ caseNumber: 'CM91-0000033', decidedOn: '2016-12-01', items: [{ decision: 'undetermined' }] }),
  makeLetter({ caseNumber: 'CM91-0000032', programme: 'dmhc', decidedOn: '2016-03-01' }),
];
const ITEMS = 2 * PAIRS + 3;

if ('skipped' in server) it.skip(`the panels for Kibana are not asked: ${server.skipped}`);
else describePanels(server);

/** The buckets of an answer, each with the words of its way: `['dme', 'overturned'] -> 10`. */
type Counts = ReadonlyMap<string, number>;

function describePanels(address: ServerAddress): void {
  const panels = objectsOf('visualization').filter(({ attributes }) => attributes.visState.aggs.length > 0);
  const counts = new Map<string, Counts>();
  let rows: estypes.SearchHit<Record<string, unknown>>[] = [];

  beforeAll(() =>
    inPlace(address, async ({ options, open }) => {
      const index = await open();
      const outcomes = await index.put(LETTERS);
      expect(outcomes.filter((outcome) => 'error' in outcome)).toEqual([]);
      const client = new Client({ node: address.url });
      const alias = aliasOf(options.index);
      try {
        for (const { id, attributes } of panels) {
          const { query } = attributes.kibanaSavedObjectMeta.searchSourceJSON;
          const asked = { index: alias, size: 0, query: inView(query.query), aggs: toAggs(attributes.visState.aggs) };
          const { aggregations } = await client.search(asked as estypes.SearchRequest);
          counts.set(id, new Map(bucketsIn(aggregations ?? {}, [])));
        }
        const { sort } = onlyOf('search').attributes;
        const asked = { index: alias, query: inView(''), sort: sort.map(([field, order]) => ({ [field]: order })) };
        rows = (await client.search<Record<string, unknown>>(asked as estypes.SearchRequest)).hits.hits;
      } finally {
        await client.close();
      }
    }),
  );

  const countsOf = (name: string): Counts => counts.get(`imr-index-${name}`) ?? new Map();
  const sum = (some: Counts): number => [...some].reduce((all, [way, n]) => (way.includes('/') ? all + n : all), 0);

  describe('the panels for Kibana', () => {
    it.each(panels.map(({ id, attributes }) => [attributes.title, id] as const))('%s has something to show', (_, id) => {
      expect([...(counts.get(id)?.values() ?? [])].filter((n) => n > 0).length).toBeGreaterThan(0);
    });

    it('are of one program, and of items with a day decided', () => {
      expect([...countsOf('programmes')]).toEqual([
        ['dwc', ITEMS],
        ['dwc letters', PAIRS + 2],
      ]);
    });

    it('count letters by their first items', () => {
      expect([...countsOf('items-and-letters')]).toEqual([
        ['Disputed items', ITEMS],
        ['Letters', PAIRS + 2],
        ['Letters with a known decision', PAIRS + 1],
      ]);
      expect(countsOf('letters-by-month').get('2015-01/Letters')).toBe(1);
    });

    it('count each item in the month printed, once', () => {
      expect(sum(countsOf('decisions-by-month'))).toBe(ITEMS);
      expect([...countsOf('decisions-by-month')].slice(0, 3)).toEqual([
        ['2015-01', 2],
        ['2015-01/overturned', 1],
        ['2015-01/upheld', 1],
      ]);
    });

    it('show what is not stated as a value', () => {
      expect(countsOf('decisions-by-specialty').get(`${NOT_STATED}/undetermined`)).toBe(1);
      expect(sum(countsOf('decisions-by-category'))).toBe(ITEMS);
      expect(countsOf('decisions-by-imrGuidelineFamily').get('odg/upheld')).toBe(PAIRS + 1);
    });

    it('share out known decisions alone, and none of too few items', () => {
      expect([...countsOf('shares-by-service')]).toEqual([
        ['dme.brace', PAIRS],
        ['dme.brace/overturned', PAIRS],
        ['rehab.aquatic', PAIRS],
        ['rehab.aquatic/upheld', PAIRS],
      ]);
    });

    it('list the latest items first, with texts that can be read', () => {
      expect(rows[0]?._source).toMatchObject({ caseNumber: ['CM91-0000030'], decidedOn: '2017-01-01' });
      const { columns } = onlyOf('search').attributes;
      const filled = rows[1]?._source ?? {};
      expect(columns.filter((column) => filled[column] === undefined)).toEqual([]);
      expect(filled['heading']).toContain('aquatic therapy');
    });
  });
}

/** What the dashboard lets through: its days, the program of its control, and the panel's own question. */
function inView(query: string): estypes.QueryDslQueryContainer {
  const { timeFrom, timeTo, controlGroupInput } = onlyOf('dashboard').attributes;
  const { timeFieldName } = onlyOf('index-pattern').attributes;
  const chosen = Object.values(controlGroupInput.panelsJSON).map(({ explicitInput: { fieldName, selectedOptions } }) => ({
    terms: { [fieldName]: selectedOptions },
  }));
  const days = { range: { [timeFieldName]: { gte: timeFrom, lte: timeTo, format: 'strict_date_optional_time' } } };
  return { bool: { filter: [days, ...chosen, ...(query === '' ? [] : [{ query_string: { query } }])] } };
}

/** Kibana's aggregations as Elasticsearch's: each group inside the one before, the metrics inside all of them; a count is there anyhow. */
function toAggs(aggs: readonly Aggregation[]): Record<string, estypes.AggregationsAggregationContainer> {
  const metrics = aggs.flatMap((agg) =>
    agg.type === 'cardinality' ? [[agg.id, { cardinality: { field: agg.params.field } }] as const] : [],
  );
  let inside: Record<string, estypes.AggregationsAggregationContainer> = {};
  for (const group of aggs.toReversed()) {
    if (group.type !== 'terms' && group.type !== 'filters') continue;
    inside = { [group.id]: { ...toGroup(group), aggs: { ...inside, ...Object.fromEntries(metrics) } } };
  }
  return inside;
}

function toGroup(agg: Extract<Aggregation, { type: 'terms' | 'filters' }>): estypes.AggregationsAggregationContainer {
  if (agg.type === 'filters') {
    return {
      filters: {
        filters: Object.fromEntries(agg.params.filters.map(({ input, label }) => [label, { query_string: { query: input.query } }])),
      },
    };
  }
  const { field, size, order, orderBy, json } = agg.params;
  // A count has no aggregation of its own to order by.
  return { terms: { field, size, order: { [orderBy === '_key' ? '_key' : '_count']: order }, ...json } };
}

interface Bucket {
  readonly key?: string;
  readonly doc_count: number;
  readonly [aggregation: string]: unknown;
}

function* bucketsIn(answer: Readonly<Record<string, unknown>>, before: readonly string[]): Generator<[string, number]> {
  for (const inside of Object.values(answer)) {
    if (typeof inside !== 'object' || inside === null) continue;
    if ('value' in inside) yield [`${before.join('/')} letters`, Number(inside.value)];
    if (!('buckets' in inside)) continue;
    const buckets = inside.buckets as readonly Bucket[] | Readonly<Record<string, Bucket>>;
    const named: [string, Bucket][] = Array.isArray(buckets)
      ? buckets.map((one: Bucket) => [String(one.key), one])
      : Object.entries(buckets);
    for (const [key, { doc_count: items, ...further }] of named) {
      const way = [...before, key];
      yield [way.join('/'), items];
      yield* bucketsIn(further, way);
    }
  }
}
