/** Files of everything that matched: the address asks for the same search, without its page, and by names the API takes. */
import { describe, expect, it } from 'vitest';
import { ExportRequestSchema } from '#contract/export.ts';
import { EXPORT_FORMATS } from '#contract/lists.ts';
import { KeywordFieldSchema } from '#contract/query.ts';
import { exportHref } from '../../web/src/features/search/export-results.tsx';
import { EMPTY_SEARCH, type SearchState } from '../../web/src/lib/url-state.ts';

const search: SearchState = {
  ...EMPTY_SEARCH,
  q: 'knee brace',
  filters: { decision: ['upheld'] },
  from: '2016-01-01',
  literal: ['brace'],
  sort: 'newest',
  group: 'letter',
  page: 7,
};

describe('the address of an export', () => {
  it.each(EXPORT_FORMATS)('as %s is the search without its page', (format) => {
    const href = exportHref(search, format);
    expect(href).toBe(`/api/v1/export?q=knee+brace&decision=upheld&from=2016-01-01&literal=brace&sort=newest&format=${format}`);
    const known = new Set<string>([...Object.keys(ExportRequestSchema.shape), ...KeywordFieldSchema.options]);
    for (const name of new URL(href, 'http://localhost').searchParams.keys()) expect(known).toContain(name);
  });
});
