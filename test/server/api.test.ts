/** Every route over a real embedded index: each answer is parsed by its schema and checked against the letters put in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  DeterminationResponseSchema,
  FieldResponseSchema,
  FieldsResponseSchema,
  HealthResponseSchema,
  ItemResponseSchema,
  StatsResponseSchema,
  TextResponseSchema,
  UnreadableResponseSchema,
} from '#contract/api.ts';
import { NOT_STATED, SEARCH_FACETS } from '#contract/fields.ts';
import { letterPath } from '#contract/letter-path.ts';
import { FACET_VALUES, SearchResponseSchema } from '#contract/search.ts';
import { KEYWORD_FIELDS } from '#mappings/fields.ts';
import { readLetter } from '../../ingest/pipeline.ts';
import { makeLetter, makeUnreadable } from '../fixtures/factories.ts';
import { makeLetter as drawLetter } from '../fixtures/letters/generate.ts';
import { toText } from '../fixtures/letters/render/to-text.ts';
import { FIRST, FIRST_EARLIER, type Running, run, statusOf, TWELVE } from './running-server.ts';

let server: Running;
beforeAll(async () => {
  server = await run([FIRST_EARLIER, FIRST, ...TWELVE]);
  await server.index.putUnreadable(['b.pdf', 'a.pdf', 'c.pdf'].map((name) => makeUnreadable(name)));
  for (const letter of [FIRST, FIRST_EARLIER]) await server.originals.write(new TextEncoder().encode(letter.canonical.text));
});
afterAll(() => server.stop());

const search = (query: string) => server.get(`/search${query}`, SearchResponseSchema);

describe('GET /search', () => {
  it('finds the personal trainer item first, with its decision, words and marks', async () => {
    const found = await search('?q=%22personal+trainer%22');
    expect(found).toMatchObject({ total: 1, letters: { count: 1, exact: true }, page: 1, pages: 1, terms: ['personal', 'trainer'] });
    const [hit] = found.hits;
    expect(hit).toMatchObject({
      id: 'dwc:CM14-0000001#1',
      letterId: 'dwc:CM14-0000001',
      caseNumber: 'CM14-0000001',
      number: 1,
      issue: 'Twelve sessions with a personal trainer',
      decision: 'upheld',
      service: { value: 'prog.personal_trainer' },
      category: { value: 'prog', label: 'Programs' },
      decidedOn: '2016-12-09',
      specialty: 'Physical Medicine & Rehabilitation',
      urBasis: 'mtus',
      imrBasis: 'non_mtus',
      itemsInLetter: 2,
    });
    expect(hit?.issueMarks.map(({ start, end }) => hit.issue.slice(start, end))).toEqual(['personal trainer']);
    expect(hit?.urGuidelines).toEqual([{ value: 'mtus.acoem2.ch13', label: 'ACOEM 2nd ed. Ch. 13 Knee Complaints' }]);
    const deciding = hit?.deciding;
    expect(deciding).toMatchObject({ text: 'The fictional worker asks for a personal trainer.', cutBefore: false, cutAfter: false });
    expect(deciding?.marks.map(({ start, end }) => deciding.text.slice(start, end))).toEqual(['personal trainer']);
    expect(hit?.reasons).toEqual([{ value: 'criteria_not_met', label: 'Criteria not met' }]);
    expect(hit?.snippets).toEqual([]);
    const [guideline] = (await search('?q=%22personal+trainer%22+named')).hits;
    expect(guideline?.snippets).toMatchObject([{ field: 'rationale', text: 'No trainer is named by the guideline.' }]);
  });

  it('takes every item for an empty query, and shows what decided each, unmarked', async () => {
    const found = await search('?sort=newest');
    expect(found.total).toBe(14);
    expect(found.hits.map((hit) => hit.id).slice(0, 2)).toEqual(['dwc:CM14-0000001#1', 'dwc:CM14-0000001#2']);
    for (const hit of found.hits) expect(hit).toMatchObject({ deciding: { text: expect.stringMatching(/\.$/), marks: [] }, snippets: [] });
  });

  it('pages without loss or repeat', async () => {
    const pages = await Promise.all([1, 2, 3, 4].map((page) => search(`?sort=case&size=5&page=${page}`)));
    expect(pages.map((page) => page.hits.length)).toEqual([5, 5, 4, 0]);
    expect(new Set(pages.flatMap((page) => page.hits.map((hit) => hit.id))).size).toBe(14);
    expect(pages.every((page) => page.pages === 3)).toBe(true);
  });

  it('takes several values of a field as either, several fields as both, and days as a closed range', async () => {
    expect((await search('?decision=upheld&decision=overturned')).total).toBe(14);
    expect((await search('?decision=overturned&specialty=Pain+Medicine')).total).toBe(3);
    expect((await search('?from=2015-03-02&to=2015-03-04')).total).toBe(3);
    expect((await search('?from=2016-12-09')).total).toBe(2);
    expect((await search('?q=decided:2015+-decision:overturned')).total).toBe(9);
  });

  it('resolves a specialty typed in the query against those in the index', async () => {
    expect((await search('?q=specialty:pain')).total).toBe(6);
    await server.problem('bad-query', '/search?q=specialty:dentistry');
  });

  it('looks in the clinical summary only when asked to', async () => {
    expect((await search('?q=ladder')).total).toBe(0);
    expect((await search('?q=ladder&summary=false')).total).toBe(0);
    expect((await search('?q=summary:ladder')).total).toBe(2);
    const found = await search('?q=ladder&summary=true');
    expect(found.total).toBe(2);
    expect(found.hits[0]?.snippets.map((snippet) => snippet.field)).toEqual(['summary']);
  });

  it('counts each facet without its own filter, with words, and always carries what is selected', async () => {
    const { facets } = await search('?decision=overturned_in_part&category=rehab');
    expect(facets.map((facet) => facet.field)).toEqual([...SEARCH_FACETS]);
    const decision = facets.find((facet) => facet.field === 'decision');
    expect(decision?.label).toBe('Decision');
    expect(decision?.values).toEqual([
      { value: 'upheld', label: 'Upheld', count: 9, selected: false },
      { value: 'overturned', label: 'Overturned', count: 4, selected: false },
      { value: 'overturned_in_part', label: 'Overturned in part', count: 0, selected: true },
    ]);
    expect(decision?.distinct).toBe(2);
  });

  it('shows what is not stated last, in the words of the facet, and as no value among those that there are', async () => {
    const { total, facets } = await search('');
    const classes = facets.find(({ field }) => field === 'drugClass');
    expect(classes?.values.at(-1)).toMatchObject({ value: NOT_STATED, label: 'No drug', selected: false });
    expect(classes?.distinct).toBe((classes?.values.length ?? 0) - 1);
    expect(facets.find(({ field }) => field === 'decision')?.values.map(({ value }) => value)).not.toContain(NOT_STATED);
    const follows = facets.find(({ field }) => field === 'follows')?.values ?? [];
    expect(follows.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    const none = await search(`?drugClass=${NOT_STATED}`);
    expect(none.total).toBe(classes?.values.at(-1)?.count);
    expect((await search('?q=drug-class:none')).total).toBe(none.total);
    expect((await search('?q=-drug-class:none')).total).toBe(total - none.total);
    expect((await search('?q=drug-class:none')).hits[0]?.why).toContainEqual({
      field: 'drugClass',
      label: 'Drug class',
      words: ['No drug'],
    });
  });
});

describe('a facet with more values than a page carries', () => {
  it('has the most frequent ones and every selected one, and says how many there are', async () => {
    const specialties = Array.from({ length: FACET_VALUES + 5 }, (_, index) => `Invented specialty ${String(index).padStart(3, '0')}`);
    const last = specialties.at(-1) ?? '';
    const many = await run([makeLetter({ specialties })]);
    try {
      const facetOf = async (query: string) =>
        (await many.get(`/search${query}`, SearchResponseSchema)).facets.find((facet) => facet.field === 'specialty');
      const open = await facetOf('');
      expect(open).toMatchObject({ distinct: FACET_VALUES + 5 });
      expect(open?.values.map(({ value }) => value)).toEqual(specialties.slice(0, FACET_VALUES));
      const chosen = await facetOf(`?specialty=${encodeURIComponent(last)}`);
      expect(chosen?.values).toHaveLength(FACET_VALUES + 1);
      expect(chosen?.values.at(-1)).toEqual({ value: last, label: last, count: 1, selected: true });
    } finally {
      await many.stop();
    }
  });
});

describe('GET /determinations/:id', () => {
  it('calls what a row was before an earlier version of it, not another letter', async () => {
    const row = (note: string) => makeLetter({ programme: 'dmhc', caseNumber: 'MN19-90001', decidedOn: null, publishedYear: '2019', note });
    const rows = await run([row('As it was first published.'), row('As it was published next.')]);
    try {
      const said = async () =>
        (await rows.get('/determinations/dmhc:MN19-90001', DeterminationResponseSchema)).determination.messages
          .filter(({ code }) => code === 'consistency.duplicate_case')
          .map(({ reason }) => reason);
      expect(await said()).toEqual(['An earlier version of this row, as it was published before, is stored.']);
      await rows.index.put([row('As it is published.')]);
      expect(await said()).toEqual(['2 earlier versions of this row, as it was published before, are stored.']);
    } finally {
      await rows.stop();
    }
  });

  it('gives the current version, its versions, the words for its ids and whether the file is kept', async () => {
    const answer = await server.get('/determinations/dwc:CM14-0000001', DeterminationResponseSchema);
    const { messages } = FIRST.determination;
    expect(answer.determination).toEqual({
      ...FIRST.determination,
      messages: [...messages, expect.objectContaining({ code: 'consistency.duplicate_case', severity: 'info' })],
    });
    expect(answer.versions.map(({ sha256, current }) => [sha256, current])).toEqual([
      [FIRST.determination.source.sha256, true],
      [FIRST_EARLIER.determination.source.sha256, false],
    ]);
    expect(answer.hasOriginal).toBe(true);
    expect(answer.labels).toMatchObject({
      'rehab.pt': 'Physical therapy',
      prog: 'Programs',
      odg: 'ODG',
      'mtus.acoem2': 'MTUS/ACOEM 2nd ed.',
    });
    const cited = answer.determination.items.flatMap(({ service, category, bodyParts, guidelines }) => [
      ...bodyParts.map((part) => part.value),
      service?.value ?? '',
      category?.value ?? '',
      ...[...guidelines.administrator.citations, ...guidelines.reviewer.citations].flatMap(({ guideline, family }) => [guideline, family]),
    ]);
    expect(Object.keys(answer.labels).sort()).toEqual([...new Set(cited)].sort());
  });

  it.each(['CM14-0000001', 'cm140000001', '14-0000001', 'DWC:CM14%200000001'])('is found by a case number typed as %s', async (typed) => {
    const { determination } = await server.get(`/determinations/${typed}`, DeterminationResponseSchema);
    expect(determination.id).toBe('dwc:CM14-0000001');
  });

  it('is found by the address that is cited, whatever signs its number has', async () => {
    const numbers = ['TX/2019/5', 'T#5', 'A?b=1&c', '50%', '1.5', 'Ü 7'];
    const own = await run(numbers.map((caseNumber) => makeLetter({ programme: 'own-Enc', caseNumber })));
    try {
      for (const number of numbers) {
        const path = letterPath(`own-Enc:${number}`);
        expect(path).toMatch(/^\/determinations\/own-Enc:[^/?#&]+$/);
        const { determination } = await own.get(path, DeterminationResponseSchema);
        expect(determination.caseNumber.value).toBe(number);
        expect((await own.get(`${path}/items/1`, ItemResponseSchema)).caseNumber).toBe(number);
      }
    } finally {
      await own.stop();
    }
  });

  it('gives an earlier version by its sha-256', async () => {
    const { sha256 } = FIRST_EARLIER.determination.source;
    const { determination } = await server.get(`/determinations/CM14-0000001?version=${sha256}`, DeterminationResponseSchema);
    expect(determination).toMatchObject({
      ...FIRST_EARLIER.determination,
      messages: expect.arrayContaining([...FIRST_EARLIER.determination.messages]),
    });
  });

  it('says where no original is kept', async () => {
    expect((await server.get('/determinations/CM15-0000100', DeterminationResponseSchema)).hasOriginal).toBe(false);
  });
});

describe('GET /determinations/:id/text', () => {
  const text = (query: string) => server.get(`/determinations/CM14-0000001/text${query}`, TextResponseSchema);
  const quotes = ({ text: letter, marks }: { text: string; marks: { start: number; end: number }[] }) =>
    marks.map(({ start, end }) => letter.slice(start, end));

  it('gives the stored text, unmarked without a query', async () => {
    expect(await text('')).toEqual({
      id: 'dwc:CM14-0000001',
      sha256: FIRST.determination.source.sha256,
      text: FIRST.canonical.text,
      pageStarts: FIRST.canonical.pageStarts,
      marks: [],
    });
  });

  it('marks the words of a query where the fields stand, and nowhere else', async () => {
    expect(quotes(await text('?q=trainers+-therapy'))).toEqual(['trainer', 'trainer', 'trainer']);
    expect(quotes(await text('?q=%22personal+trainer%22'))).toEqual(['personal trainer', 'personal trainer']);
    // "rationale" and "guideline" are printed as labels too, which are no part of a field.
    expect(quotes(await text('?q=guideline'))).toEqual(['Guidelines', 'guideline', 'Guidelines']);
  });

  it('marks the clinical summary only when asked to', async () => {
    expect(quotes(await text('?q=ladder'))).toEqual([]);
    expect(quotes(await text('?q=ladder&summary=1'))).toEqual(['ladder']);
    expect(quotes(await text('?q=summary:ladder'))).toEqual(['ladder']);
  });

  it('gives the text of an earlier version', async () => {
    const { sha256 } = FIRST_EARLIER.determination.source;
    expect((await text(`?version=${sha256}`)).text).toBe(FIRST_EARLIER.canonical.text);
  });
});

describe('GET /determinations/:id/original', () => {
  const original = (id: string) => fetch(`${server.url}/api/v1/determinations/${id}/original`);

  it('gives the bytes as they came, shown in the browser and kept from running', async () => {
    const response = await original('CM14-0000001');
    expect(await response.text()).toBe(FIRST.canonical.text);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe(`inline; filename="fictional.txt"; filename*=UTF-8''fictional.txt`);
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    ['UTF-16 without a mark', (text: string) => Buffer.from(text, 'utf16le'), 'utf-16le'],
    ['UTF-16 the other way round', (text: string) => Buffer.from(text, 'utf16le').swap16(), 'utf-16be'],
    ['UTF-16 with its mark', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le'],
    ['Windows-1252', (text: string) => Buffer.from(`${text} \u00e9`, 'latin1'), 'windows-1252'],
  ])('names the encoding that the letter was read in: %s', async (_, encode, charset) => {
    const drawn = drawLetter(3);
    const read = await readLetter(encode(toText(drawn)), 'encoded.txt');
    if (!read.ok) throw new Error('the fictional letter was not read');
    const running = await run([read.letter]);
    try {
      await running.originals.write(encode(toText(drawn)));
      const response = await fetch(`${running.url}/api/v1/determinations/${drawn.caseNumber}/original`);
      expect(response.headers.get('content-type')).toBe(`text/plain; charset=${charset}`);
      expect(new TextDecoder(charset).decode(await response.arrayBuffer())).toContain(drawn.caseNumber);
    } finally {
      await running.stop();
    }
  });

  it('gives an earlier version, which may be kept for good, and answers 304 where it is known', async () => {
    const { sha256 } = FIRST_EARLIER.determination.source;
    const response = await fetch(`${server.url}/api/v1/determinations/CM14-0000001/original?version=${sha256}`);
    expect(await response.text()).toBe(FIRST_EARLIER.canonical.text);
    expect(response.headers.get('cache-control')).toContain('immutable');
    const known = { 'If-None-Match': `"${FIRST.determination.source.sha256}"` };
    expect(await statusOf(server.port, '/api/v1/determinations/CM14-0000001/original', known)).toBe(304);
  });
});

describe('the other routes', () => {
  it('GET /determinations/:id/items/:number gives one item', async () => {
    const answer = await server.get('/determinations/CM14-0000001/items/2', ItemResponseSchema);
    expect(answer).toMatchObject({ letterId: 'dwc:CM14-0000001', caseNumber: 'CM14-0000001', decidedOn: '2016-12-09' });
    expect(answer.item).toEqual(FIRST.determination.items[1]);
    expect(answer.labels['rehab.pt']).toBe('Physical therapy');
    expect(answer.labels['prog']).toBeUndefined();
  });

  it('GET /stats counts what the index holds', async () => {
    expect(await server.get('/stats', StatsResponseSchema)).toEqual({
      engine: 'embedded',
      change: 14,
      readOnly: false,
      hidden: [],
      letters: 13,
      items: 14,
      versions: 14,
      unreadable: 3,
      decisions: { upheld: 10, overturned: 4, overturned_in_part: 0, undetermined: 0 },
      decidedFrom: '2015-03-01',
      decidedTo: '2016-12-09',
      messages: {},
      programmes: [{ value: 'dwc', label: 'California workers’ compensation (DWC)', short: 'DWC', count: 14 }],
    });
  });

  it('GET /unreadable pages through the files that could not be read', async () => {
    const names = async (query: string) => {
      const { total, letters } = await server.get(`/unreadable${query}`, UnreadableResponseSchema);
      return [total, letters.map(({ source }) => source.fileName)];
    };
    expect(await names('')).toEqual([3, ['a.pdf', 'b.pdf', 'c.pdf']]);
    expect(await names('?page=2&size=2')).toEqual([3, ['c.pdf']]);
  });

  it('GET /health names the engine and the version', async () => {
    expect(await server.get('/health', HealthResponseSchema)).toEqual({ status: 'ok', engine: 'embedded', version: '0.0.0-test' });
  });

  it('GET /fields names every field that may be typed, with an example that is understood', async () => {
    const { fields } = await server.get('/fields', FieldsResponseSchema);
    const typed = Object.values(KEYWORD_FIELDS).flatMap((row) => row.typed);
    expect(fields.flatMap((field) => field.names)).toEqual(expect.arrayContaining([...typed, 'decided', 'summary']));
    for (const { example } of fields) await search(`?q=${encodeURIComponent(example)}`);
  });

  it('GET /fields/:name gives one field by any of its names, with the values of a closed list', async () => {
    const { fields } = await server.get('/fields', FieldsResponseSchema);
    for (const { closed, ...field } of fields) {
      for (const name of field.names) {
        const { values, ...one } = await server.get(`/fields/${name}`, FieldResponseSchema);
        expect(one).toEqual(field);
        expect(values !== null, name).toBe(closed);
      }
    }
    const { values } = await server.get('/fields/decision', FieldResponseSchema);
    expect(values).toContainEqual({ value: 'overturned', label: 'Overturned' });
    const { detail } = await server.problem('not-found', '/fields/colour');
    expect(detail).toContain('decision, program');
  });
});
