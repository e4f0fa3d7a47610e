/** The words that show the ids in a record. */
import type { Determination, Item } from '#contract/determination.ts';
import { labelOf } from './fields.ts';

/** An id with the words that show it. */
export interface Labelled {
  value: string;
  label: string;
}

export function labelled(field: Parameters<typeof labelOf>[0], value: string): Labelled {
  return { value, label: labelOf(field, value) };
}

/** Words for every service, category, body part, guideline and guideline family that the items name. */
export function labelsOf(items: readonly Item[]): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const item of items) {
    if (item.service !== null) labels[item.service.value] = labelOf('service', item.service.value);
    if (item.category !== null) labels[item.category.value] = labelOf('category', item.category.value);
    for (const part of item.bodyParts) labels[part.value] = labelOf('bodyPart', part.value);
    for (const { value } of item.quantityByBodyPart) labels[value.bodyPart] = labelOf('bodyPart', value.bodyPart);
    const { administrator, reviewer, mentions } = item.guidelines;
    for (const citation of [...administrator.citations, ...reviewer.citations, ...mentions]) {
      labels[citation.family] ??= labelOf('guidelineFamily', citation.family);
      // Some rows are guideline and family in one; the guideline's words say more.
      labels[citation.guideline] = labelOf('guideline', citation.guideline);
    }
  }
  return labels;
}

/** Words for the categories of a row, behind the name of their field and a colon: an id of one field may be one of another, in other words. */
export function labelsOfRow({ published }: Pick<Determination, 'published'>): Record<string, string> {
  const categories = [
    ...(published?.diagnosisCategories ?? []).map(({ value }) => ['diagnosisCategory', value] as const),
    ...(published?.treatmentCategories ?? []).map(({ value }) => ['treatmentCategory', value] as const),
  ];
  return Object.fromEntries(categories.map(([field, value]) => [`${field}:${value}`, labelOf(field, value)]));
}

/** The guidelines one side cites, each once, in the order cited. */
export function guidelinesOf(item: Item, side: 'administrator' | 'reviewer'): Labelled[] {
  const ids = new Set(item.guidelines[side].citations.map((citation) => citation.guideline));
  return [...ids].map((id) => labelled('guideline', id));
}
