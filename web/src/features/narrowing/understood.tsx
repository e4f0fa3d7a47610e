/**
 * What was searched for beyond the words as typed. What asks for an answer (another spelling, a rate, words that may have meant an outcome) is always in sight; the
 * rest is folded into the line above (understood-line.tsx) and opened by it. Each line has its switch; what was switched off is told too, with the way back.
 */
import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { UnderstoodPart, Understood as UnderstoodParts } from '#contract/understood.ts';
import {
  AS_CASE_WORDS,
  alsoWords,
  daysWords,
  eitherWords,
  fewNames,
  filterWords,
  idleWords,
  lackedOf,
  ofTheseWords,
  type PartOf,
  partsOf,
  preferredWords,
  RATES_WORDS,
  ratesOfWords,
  requestedWords,
  takenWords,
} from '#mappings/understood-words.ts';
import { withinHref } from '../../lib/programme-filter.ts';
import {
  allAsTyped,
  asTyped,
  conditionChips,
  type Lacking,
  ratesOf,
  understoodAgain,
  withOutcome,
  withSuggestion,
} from '../../lib/understood-words.ts';
import { type NarrowingState, withParams, writeNarrowing } from '../../lib/url-state.ts';
import { countWords, numberWords } from '../../lib/words.ts';
import styles from './understood.module.css';

interface Props {
  understood: UnderstoodParts;
  /** What the items that come nearest lack. */
  lacking?: Lacking;
  state: NarrowingState;
  /** The address of the page with another narrowing. */
  hrefOf: (state: NarrowingState) => string;
  /** The page shows rates: it says itself that a case has none, and a word for rates leads nowhere else. */
  ofRates?: boolean;
  /** Takes the focus to what is narrowed. */
  onLast: () => void;
  /** The answer is that of this search. */
  settled: boolean;
  /** All of it is in sight. */
  open: boolean;
  id: string;
}

export function Understood({
  understood: { asCase, parts },
  lacking = [],
  state,
  hrefOf,
  ofRates = false,
  onLast,
  settled,
  open,
  id,
}: Props) {
  const { lines, followed } = useFollowedLine(hrefOf(state), settled, onLast);
  const synonyms = partsOf(parts, 'synonyms').filter((part) => alsoWords(part).length > 0);
  const preferred = partsOf(parts, 'preferred');
  const idle = partsOf(parts, 'idle');
  const idleLine = (part: PartOf<'idle'>) => (
    <p key={`${part.at.start} idle`} data-typed={part.typed}>
      {idleWords(part)}{' '}
      {part.instead === null ? null : (
        <>
          <Link to={hrefOf(withOutcome(state, part))} className={styles['off']} preventScrollReset>
            Only {filterWords(part.instead.field, part.instead.values)}
          </Link>{' '}
        </>
      )}
      <Link to={hrefOf(allAsTyped(state, part.words))} className={styles['off']} preventScrollReset>
        {part.words.length === 1 ? 'Search for it anyway' : 'Search for them anyway'}
      </Link>
    </p>
  );
  return (
    // A link in it is followed by mouse or by Enter; either way it is a click.
    // biome-ignore lint/a11y/noStaticElementInteractions: only looks on
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div ref={lines} id={id} className={styles['understood']} onClick={followed}>
      {/* Told to screen readers as it changes; the rest can be read on. */}
      <div role="status" className={styles['lines']}>
        {asCase && !ofRates ? (
          <p className={styles['case']}>
            {AS_CASE_WORDS}{' '}
            <Link to={withinHref('/similar', state.filters)} state={{ text: state.q }}>
              Compare it as a case
            </Link>{' '}
            or <Link to={hrefOf({ ...state, literal: ['*'] })}>search for all its words</Link>.
          </p>
        ) : null}
        {partsOf(parts, 'corrected').map((part) => (
          <p key={part.at.start} className={styles['corrected']} data-typed={part.typed}>
            Showing results for <b>{part.used}</b>: “{part.typed}” is in no letter.{' '}
            <Link to={hrefOf(asTyped(state, part.typed))}>Search instead for {part.typed}</Link>
          </p>
        ))}
        {partsOf(parts, 'suggested').map((part) => (
          <p key={`${part.at.start} ${part.used}`} className={styles['corrected']}>
            Did you mean <Link to={hrefOf(withSuggestion(state, part))}>{part.used}</Link> ({numberWords(part.items)})?
          </p>
        ))}
      </div>
      {idle.filter(({ instead }) => instead !== null).map(idleLine)}
      {(ofRates ? [] : partsOf(parts, 'rates')).map((part) => (
        <p key={`${part.at.start} rates`} data-typed={part.typed}>
          {RATES_WORDS}: <Link to={withParams('/analytics', writeNarrowing(ratesOf(state, part)))}>{ratesOfWords(part)}</Link>.
        </p>
      ))}
      {partsOf(parts, 'note').map((part) => (
        <p key={`${part.at.start} ${part.text}`}>{part.text}</p>
      ))}
      {open ? (
        <>
          {partsOf(parts, 'filter').map((part) => (
            <Condition key={`${part.at.start} ${part.field}`} part={part} state={state} hrefOf={hrefOf}>
              <b>{part.typed}</b>: {takenWords(part)}
              {lackedNote(part, lacking)}
            </Condition>
          ))}
          {partsOf(parts, 'days').map((part) => (
            <Condition key={`${part.at.start} days`} part={part} state={state} hrefOf={hrefOf}>
              <b>{part.typed}</b>: taken as the filter {daysWords(part)}
              {lackedNote(part, lacking)}
            </Condition>
          ))}
          {synonyms.map((part) => (
            <Line key={`${part.at.start} ${part.typed}`} part={part} state={state} hrefOf={hrefOf} offWords={`Only “${part.typed}”`}>
              <b>{part.typed}</b>: also searched: <Names names={alsoWords(part)} />
            </Line>
          ))}
          {preferred.map((part) => (
            <Line key={`${part.at.start} ${part.field}`} part={part} state={state} hrefOf={hrefOf} offWords="Do not rank first">
              <b>{part.typed}</b>: {preferredWords(part)}
            </Line>
          ))}
          {partsOf(parts, 'either').map((part) => (
            <Line key={`${part.at.start} either`} part={part} state={state} hrefOf={hrefOf} offWords={`Look for “${part.typed}” as a word`}>
              {eitherWords(part)}
            </Line>
          ))}
          {partsOf(parts, 'requested').map((part) => (
            <p key={`${part.at.start} requested`}>{requestedWords(part)}</p>
          ))}
          {idle.filter(({ instead }) => instead === null).map(idleLine)}
          {state.literal.map((typed) => (
            <p key={typed} data-typed={typed}>
              {typed === '*' ? 'All words are taken as typed.' : <>“{typed}” is taken as typed.</>}{' '}
              <Link to={hrefOf(understoodAgain(state, typed))} preventScrollReset>
                {typed === '*' ? 'Understand them again' : 'Understand it again'}
              </Link>
            </p>
          ))}
        </>
      ) : null}
    </div>
  );
}

/** A condition: its words may be looked for as such, or left out of the search. */
function Condition({ part, state, hrefOf, children }: Pick<Props, 'state' | 'hrefOf'> & { part: UnderstoodPart; children: ReactNode }) {
  const without = conditionChips([part], state)[0]?.without;
  return (
    <p data-typed={part.typed}>
      {children}{' '}
      <Link to={hrefOf(asTyped(state, part.typed))} className={styles['off']} preventScrollReset>
        Look for “{part.typed}” as a word
      </Link>{' '}
      <Link to={hrefOf({ ...state, ...without })} className={styles['off']} preventScrollReset>
        Leave it out
      </Link>
    </p>
  );
}

/** What is told of a condition that not all items shown have: "; none of these have it." */
function lackedNote(part: UnderstoodPart, lacking: Lacking): string {
  const lacked = lackedOf(part, lacking);
  return lacked === undefined ? '' : `; ${ofTheseWords(lacked)} ${lacked.items === 1 ? 'has' : 'have'} it.`;
}

interface LineProps extends Pick<Props, 'state' | 'hrefOf'> {
  part: { readonly typed: string };
  /** The words that switch it off. */
  offWords: string;
  children: ReactNode;
}

function Line({ part: { typed }, state, hrefOf, offWords, children }: LineProps) {
  return (
    <p data-typed={typed}>
      {children}{' '}
      <Link to={hrefOf(asTyped(state, typed))} className={styles['off']} preventScrollReset>
        {offWords}
      </Link>
    </p>
  );
}

/**
 * A link that was followed gives way to the line that takes its place, and the focus goes with it: to the line on the same words,
 * else (once the answer is there) to the results.
 */
function useFollowedLine(search: string, settled: boolean, onLast: () => void) {
  const lines = useRef<HTMLDivElement>(null);
  /** The words of the line that was followed, and the search it was followed from: the page may be drawn again before it is left. */
  const waiting = useRef<{ typed: string; from: string } | null>(null);
  const followed = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const opensElsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
    if (link === null || opensElsewhere) return;
    waiting.current = { typed: link.closest<HTMLElement>('[data-typed]')?.dataset['typed'] ?? '', from: search };
  };
  useEffect(() => {
    const { typed, from } = waiting.current ?? {};
    if (typed === undefined || from === search) return;
    if (document.activeElement !== document.body) {
      // Where the link is still there, it is until the answer comes.
      if (settled) waiting.current = null;
      return;
    }
    const rows = [...(lines.current?.querySelectorAll<HTMLElement>('[data-typed]') ?? [])];
    const link = rows.find((row) => row.dataset['typed'] === typed)?.querySelector('a');
    if (!link && !settled) return;
    waiting.current = null;
    if (link) link.focus({ preventScroll: true });
    else onLast();
  });
  return { lines, followed };
}

function Names({ names }: { names: readonly string[] }) {
  const [all, setAll] = useState(false);
  const { shown, more } = all ? { shown: names, more: 0 } : fewNames(names);
  return (
    <>
      {shown.join(', ')}
      {more === 0 ? '' : ' '}
      {more === 0 ? null : (
        <button type="button" className={styles['more']} onClick={() => setAll(true)}>
          and {countWords(more, 'more name')}
        </button>
      )}
    </>
  );
}
