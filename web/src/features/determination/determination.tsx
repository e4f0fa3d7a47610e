/**
 * Loads a determination and shows it: a head that stays in sight, its items and facts, and the letter's own text beside them. `?item=` opens
 * an item, `?q=` (with `?summary=`) marks words in the letter, `?version=` opens another version of it.
 */
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { DeterminationResponse } from '#contract/api.ts';
import type { Item } from '#contract/determination.ts';
import { ItemList } from '../../components/item-list.tsx';
import { ErrorState, LoadingState } from '../../components/states.tsx';
import { useDetermination, useLetterText } from '../../lib/endpoints.ts';
import { outcomeOf } from '../../lib/evidence.ts';
import { bringIntoSight } from '../../lib/in-sight.ts';
import { useLetterFont } from '../../lib/letter-font.ts';
import { readFlagIn } from '../../lib/url-state.ts';
import { useKeys } from '../../lib/use-keys.ts';
import { countWords } from '../../lib/words.ts';
import styles from './determination.module.css';
import { ItemCard } from './item-card.tsx';
import { LetterFacts } from './letter-facts.tsx';
import { LetterHead } from './letter-head.tsx';
import { LetterNotes } from './letter-notes.tsx';
import { LetterPane } from './letter-pane.tsx';
import { useOpenItems } from './open-items.ts';
import { type Focus, FocusContext } from './sourced.tsx';
import { Versions } from './versions.tsx';

/** `ofItem`: what the page puts beside each item. */
export function Determination({ id, ofItem }: { id: string; ofItem: (item: Item) => ReactNode }) {
  const [params] = useSearchParams();
  const version = params.get('version');
  const q = params.get('q') ?? '';
  const { data, error, refetch } = useDetermination(id, version);
  // Asked for beside the record, so that neither waits for the other.
  const text = useLetterText(id, version, { q, summary: readFlagIn(params, 'summary'), literal: params.getAll('literal') });
  const font = useLetterFont();
  return (
    <div data-frame="wide">
      <title>{`${data?.determination.caseNumber.value ?? 'Determination'} — IMR Index`}</title>
      {data === undefined || !font ? (
        <>
          <LetterHead determination={undefined} current={0} />
          {error === null ? <Bones /> : <ErrorState error={error} onRetry={refetch} />}
        </>
      ) : (
        <Loaded key={data.determination.source.sha256} data={data} text={text} version={version} q={q} ofItem={ofItem} />
      )}
    </div>
  );
}

/** As large as what comes. */
function Bones() {
  return (
    <div className={styles['panes']} data-items="one">
      <LoadingState what="the determination" lines={24} />
      <div className={styles['bone']} />
    </div>
  );
}

interface LoadedProps {
  data: DeterminationResponse;
  text: ReturnType<typeof useLetterText>;
  version: string | null;
  q: string;
  ofItem: (item: Item) => ReactNode;
}

function Loaded({ data, text, version, q, ofItem }: LoadedProps) {
  const { determination, labels } = data;
  const { items } = determination;
  const [focus, setFocus] = useState<Focus | null>(null);
  const open = useOpenItems(items);
  const stepTo = (by: 1 | -1) => {
    const to = items[items.findIndex(({ number }) => number === open.current) + by];
    if (to !== undefined) open.go(to.number);
  };
  useKeys({ j: () => stepTo(1), k: () => stepTo(-1) }, { on: items.length > 1 });
  const letter = {
    id: determination.id,
    caseNumber: determination.caseNumber.value,
    decidedOn: determination.dates.decided?.value ?? null,
    version,
    labels,
  };
  return (
    <FocusContext value={{ focus, setFocus, outcomeAt: (path) => outcomeOf(path, items) }}>
      <LetterHead determination={determination} current={open.current}>
        <Parts />
      </LetterHead>
      <Versions versions={data.versions} shown={determination.source.sha256} />
      <div className={styles['panes']} data-items={items.length > 1 ? 'several' : 'one'}>
        {items.length > 1 ? (
          <div className={styles['list']}>
            <ItemList items={items} current={open.current} />
          </div>
        ) : null}
        <section aria-labelledby="items" className={styles['items']}>
          <div className={styles['tools']}>
            <h2 id="items" tabIndex={-1}>
              {items.length === 1 ? 'Disputed item' : countWords(items.length, 'disputed item')}
            </h2>
            {items.length < 2 ? null : (
              <Button variant="subtle" className="screen-only" onClick={open.toggleAll}>
                {open.allOpen ? 'Close all but one' : 'Open all'}
              </Button>
            )}
          </div>
          {items.map((item, index) => (
            <ItemCard
              key={item.id}
              item={item}
              path={`items.${index}`}
              letter={letter}
              open={open.isOpen(item.number)}
              current={item.number === open.current}
              onToggle={items.length === 1 ? null : () => open.toggle(item.number)}
              landing={open.landing?.number === item.number ? open.landing : null}
              actions={ofItem(item)}
            />
          ))}
          {items.length === 0 ? <p>No disputed item was found in this letter. Its own words are beside.</p> : null}
        </section>
        <div className={styles['facts']}>
          <LetterFacts data={data} />
          <LetterNotes messages={determination.messages} />
        </div>
        <LetterPane text={text} data={data} version={version} q={q} items={open} />
      </div>
    </FocusContext>
  );
}

/** On a small screen the letter stands below its record: one press leads to either. */
function Parts() {
  const show = (id: string) => {
    const heading = document.getElementById(id);
    if (heading === null) return;
    bringIntoSight(heading, 'start');
    heading.focus({ preventScroll: true });
  };
  return (
    <div className={`screen-only ${styles['parts'] ?? ''}`}>
      <Button size="compact-xs" onClick={() => show('items')}>
        Items
      </Button>
      <Button size="compact-xs" onClick={() => show('letter')}>
        Letter
      </Button>
    </div>
  );
}
