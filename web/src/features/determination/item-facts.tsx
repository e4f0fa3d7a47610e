/** The facts of a disputed item as a grid: what was asked where it is more than its title, what UR did, the service, drugs, body parts and so on. */
import type { ReactNode } from 'react';
import type { Item } from '#contract/determination.ts';
import { SIDE_LABELS, UR_ACTION_LABELS } from '#contract/lists.ts';
import type { Grade } from '#contract/span.ts';
import { evened } from '#mappings/text/evened.ts';
import { countWords, dayWords } from '../../lib/words.ts';
import styles from './item-facts.module.css';
import { Sourced } from './sourced.tsx';

/** A value with its path below the item, and the words that show it. */
interface Value {
  readonly path: string;
  readonly found: { grade: Grade } | null;
  readonly words: string;
}

interface Fact {
  readonly name: string;
  readonly values: readonly Value[];
  /** A text that takes the whole width. */
  readonly long?: boolean;
}

interface Props {
  item: Item;
  /** The path of the item in the record, for example `items.0`. */
  path: string;
  labels: Readonly<Record<string, string>>;
  /** It is the row of a table: what only letters say is not missed. */
  row?: boolean;
}

export function ItemFacts({ item, path, labels, row = false }: Props): ReactNode {
  const facts = toFacts(item, labels).map((fact) => ({ ...fact, values: fact.values.filter(({ found }) => found !== null) }));
  const stated = facts.filter(({ values }) => values.length > 0);
  const absent = row ? '' : absentWords(item);
  return (
    <>
      {stated.length === 0 ? null : (
        <dl className={styles['facts']}>
          {stated.map(({ name, values, long = false }) => (
            <div key={name} data-long={long}>
              <dt>{name}</dt>
              {values.map((value) => (
                <dd key={value.path}>
                  <Sourced path={`${path}.${value.path}`} found={value.found}>
                    {value.words}
                  </Sourced>
                </dd>
              ))}
            </div>
          ))}
        </dl>
      )}
      {absent === '' ? null : <p className={styles['absent']}>{absent}</p>}
    </>
  );
}

function toFacts(item: Item, labels: Props['labels']): Fact[] {
  const labelled = (id: string | undefined) => (id === undefined ? '' : (labels[id] ?? id));
  return [
    ...requests(item),
    { name: 'Service', values: [{ path: 'service', found: item.service, words: labelled(item.service?.value) }] },
    { name: 'Service category', values: [{ path: 'category', found: item.category, words: labelled(item.category?.value) }] },
    {
      name: 'UR action',
      values:
        item.urAction === null || item.urAction.value === 'unknown'
          ? []
          : [{ path: 'urAction', found: item.urAction, words: UR_ACTION_LABELS[item.urAction.value].replace(' at UR', '') }],
    },
    {
      name: item.drugs.length > 1 ? 'Drugs' : 'Drug',
      values: item.drugs.map((found, index) => ({ path: `drugs.${index}`, found, words: drugWords(found.value) })),
    },
    {
      name: item.bodyParts.length > 1 ? 'Body parts' : 'Body part',
      values: item.bodyParts.map((found, index) => ({ path: `bodyParts.${index}`, found, words: labelled(found.value) })),
    },
    { name: 'Side', values: item.side === null ? [] : [{ path: 'side', found: item.side, words: SIDE_LABELS[item.side.value] }] },
    { name: 'Quantity', values: quantities(item, labelled) },
    { name: 'Type of request', values: types(item) },
    {
      name: item.codes.length > 1 ? 'Codes' : 'Code',
      values: item.codes.map((found, index) => ({
        path: `codes.${index}`,
        found,
        words: `${found.value.system.toUpperCase()} ${found.value.code}`,
      })),
    },
    {
      name: 'Date of service',
      values: [{ path: 'dateOfService', found: item.dateOfService, words: dayWords(item.dateOfService?.value ?? null) }],
    },
    {
      name: 'Depends on',
      values: [{ path: 'followsItem', found: item.followsItem, words: `item ${item.followsItem?.value}, whose rationale it follows` }],
    },
  ];
}

/** What was asked, where the item's title does not say it already; what is in dispute is said again only beside what is not. */
function requests({ heading, originalRequest, authorizedAtUr, inDispute }: Item): Fact[] {
  const title = inDispute ?? heading;
  const long = (name: string, path: string, found: Item['heading']): Fact => ({
    name,
    values: [{ path, found, words: found?.value ?? '' }],
    long: true,
  });
  return [
    sameWords(originalRequest, title) ? null : long('Requested', 'originalRequest', originalRequest),
    authorizedAtUr === null ? null : long('Authorized at UR', 'authorizedAtUr', authorizedAtUr),
  ].filter((fact) => fact !== null);
}

function quantities({ quantity, quantityByBodyPart }: Item, labelled: (id: string) => string): Value[] {
  const { sessions, perWeek, weeks, hours, units, refills } = quantity;
  const value = (part: keyof Item['quantity'], found: Item['quantity'][keyof Item['quantity']], words: (count: number) => string) => ({
    path: `quantity.${part}`,
    found,
    words: found === null ? '' : words(found.value),
  });
  return [
    value('sessions', sessions, (count) => countWords(count, 'session')),
    value('perWeek', perWeek, (count) => `${count} a week`),
    value('weeks', weeks, (count) => countWords(count, 'week')),
    value('hours', hours, (count) => countWords(count, 'hour')),
    value('units', units, (count) => countWords(count, 'unit')),
    value('refills', refills, (count) => countWords(count, 'refill')),
    ...quantityByBodyPart.map((found, index) => ({
      path: `quantityByBodyPart.${index}`,
      found,
      words: `${countWords(found.value.sessions, 'session')} for ${labelled(found.value.bodyPart)}`,
    })),
  ];
}

function types({ acquisition, trial, retrospective, associatedSurgicalService, perioperative }: Item): Value[] {
  return [
    { path: 'acquisition', found: acquisition, words: acquisition?.value === 'rental' ? 'Rental' : 'Purchase' },
    { path: 'trial', found: trial, words: 'Trial' },
    // That a request looks ahead is the rule; and where a date of service alone is printed, that date says it.
    { path: 'retrospective', found: retrospective?.value === 'yes' ? retrospective : null, words: 'Retrospective' },
    { path: 'associatedSurgicalService', found: associatedSurgicalService, words: 'Associated surgical service' },
    { path: 'perioperative', found: perioperative, words: 'Perioperative' },
  ];
}

/** What a reader looks for in every item and this letter does not say. */
function absentWords({ urAction, service }: Item): string {
  return [
    urAction === null || urAction.value === 'unknown' ? 'UR action not stated.' : null,
    service === null ? 'Service not classified.' : null,
  ]
    .filter((words) => words !== null)
    .join(' ');
}

/** "hydrocodone/acetaminophen 10/325 mg (printed as Norco)" */
function drugWords({ generic, brand, strength }: Item['drugs'][number]['value']): string {
  const printed = brand === null || brand.toLowerCase() === generic.toLowerCase() ? '' : ` (printed as ${brand})`;
  return `${[generic, strength].filter((part) => part !== null).join(' ')}${printed}`;
}

/** Whether both say the same, but for blanks, capitals and the stop at the end. What was not found says nothing else. */
function sameWords(found: Item['heading'], other: Item['heading']): boolean {
  const plain = (words: string) =>
    evened(words)
      .toLowerCase()
      .replace(/[.;:]$/, '');
  return found === null || (other !== null && plain(found.value) === plain(other.value));
}
