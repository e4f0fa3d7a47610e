/**
 * Loads a determination and shows it: a head that stays in sight, its items and facts, and the letter's own text beside them. `?item=` opens
 * an item, `?q=` (with `?summary=`) marks words in the letter, `?version=` opens another version of it, `?snapshot=` what counted then.
 */

import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { DeterminationResponse } from '#contract/api.ts';
import type { Item } from '#contract/determination.ts';
import { versionKey } from '#contract/version-key.ts';
import { DocumentBones, DocumentPanes, DocumentParts } from '../../components/document-panes.tsx';
import { SnapshotNotice } from '../../components/snapshot-notice.tsx';
import { ErrorState } from '../../components/states.tsx';
import { type LetterAsked, useDetermination, useLetterText } from '../../lib/endpoints.ts';
import { outcomeOf } from '../../lib/evidence.ts';
import { useLetterFont } from '../../lib/letter-font.ts';
import { useOpenItems } from '../../lib/open-items.ts';
import { readFlagIn } from '../../lib/url-state.ts';
import { ItemCard } from './item-card.tsx';
import { LetterFacts } from './letter-facts.tsx';
import { LetterHead } from './letter-head.tsx';
import { LetterNotes } from './letter-notes.tsx';
import { LetterPane } from './letter-pane.tsx';
import { RowFacts } from './row-facts.tsx';
import { type Focus, FocusContext } from './sourced.tsx';
import { Versions } from './versions.tsx';

/** `ofItem`: what the page puts beside each item. */
export function Determination({ id, ofItem }: { id: string; ofItem: (item: Item) => ReactNode }) {
  const [params] = useSearchParams();
  const version = params.get('version');
  const q = params.get('q') ?? '';
  const snapshot = params.get('snapshot') || null;
  const { data, error, refetch } = useDetermination(id, { version, snapshot });
  // Asked for beside the record, so that neither waits for the other.
  const text = useLetterText(id, { version, snapshot }, { q, summary: readFlagIn(params, 'summary'), literal: params.getAll('literal') });
  const font = useLetterFont();
  return (
    <div data-frame="wide">
      <title>{`${data?.determination.caseNumber.value ?? 'Determination'} — IMR Index`}</title>
      {data === undefined || !font ? (
        <>
          <LetterHead determination={undefined} current={0} />
          <SnapshotNotice snapshot={snapshot} nowHref={nowHref(params)} />
          {error === null ? <DocumentBones what="the determination" /> : <ErrorState error={error} onRetry={refetch} />}
        </>
      ) : (
        <Loaded key={versionKey(data.determination.source)} data={data} text={text} asked={{ version, snapshot }} q={q} ofItem={ofItem} />
      )}
    </div>
  );
}

interface LoadedProps {
  data: DeterminationResponse;
  text: ReturnType<typeof useLetterText>;
  asked: LetterAsked;
  q: string;
  ofItem: (item: Item) => ReactNode;
}

/** The same letter as it is now. */
function nowHref(params: URLSearchParams): string {
  const next = new URLSearchParams(params);
  next.delete('snapshot');
  return `?${next}`;
}

function Loaded({ data, text, asked, q, ofItem }: LoadedProps) {
  const [params] = useSearchParams();
  const { determination, labels } = data;
  const { items } = determination;
  const row = determination.published !== null;
  const [focus, setFocus] = useState<Focus | null>(null);
  const open = useOpenItems(items);
  const letter = {
    id: determination.id,
    programme: determination.programme,
    year: determination.published?.year?.value ?? null,
    caseNumber: determination.caseNumber.value,
    decidedOn: determination.dates.decided?.value ?? null,
    version: asked.version,
    labels,
  };
  return (
    <FocusContext value={{ focus, setFocus, outcomeAt: (path) => outcomeOf(path, items) }}>
      <LetterHead determination={determination} current={open.current}>
        <DocumentParts row={row} />
      </LetterHead>
      <SnapshotNotice snapshot={asked.snapshot} nowHref={nowHref(params)} />
      <Versions versions={data.versions} shown={versionKey(determination.source)} row={row} />
      <DocumentPanes
        items={items}
        open={open}
        {...(row ? { heading: 'Decision' } : {})}
        facts={
          <>
            {determination.published === null ? (
              <LetterFacts data={data} />
            ) : (
              <RowFacts determination={determination} published={determination.published} labels={labels} />
            )}
            <LetterNotes messages={determination.messages} what={row ? 'row' : 'letter'} />
          </>
        }
        letter={<LetterPane text={text} data={data} asked={asked} q={q} items={open} />}
      >
        {items.map((item, index) => (
          <ItemCard
            key={item.id}
            item={item}
            path={`items.${index}`}
            letter={letter}
            items={open}
            alone={items.length === 1}
            actions={ofItem(item)}
          />
        ))}
        {items.length === 0 ? <p>No disputed item was found in this letter. What it says is in its own words.</p> : null}
      </DocumentPanes>
    </FocusContext>
  );
}
