/** What the dashboard shows of a server that does not have all: nothing that would fail, and one line where somebody would look for it. */
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import { DeterminationResponseSchema, HiddenPartSchema, type StatsResponse } from '#contract/api.ts';
import { SavedPage } from '../../web/src/app/pages/saved-page.tsx';
import { LetterFacts } from '../../web/src/features/determination/letter-facts.tsx';
import { FocusContext } from '../../web/src/features/determination/sourced.tsx';
import { IndexFacts } from '../../web/src/features/overview/index-facts.tsx';
import { StatsLine } from '../../web/src/features/overview/stats-line.tsx';
import { UnreadableLetters } from '../../web/src/features/overview/unreadable-letters.tsx';
import { Collect } from '../../web/src/features/saved/collect.tsx';
import { SaveSearch } from '../../web/src/features/saved/save-search.tsx';
import { EMPTY_SEARCH } from '../../web/src/lib/url-state.ts';
import { makeLetter } from '../fixtures/factories.ts';

const ALL: StatsResponse = {
  engine: 'elasticsearch',
  readOnly: false,
  hidden: [],
  letters: 3,
  items: 5,
  versions: 3,
  unreadable: 0,
  decisions: { upheld: 5, overturned: 0, overturned_in_part: 0, undetermined: 0 },
  decidedFrom: '2016-01-01',
  decidedTo: '2016-12-31',
  messages: {},
};
const ALONE: StatsResponse = { ...ALL, readOnly: true, hidden: [...HiddenPartSchema.options] };

/** The words of an element on a server that says this of itself. */
function shown(stats: StatsResponse, element: ReactElement): string {
  const client = new QueryClient();
  client.setQueryData(['/stats'], stats);
  const html = renderToStaticMarkup(
    <MantineProvider>
      <QueryClientProvider client={client}>
        <FocusContext value={{ focus: null, setFocus: () => undefined }}>
          <MemoryRouter>{element}</MemoryRouter>
        </FocusContext>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return html.replace(/<(style|title)[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, ' ');
}

const facts = () => {
  const { determination } = makeLetter();
  return <LetterFacts data={DeterminationResponseSchema.parse({ determination, versions: [], labels: {}, hasOriginal: false })} />;
};

describe('a server that reads the search index alone', () => {
  it.each([
    ['saved searches and collections', <SavedPage key="saved" />, /collections are not on this server/],
    ['files that could not be read', <UnreadableLetters key="unreadable" />, /could not be read are not on this server/],
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
    ['Stored letter versions', <IndexFacts key="facts" />],
  ])('does not offer or say: %s', (words, element) => {
    expect(shown(ALL, element)).toContain(words);
    expect(shown(ALONE, element)).not.toContain(words);
  });
});
