/** Strengths, codes, short names, products of one substance, and words that name nothing by themselves. The letters are fictional. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SearchRequestSchema } from '#contract/search.ts';
import { searchItems } from '../../../../server/domain/results/search-items.ts';
import { understand } from '../../../../server/domain/understand/understand.ts';
import { otherStrengths } from '../../../../server/domain/understand/written-otherwise.ts';
import { makeLetter } from '../../../fixtures/factories.ts';
import { type OpenedLetters, openLetters } from '../opened-letters.ts';

const bare = (request: string, more: object = {}) => ({
  request,
  rationale: 'Invented.',
  service: null,
  category: null,
  bodyParts: [],
  ...more,
});
const BOTULINUM = { drugs: [{ generic: 'onabotulinumtoxina', class: 'inj_botulinum' }] };
const letter = makeLetter({
  caseNumber: 'CM18-0000001',
  summary: null,
  items: [
    bare('Percocet 5/325mg'),
    bare('Motrin 600 mg #90'),
    bare('Motrin 600mg'),
    bare('Motrin 800mg, 600 metres of tape'),
    bare('Percocet 10 mg/325 mg'),
    bare('Botox for the jaw', BOTULINUM),
    bare('Dysport for the jaw', BOTULINUM),
    bare('A cane to use at home; he has ten legs of a chair, code 54'),
    bare('US of the hip; TENS; report PR-7 of the knee'),
    bare('Support for the leg', { bodyParts: ['lower_extremity'] }),
  ],
});

let opened: OpenedLetters;
beforeAll(async () => {
  opened = await openLetters([letter]);
});
afterAll(() => opened.close());

const ask = (q: string, literal: string[] = []) => understand(opened.index, { q, filters: {}, summary: false, literal });
const found = async (q: string, literal: string[] = []) =>
  opened.oracle.each({ where: (await ask(q, literal)).where, filters: [], sort: 'case' }).map((id) => Number(id.split('#')[1]));
const preferred = async (q: string) =>
  (await ask(q)).parts.flatMap((part) => (part.kind === 'preferred' ? [`${part.typed} ${part.field}`] : []));

describe('a strength', () => {
  it('is one with its unit and without, glued and apart', async () => {
    for (const q of ['percocet 5/325', 'percocet 5/325mg', 'percocet 5-325', 'percocet 5/325 mg', 'percocet 5mg/325mg'])
      expect([q, await found(q)]).toEqual([q, [1]]);
    for (const q of ['percocet 10/325', 'percocet 10-325mg', 'percocet 10/325']) expect([q, await found(q)]).toEqual([q, [5]]);
    for (const q of ['motrin 600mg', 'motrin 600 mg', 'motrin 600']) expect([q, await found(q)]).toEqual([q, [2, 3, 4]]);
  });

  it('without a drug is only what has its unit, and a number alone counts anything', async () => {
    expect(await found('600mg')).toEqual([2, 3]);
    expect(await found('600 mg')).toEqual([2, 3]);
    expect(await found('600')).toEqual([2, 4]);
  });

  it('is told, and can be taken as typed', async () => {
    expect((await ask('motrin 600')).parts).toContainEqual(
      expect.objectContaining({ kind: 'synonyms', typed: '600', also: ['600mg', '600 mg', '600mcg'] }),
    );
    expect(await found('percocet 5/325', ['5/325'])).toEqual([]);
  });

  it.each(['2016', '12/07/2016', 'x600', '5%', '', 'mg', '12345', '1/2/3/4/5mg', `${'1/'.repeat(900)}1mg`])(
    'is not read in %j',
    (typed) => {
      expect(otherStrengths(typed, true)).toEqual([]);
    },
  );
});

describe('short words', () => {
  it('and short names in capitals are matched as they are', async () => {
    expect(await found('US')).toEqual([9]);
    expect(await found('HA')).toEqual([]);
    expect(await found('TENS')).toEqual([9]);
    expect(await found('ten')).toEqual([8]);
    expect(await found('LEGS')).toEqual([8]);
  });

  it('are found in the plural, and as the language says where they are taken as typed', async () => {
    expect(await found('leg')).toEqual([8, 10]);
    expect(await found('LEGS', ['LEGS'])).toEqual([8, 10]);
    expect(await found('US', ['US'])).toEqual([9]);
  });

  it('longer ones say nothing by their capitals where all is typed in them', async () => {
    expect(await found('SUPPORT LEGS')).toEqual([10]);
  });
});

describe('an ending that is no word', () => {
  it("cane's is cane, and knee's a knee by all its names", async () => {
    expect(await found("cane's")).toEqual([8]);
    expect(await found('cane\u2019s use')).toEqual([8]);
    expect(await found("knee's")).toEqual(await found('knee'));
  });

  it('pieces of a code or number make no result of the second tier', async () => {
    const some = async (q: string) => (await searchItems(opened.index, SearchRequestSchema.parse({ q }))).someMissing;
    for (const q of ['M54.54', '722.54', 'L4-54', 'PR-54']) expect([q, await some(q)]).toEqual([q, 0]);
    expect(await some('cane/brace')).toBe(1);
  });
});

describe('what words name', () => {
  it.each(['chair', 'driver', 'hearing', 'infusion', 'amputation', 'stellate', 'therapy', 'truck driver'])(
    '%s alone names no service and no body part',
    async (q) => {
      expect((await ask(q)).named).toEqual([]);
      expect(await preferred(q)).toEqual([]);
    },
  );

  it('a name of more than such a word does', async () => {
    expect((await ask('hearing aids')).named).toContainEqual({ field: 'service', values: ['dme.hearing_vision'] });
    expect((await ask('physical therapy')).named).toContainEqual({ field: 'service', values: ['rehab.pt'] });
    expect((await ask('shower chair')).named).toContainEqual(expect.objectContaining({ field: 'service' }));
  });

  it('is told with the whole query where a code names it, and can be taken as typed', async () => {
    expect(await preferred('97110 knee')).toContain('97110 knee service');
    expect((await ask('97110', ['97110'])).named).toEqual([]);
  });
});

describe('the other names of a drug', () => {
  const also = async (q: string) => (await ask(q)).parts.flatMap((part) => (part.kind === 'synonyms' ? part.also : []));

  it('are no broken spellings', async () => {
    expect(await also('norco')).not.toContain('nor co');
    expect(await also('oxycontin')).not.toContain('oxy contin');
    expect(await also('synvisc')).not.toContain('syn visc');
    expect(await also('synvisc')).not.toContain('gel syn');
    expect(await also('oxycontin')).toContain('oxy ir');
    expect(await also('botulinum toxin')).not.toContain('botulism toxin');
  });

  it('are no other products of the substance', async () => {
    expect(await also('botox')).not.toContain('dysport');
    expect([await found('botox'), await found('dysport')]).toEqual([[6], [7]]);
    expect(await found('botulinum toxin')).toEqual([6, 7]);
  });
});
