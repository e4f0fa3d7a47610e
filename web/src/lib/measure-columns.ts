/** The columns of a table of measured groups: what each says of a row, what it is ordered by, and what its number opens. Pure. */
import { isOfFew } from '#contract/limits.ts';
import { DECISION_LABELS, DECISIONS } from '#contract/lists.ts';
import type { Column } from '#contract/metrics.ts';
import type { MeasuredGroup, MeasuredRow } from './measured-rows.ts';
import { numberWords, unitWords } from './words.ts';

export interface MeasureColumn {
  /** Unlike any other of the table; as it stands in the address. */
  readonly id: string;
  readonly label: string;
  /** What rows are ordered by; those without come last. */
  readonly value: (row: MeasuredRow) => number | null;
  readonly words: (row: MeasuredRow) => string;
  /** The items behind it; null where it is no count of items. */
  readonly href: (row: MeasuredRow) => string | null;
}

export interface Told {
  /** Whether letters are counted beside items: the row of a published table is one decision. */
  readonly letters?: boolean;
  /** Whether there is a rate: of what an outcome is told by, and of what counts more than rates do, there is none. */
  readonly rates?: boolean;
  /** Whether there is a column for each decision. */
  readonly decisions?: boolean;
  /** Numbers of the part besides. */
  readonly numbers?: readonly Column[];
  /** What the cohorts of a comparison are called; none where there is one. */
  readonly against?: { readonly first: string; readonly second: string };
}

export function measureColumns({ rates = true, letters = true, decisions = true, numbers = [], against }: Told = {}): MeasureColumn[] {
  const counted = letters ? 'Items' : 'Decisions';
  const first = (words: string) => (against === undefined ? words : `${words}: ${against.first}`);
  const other = against === undefined ? [] : [rateColumn(`Overturned rate: ${against.second}`, 'rateAgainst', (row) => row.against, true)];
  return [
    ...(rates ? [rateColumn(first('Overturned rate'), 'rate', (row) => row, against !== undefined)] : []),
    ...other,
    ...numbers.map(numberColumn),
    {
      id: 'items',
      label: first(counted),
      value: ({ items }) => items.count,
      words: ({ items }) => numberWords(items.count),
      href: ({ items }) => (items.count === 0 ? null : items.href),
    },
    ...(against === undefined ? [] : [itemsAgainst(`${counted}: ${against.second}`)]),
    ...(letters && against === undefined ? [LETTERS] : []),
    ...(decisions && against === undefined ? DECISIONS.map(decisionColumn) : []),
  ];
}

function itemsAgainst(label: string): MeasureColumn {
  const of = (row: MeasuredRow) => row.against?.items ?? null;
  return {
    id: 'itemsAgainst',
    label,
    value: (row) => of(row)?.count ?? null,
    words: (row) => numberWords(of(row)?.count ?? 0),
    href: (row) => (of(row)?.count ? (of(row)?.href ?? null) : null),
  };
}

const LETTERS: MeasureColumn = {
  id: 'letters',
  label: 'Letters',
  value: ({ letters }) => letters.count,
  words: ({ letters }) => `${letters.exact ? '' : 'about '}${numberWords(letters.count)}`,
  href: () => null,
};

/** `marked`: it says itself whether it is of few items, for the row is of two rates. */
function rateColumn(label: string, id: string, of: (row: MeasuredRow) => MeasuredGroup | null, marked: boolean): MeasureColumn {
  const few = (row: MeasuredRow) => (marked && isOfFew(of(row)?.rate ?? null) ? ', few' : '');
  return {
    id,
    label,
    value: (row) => of(row)?.rate?.share ?? null,
    words: (row) => (of(row)?.rate ? `${of(row)?.rate?.words}${few(row)}` : 'too few'),
    href: (row) => of(row)?.rate?.href ?? null,
  };
}

function decisionColumn(decision: (typeof DECISIONS)[number]): MeasureColumn {
  return {
    id: decision,
    label: DECISION_LABELS[decision].short,
    value: ({ decisions }) => decisions[decision].count,
    words: ({ decisions }) => numberWords(decisions[decision].count),
    href: ({ decisions }) => (decisions[decision].count === 0 ? null : decisions[decision].href),
  };
}

function numberColumn({ id, label, unit }: Column): MeasureColumn {
  return {
    id,
    label,
    value: ({ numbers }) => numbers[id] ?? null,
    words: ({ numbers, items }) => (id in numbers ? unitWords(numbers[id] ?? null, unit, items.count) : ''),
    href: () => null,
  };
}

/** By which column a table is ordered; null: as it came. */
export interface TableSort {
  readonly by: string;
  readonly descending: boolean;
}

/** As it stands in the address: "rate", "-rate"; a column that the table does not have orders nothing. */
export function readTableSort(text: string | null): TableSort | null {
  if (text === null || text === '' || text === '-') return null;
  return text.startsWith('-') ? { by: text.slice(1), descending: true } : { by: text, descending: false };
}

/** Null where nothing need stand there. */
export function writeTableSort(sort: TableSort | null): string | null {
  return sort === null ? null : `${sort.descending ? '-' : ''}${sort.by}`;
}
