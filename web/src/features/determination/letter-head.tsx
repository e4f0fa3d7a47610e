/**
 * The head of a determination, which stays in sight: the way back, the number, how the items were decided and when, and the ways to the
 * items before and behind.
 */
import { ActionIcon } from '@mantine/core';
import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import { Link, useLocation, useSearchParams } from 'react-router';
import type { Determination, Item } from '#contract/determination.ts';
import { DECISIONS } from '#contract/lists.ts';
import { DecisionBadge } from '../../components/decision-badge.tsx';
import { BackIcon, DownIcon, UpIcon } from '../../components/icons.tsx';
import { withItem } from '../../lib/item-links.ts';
import { searchHref } from '../../lib/url-state.ts';
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
  const head = useRef<HTMLElement>(null);
  useStay(head);
  return (
    <header ref={head} className={styles['head']} data-stays>
      <Ways letterId={determination?.id} current={current} />
      <h1>
        <span className={styles['what']}>IMR determination </span>
        {determination === undefined ? null : (
          <Sourced path="caseNumber" found={determination.caseNumber}>
            {determination.caseNumber.value}
          </Sourced>
        )}
      </h1>
      {determination === undefined ? null : (
        <>
          <Outcomes items={determination.items} />
          <p className={styles['day']}>
            {determination.dates.decided === null ? (
              'Decision day not stated'
            ) : (
              <>
                Decided{' '}
                <Sourced path="dates.decided" found={determination.dates.decided}>
                  {dayWords(determination.dates.decided.value)}
                </Sourced>
              </>
            )}
          </p>
          {children}
          {determination.items.length < 2 ? null : <ItemSteps items={determination.items} current={current} />}
        </>
      )}
    </header>
  );
}

/** Whatever is gone to comes to stand below the head, however many lines that has. */
function useStay(head: RefObject<HTMLElement | null>): void {
  // Before anything is scrolled to.
  useLayoutEffect(() => {
    const element = head.current;
    if (element === null) return;
    const root = document.documentElement.style;
    const measure = () => root.setProperty('--imr-stay', `${element.offsetHeight}px`);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
      root.removeProperty('--imr-stay');
    };
  }, [head]);
}

/** The way back keeps the whole list; a page opened from a link only knows its words. */
function Ways({ letterId, current }: { letterId: string | undefined; current: number }) {
  const [params] = useSearchParams();
  const back = openedFrom(useLocation().state);
  const q = params.get('q') ?? '';
  return (
    <div className={styles['ways']}>
      <Link to={back?.href ?? searchHref({ q })} className={styles['back']}>
        <BackIcon /> <span>{back?.label ?? (q === '' ? 'Search' : 'Back to results')}</span>
      </Link>
      {back === null || letterId === undefined ? null : <ResultSteps back={back} letterId={letterId} number={current} />}
    </div>
  );
}

/** One badge where all were decided alike, else one for each outcome with its count. */
function Outcomes({ items }: { items: readonly Item[] }) {
  const decisions = items.map(({ decision }) => decision?.value ?? 'undetermined');
  if (decisions.length === 0) return <p>No disputed item</p>;
  return (
    <ul className={styles['outcomes']} aria-label="How its items were decided">
      {DECISIONS.map((decision) => {
        const count = decisions.filter((one) => one === decision).length;
        return count === 0 ? null : (
          <li key={decision}>
            <DecisionBadge decision={decision} short {...(items.length === 1 ? {} : { count })} />
          </li>
        );
      })}
    </ul>
  );
}

function ItemSteps({ items, current }: { items: readonly Item[]; current: number }) {
  const at = items.findIndex(({ number }) => number === current);
  return (
    <nav className={styles['steps']} aria-label="Disputed items">
      <span role="status">
        Item {current} of {items.length}
      </span>
      <ItemStep to={items[at - 1]} name="Previous item" keys="k">
        <UpIcon />
      </ItemStep>
      <ItemStep to={items[at + 1]} name="Next item" keys="j">
        <DownIcon />
      </ItemStep>
    </nav>
  );
}

/** A way to nowhere stays where it is, so that nothing moves beside it. */
function ItemStep({ to, name, keys, children }: { to: Item | undefined; name: string; keys: string; children: ReactNode }) {
  const [params] = useSearchParams();
  const { state } = useLocation();
  const shared = { variant: 'default', 'aria-label': name, 'aria-keyshortcuts': keys, title: `${name} (${keys})` };
  if (to === undefined) {
    return (
      <ActionIcon {...shared} data-disabled aria-disabled>
        {children}
      </ActionIcon>
    );
  }
  return (
    <ActionIcon {...shared} component={Link} to={withItem(params, to.number)} state={state} replace preventScrollReset>
      {children}
    </ActionIcon>
  );
}
