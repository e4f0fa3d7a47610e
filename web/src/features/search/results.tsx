/** How many there are, the tools, the items of this page in their two tiers, and the way to the other pages. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import type { Hit, SearchResponse } from '#contract/search.ts';
import { comingWords, likeWords, nearestWords } from '#mappings/understood-words.ts';
import { type Back, HitCard } from '../../components/hit-card.tsx';
import { Pager } from '../../components/pager.tsx';
import { Toolbar } from '../../components/toolbar.tsx';
import { useReturnToPlace } from '../../lib/place-memory.ts';
import { partsThatHold } from '../../lib/understood-words.ts';
import { isNarrowed, type SearchState, searchHref } from '../../lib/url-state.ts';
import { useResultKeys } from '../../lib/use-result-keys.ts';
import { countWords, totalWords } from '../../lib/words.ts';
import { ExportResults } from './export-results.tsx';
import { Lacking } from './lacking.tsx';
import { OutcomeLine } from './outcome-line.tsx';
import styles from './results.module.css';
import { CopyLink, Print, SortMenu, ViewMenu } from './results-tools.tsx';
import { isOneWord, summaryOnlyWords } from './second-tier.ts';
import { type Density, useDensity } from './view.ts';

/** What the page adds to each result and to the list as a whole. */
export interface Additions {
  readonly ofItem: (hit: Hit) => ReactNode;
  readonly ofSearch: (state: SearchState) => ReactNode;
  /** `chosen`: these are the ones that are ticked; else all of the page that are in the count. */
  readonly ofItems: (items: readonly string[], chosen: boolean) => ReactNode;
}

/** Results that fill a screen. */
const FIRST = 5;

interface Props {
  data: SearchResponse;
  /** Else only the first results are drawn, and the others in a moment. */
  whole: boolean;
  state: SearchState;
  /** The items are those of the search before; the new ones are on their way. */
  stale: boolean;
  /** Shown in place of the first tier where it is empty. */
  none: ReactNode;
  /** The way to the filters, where they are not beside the list. */
  filters: ReactNode;
  additions: Additions;
  /** One program is looked at whose decisions are rows of a table. */
  table: boolean;
  /** Several programs are looked at. */
  several: boolean;
  onChange: (part: Partial<SearchState>) => void;
}

export function Results({ data, whole, state, stale, none, filters, additions, table, several, onChange }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useResultKeys<HTMLDivElement>();
  const shown = useRef(data.page);
  const [density, setDensity] = useDensity();
  // Another page starts at its top, for those who read with the keyboard too.
  useEffect(() => {
    if (shown.current === data.page) return;
    shown.current = data.page;
    heading.current?.focus({ preventScroll: true });
  }, [data.page]);
  useReturnToPlace(!stale);
  const { pathname, search } = useLocation();
  const { chosen, choose } = useChosen(data.hits);
  const first = (data.page - 1) * data.size;
  const { nearest } = data;
  // Where none has all, those that have most take their place.
  const drawn = whole ? data.hits : data.hits.slice(0, FIRST);
  const all = drawn.filter(({ tier }) => tier !== 'some');
  const some = drawn.filter(({ tier }) => tier === 'some');
  const ofOneWord = isOneWord(state, data.understood.parts) && some.every(({ missing }) => missing.length === 0);
  const hits = {
    state,
    stale,
    density,
    back: { href: `${pathname}${search}`, label: 'Back to results' },
    additions,
    chosen,
    choose,
    named: several,
  };
  const empty = data.total === 0 && nearest === null;
  return (
    <>
      {empty ? none : null}
      <Toolbar label="Results" className={styles['head']}>
        {empty ? null : (
          <div className={styles['found']} role="status" data-stale={stale}>
            <h2 ref={heading} tabIndex={-1}>
              {nearest === null ? foundWords(data, table, several) : nearestWords(nearest)}
            </h2>
          </div>
        )}
        <div className={styles['tools']}>
          {filters}
          <SortMenu state={state} onChange={onChange} />
          <ViewMenu state={state} density={density} table={table} onChange={onChange} onDensity={setDensity} />
          {empty ? null : (
            <ExportResults
              state={state}
              total={nearest?.items ?? data.total}
              of={data.understood.asCase ? 'case' : nearest === null ? 'all' : 'most'}
              stale={stale}
            />
          )}
          {additions.ofItems(chosen.size > 0 ? [...chosen] : (all.length > 0 ? all : some).map(({ id }) => id), chosen.size > 0)}
          {additions.ofSearch(state)}
          <CopyLink />
          <Print />
        </div>
        <div className={styles['told']} data-stale={stale}>
          {nearest === null ? null : <Lacking nearest={nearest} causes={data.understood.noResultCauses} state={state} />}
          {!empty && isNarrowed(state) && !data.understood.asCase ? (
            <OutcomeLine
              outcomes={data.outcomes}
              parts={partsThatHold(data.understood.parts, nearest?.lacking ?? [])}
              state={state}
              rates={nearest === null}
            />
          ) : null}
          {several ? <p className={styles['more']}>Across all programs: outcomes are counted for each; choose one for its rates.</p> : null}
          {nearest === null && data.total > 0 && data.someMissing > 0 ? (
            <p className={styles['more']}>{ofOneWord ? summaryOnlyWords(data.someMissing) : comingWords(data.someMissing)}</p>
          ) : null}
        </div>
      </Toolbar>
      <div ref={list}>
        {all.length === 0 ? null : <Hits hits={all} start={first + 1} {...hits} />}
        {some.length === 0 ? null : (
          <section aria-labelledby="some-missing" className={styles['tier']}>
            <h2 id="some-missing">
              {ofOneWord ? 'In the case summary only' : nearest === null ? 'Some words missing' : 'More missing'}{' '}
              <span>
                ({countWords(data.someMissing - (nearest?.items ?? 0), data.hits.length === 0 ? 'item' : 'more item')}, not in the counts)
              </span>
            </h2>
            <Hits hits={some} start={first + all.length + 1} {...hits} />
          </section>
        )}
      </div>
      {data.hits.length === 0 && data.total + data.someMissing > 0 ? <p>This page is past the last result.</p> : null}
      {whole ? (
        <Pager page={data.page} pages={data.pages} hrefOf={(page) => searchHref({ ...state, page })} label="Pages of results" />
      ) : null}
    </>
  );
}

/** A row of a table is one decision; letters and rows together are determinations. */
function foundWords({ total, letters, understood }: SearchResponse, table: boolean, several: boolean): string {
  if (understood.asCase) return likeWords(total, letters);
  if (table) return countWords(total, 'decision');
  return several ? totalWords(total, letters, 'determination') : totalWords(total, letters);
}

/** The items that are ticked, of those on this page. */
function useChosen(hits: readonly Hit[]): { chosen: ReadonlySet<string>; choose: (id: string) => void } {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const chosen = new Set(hits.map(({ id }) => id).filter((id) => ticked.has(id)));
  const choose = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setTicked(next);
  };
  return { chosen, choose };
}

interface HitsProps {
  hits: readonly Hit[];
  start: number;
  state: SearchState;
  stale: boolean;
  density: Density;
  back: Back;
  additions: Additions;
  chosen: ReadonlySet<string>;
  choose: (id: string) => void;
  named: boolean;
}

function Hits({ hits, start, state, stale, density, back, additions, chosen, choose, named }: HitsProps) {
  return (
    <ol className={styles['hits']} start={start} data-stale={stale} data-density={density}>
      {hits.map((hit) => (
        <li key={hit.id}>
          <HitCard
            hit={hit}
            back={back}
            words={state}
            named={named}
            actions={additions.ofItem(hit)}
            chosen={chosen.has(hit.id)}
            onChoose={() => choose(hit.id)}
          />
        </li>
      ))}
    </ol>
  );
}
