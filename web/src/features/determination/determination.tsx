/**
 * Loads a determination and shows it in two panes: the structured view and the letter's own text. `?item=` scrolls to an item,
 * `?q=` (with `?summary=`) marks words in the letter, `?version=` opens another version of it.
 */
import { type ReactNode, useState } from 'react';
import { Link, useLocation, useParams, useSearchParams } from 'react-router';
import type { DeterminationResponse } from '#contract/api.ts';
import type { Item } from '#contract/determination.ts';
import { BackIcon } from '../../components/icons.tsx';
import { ItemList } from '../../components/item-list.tsx';
import { ErrorState, LoadingState } from '../../components/states.tsx';
import { useDetermination } from '../../lib/endpoints.ts';
import { itemAddress, similarHref } from '../../lib/item-links.ts';
import { readFlagIn, searchHref, withParams } from '../../lib/url-state.ts';
import { dayWords } from '../../lib/words.ts';
import styles from './determination.module.css';
import { ItemCard } from './item-card.tsx';
import { LetterFacts } from './letter-facts.tsx';
import { LetterNotes } from './letter-notes.tsx';
import { LetterPane } from './letter-pane.tsx';
import { type Focus, FocusContext } from './sourced.tsx';
import { Versions } from './versions.tsx';

/** A letter with fewer items than this is seen at a glance. */
const LISTED_FROM = 3;

/** `ofItem`: what the page puts beside each item. */
export function Determination({ id, ofItem }: { id: string; ofItem: (item: Item) => ReactNode }) {
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
      {data === undefined ? null : (
        <Loaded key={data.determination.source.sha256} data={data} version={version} params={params} ofItem={ofItem} />
      )}
    </>
  );
}

interface LoadedProps {
  data: DeterminationResponse;
  version: string | null;
  params: URLSearchParams;
  ofItem: (item: Item) => ReactNode;
}

function Loaded({ data, version, params, ofItem }: LoadedProps) {
  const { id = '' } = useParams();
  const { determination, labels } = data;
  const [focus, setFocus] = useState<Focus | null>(null);
  const asked = Number(params.get('item') ?? '');
  const decidedOn = determination.dates.decided?.value ?? null;
  return (
    <FocusContext value={{ focus, setFocus }}>
      <header className={styles['head']}>
        <h1>
          IMR determination <span>{determination.caseNumber.value}</span>
        </h1>
        <p>
          {decidedOn === null ? 'Decision day not stated' : `Decided ${dayWords(decidedOn)}`} · {determination.items.length}{' '}
          {determination.items.length === 1 ? 'disputed item' : 'disputed items'} ·{' '}
          <Link to={withParams('/explain', explainParams(determination.id, version))}>How was this read?</Link>
        </p>
      </header>
      <Versions versions={data.versions} shown={determination.source.sha256} />
      <div className={styles['panes']}>
        <div className={styles['structured']}>
          {determination.items.length < LISTED_FROM ? null : <ItemList items={determination.items} />}
          <LetterFacts data={data} />
          <section aria-labelledby="items">
            <h2 id="items">Disputed items</h2>
            {determination.items.map((item, index) => (
              <ItemCard
                key={item.id}
                item={item}
                path={`items.${index}`}
                letter={{ caseNumber: determination.caseNumber.value, decidedOn }}
                address={itemAddress({ letterId: determination.id, number: item.number }, version)}
                similar={similarHref({ letterId: determination.id, number: item.number })}
                labels={labels}
                asked={item.number === asked}
                actions={ofItem(item)}
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
          summary={readFlagIn(params, 'summary')}
          literal={params.getAll('literal')}
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

/** The way back keeps the whole search; a page opened from a link only knows its words. */
function BackToResults({ q }: { q: string }) {
  const location = useLocation();
  const state: unknown = location.state;
  const kept = typeof state === 'object' && state !== null && 'back' in state ? toBack(state.back) : undefined;
  return (
    <p className={styles['back']}>
      <Link to={kept?.href ?? searchHref({ q })}>
        <BackIcon /> {kept?.label ?? (q === '' ? 'Search' : 'Back to results')}
      </Link>
    </p>
  );
}

/** The list that a letter was opened from. An address of another site is none. */
function toBack(value: unknown): { href: string; label: string } | undefined {
  if (typeof value !== 'object' || value === null || !('href' in value && 'label' in value)) return undefined;
  const { href, label } = value;
  return typeof href === 'string' && typeof label === 'string' && /^\/(?!\/)/.test(href) ? { href, label } : undefined;
}
