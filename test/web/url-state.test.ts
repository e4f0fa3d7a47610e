/** The address holds the whole search: what is written is read back, and what is read is written the same way again. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { NarrowingSchema } from '#contract/api.ts';
import { ExportRequestSchema } from '#contract/export.ts';
import type { KeywordField } from '#contract/fields.ts';
import { MetricRequestSchema } from '#contract/metrics.ts';
import { KeywordFieldSchema, SortSchema } from '#contract/query.ts';
import { SearchRequestSchema } from '#contract/search.ts';
import { parseParams } from '../../server/http/params.ts';
import {
  EMPTY_SEARCH,
  type Filters,
  isNarrowed,
  narrowTo,
  readNarrowing,
  readSearch,
  type SearchState,
  searchHref,
  toggleFilter,
  withFilter,
  withParams,
  writeNarrowing,
  writeSearch,
} from '../../web/src/lib/url-state.ts';

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const values = fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' }), { minLength: 1, maxLength: 4 });
const filters = fc
  .dictionary(fc.constantFrom(...KeywordFieldSchema.options), values, { maxKeys: 5 })
  .map((entries): Filters => ({ ...entries }));
const state: fc.Arbitrary<SearchState> = fc.record({
  q: fc.string({ unit: 'grapheme' }),
  filters,
  from: fc.option(day),
  to: fc.option(day),
  summary: fc.boolean(),
  literal: fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' }), { maxLength: 3 }),
  snapshot: fc.option(fc.string({ minLength: 1, unit: 'grapheme' })),
  group: fc.constantFrom('item' as const, 'letter' as const),
  sort: fc.constantFrom(...SortSchema.options),
  page: fc.integer({ min: 1, max: 10_000 }),
});

describe('the search in the address', () => {
  it('is read back as it was written, through a real address', () => {
    fc.assert(
      fc.property(state, (search) => {
        const address = new URL(searchHref(search), 'http://localhost');
        expect(readSearch(address.searchParams)).toEqual(search);
      }),
    );
  });

  it('is written the same way whatever address it was read from', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (typed) => {
        const once = writeSearch(readSearch(new URLSearchParams(typed))).toString();
        expect(writeSearch(readSearch(new URLSearchParams(once))).toString()).toBe(once);
      }),
    );
  });

  it('leaves out what is empty or default, so that nothing asked is the bare address', () => {
    expect(searchHref(EMPTY_SEARCH)).toBe('/');
    expect(withParams('/analytics', writeNarrowing(EMPTY_SEARCH))).toBe('/analytics');
    expect(isNarrowed(EMPTY_SEARCH)).toBe(false);
  });

  it('uses the names that the API takes', () => {
    const search: SearchState = {
      q: 'personal trainer',
      filters: { decision: ['upheld', 'overturned'] },
      from: '2014-01-01',
      to: '2016-12-31',
      summary: true,
      literal: ['trainer'],
      snapshot: 'the-id',
      sort: 'newest',
      group: 'letter',
      page: 3,
    };
    const written = writeSearch(search);
    expect(written.toString()).toBe(
      'q=personal+trainer&decision=upheld&decision=overturned&from=2014-01-01&to=2016-12-31&summary=true&literal=trainer&snapshot=the-id&sort=newest&group=letter&page=3',
    );
    const known = new Set<string>([...Object.keys(SearchRequestSchema.shape), ...KeywordFieldSchema.options]);
    for (const name of written.keys()) expect(known).toContain(name);
    expect(
      NarrowingSchema.safeParse({ q: search.q, filters: search.filters, from: search.from, to: search.to, summary: true }).success,
    ).toBe(true);
  });

  it.each([
    ['page=0', 1],
    ['page=-2', 1],
    ['page=2.5', 1],
    ['page=abc', 1],
    ['page=17', 17],
  ])('reads %s as page %i', (query, page) => {
    expect(readSearch(new URLSearchParams(query)).page).toBe(page);
  });

  it('has a value by the id that it has today, as the server takes it', () => {
    const params = new URLSearchParams('reason=not_indicated&reason=criteria_not_met&decision=upheld');
    expect(readNarrowing(params).filters).toEqual({ reason: ['criteria_not_met'], decision: ['upheld'] });
    expect(parseParams(params, SearchRequestSchema).filters).toEqual({
      reason: ['criteria_not_met', 'criteria_not_met'],
      decision: ['upheld'],
    });
  });

  it('keeps a day that is none, so that the server can say what is wrong with it', () => {
    expect(readNarrowing(new URLSearchParams('from=yesterday')).from).toBe('yesterday');
  });
});

describe('a parameter that is yes or no', () => {
  const schemas = {
    search: SearchRequestSchema,
    metrics: MetricRequestSchema,
    export: ExportRequestSchema.omit({ format: true }),
  };
  const spelling = fc.oneof(
    fc.constantFrom('true', '1', 'yes', 'false', '0', 'no', '').chain((text) => fc.mixedCase(fc.constant(text))),
    fc.string({ maxLength: 6 }),
  );
  /** Those of a schema that "true" and "false" are taken for. */
  const flagsOf = (schema: z.ZodObject) =>
    Object.keys(schema.shape).filter((name) => {
      const read = (text: string) => schema.safeParse({ [name]: text }).data?.[name];
      return read('true') === true && read('false') === false;
    });

  it.each(Object.entries(schemas))('of %s says the same to the server and to the page, however it is spelt', (_, schema) => {
    expect(flagsOf(schema)).toEqual(['summary']);
    fc.assert(
      fc.property(spelling, (text) => {
        const address = new URLSearchParams({ q: 'knee', summary: text });
        let server: boolean | null;
        try {
          server = parseParams(address, schema)['summary'] as boolean;
        } catch {
          server = null;
        }
        const page = readNarrowing(address);
        expect(page.summary).toBe(server ?? false);
        // What the page asks for, the server takes.
        expect(parseParams(writeNarrowing(page), schema)['summary']).toBe(page.summary);
      }),
    );
  });

  it.each([
    ['1', true],
    ['TRUE', true],
    ['yes', true],
    ['0', false],
    ['No', false],
  ])('%j is %s', (text, expected) => {
    expect(readNarrowing(new URLSearchParams({ q: 'knee', summary: text })).summary).toBe(expected);
    expect(parseParams(new URLSearchParams({ q: 'knee', summary: text }), SearchRequestSchema).summary).toBe(expected);
  });
});

describe('choosing filters', () => {
  it('choosing a value twice leaves the filters as they were', () => {
    fc.assert(
      fc.property(
        filters,
        fc.constantFrom(...KeywordFieldSchema.options),
        fc.string({ minLength: 1 }),
        (chosen, field: KeywordField, value) => {
          const twice = toggleFilter(toggleFilter(chosen, field, value), field, value);
          expect(new Set(twice[field])).toEqual(new Set(chosen[field]));
          expect(withFilter(twice, field, [])).toEqual(withFilter(chosen, field, []));
        },
      ),
    );
  });

  it('a field without a value is no filter', () => {
    expect(toggleFilter({ decision: ['upheld'] }, 'decision', 'upheld')).toEqual({});
  });
});

describe('narrowing to a group', () => {
  const base = { ...readNarrowing(new URLSearchParams('q=mri')) };

  it('adds a filter where the field has none', () => {
    expect(narrowTo(base, 'category', ['rehab'], 'category')).toEqual({ ...base, filters: { category: ['rehab'] } });
  });

  it('keeps only the group where several values of its field were chosen', () => {
    const chosen = { ...base, filters: { category: ['rehab', 'dme'] } };
    expect(narrowTo(chosen, 'category', ['rehab'], 'category').filters).toEqual({ category: ['rehab'] });
  });

  it('types the group into the query where it is not among the chosen values, since filters of one field are alternatives', () => {
    const chosen = { ...base, filters: { imrGuidelineFamily: ['odg'] } };
    const narrowed = narrowTo(chosen, 'imrGuidelineFamily', ['mtus.acoem2'], 'imr-guideline-family');
    expect(narrowed).toEqual({ ...chosen, q: 'mri imr-guideline-family:"mtus.acoem2"' });
    const either = { ...chosen, q: 'mri OR ct' };
    expect(narrowTo(either, 'imrGuidelineFamily', ['mtus.acoem2'], 'imr-guideline-family').q).toBe(
      '(mri OR ct) imr-guideline-family:"mtus.acoem2"',
    );
  });
});
