/** The groups of the filter panel: which facets they show, in order, and which are open at first. */
import { ClaimAgeSchema } from '#contract/lists.ts';
import { type KeywordField, NOT_STATED } from '#contract/query.ts';
import { FIELD_NAMES } from '#mappings/field-names.ts';
import { categoryOf, familyOf, type TreeFields } from './facet-tree.ts';

/** Another order than by count: a closed list's own, or the latest first. */
type Order = 'latest' | readonly string[];

export type PanelGroup =
  | { readonly kind: 'list'; readonly id: KeywordField; readonly label: string; readonly order?: Order }
  | { readonly kind: 'tree'; readonly id: KeywordField; readonly label: string; readonly fields: TreeFields }
  | { readonly kind: 'days'; readonly id: 'decidedMonth'; readonly label: string };

const list = (id: KeywordField): PanelGroup => ({ kind: 'list', id, label: FIELD_NAMES[id].label });

/** Every field of SEARCH_FACETS stands in one of them (tested). */
export const PANEL: readonly PanelGroup[] = [
  list('decision'),
  { kind: 'tree', id: 'service', label: 'Service', fields: { branch: 'category', leaf: 'service', branchOf: categoryOf } },
  { kind: 'days', id: 'decidedMonth', label: 'Decided' },
  {
    kind: 'tree',
    id: 'imrGuideline',
    label: 'IMR guideline',
    fields: { branch: 'imrGuidelineFamily', leaf: 'imrGuideline', branchOf: familyOf },
  },
  {
    kind: 'tree',
    id: 'urGuideline',
    label: 'UR guideline',
    fields: { branch: 'urGuidelineFamily', leaf: 'urGuideline', branchOf: familyOf },
  },
  list('urBasis'),
  list('edition'),
  list('reason'),
  list('bodyPart'),
  list('drugClass'),
  list('drug'),
  list('diagnosis'),
  { kind: 'list', id: 'claimAge', label: FIELD_NAMES.claimAge.label, order: ClaimAgeSchema.options },
  list('urAction'),
  list('perioperative'),
  list('follows'),
  list('specialty'),
  list('priority'),
  { kind: 'list', id: 'decidedYear', label: FIELD_NAMES.decidedYear.label, order: 'latest' },
];

export const OPEN_AT_FIRST: readonly string[] = ['decision', 'service', 'decidedMonth', 'imrGuideline'];

/** The values of a list in its order; what is not stated is the last. */
export function inOrder<V extends { readonly value: string }>(values: readonly V[], order: Order | undefined): readonly V[] {
  const ordered = (): V[] => {
    if (order === undefined) return [...values];
    if (order === 'latest') return values.toSorted((a, b) => (a.value < b.value ? 1 : -1));
    return values.toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
  };
  return ordered().sort((a, b) => Number(a.value === NOT_STATED) - Number(b.value === NOT_STATED));
}
