/** Filters of an address that cannot be: each is named, with a way out that takes out it alone. */
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { expect, it } from 'vitest';
import { DECISION_LABELS } from '#contract/lists.ts';
import { PROGRAMMES } from '#contract/programmes.ts';
import { WrongFilters } from '../../web/src/components/wrong-filters.tsx';
import { ApiError } from '../../web/src/lib/api-client.ts';
import { filterFaults } from '../../web/src/lib/fault-words.ts';
import { readNarrowing, withParams, writeNarrowing } from '../../web/src/lib/url-state.ts';

/** What the server says of some fields: two short lists, a long one, and one without an end. */
const FIELDS = [
  { names: ['decision'], values: Object.entries(DECISION_LABELS).map(([value, { short }]) => ({ value, label: short })) },
  { names: ['program'], values: Object.entries(PROGRAMMES).map(([value, { label }]) => ({ value, label })) },
  { names: ['service'], values: Array.from({ length: 30 }, (_, at) => ({ value: `s${at}`, label: `Service ${at}` })) },
  { names: ['case'], values: null },
].map((field) => ({ ...field, label: '', example: '' }));

const refused = (...faults: ConstructorParameters<typeof ApiError>[3] & object) =>
  new ApiError('bad-request', 'The request is not valid', 'decision: no', faults);

function drawn(address: string, ...wrong: { parameter: string; value: string }[]) {
  const client = new QueryClient();
  for (const field of FIELDS) client.setQueryData([`/fields/${field.names[0]}`], field);
  const { filters } = readNarrowing(new URLSearchParams(address));
  const faults = filterFaults(refused(...wrong.map((fault) => ({ ...fault, detail: 'no' }))));
  const html = renderToStaticMarkup(
    <MantineProvider>
      <QueryClientProvider client={client}>
        <MemoryRouter>
          <WrongFilters
            faults={faults}
            filters={filters}
            hrefOf={(left) => withParams('/analytics', writeNarrowing({ ...readNarrowing(new URLSearchParams(address)), filters: left }))}
          />
        </MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );
  const links = new Map(
    Array.from(html.matchAll(/<a([^>]*)>([^<]*)<\/a>/g), ([, tag = '', words = '']) => [
      /aria-label="([^"]*)"/.exec(tag)?.[1] ?? words,
      /href="([^"]*)"/.exec(tag)?.[1]?.replaceAll('&amp;', '&'),
    ]),
  );
  return { links, text: html.replace(/<style[\s\S]*?<\/style>/g, '').replace(/<[^>]+>/g, '') };
}

it('each is taken out by itself, and the values of a short list are offered in its place', () => {
  const { links } = drawn(
    'q=knee&decision=zzz&programme=yyy',
    { parameter: 'decision', value: 'zzz' },
    { parameter: 'programme', value: 'yyy' },
  );
  expect(links.get('Take out Decision: zzz')).toBe('/analytics?q=knee&programme=yyy');
  expect(links.get('Take out Program: yyy')).toBe('/analytics?q=knee&decision=zzz');
  expect(links.get('Overturned')).toBe('/analytics?q=knee&decision=overturned&programme=yyy');
});

it('what stands beside it stays', () => {
  const { links } = drawn('decision=upheld&decision=not_stated', { parameter: 'decision', value: 'not_stated' });
  expect(links.get('Take out Decision: not_stated')).toBe('/analytics?decision=upheld');
  expect(links.get('Overturned')).toBe('/analytics?decision=upheld&decision=overturned');
});

it('of a long list or one that has no end, nothing is offered but to take it out', () => {
  const { links, text } = drawn(
    'service=zzz&caseNumber=not_stated',
    { parameter: 'service', value: 'zzz' },
    { parameter: 'caseNumber', value: 'not_stated' },
  );
  expect([...links.keys()]).toEqual(['Take out Service: zzz', 'Take out Case number: not_stated']);
  expect(text).toContain('Every item has a case number');
});

it('a refusal for anything else as well is no matter of filters alone', () => {
  const filter = { parameter: 'decision', value: 'zzz', detail: 'no' };
  expect(filterFaults(refused(filter))).toEqual([{ field: 'decision', value: 'zzz' }]);
  expect(filterFaults(refused(filter, { parameter: 'page', detail: 'no' }))).toEqual([]);
  expect(filterFaults(new Error('else'))).toEqual([]);
  expect(filterFaults(null)).toEqual([]);
});
