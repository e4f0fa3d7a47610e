/**
 * An export of Kibana's saved objects as Kibana 8.9 and later take it: each line and the attributes of each type with no other keys, as Kibana's own
 * schemas of these types refuse unknown ones, and the JSON inside the strings.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** A string that holds JSON of a shape. */
function json<T extends z.ZodType>(shape: T) {
  return z.string().transform((text, context): z.output<T> => {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'is no JSON' });
      return z.NEVER;
    }
    const parsed = shape.safeParse(value);
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: parsed.error.message });
    return z.NEVER;
  });
}

const natural = z.int().nonnegative();
const version = z.string().regex(/^\d+\.\d+\.\d+$/);
const direction = z.enum(['asc', 'desc']);

/** What Kibana sends as `query_string` (Lucene), or has no words (then everything matches). */
const QuerySchema = z.union([
  z.strictObject({ query: z.string(), language: z.literal('lucene') }),
  z.strictObject({ query: z.literal(''), language: z.literal('kuery') }),
]);
const searchSource = z.strictObject({
  searchSourceJSON: json(
    z.strictObject({
      query: QuerySchema,
      filter: z.tuple([]),
      indexRefName: z.literal('kibanaSavedObjectMeta.searchSourceJSON.index').optional(),
    }),
  ),
});

const agg = { id: z.string().regex(/^\d+$/), enabled: z.literal(true) };
const bucketSchema = z.enum(['segment', 'group', 'bucket']);
const AggregationSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...agg, type: z.literal('count'), schema: z.literal('metric'), params: z.strictObject({ customLabel: z.string() }) }),
  z.strictObject({
    ...agg,
    type: z.literal('cardinality'),
    schema: z.literal('metric'),
    params: z.strictObject({ field: z.string(), customLabel: z.string() }),
  }),
  z.strictObject({
    ...agg,
    type: z.literal('terms'),
    schema: bucketSchema,
    params: z.strictObject({
      field: z.string(),
      // `_key`, or the id of a metric.
      orderBy: z.string().regex(/^(_key|\d+)$/),
      order: direction,
      size: z.int().positive(),
      otherBucket: z.boolean(),
      otherBucketLabel: z.string(),
      missingBucket: z.boolean(),
      missingBucketLabel: z.string(),
      customLabel: z.string(),
      // Kibana merges it into the aggregation that it sends.
      json: json(z.strictObject({ min_doc_count: natural })).optional(),
    }),
  }),
  z.strictObject({
    ...agg,
    type: z.literal('filters'),
    schema: bucketSchema,
    params: z.strictObject({ filters: z.array(z.strictObject({ input: QuerySchema, label: z.string().min(1) })).min(1) }),
  }),
]);

const axis = z.object({ id: z.string(), type: z.enum(['category', 'value']), position: z.enum(['left', 'bottom']), show: z.boolean() });
const barParams = <T extends string>(type: T) =>
  z.object({
    type: z.literal(type),
    grid: z.object({ categoryLines: z.boolean() }),
    categoryAxes: z.array(axis).length(1),
    valueAxes: z.array(axis.extend({ name: z.string(), scale: z.object({ mode: z.enum(['normal', 'percentage']) }) })).length(1),
    seriesParams: z
      .array(
        z.object({
          type: z.literal('histogram'),
          mode: z.enum(['normal', 'stacked']),
          data: z.object({ id: z.string(), label: z.string() }),
          valueAxis: z.string(),
        }),
      )
      .length(1),
    addTooltip: z.boolean(),
    addLegend: z.boolean(),
    legendPosition: z.enum(['right', 'left', 'top', 'bottom']),
    times: z.tuple([]),
    addTimeMarker: z.boolean(),
  });
const visState = <T extends string, P extends z.ZodType, A extends z.ZodType>(type: T, params: P, aggs: A) =>
  z.strictObject({ title: z.string().min(1), type: z.literal(type), params, aggs });
const aggs = z.array(AggregationSchema).min(2);
const VisStateSchema = z.discriminatedUnion('type', [
  visState(
    'markdown',
    z.strictObject({ fontSize: natural, openLinksInNewTab: z.boolean(), markdown: z.string().min(1) }),
    z.array(AggregationSchema).max(0),
  ),
  visState(
    'metric',
    z.object({ type: z.literal('metric'), addTooltip: z.boolean(), addLegend: z.literal(false), metric: z.object({}).loose() }),
    aggs,
  ),
  visState(
    'table',
    z.object({
      perPage: natural,
      showPartialRows: z.boolean(),
      showMetricsAtAllLevels: z.boolean(),
      showTotal: z.boolean(),
      totalFunc: z.enum(['sum', 'avg', 'min', 'max', 'count']),
      percentageCol: z.string(),
      showToolbar: z.boolean(),
    }),
    aggs,
  ),
  visState('histogram', barParams('histogram'), aggs),
  visState('horizontal_bar', barParams('horizontal_bar'), aggs),
]);

const FormatSchema = z.discriminatedUnion('id', [
  z.strictObject({
    id: z.literal('static_lookup'),
    params: z.strictObject({
      lookupEntries: z.array(z.strictObject({ key: z.string().min(1), value: z.string().min(1) })).min(1),
      unknownKeyValue: z.null(),
    }),
  }),
  z.strictObject({ id: z.literal('date'), params: z.strictObject({ pattern: z.string(), timezone: z.literal('UTC') }) }),
]);

const DataViewSchema = z.strictObject({
  title: z.string().min(1),
  name: z.string().min(1),
  timeFieldName: z.string(),
  fields: json(z.tuple([])),
  fieldAttrs: json(z.record(z.string(), z.strictObject({ customLabel: z.string().min(1) }))),
  fieldFormatMap: json(z.record(z.string(), FormatSchema)),
  runtimeFieldMap: json(z.strictObject({})),
  sourceFilters: json(z.array(z.strictObject({ value: z.string() }))),
});

const VisualizationSchema = z.strictObject({
  title: z.string().min(1),
  description: z.string(),
  version: z.literal(1),
  uiStateJSON: json(z.strictObject({})),
  visState: json(VisStateSchema),
  kibanaSavedObjectMeta: searchSource,
});

const SearchSchema = z.strictObject({
  title: z.string().min(1),
  description: z.string(),
  columns: z.array(z.string()).min(1),
  sort: z.array(z.tuple([z.string(), direction])).min(1),
  grid: z.strictObject({}),
  hideChart: z.boolean(),
  isTextBasedQuery: z.literal(false),
  usesAdHocDataView: z.literal(false),
  timeRestore: z.boolean(),
  kibanaSavedObjectMeta: searchSource,
});

const PanelSchema = z.strictObject({
  type: z.enum(['visualization', 'search']),
  panelIndex: z.string().min(1),
  gridData: z.strictObject({ x: natural, y: natural, w: z.int().positive(), h: z.int().positive(), i: z.string().min(1) }),
  embeddableConfig: z.strictObject({ enhancements: z.strictObject({}), hidePanelTitles: z.boolean().optional() }),
  panelRefName: z.string().min(1),
});

const ControlSchema = z.strictObject({
  type: z.literal('optionsListControl'),
  order: natural,
  grow: z.boolean(),
  width: z.enum(['small', 'medium', 'large']),
  explicitInput: z.strictObject({
    id: z.string().min(1),
    fieldName: z.string(),
    title: z.string().min(1),
    singleSelect: z.boolean(),
    selectedOptions: z.array(z.string()),
    enhancements: z.strictObject({}),
  }),
});

const DashboardSchema = z.strictObject({
  title: z.string().min(1),
  description: z.string(),
  panelsJSON: json(z.array(PanelSchema).min(1)),
  optionsJSON: json(
    z.strictObject({
      useMargins: z.boolean(),
      syncColors: z.boolean(),
      syncCursor: z.boolean(),
      syncTooltips: z.boolean(),
      hidePanelTitles: z.boolean(),
    }),
  ),
  controlGroupInput: z.strictObject({
    controlStyle: z.enum(['oneLine', 'twoLine']),
    chainingSystem: z.enum(['HIERARCHICAL', 'NONE']),
    ignoreParentSettingsJSON: json(
      z.strictObject({
        ignoreFilters: z.boolean(),
        ignoreQuery: z.boolean(),
        ignoreTimerange: z.boolean(),
        ignoreValidations: z.boolean(),
      }),
    ),
    panelsJSON: json(z.record(z.string(), ControlSchema)),
  }),
  timeRestore: z.literal(true),
  timeFrom: z.iso.datetime(),
  timeTo: z.literal('now'),
  refreshInterval: z.strictObject({ pause: z.boolean(), value: natural }),
  version: z.literal(1),
  kibanaSavedObjectMeta: searchSource,
});

const ReferenceSchema = z.strictObject({
  name: z.string().min(1),
  type: z.enum(['index-pattern', 'visualization', 'search', 'dashboard']),
  id: z.string().min(1),
});
const line = <T extends string, A extends z.ZodType>(type: T, attributes: A) =>
  z.strictObject({
    type: z.literal(type),
    id: z.string().regex(/^[\w-]+$/),
    managed: z.literal(false),
    coreMigrationVersion: version,
    typeMigrationVersion: version,
    attributes,
    references: z.array(ReferenceSchema),
  });

/** One line of the export. */
export const SavedObjectSchema = z.discriminatedUnion('type', [
  line('index-pattern', DataViewSchema),
  line('visualization', VisualizationSchema),
  line('search', SearchSchema),
  line('dashboard', DashboardSchema),
]);
export type SavedObject = z.infer<typeof SavedObjectSchema>;
export type Aggregation = z.infer<typeof AggregationSchema>;

const FILE = join(import.meta.dirname, '..', '..', 'docs', 'kibana', 'imr-index.ndjson');

/** The lines of the committed export. */
export function committedLines(): unknown[] {
  const text = readFileSync(FILE, 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((one) => JSON.parse(one) as unknown);
}

/** The objects of one type in the committed export. Throws ZodError where a line is no saved object. */
export function objectsOf<T extends SavedObject['type']>(type: T): Extract<SavedObject, { type: T }>[] {
  const objects = committedLines().map((one) => SavedObjectSchema.parse(one));
  return objects.filter((object): object is Extract<SavedObject, { type: T }> => object.type === type);
}

/** The only object of a type. Throws where there are others. */
export function onlyOf<T extends SavedObject['type']>(type: T): Extract<SavedObject, { type: T }> {
  const [only, ...others] = objectsOf(type);
  if (only === undefined || others.length > 0) throw new Error(`not one ${type} alone`);
  return only;
}
