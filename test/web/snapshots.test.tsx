/** Snapshots on a page: what is said of one, of live, and on servers that have none or only read; and that links carry the one that is chosen. */
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import type { StatsResponse } from '#contract/api.ts';
import { HiddenPartSchema } from '#contract/api.ts';
import type { Snapshot } from '#contract/snapshots.ts';
import { CLIENT } from '../../web/src/app/providers.tsx';
import { SnapshotLine } from '../../web/src/components/snapshot-line.tsx';
import { SnapshotNotice } from '../../web/src/components/snapshot-notice.tsx';
import { ApiError, toApiError } from '../../web/src/lib/api-client.ts';
import { itemHref } from '../../web/src/lib/item-links.ts';
import { EMPTY_SEARCH } from '../../web/src/lib/url-state.ts';

const STATS: StatsResponse = {
  engine: 'embedded',
  readOnly: false,
  hidden: [],
  letters: 1116,
  items: 5,
  change: 2240,
  versions: 3,
  unreadable: 0,
  decisions: { upheld: 5, overturned: 0, overturned_in_part: 0, undetermined: 0 },
  decidedFrom: null,
  decidedTo: null,
  messages: {},
  programmes: [{ value: 'dwc', label: 'California workers’ compensation (DWC)', short: 'DWC', count: 5 }],
};
const TAKEN: Snapshot = {
  id: 'the-id',
  name: '2026 yearly report',
  note: 'for the board',
  takenAt: '2026-11-30T12:00:00.000Z',
  change: 240,
  letters: 116,
  items: 264,
  program: '0',
  extraction: 'a',
  vocabulary: 'b',
  sameVocabulary: true,
};

/** The words of an element on a server that says this of itself. */
function words(element: ReactElement, stats: Partial<StatsResponse> = {}, snapshots: readonly Snapshot[] = [TAKEN]): string {
  const client = new QueryClient();
  client.setQueryData(['/stats'], { ...STATS, ...stats });
  client.setQueryData(['/snapshots'], { snapshots });
  const html = renderToStaticMarkup(
    <MantineProvider>
      <QueryClientProvider client={client}>
        <MemoryRouter>{element}</MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return html
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
const line = (snapshot: string | null) => <SnapshotLine snapshot={snapshot} hrefOf={() => '/'} />;

describe('the line of a page', () => {
  it('says what is live, or which snapshot it is, and of how many letters', () => {
    expect(words(line(null))).toBe('Live: 1,116 letters as of change 2,240. Snapshot');
    expect(words(line('the-id'))).toBe('Snapshot “2026 yearly report”, taken Nov 30, 2026: 116 letters. Snapshot');
    const tables = { programmes: [{ value: 'dmhc', label: 'DMHC', short: 'DMHC', count: 5 }] };
    expect(words(line(null), tables)).toContain('1,116 determinations');
  });

  it('says where the vocabulary is another one by now, and where the snapshot is gone', () => {
    expect(words(line('the-id'), {}, [{ ...TAKEN, sameVocabulary: false }])).toContain('The vocabulary of this program has changed since');
    expect(words(line('another'))).toContain('This snapshot is not in the library');
  });

  it('offers none where there is no library, and nothing to choose from where it is only read and has none', () => {
    expect(words(line(null), { readOnly: true, hidden: [...HiddenPartSchema.options] })).toBe(
      'Live: 1,116 letters as of change 2,240. Snapshots are on the server that has the library.',
    );
    expect(words(line(null), { readOnly: true }, [])).toBe('Live: 1,116 letters as of change 2,240.');
    expect(words(line(null), { readOnly: true })).toBe('Live: 1,116 letters as of change 2,240. Snapshot');
  });
});

it('a page that is no report says so only of a snapshot, with a way back', () => {
  expect(words(<SnapshotNotice snapshot={null} nowHref="/" />)).toBe('');
  expect(words(<SnapshotNotice snapshot="the-id" nowHref="/" />)).toBe(
    'Snapshot “2026 yearly report”, taken Nov 30, 2026: 116 letters. Show what is live',
  );
});

it('a result is opened as of the snapshot in which it was found', () => {
  const item = { letterId: 'dwc:CM90-0000001', number: 2 };
  expect(itemHref(item, { ...EMPTY_SEARCH, snapshot: 'the-id' })).toBe('/determinations/dwc%3ACM90-0000001?item=2&snapshot=the-id');
  expect(itemHref(item, EMPTY_SEARCH)).toBe('/determinations/dwc%3ACM90-0000001?item=2');
});

it('an index that is being made is asked for again until it is there, and any other refusal is an answer', () => {
  const { retry } = CLIENT.getDefaultOptions().queries ?? {};
  const again = (failures: number, error: Error) => (typeof retry === 'function' ? retry(failures, error) : null);
  const problem = {
    type: '/problems/snapshot-building',
    title: 'x',
    status: 503,
    detail: 'y',
    instance: 'z',
    code: 'snapshot-building',
    errors: [],
  };
  const made = toApiError({ ...problem, progress: { done: 3, of: 9 } }, 503);
  expect(made.progress).toEqual({ done: 3, of: 9 });
  expect([again(0, made), again(1_000, made)]).toEqual([true, true]);
  expect([again(0, new ApiError('snapshot-not-found', 'x', 'y')), again(0, new ApiError('unreachable', 'x', 'y'))]).toEqual([false, true]);
});
