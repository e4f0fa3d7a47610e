/** What `docs/kibana/imr-index.ndjson` brings into Kibana: whole in itself, and of our fields alone. */
import { describe, expect, it } from 'vitest';
import { type KeywordField, NOT_STATED } from '#contract/fields.ts';
import { DECISION_LABELS } from '#contract/lists.ts';
import { PROGRAMMES } from '#contract/programmes.ts';
import { OWN_STREAMS, toItemsDefinition } from '#mappings/elasticsearch.ts';
import { KEYWORD_FIELDS } from '#mappings/fields.ts';
import { committedLines, objectsOf, onlyOf, SavedObjectSchema } from './saved-objects.ts';

const { mappings } = toItemsDefinition();
type Properties = typeof mappings.properties;

/** Every field by its path, with its type. */
function pathsOf(properties: Properties, before = ''): [string, string][] {
  return Object.entries(properties).flatMap(([name, { type, properties: inside }]): [string, string][] =>
    inside === undefined ? [[before + name, type ?? '']] : pathsOf(inside, `${before}${name}.`),
  );
}

const streams = OWN_STREAMS;
const fields = new Map(pathsOf(mappings.properties));
const shown = [...fields.keys()].filter((path) => !streams.some((stream) => path.startsWith(`${stream}.`)));
const AGGREGATABLE = ['keyword', 'integer', 'date'];
const visualizations = objectsOf('visualization').map(({ attributes }) => attributes);
const { attributes: dashboard, references: dashboardReferences } = onlyOf('dashboard');
const { attributes: view } = onlyOf('index-pattern');
const { attributes: search } = onlyOf('search');

describe('the saved objects', () => {
  it.each(committedLines().map((line) => [(line as { id: string }).id, line] as const))('%s is what Kibana takes', (_, line) => {
    expect(SavedObjectSchema.safeParse(line).error?.message).toBeUndefined();
  });

  it('name nothing that is not among them, each once', () => {
    const objects = committedLines().map((line) => SavedObjectSchema.parse(line));
    const ids = objects.map(({ type, id }) => `${type} ${id}`);
    expect(new Set(ids).size).toBe(ids.length);
    const named = objects.flatMap(({ references }) => references.map(({ type, id }) => `${type} ${id}`));
    expect(named.filter((one) => !ids.includes(one))).toEqual([]);
    // The dashboard is what is opened; everything else is reached from it.
    expect(ids.filter((one) => !named.includes(one))).toEqual(['dashboard imr-index-decisions']);
    for (const { references } of objects) expect(new Set(references.map(({ name }) => name)).size).toBe(references.length);
  });

  it('find their data view by a reference, where they ask for items', () => {
    for (const { attributes, references } of [...objectsOf('visualization'), ...objectsOf('search')]) {
      const name = attributes.kibanaSavedObjectMeta.searchSourceJSON.indexRefName;
      expect(references.map((reference) => reference.name)).toEqual(name === undefined ? [] : [name]);
      const asks = !('visState' in attributes) || attributes.visState.aggs.length > 0;
      expect(name !== undefined, attributes.title).toBe(asks);
    }
  });
});

describe('the data view', () => {
  it('names every field of a document in words, and no other', () => {
    expect(Object.keys(view.fieldAttrs).sort()).toEqual(shown.sort());
    expect(fields.get(view.timeFieldName)).toBe('date');
  });

  it('hides the streams that are asked only by this program', () => {
    expect(view.sourceFilters).toEqual(streams.map((stream) => ({ value: `${stream}.*` })));
  });

  it('shows each value as the project words it, and what is not stated too', () => {
    const lookups = Object.entries(view.fieldFormatMap).flatMap(([path, format]) =>
      format.id === 'static_lookup' ? [[path, new Map(format.params.lookupEntries.map(({ key, value }) => [key, value]))] as const] : [],
    );
    const words = new Map(lookups);
    expect([...(words.get('decision') ?? [])]).toEqual(Object.entries(DECISION_LABELS).map(([id, { short }]) => [id, short]));
    for (const [path, lookup] of lookups) {
      if (!(path in KEYWORD_FIELDS)) continue;
      const { labels, notStated } = KEYWORD_FIELDS[path as KeywordField];
      expect(lookup.get(NOT_STATED), path).toBe(notStated ?? undefined);
      for (const value of labels?.keys() ?? []) expect(lookup.has(value), `${path} ${value}`).toBe(true);
    }
    expect(Object.entries(KEYWORD_FIELDS).filter(([path, row]) => row.notStated !== null && !words.has(path))).toEqual([]);
    expect(Object.keys(view.fieldFormatMap).filter((path) => !fields.has(path))).toEqual([]);
  });
});

describe('the panels', () => {
  it.each(visualizations)('$title groups by fields that can be grouped by', ({ visState }) => {
    const named = visState.aggs.flatMap(({ params }) => ('field' in params ? [params.field] : []));
    expect(named.filter((path) => !AGGREGATABLE.includes(fields.get(path) ?? ''))).toEqual([]);
    // What a group is ordered by is a metric of the same panel.
    const metrics = visState.aggs.filter(({ schema }) => schema === 'metric').map(({ id }) => id);
    const orders = visState.aggs.flatMap(({ params }) => ('orderBy' in params ? [params.orderBy] : []));
    expect(orders.filter((by) => by !== '_key' && !metrics.includes(by))).toEqual([]);
    expect(new Set(visState.aggs.map(({ id }) => id)).size).toBe(visState.aggs.length);
  });

  it('split by decision into as many groups as there are decisions', () => {
    const splits = visualizations
      .flatMap(({ visState }) => visState.aggs)
      .filter((agg) => agg.type === 'terms' && agg.params.field === 'decision');
    expect(splits.length).toBeGreaterThan(0);
    for (const { params } of splits) expect(params).toMatchObject({ size: Object.keys(DECISION_LABELS).length, orderBy: '_key' });
  });

  it('say how decisions are meant, and that programs and what is not stated stand apart', () => {
    const note = visualizations.map(({ visState }) => (visState.type === 'markdown' ? visState.params.markdown : '')).join('');
    for (const { found } of Object.values(DECISION_LABELS)) expect(note).toContain(found);
    expect(note).toContain(NOT_STATED);
    expect(note).toMatch(/never mixed/);
  });

  it('list the items by what a document has', () => {
    expect(search.columns.filter((path) => !shown.includes(path))).toEqual([]);
    expect(search.sort.map(([path]) => path).filter((path) => !AGGREGATABLE.includes(fields.get(path) ?? ''))).toEqual([]);
  });
});

describe('the dashboard', () => {
  it('has every panel once, each in a place of its own', () => {
    const panels = dashboard.panelsJSON;
    expect(panels.map(({ panelIndex, type, panelRefName }) => ({ type, name: `${panelIndex}:${panelRefName}` }))).toEqual(
      dashboardReferences.filter(({ type }) => type !== 'index-pattern').map(({ type, name }) => ({ type, name })),
    );
    const cells = panels.flatMap(({ gridData: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, at) => `${x + (at % w)},${y + Math.floor(at / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(panels.filter(({ gridData: { x, w } }) => x + w > 48)).toEqual([]);
    expect(panels.filter(({ panelIndex, gridData }) => gridData.i !== panelIndex)).toEqual([]);
  });

  it('is about one program, which its control chooses', () => {
    const [[id, control] = ['', null], ...others] = Object.entries(dashboard.controlGroupInput.panelsJSON);
    expect(others).toEqual([]);
    expect(control?.explicitInput).toMatchObject({ id, fieldName: 'programme', singleSelect: true });
    expect(control?.explicitInput.selectedOptions.filter((value) => !(value in PROGRAMMES))).toEqual([]);
    expect(control?.explicitInput.selectedOptions).toHaveLength(1);
    expect(dashboardReferences.map(({ name }) => name)).toContain(`controlGroup_${id}:optionsListDataView`);
  });
});
