/** What the dashboard shows of a server that does not have all: nothing that would fail, and one line where somebody would look for it. */
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter, Route, Routes } from 'react-router';
import { describe, expect, it } from 'vitest';
import { DeterminationResponseSchema, HiddenPartSchema, type StatsResponse } from '#contract/api.ts';
import { SavedPage } from '../../web/src/app/pages/saved-page.tsx';
import { CollectionPage, NewItemsPage } from '../../web/src/app/pages/saved-parts.tsx';
import { UnreadablePage } from '../../web/src/app/pages/unreadable-page.tsx';
import { LetterFacts } from '../../web/src/features/determination/letter-facts.tsx';
import { IndexFacts } from '../../web/src/features/overview/index-facts.tsx';
import { StatsLine } from '../../web/src/features/overview/stats-line.tsx';
import { Collect } from '../../web/src/features/saved/collect.tsx';
import { SaveSearch } from '../../web/src/features/saved/save-search.tsx';
import { EMPTY_SEARCH } from '../../web/src/lib/url-state.ts';
import { makeLetter } from '../fixtures/factories.ts';

const ALL: StatsResponse = {
  engine: 'elasticsearch',
  readOnly: false,
  hidden: [],
  change: 4,
  letters: 3,
  items: 5,
  versions: 3,
  unreadable: 0,
  decisions: { upheld: 5, overturned: 0, overturned_in_part: 0, undetermined: 0 },
  decidedFrom: '2016-01-01',
  decidedTo: '2016-12-31',
  messages: {},
  programmes: [{ value: 'dwc', label: 'California workers’ compensation (DWC)', short: 'DWC', count: 5 }],
};
const ALONE: StatsResponse = { ...ALL, readOnly: true, hidden: [...HiddenPartSchema.options], versions: null, unreadable: null };

/** The embedded engine with --read-only: everything is there, and nothing can be changed. */
const READ_ONLY: StatsResponse = { ...ALL, engine: 'embedded', readOnly: true };

const AT = '2026-02-03T04:05:06.789Z';
const COLLECTION = { id: '7', name: 'For the hearing', note: '', createdAt: AT, changedAt: AT, items: 1 };
const SEARCH = { id: '5', name: 'Trainers', search: 'q=trainer', note: '', createdAt: AT, seenAt: AT };
const COUNTS = { total: 4, newItems: 2, shown: 'list', asCase: false, problem: null };
/** What the server would answer about what is saved. */
const SAVED: readonly (readonly [readonly string[], unknown])[] = [
  [['/collections', '/collections'], { collections: [COLLECTION] }],
  [
    ['/collections', '/collections/7?page=1'],
    { collection: COLLECTION, items: [{ itemId: 'dwc:CM90-0000001#1', note: 'to cite', addedAt: AT, hit: null }], page: 1, pages: 1 },
  ],
  [['/saved-searches', 'list'], { searches: [SEARCH] }],
  [['/saved-searches', 'found', '5', 'counts'], COUNTS],
  [['/saved-searches', 'found', '5', '/saved-searches/5/new?page=1'], { search: SEARCH, counts: COUNTS, hits: [], page: 1, pages: 1 }],
];

/** An element as it is drawn on a server that says this of itself; null: it has not answered yet. */
function drawn(stats: StatsResponse | null, element: ReactElement, address = '/'): { html: string; asked: string[] } {
  const client = new QueryClient();
  if (stats !== null) client.setQueryData(['/stats'], stats);
  const answers = stats === null || stats.hidden.includes('saved') ? [] : SAVED;
  for (const [key, answer] of answers) client.setQueryData(key, answer);
  const html = renderToStaticMarkup(
    <MantineProvider>
      <QueryClientProvider client={client}>
        <MemoryRouter initialEntries={[address]}>{element}</MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );
  const asked = client
    .getQueryCache()
    .getAll()
    .map(({ queryKey }) => String(queryKey[0]));
  return { html: html.replace(/<(style|title)[\s\S]*?<\/\1>/g, ''), asked };
}

/** Its words. */
function shown(stats: StatsResponse, element: ReactElement, address?: string): string {
  return drawn(stats, element, address).html.replace(/<[^>]+>/g, ' ');
}

/** Its words, with the names of what has no words. */
function named(stats: StatsResponse, element: ReactElement, address?: string): string {
  return drawn(stats, element, address)
    .html.replace(/<[^>]*? aria-label="([^"]*)"[^>]*>/g, ' $1 ')
    .replace(/<[^>]+>/g, ' ');
}

const facts = () => {
  const { determination } = makeLetter();
  return <LetterFacts data={DeterminationResponseSchema.parse({ determination, versions: [], labels: {}, hasOriginal: false })} />;
};

describe('a server that reads the search index alone', () => {
  it.each([
    ['saved searches and collections', <SavedPage key="saved" />, /collections are not on this server/],
    ['files that could not be read', <UnreadablePage key="unreadable" />, /could not be read are not on this server/],
    ['original files', facts(), /original file and earlier versions are not on this server/],
    ['what it does not have', <IndexFacts key="facts" />, /Not on this server\s+original files, earlier versions/],
  ])('says once that it lacks %s', (_, element, words) => {
    expect(shown(ALONE, element)).toMatch(words);
    expect(shown(ALL, element)).not.toMatch(/not on this server/i);
  });

  it.each([
    ['Collect', <Collect key="collect" item="dwc:CM90-0000001#1" name="item 1" />],
    ['Save search', <SaveSearch key="save" state={EMPTY_SEARCH} />],
    ['all files could be read', <StatsLine key="stats" />],
    ['Versions of letters', <IndexFacts key="facts" />],
  ])('does not offer or say: %s', (words, element) => {
    expect(shown(ALL, element)).toContain(words);
    expect(shown(ALONE, element)).not.toContain(words);
  });
});

const PAGES = [
  ['/saved', <SavedPage key="saved" />],
  ['/saved/collections/7', <Routed key="collection" path="/saved/collections/:id" element={<CollectionPage />} />],
  ['/saved/searches/5', <Routed key="search" path="/saved/searches/:id" element={<NewItemsPage />} />],
  ['/unreadable', <UnreadablePage key="unreadable" />],
] as const;
function Routed({ path, element }: { path: string; element: ReactElement }) {
  return (
    <Routes>
      <Route path={path} element={element} />
    </Routes>
  );
}

describe('what only the library has', () => {
  it.each(PAGES)('%s asks for nothing before it is known whether it is there, nor where it is not', (address, element) => {
    expect(drawn(null, element, address).asked).toEqual(['/stats']);
    const there = drawn(ALONE, element, address);
    expect(there.asked).toEqual(['/stats']);
    expect(there.html.match(/this server/gi)).toHaveLength(1);
    expect(drawn(ALL, element, address).asked.length).toBeGreaterThan(1);
  });

  it('is said in a line of its own beside the source file', () => {
    // As a browser sets it: only these begin a line.
    const lines = drawn(ALONE, facts())
      .html.replace(/<\/?(?:div|dd|dt|p|li)\b[^>]*>/g, '\n')
      .replace(/<[^>]+>/g, '');
    expect(lines).toMatch(/^The original file and earlier versions/m);
  });
});

describe('a server that was started with --read-only beside its library', () => {
  const OFFERS = /Edit name and note|Edit note|Add a note|Edit(?= )|Delete|Take out|Mark as seen|New collection/g;

  it.each([
    ['/saved', PAGES[0][1], ['For the hearing', 'Trainers', '2 new'], ['Mark as seen', 'Edit name and note', 'Delete', 'New collection']],
    ['/saved/collections/7', PAGES[1][1], ['For the hearing', 'to cite'], ['Edit', 'Delete', 'Edit note', 'Take out']],
    ['/saved/searches/5', PAGES[2][1], ['Trainers', '2 new items'], ['Mark as seen']],
  ])('%s shows what is saved, offers no change of it and says so once', (address, element, there, offered) => {
    // A button that is an icon has its words as its name.
    const open = named(ALL, element, address);
    const closed = named(READ_ONLY, element, address);
    for (const words of there) expect(closed).toContain(words);
    expect(new Set(open.match(OFFERS))).toEqual(new Set(offered));
    expect(closed.match(OFFERS)).toBeNull();
    expect(closed.match(/read only/g)).toHaveLength(1);
    expect(open).not.toContain('read only');
  });
});
