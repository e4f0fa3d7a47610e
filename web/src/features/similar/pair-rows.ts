/** Two items attribute by attribute. Pure. */
import type { ItemResponse } from '#contract/api.ts';
import { BASIS_LABELS, type CitingSide, REASON_LABELS, SIDE_LABELS, UR_ACTION_LABELS } from '#contract/lists.ts';
import { dayWords } from '../../lib/words.ts';

export interface PairRow {
  readonly name: string;
  readonly left: string;
  readonly right: string;
  /** Both state it, and the same. */
  readonly same: boolean;
}

const NONE = 'not stated';

/** What each attribute says of an item; empty where it says nothing. */
const ATTRIBUTES: readonly { readonly name: string; readonly of: (one: ItemResponse) => string }[] = [
  { name: 'Decided', of: ({ decidedOn }) => (decidedOn === null ? '' : dayWords(decidedOn)) },
  { name: 'In dispute', of: ({ item }) => item.inDispute?.value ?? item.heading?.value ?? '' },
  { name: 'Service', of: ({ item, labels }) => label(labels, item.service?.value) },
  { name: 'Drugs', of: ({ item }) => unique(item.drugs.map(({ value }) => value.generic)) },
  { name: 'Body part', of: ({ item, labels }) => unique(item.bodyParts.map(({ value }) => label(labels, value))) },
  { name: 'Side', of: ({ item }) => (item.side === null ? '' : SIDE_LABELS[item.side.value]) },
  { name: 'Quantity', of: quantityWords },
  { name: 'Around an operation', of: ({ item }) => (item.perioperative === null ? '' : 'yes') },
  { name: 'Follows', of: ({ item }) => (item.followsItem === null ? '' : `item ${item.followsItem.value}`) },
  { name: 'UR action', of: ({ item }) => (item.urAction === null ? '' : UR_ACTION_LABELS[item.urAction.value]) },
  { name: 'UR guideline', of: (one) => guidelines(one, 'administrator') },
  { name: 'IMR guideline', of: (one) => guidelines(one, 'reviewer') },
  { name: 'Reasons', of: ({ item }) => unique(item.reasons.map(({ value }) => REASON_LABELS[value])) },
];

/** One row for each attribute that either states. */
export function pairRows(left: ItemResponse, right: ItemResponse): PairRow[] {
  return ATTRIBUTES.flatMap(({ name, of }) => {
    const [a, b] = [of(left), of(right)];
    return a === '' && b === '' ? [] : [{ name, left: a || NONE, right: b || NONE, same: a !== '' && a.toLowerCase() === b.toLowerCase() }];
  });
}

function label(labels: Readonly<Record<string, string>>, value: string | undefined): string {
  return value === undefined ? '' : (labels[value] ?? value);
}

function unique(values: readonly string[]): string {
  return [...new Set(values)].join(', ');
}

function quantityWords({ item: { quantity } }: ItemResponse): string {
  const parts = [
    ['sessions', quantity.sessions],
    ['a week', quantity.perWeek],
    ['weeks', quantity.weeks],
    ['hours', quantity.hours],
    ['units', quantity.units],
    ['refills', quantity.refills],
  ] as const;
  return parts.flatMap(([words, found]) => (found === null ? [] : [`${found.value} ${words}`])).join(', ');
}

function guidelines({ item, labels }: ItemResponse, side: CitingSide): string {
  const { basis, citations } = item.guidelines[side];
  const cited = unique(citations.map(({ guideline, title }) => labels[guideline] ?? title ?? guideline));
  return cited !== '' ? cited : basis === null ? '' : BASIS_LABELS[basis.value];
}
