/** The groups of the filter panel: which facets they show, in order, and which are open at first. */
import { type FacetValues, FIELDS, KEYWORD_FIELD_IDS, type KeywordField } from '#contract/fields.ts';
import { fieldLabel, isOffered, lacksWords } from '#contract/programme-fields.ts';
import type { Facet } from '#contract/search.ts';
import type { NarrowingState } from '../../lib/url-state.ts';
import { countWords } from '../../lib/words.ts';
import type { TreeFields } from './facet-tree.ts';

interface Common {
  readonly id: KeywordField;
  readonly label: string;
}
export type PanelGroup =
  | (Common & {
      readonly kind: 'list';
      readonly order: (typeof FIELDS)[KeywordField]['order'];
      readonly groups: readonly FacetValues[];
      readonly unlessAlone: boolean;
    })
  | (Common & { readonly kind: 'tree'; readonly fields: TreeFields })
  | (Common & { readonly kind: 'days' });

/** The groups in the order of the fields. */
export const PANEL: readonly PanelGroup[] = KEYWORD_FIELD_IDS.flatMap((id): PanelGroup[] => {
  const { label, facet, under, order } = FIELDS[id];
  if (facet === undefined) return [];
  const common = { id, label: facet.label ?? label };
  if (under !== undefined) return [{ ...common, kind: 'tree', fields: { branch: under.branch, leaf: id } }];
  if (facet.as === 'days') return [{ ...common, kind: 'days' }];
  return [{ ...common, kind: 'list', order, groups: facet.groups ?? [], unlessAlone: facet.unlessAlone === true }];
});

export const OPEN_AT_FIRST: readonly string[] = PANEL.filter(({ id }) => FIELDS[id].facet?.open === true).map(({ id }) => id);

/**
 * The groups that are offered where one program is looked at (null: several), by its own names, and what it lacks with why. What is chosen is offered all the
 * same, to be taken back. `switched`: the program is chosen elsewhere on the page. `apart`: fields that nothing is narrowed by on this page.
 */
export function offeredGroups(
  facets: readonly Facet[],
  state: Pick<NarrowingState, 'filters' | 'from' | 'to'>,
  programme: string | null,
  switched: boolean,
  apart: readonly KeywordField[] = [],
): { groups: PanelGroup[]; lacks: string | null } {
  const valuesOf = (field: KeywordField) => facets.find((facet) => facet.field === field)?.values ?? [];
  const isThere = (field: KeywordField) => state.filters[field] !== undefined || isOffered(programme, field, valuesOf(field));
  const panel = PANEL.filter(({ id }) => !apart.includes(id));
  const shown = panel.filter((group) => {
    if (group.id === 'programme') return !switched || (state.filters.programme?.length ?? 0) > 1;
    if (group.kind === 'tree') return isThere(group.fields.leaf) || isThere(group.fields.branch);
    if (group.kind === 'days') return isThere(group.id) || state.from !== null || state.to !== null;
    return isThere(group.id);
  });
  const groups = shown.map((group) => (group.kind === 'days' ? group : { ...group, label: fieldLabel(group.id, programme) }));
  const left = panel.length - shown.length - (switched ? 1 : 0);
  const lacks =
    programme === null || left <= 0
      ? null
      : (lacksWords(programme) ??
        `This table has no column for ${countWords(left, 'other filter')}, which ${left === 1 ? 'is' : 'are'} not shown.`);
  return { groups, lacks };
}
