/** The head of a determination: the ways back and to other results, the number, how its items were decided and when, and the ways between them. */
import type { ReactNode } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import type { Determination, Item } from '#contract/determination.ts';
import { DECISIONS } from '#contract/lists.ts';
import { fieldLabel, notStatedLabel } from '#contract/programme-fields.ts';
import { DecisionBadge } from '../../components/decision-badge.tsx';
import { DocumentHead } from '../../components/document-head.tsx';
import { ItemSteps } from '../../components/item-steps.tsx';
import { programmeOnly, shortName } from '../../lib/programme-filter.ts';
import { readNarrowing, searchHref } from '../../lib/url-state.ts';
import { dayWords } from '../../lib/words.ts';
import styles from './letter-head.module.css';
import { openedFrom } from './opened-from.ts';
import { ResultSteps } from './result-steps.tsx';
import { Sourced } from './sourced.tsx';

interface Props {
  /** Undefined while it is not there. */
  determination: Determination | undefined;
  /** The number of the item that the page is about. */
  current: number;
  /** Ways to the parts of the page, where they stand one below the other. */
  children?: ReactNode;
}

export function LetterHead({ determination, current, children }: Props) {
  const [params] = useSearchParams();
  const back = openedFrom(useLocation().state);
  const q = params.get('q') ?? '';
  const filters = programmeOnly(readNarrowing(params).filters);
  return (
    <DocumentHead
      // The way back keeps the whole list; a page opened from a link only knows its words.
      back={back ?? { href: searchHref({ q, filters }), label: q === '' ? 'Search' : 'Back to results' }}
      ways={back === null || determination === undefined ? null : <ResultSteps back={back} letterId={determination.id} number={current} />}
      title={
        determination === undefined ? (
          'IMR determination'
        ) : (
          <>
            <span className={styles['what']}>
              {determination.published === null ? 'IMR' : shortName(determination.programme)} determination{' '}
            </span>
            <Sourced path="caseNumber" found={determination.caseNumber}>
              {determination.caseNumber.value}
            </Sourced>
          </>
        )
      }
    >
      {determination === undefined ? null : (
        <>
          <Outcomes items={determination.items} programme={determination.programme} />
          <Decided determination={determination} />
          {children}
          <ItemSteps items={determination.items} current={current} />
        </>
      )}
    </DocumentHead>
  );
}

function Decided({ determination: { dates, published, programme } }: { determination: Determination }) {
  const found = dates.decided;
  if (found === null && published?.year) {
    return (
      <p className={styles['day']}>
        {fieldLabel('decidedYear', programme)}{' '}
        <Sourced path="published.year" found={published.year}>
          {published.year.value}
        </Sourced>
      </p>
    );
  }
  if (found === null) return <p>{notStatedLabel('decidedYear', programme)}</p>;
  return (
    <p className={styles['day']}>
      Decided{' '}
      <Sourced path="dates.decided" found={found}>
        {dayWords(found.value)}
      </Sourced>
    </p>
  );
}

/** One badge where all were decided alike, else one for each outcome with its count. */
function Outcomes({ items, programme }: { items: readonly Item[]; programme: string }) {
  const decisions = items.map(({ decision }) => decision?.value ?? 'undetermined');
  if (decisions.length === 0) return <p>No disputed item</p>;
  return (
    <ul className={styles['outcomes']} aria-label="How its items were decided">
      {DECISIONS.map((decision) => {
        const count = decisions.filter((one) => one === decision).length;
        return count === 0 ? null : (
          <li key={decision}>
            <DecisionBadge decision={decision} programme={programme} short {...(items.length === 1 ? {} : { count })} />
          </li>
        );
      })}
    </ul>
  );
}
