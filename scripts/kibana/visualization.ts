/**
 * Kibana's aggregation-based visualizations: a type, its aggregations and how it is drawn. Their questions are Lucene queries, which Kibana sends to
 * Elasticsearch as they are.
 */
import { type Reference, type SavedObject, savedObject, toDataView } from './saved-object.ts';

const SOURCE = 'kibanaSavedObjectMeta.searchSourceJSON.index';

/** One aggregation of a visualization. */
export interface Aggregation {
  readonly id: string;
  readonly enabled: true;
  readonly type: 'count' | 'cardinality' | 'terms' | 'filters';
  readonly schema: 'metric' | 'segment' | 'group' | 'bucket';
  readonly params: Readonly<Record<string, unknown>>;
}

/** What a visualization is. */
export interface Visualization {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly type: 'markdown' | 'metric' | 'table' | 'histogram' | 'horizontal_bar';
  readonly params: Readonly<Record<string, unknown>>;
  readonly aggs: readonly Aggregation[];
  /** Which items it is about, in Lucene's words; all by default. */
  readonly query?: string;
}

/** A visualization as an object; what has no aggregation needs no data view. */
export function toSavedObject({ name, title, description, type, params, aggs, query = '' }: Visualization): SavedObject {
  const references = aggs.length === 0 ? [] : [toDataView(SOURCE)];
  return savedObject(
    'visualization',
    name,
    {
      title,
      description,
      version: 1,
      uiStateJSON: '{}',
      visState: JSON.stringify({ title, type, params, aggs }),
      ...searchSource(references, query),
    },
    references,
  );
}

/** Where an object finds its items. */
export function searchSource(references: readonly Reference[], query = ''): object {
  const source = references.length === 0 ? {} : { indexRefName: SOURCE };
  const meta = { searchSourceJSON: JSON.stringify({ query: { query, language: 'lucene' }, filter: [], ...source }) };
  return { kibanaSavedObjectMeta: meta };
}

/** How many items. */
export function count(id: string, customLabel: string): Aggregation {
  return { id, enabled: true, type: 'count', schema: 'metric', params: { customLabel } };
}

/** How many different values, near enough: the server estimates them. */
export function different(id: string, field: string, customLabel: string): Aggregation {
  return { id, enabled: true, type: 'cardinality', schema: 'metric', params: { field, customLabel } };
}

/** A group for each value of a field. `least`: values with fewer items are left out. */
export function terms(
  id: string,
  schema: Aggregation['schema'],
  field: string,
  { size, by, order, label, least }: { size: number; by: string; order: 'asc' | 'desc'; label: string; least?: number },
): Aggregation {
  const few = least === undefined ? {} : { json: JSON.stringify({ min_doc_count: least }) };
  const others = { otherBucket: false, otherBucketLabel: 'Other', missingBucket: false, missingBucketLabel: 'Missing' };
  return { id, enabled: true, type: 'terms', schema, params: { field, orderBy: by, order, size, ...others, customLabel: label, ...few } };
}

/** A group for each question, by its words. */
export function filters(id: string, schema: Aggregation['schema'], questions: Readonly<Record<string, string>>): Aggregation {
  const asked = Object.entries(questions).map(([label, query]) => ({ input: { query, language: 'lucene' }, label }));
  return { id, enabled: true, type: 'filters', schema, params: { filters: asked } };
}

/** How bars are drawn: beside or on each other, as counts or as shares of 100%. */
export function bars(
  type: 'histogram' | 'horizontal_bar',
  { mode, scale = 'normal', label }: { mode: 'normal' | 'stacked'; scale?: 'normal' | 'percentage'; label: string },
): Visualization['params'] {
  const lying = type === 'horizontal_bar';
  return {
    type,
    grid: { categoryLines: false },
    categoryAxes: [
      {
        id: 'CategoryAxis-1',
        type: 'category',
        position: lying ? 'left' : 'bottom',
        show: true,
        style: {},
        scale: { type: 'linear' },
        labels: { show: true, rotate: 0, filter: !lying, truncate: 200 },
        title: {},
      },
    ],
    valueAxes: [
      {
        id: 'ValueAxis-1',
        name: lying ? 'BottomAxis-1' : 'LeftAxis-1',
        type: 'value',
        position: lying ? 'bottom' : 'left',
        show: true,
        style: {},
        scale: { type: 'linear', mode: scale },
        labels: { show: true, rotate: 0, filter: true, truncate: 100 },
        title: { text: label },
      },
    ],
    seriesParams: [
      {
        show: true,
        type: 'histogram',
        mode,
        data: { label, id: '1' },
        valueAxis: 'ValueAxis-1',
        drawLinesBetweenPoints: true,
        lineWidth: 2,
        showCircles: true,
      },
    ],
    addTooltip: true,
    detailedTooltip: true,
    addLegend: true,
    legendPosition: 'right',
    maxLegendLines: 1,
    truncateLegend: true,
    times: [],
    addTimeMarker: false,
    palette: { type: 'palette', name: 'default' },
    labels: { show: false },
    thresholdLine: { show: false, value: 10, width: 1, style: 'full', color: '#E7664C' },
    radiusRatio: 0,
  };
}

export const TABLE: Visualization['params'] = {
  perPage: 10,
  showPartialRows: false,
  showMetricsAtAllLevels: false,
  showTotal: false,
  totalFunc: 'sum',
  percentageCol: '',
  showToolbar: true,
};

export const METRIC: Visualization['params'] = {
  addTooltip: true,
  addLegend: false,
  type: 'metric',
  metric: {
    percentageMode: false,
    useRanges: false,
    colorSchema: 'Green to Red',
    metricColorMode: 'None',
    colorsRange: [{ from: 0, to: 10000 }],
    labels: { show: true },
    invertColors: false,
    style: { bgFill: '#000', bgColor: false, labelColor: false, subText: '', fontSize: 32 },
  },
};
