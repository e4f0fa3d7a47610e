/** Long lists of filters: what is cut off of them, and what is in sight all the same. */
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { FacetGroup } from '../../web/src/features/narrowing/facet-group.tsx';
import { toTree } from '../../web/src/features/narrowing/facet-tree.ts';
import { FacetTreeGroup } from '../../web/src/features/narrowing/facet-tree-group.tsx';
import { Facets } from '../../web/src/features/narrowing/facets.tsx';
import { EMPTY_SEARCH } from '../../web/src/lib/url-state.ts';

const row = (value: string) => ({ value, label: `Value ${value}`, count: 1, selected: false });
const many = (count: number) => Array.from({ length: count }, (_, at) => row(String(at)));
const LACKING = { value: 'not_stated', label: 'Nothing said', count: 1, selected: false };

const list = (values: ReturnType<typeof many>) => (
  <FacetGroup facet={{ field: 'drug', label: 'Drug', distinct: values.length, values }} fromWords={new Set()} onToggle={() => undefined} />
);
const tree = (values: ReturnType<typeof many>) => (
  <FacetTreeGroup
    label="Service"
    tree={toTree(values, [])}
    fields={{ branch: 'category', leaf: 'service' }}
    filters={{}}
    onChange={() => undefined}
  />
);
/** The labels of the boxes, and the words of the button that opens the rest. */
function drawn(element: ReactElement) {
  const html = renderToStaticMarkup(<MantineProvider>{element}</MantineProvider>);
  const labels = Array.from(html.matchAll(/(?:Value \d+|Nothing said)(?=<)/g), ([label]) => label);
  return { labels, more: /Show all \d+/.exec(html)?.[0] ?? null };
}

describe.each([
  ['a list', list, 6],
  ['a tree', tree, 8],
])('%s of filters', (_, make, short) => {
  it('ends with what is not stated while it is cut short', () => {
    const { labels, more } = drawn(make([...many(short + 5), LACKING]));
    expect(labels).toHaveLength(short + 1);
    expect(labels.at(-1)).toBe('Nothing said');
    expect(more).toBe(`Show all ${short + 6}`);
  });

  it('has nothing more to show where all of it is in sight', () => {
    expect(drawn(make([...many(short), LACKING]))).toMatchObject({ labels: { length: short + 1 }, more: null });
    expect(drawn(make(many(short + 1)))).toMatchObject({ labels: { length: short }, more: `Show all ${short + 1}` });
  });
});

describe('a list of filters in groups', () => {
  const groups = [
    { label: 'Even', values: ['0', '2', '4', '6', '8'] },
    { label: 'Odd', values: ['1', '3'] },
    { label: 'Never', values: ['99'] },
  ];
  const grouped = (values: ReturnType<typeof many>) => (
    <FacetGroup
      facet={{ field: 'reason', label: 'Reason', distinct: values.length, values }}
      groups={groups}
      fromWords={new Set()}
      onToggle={() => undefined}
    />
  );

  it('shows some of each group under its title, in order, and what is not stated behind them', () => {
    const values = [...['3', '8', '2', '1', '0'].map(row), LACKING];
    expect(drawn(grouped(values))).toEqual({
      labels: ['Value 8', 'Value 2', 'Value 3', 'Value 1', 'Nothing said'],
      more: 'Show all 6',
    });
    const titles = Array.from(renderToStaticMarkup(<MantineProvider>{grouped(values)}</MantineProvider>).matchAll(/<legend>(\w+)/g));
    expect(titles.map(([, title]) => title)).toEqual(['Even', 'Odd']);
  });

  it('always shows what is chosen', () => {
    const values = ['0', '2', '4', '6'].map((value) => ({ ...row(value), selected: value === '6' }));
    expect(drawn(grouped(values)).labels).toEqual(['Value 0', 'Value 2', 'Value 6']);
  });
});

describe('the year of what states none', () => {
  it.each([
    ['dmhc', 'Year not stated'],
    ['dwc', 'Decision day not stated'],
  ])('of %s is "%s"', (programme, label) => {
    const values = [{ value: 'not_stated', label: 'Decision day not stated', count: 2, selected: true }];
    const html = renderToStaticMarkup(
      <MantineProvider>
        <QueryClientProvider client={new QueryClient()}>
          <Facets
            facets={[{ field: 'decidedYear', label: 'Year decided', distinct: 0, values }]}
            parts={[]}
            state={{ ...EMPTY_SEARCH, filters: { programme: [programme], decidedYear: ['not_stated'] } }}
            programme={programme}
            switched
            apart={[]}
            asCounted={(state) => state}
            stale={false}
            onChange={() => undefined}
          />
        </QueryClientProvider>
      </MantineProvider>,
    );
    expect(html.match(/(?:Year|Decision day) not stated/g)).toContain(label);
    expect(new Set(html.match(/(?:Year|Decision day) not stated/g)).size).toBe(1);
  });
});
