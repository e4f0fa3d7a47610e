/** What else was read about a disputed item: drugs, body parts, quantity, days and so on. Only what the letter states is shown. */
import type { ReactNode } from 'react';
import type { Item } from '#contract/determination.ts';
import { RETROSPECTIVE_LABELS } from '#contract/lists.ts';
import type { Grade } from '#contract/span.ts';
import { dayWords } from '../../lib/words.ts';
import { Sourced } from './sourced.tsx';

const QUANTITY_WORDS = {
  sessions: 'Sessions',
  perWeek: 'Sessions a week',
  weeks: 'Weeks',
  hours: 'Hours',
  units: 'Units',
  refills: 'Refills',
} as const satisfies Record<keyof Item['quantity'], string>;

/** A value with its name, its path below the item, and the words that show it. */
interface Detail {
  readonly name: string;
  readonly path: string;
  readonly found: { grade: Grade } | null;
  readonly words: string;
}

/** Rows for the item's list of facts. `path`: of the item in the record, for example `items.0`. */
export function ItemDetails({ item, path, labels }: { item: Item; path: string; labels: Readonly<Record<string, string>> }): ReactNode {
  return toDetails(item, labels)
    .filter((detail) => detail.found !== null)
    .map((detail) => (
      <div key={detail.path}>
        <dt>{detail.name}</dt>
        <dd>
          <Sourced path={`${path}.${detail.path}`} found={detail.found}>
            {detail.words}
          </Sourced>
        </dd>
      </div>
    ));
}

function toDetails(item: Item, labels: Readonly<Record<string, string>>): Detail[] {
  const quantity = Object.entries(QUANTITY_WORDS).map(([part, name]) => {
    const found = item.quantity[part as keyof Item['quantity']];
    return { name, path: `quantity.${part}`, found, words: String(found?.value) };
  });
  return [
    ...item.drugs.map((found, index) => ({
      name: 'Drug',
      path: `drugs.${index}`,
      found,
      words: drugWords(found.value),
    })),
    ...item.bodyParts.map((found, index) => ({
      name: 'Body part',
      path: `bodyParts.${index}`,
      found,
      words: labels[found.value] ?? found.value,
    })),
    { name: 'Side', path: 'side', found: item.side, words: item.side?.value ?? '' },
    ...quantity,
    ...item.quantityByBodyPart.map((found, index) => ({
      name: 'Sessions',
      path: `quantityByBodyPart.${index}`,
      found,
      words: `${found.value.sessions} for ${labels[found.value.bodyPart] ?? found.value.bodyPart}`,
    })),
    { name: 'To have it', path: 'acquisition', found: item.acquisition, words: item.acquisition?.value ?? '' },
    { name: 'Trial', path: 'trial', found: item.trial, words: 'yes' },
    ...item.codes.map((found, index) => ({
      name: 'Code',
      path: `codes.${index}`,
      found,
      words: `${found.value.system.toUpperCase()} ${found.value.code}`,
    })),
    { name: 'Date of service', path: 'dateOfService', found: item.dateOfService, words: dayWords(item.dateOfService?.value ?? null) },
    // That a request looks ahead is the rule and goes without saying.
    ...(item.retrospective === null || item.retrospective.value === 'no'
      ? []
      : [
          {
            name: 'Retrospective',
            path: 'retrospective',
            found: item.retrospective,
            words: RETROSPECTIVE_LABELS[item.retrospective.value],
          },
        ]),
    {
      name: 'Printed as',
      path: 'associatedSurgicalService',
      found: item.associatedSurgicalService,
      words: 'associated surgical service',
    },
    { name: 'Perioperative', path: 'perioperative', found: item.perioperative, words: 'yes' },
    {
      name: 'Leans on',
      path: 'followsItem',
      found: item.followsItem,
      words: `item ${item.followsItem?.value}, whose rationale it follows`,
    },
  ];
}

/** "hydrocodone/acetaminophen 10/325 mg (printed as Norco)" */
function drugWords({ generic, brand, strength }: Item['drugs'][number]['value']): string {
  const printed = brand === null || brand.toLowerCase() === generic.toLowerCase() ? '' : ` (printed as ${brand})`;
  return `${[generic, strength].filter((part) => part !== null).join(' ')}${printed}`;
}
