/**
 * Similar cases as they are shown, whatever the case came from: what was read of it, what counts, filters, how the nearest were
 * decided, and the cases; two of them can be put side by side. What is chosen is in the address.
 */
import { useMediaQuery } from '@mantine/hooks';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useLocation, useNavigate, useSearchParams } from 'react-router';
import type { SimilarResponse } from '#contract/similar.ts';
import { ProgrammeSwitch } from '../../components/programme-switch.tsx';
import { EmptyState, ErrorState } from '../../components/states.tsx';
import type { ItemRef } from '../../lib/item-links.ts';
import { useReturnToPlace } from '../../lib/place-memory.ts';
import { programmeOnly } from '../../lib/programme-filter.ts';
import { useProgrammes, withProgramme } from '../../lib/programmes.ts';
import { readSimilar, type SentCase, type SimilarState, writeSimilar } from '../../lib/similar-endpoints.ts';
import { EMPTY_SEARCH, withParams } from '../../lib/url-state.ts';
import { useResultKeys } from '../../lib/use-result-keys.ts';
import { countWords } from '../../lib/words.ts';
import { type Chosen, chosenKey, chosenOf, isChosen, toggleChosen, writeChosen } from './chosen.ts';
import { CountsTable } from './counts-table.tsx';
import { Criteria } from './criteria.tsx';
import { Narrowing } from './narrowing.tsx';
import { Neighbours, type OfItem } from './neighbours.tsx';
import { SideBySide } from './side-by-side.tsx';
import styles from './similar.module.css';
import { SimilarBones } from './similar-bones.tsx';

/** What the page adds to each case and to all of them. */
export interface Additions {
  readonly ofItem: OfItem;
  readonly ofItems: (items: readonly string[]) => ReactNode;
}

interface Props {
  similar: UseQueryResult<SimilarResponse>;
  /** The item the case is, or the case that was sent. */
  own: ItemRef | { readonly sent: SentCase };
  additions: Additions;
}

export function SimilarCases({ similar, own, additions }: Props) {
  const [params] = useSearchParams();
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const list = useResultKeys<HTMLElement>();
  const state = readSimilar(params);
  const sent = 'sent' in own ? own.sent : null;
  // An address of a described case that is gone may still name it.
  const chosen = chosenOf(params).filter((one) => one !== 'case' || sent !== null);
  const { loaded } = useProgrammes(state.narrowing.filters);
  const narrow = useMediaQuery('(max-width: 56em)', false, { getInitialValueInEffect: false });
  useReturnToPlace(similar.data !== undefined);
  const hrefOf = (next: SimilarState, pair: readonly Chosen[] = chosen) => withParams('/similar', addressOf(own, next, pair));
  const go = (href: string) => void navigate(href, { replace: true, preventScrollReset: true, flushSync: true });
  if (similar.error !== null) return <ErrorState error={similar.error} onRetry={similar.refetch} />;
  if (similar.data === undefined) return <SimilarBones />;
  const { profile, neighbours, counts, programme } = similar.data;
  const { value: within } = programme;
  const wayTo = (other: string | null) => {
    const { state: narrowing, dropped } = withProgramme(state.narrowing, other);
    return { href: hrefOf({ ...state, narrowing }), dropped };
  };
  const [first, second] = chosen;
  const panel = (
    <aside aria-label="What counts" className={styles['side']}>
      <Criteria profile={profile} without={state.without} onChange={(without) => go(hrefOf({ ...state, without }))} />
      <Narrowing
        narrowing={state.narrowing}
        programme={within}
        switched={loaded.length > 1}
        hrefOf={(narrowing) => hrefOf({ ...state, narrowing })}
        onChange={(narrowing) => go(hrefOf({ ...state, narrowing }))}
      />
    </aside>
  );
  return (
    <div className={styles['columns']}>
      {narrow ? (
        <details className={styles['fold']}>
          <summary>What counts, and filters</summary>
          {panel}
        </details>
      ) : (
        panel
      )}
      <section ref={list} aria-label="Similar cases" className={styles['list']} aria-busy={similar.isFetching}>
        {first !== undefined && second !== undefined ? (
          <SideBySide
            key={`${chosenKey(first)} ${chosenKey(second)}`}
            pair={[first, second]}
            told={sent === null ? null : { sent, similar: similar.data }}
            onClose={() => go(hrefOf(state, []))}
          />
        ) : null}
        {loaded.length < 2 ? null : (
          <div className={styles['within']}>
            <p>
              Compared within one program: <strong>{programme.label}</strong>
            </p>
            <ProgrammeSwitch loaded={loaded} chosen={within} wayTo={wayTo} />
          </div>
        )}
        {neighbours.length === 0 ? (
          <EmptyState title="No similar case was found">
            <p role="status">Let more of the case count, or take a filter away.</p>
            <Link
              to={hrefOf({ narrowing: { ...EMPTY_SEARCH, filters: programmeOnly(state.narrowing.filters) }, without: [] })}
              replace
              preventScrollReset
            >
              Let all of it count, without filters
            </Link>
          </EmptyState>
        ) : (
          <>
            <div className={styles['top']}>
              <div className={styles['found']}>
                <h2>The {countWords(neighbours.length, 'nearest item', 'nearest items')}</h2>
                <p role="status" className={styles['quiet']}>
                  {hintWords(chosen.length, sent !== null)}
                </p>
                {additions.ofItems(neighbours.map(({ hit }) => hit.id))}
              </div>
              <CountsTable counts={counts} />
            </div>
            <Neighbours
              neighbours={neighbours}
              back={{ href: `${pathname}${search}`, label: 'Back to similar cases' }}
              ofItem={additions.ofItem}
              isChosen={(item) => isChosen(chosen, item)}
              full={chosen.length >= 2}
              onChoose={(item) => go(hrefOf(state, toggleChosen(chosen, item)))}
            />
          </>
        )}
      </section>
    </div>
  );
}

/** What stands behind `?`: the item that is the case, what counts and narrows, what is side by side. */
function addressOf(own: Props['own'], state: SimilarState, pair: readonly Chosen[]): URLSearchParams {
  const params = new URLSearchParams('sent' in own ? {} : { case: own.letterId, item: String(own.number) });
  for (const [name, value] of writeSimilar(state)) params.append(name, value);
  writeChosen(params, pair);
  return params;
}

function hintWords(chosen: number, described: boolean): string {
  if (chosen === 1) return 'One is ticked. Tick another to see them side by side.';
  return described
    ? 'Nearest first. Tick two, or one and your case above, to see them side by side.'
    : 'Nearest first. Tick two to see them side by side.';
}
