/** The dashboard: where each panel stands, and the control by which one program is chosen. */
import { FIRST_PROGRAMME } from '#contract/programmes.ts';
import { keywordPath } from '#mappings/elasticsearch.ts';
import { fieldLabel } from './data-view.ts';
import { savedSearch, visualizations } from './panels.ts';
import { idOf, type Reference, type SavedObject, savedObject, toDataView } from './saved-object.ts';

/** Columns of Kibana's grid. */
const WIDTH = 48;
/** Before the first decision that any program published. */
const FROM = '2000-01-01T00:00:00.000Z';

const PROGRAMME_CONTROL = 'programme';

/** Rows from the top: their height, and in each the panels by name with their widths, which fill it. */
const ROWS: readonly { readonly height: number; readonly panels: readonly (readonly [name: string, width: number])[] }[] = [
  {
    height: 16,
    panels: [
      ['note', 30],
      ['items-and-letters', 18],
    ],
  },
  { height: 7, panels: [['programmes', WIDTH]] },
  {
    height: 15,
    panels: [
      ['decisions-by-month', 24],
      ['letters-by-month', 24],
    ],
  },
  {
    height: 18,
    panels: [
      ['decisions-by-category', 24],
      ['shares-by-service', 24],
    ],
  },
  {
    height: 18,
    panels: [
      ['decisions-by-imrGuidelineFamily', 24],
      ['decisions-by-specialty', 24],
    ],
  },
  { height: 22, panels: [['latest-items', WIDTH]] },
];

/** The dashboard of all panels. */
export function dashboard(): SavedObject {
  const panels = placed();
  return savedObject(
    'dashboard',
    'decisions',
    {
      title: 'IMR Index: decisions',
      description: 'Disputed items of Independent Medical Review and how they were decided, for one program at a time.',
      panelsJSON: JSON.stringify(panels.map(({ panel }) => panel)),
      optionsJSON: JSON.stringify({ useMargins: true, syncColors: true, syncCursor: true, syncTooltips: false, hidePanelTitles: false }),
      controlGroupInput: controls(),
      timeRestore: true,
      timeFrom: FROM,
      timeTo: 'now',
      refreshInterval: { pause: true, value: 60_000 },
      version: 1,
      kibanaSavedObjectMeta: { searchSourceJSON: JSON.stringify({ query: { query: '', language: 'kuery' }, filter: [] }) },
    },
    [...panels.map(({ reference }) => reference), toDataView(`controlGroup_${PROGRAMME_CONTROL}:optionsListDataView`)],
  );
}

/** The panels at their places, each a reference to its object. */
function placed(): { panel: object; reference: Reference }[] {
  const objects = [...visualizations(), savedSearch()];
  let y = 0;
  return ROWS.flatMap(({ height, panels }) => {
    const top = y;
    y += height;
    let x = 0;
    return panels.map(([name, w]) => {
      const id = idOf(name);
      const type = objects.find((object) => object.id === id)?.type;
      if (type === undefined) throw new Error(`no panel is called ${name}`);
      const left = x;
      x += w;
      return {
        panel: {
          type,
          panelIndex: name,
          gridData: { x: left, y: top, w, h: height, i: name },
          embeddableConfig: { enhancements: {}, ...(name === 'note' ? { hidePanelTitles: true } : {}) },
          panelRefName: `panel_${name}`,
        },
        reference: { name: `${name}:panel_${name}`, type, id },
      };
    });
  });
}

/** One program is chosen, and no more than one can be. */
function controls(): object {
  const control = {
    type: 'optionsListControl',
    order: 0,
    grow: false,
    width: 'large',
    explicitInput: {
      id: PROGRAMME_CONTROL,
      fieldName: keywordPath('programme'),
      title: fieldLabel(keywordPath('programme')),
      singleSelect: true,
      selectedOptions: [FIRST_PROGRAMME],
      enhancements: {},
    },
  };
  return {
    controlStyle: 'oneLine',
    chainingSystem: 'HIERARCHICAL',
    ignoreParentSettingsJSON: JSON.stringify({
      ignoreFilters: false,
      ignoreQuery: false,
      ignoreTimerange: false,
      ignoreValidations: false,
    }),
    panelsJSON: JSON.stringify({ [PROGRAMME_CONTROL]: control }),
  };
}
