/**
 * Queries as users type them, over the real letters in the folder that IMR_LETTERS names, each with what it should find. Only case numbers
 * and counts stand here. Counts are of the first tier. Sets are held against a scan of the records with regular expressions of its own.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Determination, Item } from '#contract/determination.ts';
import { AppError } from '#contract/problem.ts';
import { SearchRequestSchema, type SearchResponse } from '#contract/search.ts';
import { load } from '../../ingest/load/load.ts';
import { readLetters } from '../../ingest/pipeline.ts';
import { factsOfText } from '../../server/domain/question/case-facts.ts';
import { searchItems } from '../../server/domain/results/search-items.ts';
import { similarCases } from '../../server/domain/similar/similar.ts';
import { openOriginals } from '../../server/storage/originals.ts';
import { NO_REAL_LETTERS, REAL_LETTERS } from '../conformance/corpora.ts';
import type { OpenedIndex } from '../conformance/opened-index.ts';

interface Scanned {
  readonly id: string;
  readonly determination: Determination;
  readonly item: Item;
  readonly text: string;
}

export function describeUserQueries(engine: string, open: () => Promise<OpenedIndex>): void {
  describe(`the queries of users on the ${engine} engine`, () => {
    if (REAL_LETTERS === undefined) {
      it.skip(`are not tried: ${NO_REAL_LETTERS}`);
      return;
    }
    const folder = REAL_LETTERS;
    let opened: OpenedIndex | undefined;
    let scanned: Scanned[] = [];
    const index = () => {
      if (opened === undefined) throw new Error('the index was not opened');
      return opened.index;
    };
    const search = (q: string, more: object = {}): Promise<SearchResponse> =>
      searchItems(index(), SearchRequestSchema.parse({ q, size: 100, ...more }));
    const first = async (q: string) => idsOf(await search(q));
    const scan = (test: (one: Scanned) => boolean) => scanned.filter(test).map(({ id }) => id);

    beforeAll(async () => {
      opened = await open();
      await load({ paths: [folder], store: opened.index, originals: openOriginals(opened.dataDir), read: readLetters });
      scanned = await scanAll(opened.index);
    });
    afterAll(() => opened?.close());

    it('1: personal trainer', async () => {
      const { hits } = await search('personal trainer');
      expect(idOf(hits[0])).toBe('CM14-0039143#1');
      expect(hits[0]?.issueMarks.length).toBeGreaterThan(0);
      const ofRationale = [hits[0]?.deciding, hits[0]?.snippets.find(({ field }) => field === 'rationale')];
      expect(ofRationale.flatMap((piece) => piece?.marks ?? []).length).toBeGreaterThan(0);
    });

    it.each(['CM14-0039143', 'cm14 0039143', '14-0039143', '0039143'])('2: %s', async (q) => {
      const { total, hits } = await search(q);
      expect([total, hits.map(idOf)]).toEqual([1, ['CM14-0039143#1']]);
    });

    it('3: overturned chiropractic', async () => {
      const { hits, total, understood } = await search('overturned chiropractic');
      expect([total, idOf(hits[0])]).toEqual([1, 'CM17-0004738#1']);
      expect(understood.parts).toContainEqual(expect.objectContaining({ kind: 'filter', field: 'decision', typed: 'overturned' }));
      expect((await search('overturned chiropractic', { literal: ['overturned'] })).total).toBe(0);
    });

    it('4: gym membership', async () => {
      expect((await first('gym membership'))[0]).toBe('CM17-0016761#2');
    });

    it('5: norco', async () => {
      const { hits, understood } = await search('norco');
      expect(hits.slice(0, 2).map(idOf).sort()).toEqual(['CM17-0010420#6', 'CM17-0015790#2']);
      expect(JSON.stringify(understood.parts)).toContain('hydrocodone');
    });

    it.each([
      ['6: accupuncture', 'accupuncture', 'acupuncture', /acupuncture/i],
      ['7: cyclobenzaprene', 'cyclobenzaprene', 'cyclobenzaprine', /flexeril/i],
    ])('%s', async (_, typed, used, among) => {
      const { hits, understood, total } = await search(typed);
      expect(understood.parts).toContainEqual(expect.objectContaining({ kind: 'corrected', typed, used }));
      expect(total).toBeGreaterThan(5);
      expect(hits.some(({ issue }) => among.test(issue))).toBe(true);
      expect((await search(typed, { literal: [typed] })).total).toBe(0);
    });

    it('8: EMG/NCV upper extremities', async () => {
      const { hits } = await search('EMG/NCV upper extremities');
      expect(hits.slice(0, 3).every(({ service, issue }) => service?.value === 'diag.emg' && /upper|arm/i.test(issue))).toBe(true);
      const arms = scan(({ item }) => item.service?.value === 'diag.emg' && /upper|\barms?\b/i.test(item.heading?.value ?? ''));
      const found = new Set(await first('EMG/NCV upper extremities'));
      expect(arms.filter((id) => !found.has(id))).toEqual([]);
      // However a letter names the test: EMG, NCS, nerve conduction, electrodiagnostic.
      const tests = new Set(await first('EMG/NCV'));
      expect(scan(({ item }) => item.service?.value === 'diag.emg').filter((id) => !tests.has(id))).toEqual([]);
    });

    it('9: PT 12 sessions post-op shoulder', async () => {
      expect((await first('PT 12 sessions post-op shoulder')).slice(0, 3)).toEqual(
        expect.arrayContaining(['CM16-0246487#2', 'CM17-0006797#5']),
      );
    });

    it('10: PT PTT', async () => {
      const { hits, total } = await search('PT PTT');
      expect(hits.slice(0, total).map(idOf).sort()).toEqual(['CM17-0007142#7', 'CM17-0010420#4']);
    });

    it('11: repeat lumbar MRI no red flags', async () => {
      const { hits, total } = await search('repeat lumbar MRI no red flags');
      const top = hits.slice(0, 5);
      expect(top.every(({ service, issue }) => service?.value === 'diag.mri' && /lumb/i.test(issue))).toBe(true);
      expect(hits.slice(total).some(({ missing }) => missing.includes('repeat'))).toBe(true);
    });

    it('12: "H-wave" OR TENS NOT interferential', async () => {
      const expected = scan(
        ({ text }) => /\bh[^\p{L}\p{N}]+wave\b/iu.test(text) || (/\btens\b/i.test(text) && !/\binterferential\b/i.test(text)),
      );
      expect((await first('"H-wave" OR TENS NOT interferential')).sort()).toEqual(expected.sort());
    });

    it('13: "functional restoration"', async () => {
      const { hits } = await search('"functional restoration"');
      expect(hits.map(idOf).sort()).toEqual(scan(({ text }) => /\bfunctional[^\p{L}\p{N}]+restoration\b/iu.test(text)).sort());
      expect(hits.every(({ mention }) => mention)).toBe(true);
    });

    it('14: "spinal cord stimulator"', async () => {
      const { hits } = await search('"spinal cord stimulator"');
      expect(hits.map((hit) => [idOf(hit), hit.mention])).toEqual([['CM17-0001749#1', true]]);
    });

    it.each([
      ['15', 'ur-guideline:odg', 105],
      ['16', 'UR cites none', 41],
      ['17', 'ur-guideline:odg imr-guideline:mtus', 79],
    ])('%s: %s', async (_, q, total) => {
      expect((await search(q)).total).toBe(total);
    });

    it('16 and 17: those that follow another, and the overturned, are told apart', async () => {
      const countOf = async (q: string, field: string, value: string) =>
        (await search(q)).facets.find((facet) => facet.field === field)?.values.find((one) => one.value === value)?.count;
      expect(await countOf('UR cites none', 'follows', 'yes')).toBeGreaterThan(0);
      expect(await countOf('ur-guideline:odg imr-guideline:mtus', 'decision', 'overturned')).toBe(12);
    });

    it('18: ACOEM chapter 5 page 83', async () => {
      expect(await first('ACOEM chapter 5 page 83')).toEqual(['CM14-0039143#1']);
      expect(await first('ACOEM chapter 5')).toEqual(
        expect.arrayContaining(['CM14-0039143#1', 'CM17-0007142#3', 'CM17-0009441#7', 'CM17-0009441#8']),
      );
    });

    it('19: topical cream', async () => {
      const { hits } = await search('topical cream');
      const firstMention = hits.findIndex(({ mention }) => mention);
      const byService = hits.filter(({ service }) => /^pharm\.(?:topical|compound)$/.test(service?.value ?? ''));
      expect(byService.length).toBeGreaterThan(5);
      expect(hits.slice(0, 5).every(({ service }) => /^pharm\.(?:topical|compound)$/.test(service?.value ?? ''))).toBe(true);
      expect(firstMention === -1 || firstMention > 5).toBe(true);
      expect(hits.filter(({ tier, service }) => tier === 'all' && service?.value === 'pharm.compound_oral')).toEqual([]);
    });

    it('20: perioperative:yes decision:overturned', async () => {
      const { hits } = await search('perioperative:yes decision:overturned');
      const expected = scan(({ item }) => item.perioperative !== null && item.decision?.value === 'overturned');
      expect(hits.map(idOf).sort()).toEqual(expected.sort());
      expect(hits.some(({ issue }) => /clearance/i.test(issue)) && hits.some(({ service }) => service?.value === 'diag.lab')).toBe(true);
    });

    it('21: x-ray in each spelling', async () => {
      const sets = await Promise.all(['x-ray', 'xray', 'x ray', 'radiograph'].map((q) => search(q)));
      const found = sets.map(({ hits, total }) => hits.slice(0, total).map(idOf).sort());
      expect(found[0]?.length).toBeGreaterThan(5);
      for (const set of found) expect(set).toEqual(found[0]);
    });

    it.each([
      ['*ing', 0, 4, /\*/],
      ['(trainer', 0, 1, /not closed/],
      ['colour:red', 0, 7, /no such field/],
    ])('22: %s is refused', async (q, start, end, words) => {
      const refused: unknown = await search(q).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(AppError);
      expect(refused).toMatchObject({ code: 'bad-query', errors: [expect.objectContaining({ at: { start, end } })] });
      expect((refused as AppError).message).toMatch(words);
    });

    it('23: zzyzx shoulder', async () => {
      const { total, understood } = await search('zzyzx shoulder');
      expect(total).toBe(0);
      const shoulder = (await search('shoulder')).total;
      expect(understood.noResultCauses).toContainEqual(expect.objectContaining({ what: 'zzyzx', alone: 0, without: shoulder }));
    });

    it('24: decided:2016-12 specialty:"orthopaedic surgery"', async () => {
      const expected = scan(
        ({ determination }) =>
          (determination.dates.decided?.value ?? '').startsWith('2016-12') &&
          determination.reviewer.specialties.some(({ value }) => /^orthop(?:a)?edic surgery$/i.test(value)),
      );
      for (const spelling of ['orthopaedic', 'orthopedic']) {
        expect((await first(`decided:2016-12 specialty:"${spelling} surgery"`)).sort()).toEqual(expected.sort());
        expect((await search(`specialty:"${spelling} surgery"`)).total).toBeGreaterThan(5);
      }
    });

    it('25: denied shoulder surgery', async () => {
      const { hits, understood } = await search('denied shoulder surgery');
      expect(understood.parts).toContainEqual(expect.objectContaining({ kind: 'idle', words: ['denied'] }));
      expect(hits[0]?.service?.value).toBe('surg.shoulder');
    });

    it('26: a told case', async () => {
      const told =
        '38-year-old mechanic, chronic low back pain after a fall, therapy finished, doctor wants sessions with a trainer before return to full duty';
      const found = await search(told);
      expect([found.understood.asCase, idOf(found.hits[0])]).toEqual([true, 'CM14-0039143#1']);
      const request = { filters: {}, without: [] };
      const { neighbours } = await similarCases(index(), factsOfText(told), request, null);
      const [nearest] = neighbours;
      expect(idOf(nearest?.hit)).toBe('CM14-0039143#1');
      expect(nearest?.shared.map(({ criterion }) => criterion)).toContain('service');
      expect(nearest?.differs.map(({ criterion }) => criterion)).toContain('bodyPart');
    });
  });
}

function idsOf({ hits, total }: SearchResponse): string[] {
  return hits.slice(0, total).map(idOf);
}

function idOf(hit: { caseNumber: string; number: number } | undefined): string {
  return hit === undefined ? '' : `${hit.caseNumber}#${hit.number}`;
}

/** Every current item with its words: request, rationale and both guideline fields. */
async function scanAll(index: OpenedIndex['index']): Promise<Scanned[]> {
  const all: Scanned[] = [];
  for await (const batch of index.each({ where: { kind: 'all' }, filters: [], sort: 'case' })) {
    for (const determination of await index.determinations([...new Set(batch.map(({ letterId }) => letterId))])) {
      for (const item of determination.items) {
        const { administrator, reviewer } = item.guidelines;
        const text = [item.heading, item.rationale, administrator.asPrinted, reviewer.asPrinted]
          .map((found) => found?.value ?? '')
          .join('\n');
        all.push({ id: `${determination.caseNumber.value}#${item.number}`, determination, item, text });
      }
    }
  }
  return [...new Map(all.map((one) => [one.id, one])).values()];
}
