/** Two items, or a described case and an item, attribute by attribute. Pure. */
import type { ItemResponse } from '#contract/api.ts';
import {
  BASIS_LABELS,
  type CitingSide,
  CRITERION_LABELS,
  type Criterion,
  REASON_LABELS,
  SIDE_LABELS,
  UR_ACTION_LABELS,
} from '#contract/lists.ts';
import type { Neighbour, Profile } from '#contract/similar.ts';
import { dayWords, itemWords } from '../../lib/words.ts';

export interface PairRow {
  readonly name: string;
  /** Null: not stated. */
  readonly left: string | null;
  readonly right: string | null;
  /** Both state it, and the same. */
  readonly same: boolean;
}

interface Attribute {
  readonly name: string;
  /** What it says of an item; empty where it says nothing. */
  readonly of: (one: ItemResponse) => string;
  /** What a described case says of it. */
  readonly told?: Criterion;
}

const ATTRIBUTES: readonly Attribute[] = [
  { name: 'Decided', of: ({ decidedOn, year }) => (decidedOn === null ? (year ?? '') : dayWords(decidedOn)) },
  { name: 'In dispute', of: ({ item }) => itemWords(item) ?? '' },
  { name: 'Service', of: ({ item, labels }) => label(labels, item.service?.value), told: 'service' },
  { name: 'Drugs', of: ({ item }) => unique(item.drugs.map(({ value }) => value.generic)), told: 'drug' },
  { name: 'Body part', of: ({ item, labels }) => unique(item.bodyParts.map(({ value }) => label(labels, value))), told: 'bodyPart' },
  { name: 'Side', of: ({ item }) => (item.side === null ? '' : SIDE_LABELS[item.side.value]), told: 'side' },
  { name: 'Quantity', of: quantityWords },
  { name: 'Perioperative', of: ({ item }) => (item.perioperative === null ? '' : 'yes') },
  { name: 'Follows', of: ({ item }) => (item.followsItem === null ? '' : `item ${item.followsItem.value}`) },
  {
    name: 'UR action',
    of: ({ item: { urAction } }) => (urAction === null || urAction.value === 'unknown' ? '' : UR_ACTION_LABELS[urAction.value]),
  },
  { name: 'UR guideline', of: (one) => guidelines(one, 'administrator') },
  { name: 'IMR guideline', of: (one) => guidelines(one, 'reviewer') },
  { name: 'What decided', of: ({ item }) => item.deciding[0]?.value ?? '' },
  { name: 'Reasons', of: ({ item }) => unique(item.reasons.map(({ value }) => REASON_LABELS[value])) },
];

/** One row for each attribute that either states. */
export function pairRows(left: ItemResponse, right: ItemResponse): PairRow[] {
  return ATTRIBUTES.flatMap(({ name, of }) => {
    const [a, b] = [of(left), of(right)];
    return a === '' && b === '' ? [] : [{ name, left: a || null, right: b || null, same: a !== '' && evened(a) === evened(b) }];
  });
}

/** What of a described case can be held against an item only by comparing: its record alone does not say it. */
const COMPARED = ['diagnosis', 'stage', 'guideline', 'words'] as const satisfies readonly Criterion[];

/**
 * A described case and an item: one row for each attribute that either states. `neighbour`: the item as it was compared with the case;
 * undefined where it is not among the nearest. `same`: whatever was told is so for the item.
 */
export function toldRows(
  profile: Profile,
  item: ItemResponse,
  neighbour: Pick<Neighbour, 'shared' | 'differs' | 'sharedWords'> | undefined,
): PairRow[] {
  const toldOf = (criterion: Criterion) =>
    criterion === 'words' ? profile.words : profile.facts.filter((fact) => fact.criterion === criterion).map((fact) => fact.label);
  const row = (name: string, told: readonly string[], here: string, shared: readonly string[]): PairRow[] =>
    told.length === 0 && here === ''
      ? []
      : [{ name, left: unique(told) || null, right: here || null, same: told.length > 0 && told.every((one) => shared.includes(one)) }];
  const sharedOf = (criterion: Criterion) =>
    neighbour === undefined
      ? []
      : criterion === 'words'
        ? neighbour.sharedWords
        : neighbour.shared.filter((fact) => fact.criterion === criterion).map((fact) => fact.label);
  const compared =
    neighbour === undefined
      ? []
      : COMPARED.flatMap((criterion) => {
          const told = toldOf(criterion);
          const apart = neighbour.differs.find((one) => one.criterion === criterion)?.here ?? [];
          return told.length === 0
            ? []
            : row(CRITERION_LABELS[criterion], told, unique([...sharedOf(criterion), ...apart]), sharedOf(criterion));
        });
  return [
    ...ATTRIBUTES.flatMap(({ name, of, told }) =>
      told === undefined ? row(name, [], of(item), []) : row(name, toldOf(told), of(item), sharedOf(told)),
    ),
    ...compared,
  ];
}

/** Lists that differ in their order alone say the same. */
function evened(words: string): string {
  return words.toLowerCase().split(', ').sort().join(', ');
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
