/** Words that would silently mean something else: what is taken as what, and what is said of the rest, in plain and in strict queries. */
import { describe, expect, it } from 'vitest';
import { askLetters, told } from './asking.ts';

const { ask, found } = askLetters();
const notes = async (q: string, literal: string[] = []) =>
  (await ask(q, literal)).parts.flatMap((part) => (part.kind === 'note' ? [`${part.typed}: ${part.text}`] : []));

describe('"or" beside conditions', () => {
  it('between fields finds either, and binds no more than those', async () => {
    expect(await found('body:neck or body:shoulder')).toEqual(['CM14-0000001#3', 'CM16-0000001#3', 'CM17-0000002#1']);
    expect(await found('x-ray body:neck or body:shoulder')).toEqual(['CM17-0000002#1']);
    expect(told((await ask('body:neck or body:shoulder or service:tens')).parts)).toEqual([
      'either body:neck | body:shoulder | service:tens',
    ]);
    expect(await found('body:neck or body:shoulder', ['or'])).toEqual([]);
    expect(await found('body:neck service:chiro')).toEqual(['CM14-0000001#3']);
  });

  it('between two requests with an outcome each is either of them whole', async () => {
    const { parts, worded } = await ask('acupuncture overturned or norco upheld');
    expect(await found('acupuncture overturned or norco upheld')).toEqual(['CM14-0000001#1', 'CM16-0000001#1', 'CM16-0000001#2']);
    expect(worded).toEqual([]);
    expect(told(parts)).toContain('either acupuncture overturned | norco upheld');
    // Neither narrows the whole: they are no filters among others.
    expect(parts.filter(({ kind }) => kind === 'filter')).toEqual([]);
    expect(await notes('acupuncture overturned or norco upheld')).toContain(
      'overturned: “overturned” is taken as Decision: Overturned, on its side of the “or” alone.',
    );
  });

  it('between a field and words is said to join nothing', async () => {
    expect(await notes('kazoo or body:shoulder')).toContainEqual(expect.stringMatching(/^or: .*OR in capitals/));
  });
});

describe('a spelling', () => {
  it('is of what is looked for: a word that narrows nothing is not corrected', async () => {
    expect(told((await ask('acupuncture rejection')).parts)).toContain('idle rejection > decision');
    expect(told((await ask('acupuncture rejection')).parts).filter((line) => line.startsWith('corrected'))).toEqual([]);
  });
});

describe('six digits', () => {
  it('are the end of a case number where a case here ends so, else a word, and that is said', async () => {
    expect(told((await ask('000002')).parts)).toEqual(['filter 000002 > caseNumber:CM17-0000002']);
    expect((await ask('997110')).where).toMatchObject({ kind: 'word', word: '997110' });
    expect(await notes('997110')).toEqual([expect.stringMatching(/^997110: .*looked for as a word/)]);
    expect((await ask('+997110 "kazoo"')).where).toMatchObject({ kind: 'and' });
    expect(await notes('+997110 "kazoo"')).toContainEqual(expect.stringMatching(/^997110: /));
  });
});

describe('what a reason goes on with', () => {
  it.each(['no documentation of home exercises', 'lack of documentation that therapy failed'])('%s: is of it', async (q) => {
    expect((await ask(q)).worded).toEqual([]);
    expect(await notes(q)).toContainEqual(expect.stringMatching(/type reason:missing_documentation\.$/));
  });

  it.each(['because of no documentation', 'no documentation for acupuncture', 'no documentation of'])('%s: is not', async (q) => {
    expect((await ask(q)).worded).toHaveLength(1);
  });
});

describe('words of time that are no day', () => {
  it.each([
    ['acupuncture FY2016', 'FY2016', /decided:2015-07\.\.2016-06/],
    ['acupuncture fiscal year 2016', 'fiscal year 2016', /decided:/],
    ['acupuncture last month', 'last month', /counted from today/],
    ['acupuncture in the past 30 days', 'in the past 30 days', /counted from today/],
    ['acupuncture in january', 'in january', /without its year/],
    ['october acupuncture', 'october', /without its year/],
    ['"acupuncture" last month', 'last month', /counted from today/],
  ])('%s: said', async (q, typed, text) => {
    const said = (await notes(q)).filter((note) => text.test(note));
    expect(said).toEqual([expect.stringMatching(new RegExp(`^${typed}: `))]);
    expect((await ask(q)).worded).toEqual([]);
  });

  it.each(['may walk', 'pain for two years', 'october 2016', 'march on', 'last visit'])('%s: nothing to say', async (q) => {
    expect((await notes(q)).filter((note) => /today|its year|Fiscal/.test(note))).toEqual([]);
  });

  it('are not said where they are taken as typed', async () => {
    expect(await notes('october acupuncture', ['october'])).toEqual([]);
  });
});

describe('a strict query', () => {
  it.each([
    ['"acupuncture" 2016', 'type decided:2016-01-01..2016-12-31.'],
    ['"acupuncture" UR cites none', 'type ur-basis:none.'],
    ['acupuncture OR since 2016', 'type decided:2016-01-01..'],
    ['"acupuncture" not shoulder', 'type NOT shoulder or -shoulder.'],
    ['"acupuncture" shoulder?', 'type shoulder*.'],
  ])('%s: what would be taken otherwise', async (q, text) => {
    expect((await notes(q)).join('\n')).toContain(text);
    expect((await ask(q)).concepts).toBeNull();
  });

  it('has no such note for what stands between its operators', async () => {
    expect(await notes('"2016" acupuncture')).toEqual([]);
    expect(await notes('"UR" cites "none"')).toEqual([]);
  });
});

describe('the sign of a question', () => {
  it('behind a condition is left out, and that is said without another word to type', async () => {
    expect(await notes('acupuncture overturned?')).toContain('overturned?: A “?” stands for no letter and was left out.');
  });
});

describe('a decision by another name', () => {
  it.each([
    ['decision:approved', /Overturned.*decision:overturned$/],
    ['decision:denied', /Upheld.*decision:upheld$/],
  ])('%s says what there is', async (q, message) => {
    await expect(ask(q)).rejects.toThrow(message);
  });
});
