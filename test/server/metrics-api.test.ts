/** GET /metrics/outcomes over a real embedded index, and the outcomes of a search beside it: of one program at a time. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DeterminationResponseSchema } from '#contract/api.ts';
import { type MetricResponse, MetricResponseSchema } from '#contract/metrics.ts';
import { SearchResponseSchema } from '#contract/search.ts';
import { makeLetter } from '../fixtures/factories.ts';
import { FIRST, FIRST_EARLIER, type Running, run, TWELVE } from './running-server.ts';

const rowsOf = ({ parts }: MetricResponse) => parts[0]?.rows ?? [];
const groups = (response: MetricResponse) =>
  rowsOf(response).map(({ keys, items, overturned }) => [keys[0]?.value, items, overturned && [overturned.n, overturned.of]]);

let server: Running;
beforeAll(async () => {
  server = await run([FIRST_EARLIER, FIRST, ...TWELVE]);
});
afterAll(() => server.stop());

describe('rates', () => {
  it('the rates gives the overturned rate with its n, and none where the numbers are small', async () => {
    const rates = await server.get('/metrics/outcomes?by=category', MetricResponseSchema);
    expect(rates.parts[0]).toMatchObject({ fields: [{ field: 'category', label: 'Service category' }], overlapping: false });
    expect(rates.total).toMatchObject({ items: 14, letters: { count: 13 }, overturned: { n: 4, of: 14 } });
    expect(groups(rates)).toEqual([
      ['rehab', 13, [4, 13]],
      ['prog', 1, null],
    ]);
    expect(
      rowsOf(rates)
        .map((row) => row.items)
        .reduce((a, b) => a + b),
    ).toBe(rates.total.items);
  });

  it('the rates narrows as a search does, and says where groups overlap', async () => {
    const rates = await server.get('/metrics/outcomes?by=specialty&q=decided:2015', MetricResponseSchema);
    expect(rates.parts[0]?.overlapping).toBe(true);
    expect(rates.setAside).toEqual([]);
    expect(groups(rates)).toEqual([
      ['Orthopedic Surgery', 6, null],
      ['Pain Medicine', 6, null],
    ]);
  });

  it.each(['decision=overturned', 'q=decision:overturned', 'q=-decision:upheld', 'decision=upheld&decision=overturned'])(
    'the rates sets %s aside, since a rate of outcomes is over all of them',
    async (narrowing) => {
      const whole = await server.get('/metrics/outcomes?by=category&q=decided:2015', MetricResponseSchema);
      const asked = narrowing.startsWith('q=') ? `q=decided:2015+${narrowing.slice(2)}` : `q=decided:2015&${narrowing}`;
      expect(await server.get(`/metrics/outcomes?by=category&${asked}`, MetricResponseSchema)).toEqual({
        ...whole,
        setAside: ['decision'],
      });
    },
  );

  it('the rates sets a reason aside too, since each speaks for one outcome', async () => {
    const whole = await server.get('/metrics/outcomes?by=category', MetricResponseSchema);
    expect(await server.get('/metrics/outcomes?by=category&reason=criteria_not_met', MetricResponseSchema)).toEqual({
      ...whole,
      setAside: ['reason'],
    });
  });

  it('the rates is of one program, says which, and counts what it leaves out', async () => {
    const alone = await server.get('/metrics/outcomes?by=category', MetricResponseSchema);
    expect(alone).toMatchObject({ programme: { value: 'dwc' }, otherProgrammes: [] });
    const letters = [
      ...TWELVE,
      ...[1, 2, 3].map((digit) =>
        makeLetter({ programme: 'dmhc', caseNumber: `MN16-1000${digit}`, ...(digit === 3 ? { decidedOn: null } : {}) }),
      ),
    ];
    const mixed = await run(letters);
    try {
      const rates = (query: string) => mixed.get(`/metrics/outcomes?by=category${query}`, MetricResponseSchema);
      const [dwc, dmhc] = [
        { value: 'dwc', label: 'California workers’ compensation (DWC)' },
        { value: 'dmhc', label: 'California managed health care (DMHC)' },
      ];
      expect(await rates('')).toMatchObject({ programme: dwc, otherProgrammes: [{ ...dmhc, count: 3 }], total: { items: 12 } });
      expect(await rates('&programme=dmhc')).toMatchObject({
        programme: dmhc,
        otherProgrammes: [{ ...dwc, count: 12 }],
        total: { items: 3 },
      });
      const byYear = async (programme: string) =>
        rowsOf(await mixed.get(`/metrics/outcomes?by=decidedYear&programme=${programme}`, MetricResponseSchema)).map(
          ({ keys }) => keys[0]?.label,
        );
      expect(await byYear('dmhc')).toEqual(['2016', 'Year not stated']);
      expect(await rates('&programme=dmhc&programme=dwc')).toMatchObject({ programme: dwc, total: { items: 12 } });
      expect(await rates('&q=program:dmhc')).toMatchObject({ programme: dmhc, otherProgrammes: [], total: { items: 3 } });
      expect(await rates('&decidedYear=2031')).toMatchObject({ programme: null, otherProgrammes: [], total: { items: 0 } });
      // A program of which nothing matches has no rates, and not those of another.
      const none = await rates('&programme=ny_dfs');
      expect(none).toMatchObject({
        programme: null,
        otherProgrammes: [
          { ...dwc, count: 12 },
          { ...dmhc, count: 3 },
        ],
        total: { items: 0 },
        parts: [{ rows: [] }],
      });
      expect(await rates('&programme=dmhc&decidedYear=2031')).toMatchObject({ programme: null, total: { items: 0 } });
      const outcomes = async (query: string) =>
        (await mixed.get(`/search?${query}`, SearchResponseSchema)).outcomes.map(({ programme, decisions }) => [
          programme.value,
          decisions,
        ]);
      const all = await outcomes('q=');
      expect(all.map(([programme]) => programme)).toEqual(['dwc', 'dmhc']);
      expect(all).toMatchObject([
        [dwc.value, { undetermined: 0 }],
        [dmhc.value, { upheld: 3, overturned: 0 }],
      ]);
      // Whatever decision is chosen, also one that nothing has.
      for (const decision of ['overturned', 'undetermined']) expect(await outcomes(`decision=${decision}`)).toEqual(all);
      expect(await outcomes('programme=dmhc')).toEqual(all.slice(1));
      expect(await outcomes('q=zebra')).toEqual([]);
      const found = await mixed.get('/search?q=MN16-10002', SearchResponseSchema);
      expect(found.hits.map(({ id }) => id)).toEqual(['dmhc:MN16-10002#1']);
      expect((await mixed.get('/determinations/mn16-10002', DeterminationResponseSchema)).determination.id).toBe('dmhc:MN16-10002');
      expect(found.facets.find(({ field }) => field === 'programme')?.values).toEqual([{ ...dmhc, count: 1, selected: false }]);
    } finally {
      await mixed.stop();
    }
  });

  it('the rates refuses an outcome inside a group, with its place', async () => {
    expect(await server.problem('bad-query', '/metrics/outcomes?by=category&q=knee+OR+decision:upheld')).toMatchObject({
      errors: [{ parameter: 'q', at: { start: 8, end: 23 } }],
    });
  });
});
