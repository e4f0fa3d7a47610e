/** A typed query and what is made of it, over fictional letters in the real index: the tree, what is told, and what it finds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#contract/problem.ts';
import { QueryNodeSchema } from '#contract/query.ts';
import { UnderstoodPartSchema } from '#contract/understood.ts';
import { readQuery } from '../../../../server/domain/query-language/read-query.ts';
import { noResultCauses } from '../../../../server/domain/understand/no-results.ts';
import { expectLinear } from '../../../growth.ts';
import { askLetters, told } from './asking.ts';

const { ask, found, index } = askLetters();

describe('names of one thing', () => {
  it('find each other in every spelling, and the items of the service', async () => {
    const all = ['CM17-0000002#1', 'CM17-0000002#2'];
    for (const q of ['x-ray', 'xray', 'x ray', 'X-rays', 'radiograph', 'radiographs', 'plain films']) expect(await found(q)).toEqual(all);
    expect(told((await ask('x ray')).parts)).toEqual(['synonyms x ray > service:diag.xray']);
    expect(await found('x-ray', ['x-ray'])).toEqual(['CM17-0000002#1']);
  });

  it('find brand and generic drugs from either side', async () => {
    const both = ['CM16-0000001#1', 'CM16-0000001#2'];
    for (const q of ['norco', 'vicodin', 'hydrocodone', 'hydrocodone/acetaminophen']) expect(await found(q)).toEqual(both);
    expect(told((await ask('norco')).parts)).toEqual(['synonyms norco > drug:hydrocodone/acetaminophen']);
    expect(await found('norco', ['norco'])).toEqual(['CM16-0000001#1']);
  });

  it('find a body part that the words of the item leave to another item', async () => {
    expect(await found('shoulder')).toEqual(['CM16-0000001#3', 'CM17-0000002#1']);
  });

  it('PT is therapy where a request of the words would be, and a clotting time beside PTT', async () => {
    expect(await found('PT shoulder')).toEqual(['CM16-0000001#3']);
    expect(await found('PT PTT')).toEqual(['CM16-0000001#4']);
    expect((await ask('PT PTT')).named).toContainEqual({ field: 'service', values: ['diag.lab'] });
  });

  it('a wider name finds the narrower, and not the other way', async () => {
    expect(await found('EMG/NCV')).toEqual(['CM17-0000002#3']);
    expect((await ask('ncv')).where).not.toMatchObject({ children: expect.arrayContaining([expect.objectContaining({ words: ['emg'] })]) });
  });

  it('short names are no stems: TENS is not ten', async () => {
    expect(await found('TENS')).toEqual(['CM17-0000002#5']);
    expect(await found('ten')).toContain('CM17-0000002#6');
  });

  it('abbreviations that mean other things stay words', async () => {
    for (const q of ['MS', 'IT', 'or', 'PA', 'OR knee'.slice(3)])
      expect((await ask(q)).parts.filter((part) => part.kind === 'synonyms' && part.also.length > 0)).toEqual([]);
  });
});

describe('the concepts', () => {
  it('are the things typed, with words that tell nothing by themselves marked', async () => {
    const { concepts } = await ask('physical therapy of the shoulder without x ray');
    expect(concepts?.map(({ typed, slight }) => (slight ? `(${typed})` : typed))).toEqual([
      'physical therapy',
      'shoulder',
      '(without)',
      'x ray',
    ]);
  });

  it('stand beside conditions that were typed as such', async () => {
    const { concepts, conditions } = await ask('decision:overturned chiropractic');
    expect(concepts?.map(({ typed }) => typed)).toEqual(['chiropractic']);
    expect(conditions).toMatchObject([{ kind: 'filter', filter: { field: 'decision', values: ['overturned'] } }]);
  });

  it.each(['"x-ray"', 'x-ray OR hip', '+x-ray', '(x-ray)', 'x-ray NOT hip', 'radiograph* x-ray'])(
    '%s is strict and as typed',
    async (q) => {
      const { concepts, where } = await ask(q);
      expect(concepts).toBeNull();
      expect(where).toEqual(await readQuery(index(), q, false));
    },
  );

  it('of a strict query are still named, for the order and for telling a mention', async () => {
    expect((await ask('"spinal cord stimulator"')).named).toContainEqual({ field: 'service', values: ['inj.scs'] });
  });
});

describe('what is said of a query', () => {
  const notes = async (q: string) => (await ask(q)).parts.flatMap((part) => (part.kind === 'note' ? [part.text] : []));

  it.each(['not shoulder', 'no shoulder', 'x-ray no shoulder', 'MRI not shoulder', 'not kazoo', 'except acupuncture', 'excluding kazoo'])(
    '%s: how to leave out',
    async (q) => {
      expect(await notes(q)).toEqual([expect.stringMatching(/type NOT (\w+) or -\1\.$/)]);
    },
  );

  it.each(['no knee brace', 'not knee brace'])('%s: of several words, all of what they name', async (q) => {
    expect(await notes(q)).toEqual([expect.stringMatching(/type NOT "knee brace"\.$/)]);
  });

  it.each([
    'not medically necessary',
    'he had no shoulder pain',
    'no improvement',
    'not recommended',
    'films without contrast',
    'NOT shoulder',
    '-shoulder',
    'no red flags',
    'shoulder not',
    'the request did not specify',
  ])('%s: nothing of the kind', async (q) => {
    expect((await notes(q)).filter((text) => /leave items out/.test(text))).toEqual([]);
  });

  it.each([
    ['overturn rate of acupuncture', 'acupuncture', 'service:rehab.acupuncture'],
    ['acupuncture overturn rate', 'acupuncture', 'service:rehab.acupuncture'],
    ['how often is acupuncture overturned', 'acupuncture', 'service:rehab.acupuncture'],
    ['what percentage of x-rays were upheld', 'x-rays', 'service:diag.xray'],
    ['rate of norco', 'norco', 'drug:hydrocodone/acetaminophen'],
    ['odds of overturning acupuncture', 'acupuncture', 'service:rehab.acupuncture'],
    // Of a part of it, or of what nothing is filed under: of the search as it is.
    ['overturn rate of acupuncture neck', 'acupuncture, neck', ':'],
    ['overturn rate of acupuncture in 2016', 'acupuncture', ':'],
    ['overturn rate of kazoos', 'kazoos', ':'],
  ])('%s: the items, and where their rates are', async (q, left, filed) => {
    const { concepts, worded, parts } = await ask(q);
    expect(concepts?.map(({ typed }) => typed).join(', ')).toBe(left);
    expect(worded.filter(({ typed }) => !/2016/.test(typed))).toEqual([]);
    expect(told(parts).filter((line) => line.startsWith('rates'))).toEqual([expect.stringMatching(new RegExp(` > ${filed}$`))]);
  });

  it.each(['heart rate', 'success', 'overturned acupuncture', 'flow rate of acupuncture'])('%s asks for no rate', async (q) => {
    expect((await ask(q)).parts.filter(({ kind }) => kind === 'rates')).toEqual([]);
  });

  it.each(['shoulder?', 'left shoulder?', 'shoulder? brace'])('%s: that a ? stands for no letter', async (q) => {
    expect(await notes(q)).toContainEqual(expect.stringMatching(/type shoulder\*\.$/));
    expect((await ask(q)).parts.every(({ at, typed }) => q.slice(at.start, at.end) === typed)).toBe(true);
  });

  it.each(['why was acupuncture upheld?', 'is yoga necessary?', 'acupuncture'])('%s is a question', async (q) => {
    expect((await notes(q)).filter((text) => /stands for no letter/.test(text))).toEqual([]);
  });

  it('capitals throughout are words, and that is told', async () => {
    expect(await notes('SHOULDER AND ACUPUNCTURE')).toEqual([expect.stringMatching(/^All is in capitals, so “AND” is a word here/)]);
    expect((await ask('SHOULDER AND ACUPUNCTURE')).concepts?.map(({ typed }) => typed)).toEqual(['SHOULDER', 'ACUPUNCTURE']);
    expect(await notes('SHOULDER ACUPUNCTURE')).toEqual([]);
    expect(await notes('shoulder AND acupuncture')).toEqual([]);
  });
});

describe('a misspelt word', () => {
  it('that stands nowhere is taken as its neighbour, told, and left alone where it is taken as typed', async () => {
    expect(told((await ask('accupuncture')).parts)).toEqual([
      'corrected accupuncture > acupuncture (1)',
      'synonyms accupuncture > service:rehab.acupuncture',
    ]);
    expect(await found('accupuncture')).toEqual(['CM14-0000001#1']);
    expect(await found('accupuncture', ['accupuncture'])).toEqual([]);
  });

  it('of a drug finds the drug by all its names', async () => {
    expect(told((await ask('cyclobenzaprene')).parts)).toEqual([
      'corrected cyclobenzaprene > cyclobenzaprine (1)',
      'synonyms cyclobenzaprene > drug:cyclobenzaprine',
    ]);
    expect(await found('cyclobenzaprene')).toEqual(['CM16-0000001#5', 'CM16-0000001#6']);
    expect(await found('hydrocodne')).toEqual(['CM16-0000001#1', 'CM16-0000001#2']);
  });

  it('that is an outcome is a condition', async () => {
    expect(await found('overturnd chiropractic')).toEqual(['CM14-0000001#2']);
  });

  it('is no word of the vocabulary, of the case summary, or with a digit', async () => {
    for (const q of ['vicodin', 'ultrasound', 'discography', 'l4l5x'])
      expect(told((await ask(q)).parts).filter((part) => /^(?:corrected|suggested)/.test(part))).toEqual([]);
  });

  it('in a strict query is only offered', async () => {
    const { parts, where } = await ask('accupuncture OR gym');
    expect(told(parts)).toEqual(['suggested accupuncture > acupuncture (1)']);
    expect(where).toEqual(await readQuery(index(), 'accupuncture OR gym', false));
  });
});

describe('a search without results', () => {
  it('says what each word finds alone and what there is without it', async () => {
    const understanding = await ask('zzyzx shoulder');
    expect(await noResultCauses(index(), understanding, [])).toEqual([
      { what: 'zzyzx', at: { start: 0, end: 5 }, alone: 0, without: 2 },
      { what: 'shoulder', at: { start: 6, end: 14 }, alone: 2, without: 0 },
    ]);
  });

  it('says the same of conditions, filters and parts of a strict query', async () => {
    const filters = [{ field: 'decision' as const, values: ['upheld'] }];
    expect(await noResultCauses(index(), await ask('decision:overturned shoulder'), filters)).toMatchObject([
      { what: 'Decision: Overturned', alone: 2, without: 2 },
      { what: 'shoulder', alone: 2, without: 0 },
      { what: 'Decision: Upheld', at: null, alone: 13, without: 0 },
    ]);
    expect(await noResultCauses(index(), await ask('(gym OR zzyzx) NOT "acupuncture"'), [])).toMatchObject([
      { what: '(gym OR zzyzx)'.slice(1, -1), alone: 0, without: 14 },
      { what: 'NOT "acupuncture"', alone: 14, without: 0 },
    ]);
  });
});

describe('for any text', () => {
  const pieces = fc.constantFrom(
    ...[
      'x ray',
      'norco',
      'PT',
      'shoulder',
      'overturned',
      'not',
      'found',
      'necessary',
      'UR',
      'cites',
      'none',
      'ACOEM',
      'chapter 5',
      'page',
      '83',
      'L4-5',
      '2x6',
    ],
    ...[
      '0000001',
      'CM14',
      'of the',
      'OR',
      'NOT',
      '-',
      '+',
      '(',
      ')',
      '"',
      '~5',
      '*',
      'decision:upheld',
      'service:mri',
      '\u{1F600}',
      'שלום',
      '\u202e',
      '\ud800',
      '\u0301',
      '\n',
    ],
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 20 }).map((list) => list.join(' ')),
    fc.array(pieces, { maxLength: 20 }).map((list) => list.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );

  it('there is an understanding with valid parts in the text, or a refusal of the query', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (q) => {
        try {
          const { where, parts, concepts } = await ask(q);
          expect(QueryNodeSchema.safeParse(where).success).toBe(true);
          for (const part of parts) {
            expect(UnderstoodPartSchema.safeParse(part).success).toBe(true);
            expect(q.slice(part.at.start, part.at.end)).toBe(part.typed);
          }
          for (const { typed, at } of concepts ?? []) expect(q.slice(at.start, at.end)).toBe(typed);
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          expect(error.code).toBe('bad-query');
        }
      }),
      // A word that tells a note is told as it stands in the query, with its quotes.
      { numRuns: 400, examples: [['" OR "']] },
    );
  });

  it('with all words taken as typed it is the tree of the query language', async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.boolean(), async (q, summary) => {
        const tree = await readQuery(index(), q, summary).catch((error: unknown) =>
          error instanceof AppError ? null : Promise.reject(error),
        );
        if (tree === null) await expect(ask(q, ['*'], summary)).rejects.toThrow(AppError);
        else expect((await ask(q, ['*'], summary)).where).toEqual(tree);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['knee ', 'norco ', 'UR cites ', 'found not ', 'L4-5 ', 'zzyzzx ', 'x \u{1F600} ', 'x ray year:2016 '])(
    '2,000 characters of %j cost as much as they are long',
    async (piece) => {
      await expectLinear((text) => ask(text), piece, 2_000);
      await expectLinear((text) => ask(`decision:upheld ${text}`), piece, 1_980);
    },
  );
});
