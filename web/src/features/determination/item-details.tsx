/** What else was read about a disputed item: drugs, body parts, quantity, days and so on. Only what the letter states is shown. */
import type { ReactNode } from 'react';
import type { Item } from '#contract/determination.ts';
import type { Reason } from '#contract/lists.ts';
import type { Grade } from '#contract/span.ts';
import { dayWords } from '../../lib/words.ts';
import { Sourced } from './sourced.tsx';

const REASON_WORDS: Record<Reason, string> = {
  missing_documentation: 'documentation is missing',
  no_functional_improvement: 'no functional improvement',
  exceeds_guideline_count: 'exceeds the guideline’s count',
  guideline_silent: 'the guideline does not address it',
  not_indicated: 'not indicated',
};

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
export function ItemDetails({ item, path }: { item: Item; path: string }): ReactNode {
  return toDetails(item)
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

function toDetails(item: Item): Detail[] {
  const quantity = Object.entries(QUANTITY_WORDS).map(([part, name]) => {
    const found = item.quantity[part as keyof Item['quantity']];
    return { name, path: `quantity.${part}`, found, words: String(found?.value) };
  });
  return [
    ...item.drugs.map((found, index) => ({
      name: 'Drug',
      path: `drugs.${index}`,
      found,
      words: [found.value.generic, found.value.strength].filter((part) => part !== null).join(' '),
    })),
    ...item.bodyParts.map((found, index) => ({ name: 'Body part', path: `bodyParts.${index}`, found, words: found.value })),
    { name: 'Side', path: 'side', found: item.side, words: item.side?.value ?? '' },
    ...quantity,
    { name: 'Date of service', path: 'dateOfService', found: item.dateOfService, words: dayWords(item.dateOfService?.value ?? null) },
    { name: 'Retrospective', path: 'retrospective', found: item.retrospective, words: item.retrospective?.value ?? '' },
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
    ...item.reasons.map((found, index) => ({ name: 'Reason', path: `reasons.${index}`, found, words: REASON_WORDS[found.value] })),
  ];
}
