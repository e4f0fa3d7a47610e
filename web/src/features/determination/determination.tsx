/**
 * Loads a determination and shows it in two panes: the structured view and the letter's own text. `?item=` scrolls to an item,
 * `?q=` (with `?summary=`) marks words in the letter, `?version=` opens another version of it.
 */
import { useState } from 'react';
import { Link, useLocation, useParams, useSearchParams } from 'react-router';
import type { DeterminationResponse } from '#contract/api.ts';
import { BackIcon } from '../../components/icons.tsx';
import { ErrorState, LoadingState } from '../../components/states.tsx';
import { useDetermination } from '../../lib/endpoints.ts';
import { searchHref, withParams } from '../../lib/url-state.ts';
import { dayWords } from '../../lib/words.ts';
import styles from './determination.module.css';
import { ItemCard } from './item-card.tsx';
import { ItemList } from './item-list.tsx';
import { LetterFacts } from './letter-facts.tsx';
import { LetterNotes } from './letter-notes.tsx';
import { LetterPane } from './letter-pane.tsx';
import { type Focus, FocusContext } from './sourced.tsx';
import { Versions } from './versions.tsx';

export function Determination({ id }: { id: string }) {
  const [params] = useSearchParams();
  const version = params.get('version');
  const { data, error, refetch } = useDetermination(id, version);
  return (
    <>
      <title>{`${data?.determination.caseNumber.value ?? 'Determination'} — IMR Index`}</title>
      <BackToResults q={params.get('q') ?? ''} />
      {data === undefined ? <h1 className={styles['waiting']}>IMR determination</h1> : null}
      {error !== null ? <ErrorState error={error} onRetry={refetch} /> : null}
      {error === null && data === undefined ? <LoadingState what="the determination" lines={18} /> : null}
      {data === undefined ? null : <Loaded key={data.determination.source.sha256} data={data} version={version} params={params} />}
    </>
  );
}

function Loaded({ data, version, params }: { data: DeterminationResponse; version: string | null; params: URLSearchParams }) {
  const { id = '' } = useParams();
  const { determination, labels } = data;
  const [focus, setFocus] = useState<Focus | null>(null);
  const asked = Number(params.get('item') ?? '');
  const decidedOn = determination.dates.decided?.value ?? null;
  return (
    <FocusContext value={{ focus, setFocus }}>
      <header className={styles['head']}>
        <h1>IMR determination {determination.caseNumber.value}</h1>
        <p>
          {decidedOn === null ? 'Decision day not stated' : `Decided ${dayWords(decidedOn)}`} · {determination.items.length}{' '}
          {determination.items.length === 1 ? 'disputed item' : 'disputed items'} ·{' '}
          <Link to={withParams('/explain', explainParams(determination.id, version))}>How was this read?</Link>
        </p>
      </header>
      <Versions versions={data.versions} shown={determination.source.sha256} />
      <div className={styles['panes']}>
        <div className={styles['structured']}>
          <ItemList items={determination.items} />
          <LetterFacts data={data} />
          <section aria-labelledby="items">
            <h2 id="items">Disputed items</h2>
            {determination.items.map((item, index) => (
              <ItemCard
                key={item.id}
                item={item}
                path={`items.${index}`}
                letter={{ caseNumber: determination.caseNumber.value, decidedOn }}
                address={addressOf(determination.id, item.number, version)}
                labels={labels}
                asked={item.number === asked}
              />
            ))}
            {determination.items.length === 0 ? <p>No disputed item was found in this letter.</p> : null}
          </section>
          <LetterNotes messages={determination.messages} />
        </div>
        <LetterPane
          id={id}
          version={version}
          q={params.get('q') ?? ''}
          summary={params.get('summary') === 'true'}
          determination={determination}
          askedItem={asked}
        />
      </div>
    </FocusContext>
  );
}

function explainParams(id: string, version: string | null): URLSearchParams {
  return new URLSearchParams({ id, ...(version === null ? {} : { version }) });
}

/** The address of an item as it is cited: without what was searched for. */
function addressOf(id: string, item: number, version: string | null): string {
  const params = new URLSearchParams({ item: String(item), ...(version === null ? {} : { version }) });
  return new URL(`/determinations/${encodeURI(id)}?${params}`, window.location.origin).href;
}

/** The way back keeps the whole search; a page opened from a link only knows its words. */
function BackToResults({ q }: { q: string }) {
  const location = useLocation();
  const state: unknown = location.state;
  const kept =
    typeof state === 'object' && state !== null && 'results' in state && typeof state.results === 'string' ? state.results : null;
  return (
    <p className={styles['back']}>
      <Link to={kept === null ? searchHref({ q }) : `/${kept}`}>
        <BackIcon /> {kept === null && q === '' ? 'Search' : 'Back to results'}
      </Link>
    </p>
  );
}
