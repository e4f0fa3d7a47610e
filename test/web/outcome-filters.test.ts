/** Rates are over all outcomes: what was set aside is in no link and no chip, and is kept for the search. */
import { describe, expect, it } from 'vitest';
import { toChips } from '../../web/src/lib/chips.ts';
import { counted, looksForWords, ratesWords, restored, setAsideWords } from '../../web/src/lib/outcome-filters.ts';
import { readNarrowing, writeNarrowing } from '../../web/src/lib/url-state.ts';

const read = (search: string) => readNarrowing(new URLSearchParams(search));

describe('what a rate counts', () => {
  it('is the narrowing itself where nothing was set aside', () => {
    const state = read('q=knee&category=rehab');
    expect(counted(state, [])).toBe(state);
  });

  it('lacks the filters that were set aside, and keeps every other', () => {
    const state = read('q=knee&decision=overturned&letterOutcome=mixed&category=rehab&from=2014-01-01');
    expect(writeNarrowing(counted(state, ['decision', 'letterOutcome'])).toString()).toBe('q=knee&category=rehab&from=2014-01-01');
    expect(counted(state, ['decision']).filters).toEqual({ letterOutcome: ['mixed'], category: ['rehab'] });
  });

  it.each([
    ['knee decision:overturned', 'knee'],
    ['decision:"overturned in part" knee', 'knee'],
    ['-decision:upheld knee pain', 'knee pain'],
    ['NOT decision:upheld knee', 'knee'],
    ['knee AND decision:upheld', 'knee'],
    ['knee AND decision:upheld AND pain', 'knee AND pain'],
    ['(knee OR back) decision:"upheld"', '(knee OR back)'],
    ['knee (decision:overturned)', 'knee'],
    ['DECISION:overturned', ''],
    ['"decision: overturned" knee', '"decision: overturned" knee'],
    ['ur-decision:x knee', 'ur-decision:x knee'],
    ['knee service:"mri" decision:overturned', 'knee service:"mri"'],
  ])('of the query %s is %s', (q, left) => {
    expect(counted(read(new URLSearchParams({ q }).toString()), ['decision']).q).toBe(left);
  });

  it('lacks the words that were read as an outcome, wherever they stand; other words and other conditions stay', () => {
    const q = 'overturned knee found necessary 0039143';
    const part = (typed: string, field: 'decision' | 'caseNumber') => ({
      kind: 'filter' as const,
      at: { start: q.indexOf(typed), end: q.indexOf(typed) + typed.length },
      typed,
      field,
      values: [{ value: typed, label: typed }],
    });
    const parts = [part('overturned', 'decision'), part('found necessary', 'decision'), part('0039143', 'caseNumber')];
    const state = read(new URLSearchParams({ q }).toString());
    expect(counted(state, ['decision'], parts).q).toBe('knee 0039143');
    expect(counted(state, [], parts)).toBe(state);
  });

  it('is said in one sentence', () => {
    expect(setAsideWords([])).toBeNull();
    expect(setAsideWords(['decision'])).toBe('The filter on the decision is set aside here: a rate is over all outcomes.');
    expect(setAsideWords(['decision', 'letterOutcome'])).toBe(
      'The filters on the decision and the letter outcome are set aside here: a rate is over all outcomes.',
    );
  });
});

describe('the way to the rates of a search', () => {
  it.each([
    ['q=knee', 'Rates of these'],
    ['q=knee&category=rehab&from=2014-01-01', 'Rates of these'],
    ['q=knee++pain', 'Rates of these'],
    ['q=knee&decision=upheld', 'Rates over all outcomes'],
    ['q=knee+decision:upheld', 'Rates over all outcomes'],
    ['reason=criteria_not_met&from=2014-01-01', 'Rates over all outcomes'],
    ['reason=criteria_not_met', null],
    ['q=decision:upheld&letterOutcome=mixed', null],
    ['', null],
  ])('from %s is called %s', (search, words) => {
    expect(ratesWords(read(search), [])).toBe(words);
  });

  it('is none where an outcome in words is all there is', () => {
    const values = [{ value: 'overturned', label: 'Overturned' }];
    const part = { kind: 'filter' as const, at: { start: 0, end: 10 }, typed: 'overturned', field: 'decision' as const, values };
    expect(ratesWords(read('q=overturned'), [part])).toBeNull();
    expect(ratesWords(read('q=overturned+knee'), [part])).toBe('Rates over all outcomes');
  });
});

describe('words that are looked for in the texts', () => {
  const read2016 = {
    kind: 'filter' as const,
    at: { start: 5, end: 9 },
    typed: '2016',
    field: 'decidedYear' as const,
    values: [{ value: '2016', label: '2016' }],
  };

  it.each([
    ['', false],
    ['service:mri', false],
    ['service:"epidural steroid injection" year:2016', false],
    ['-category:rehab', false],
    ['epidural', true],
    ['service:mri "red flag"', true],
    ['mri AND category:rehab', true],
    ['service:mri OR service:ct', false],
    ['(service:mri OR service:ct) year:2016', false],
    ['service:mri -(category:rehab)', false],
    ['decided:"1 May 2016" service:mri', false],
    ['decided:2014..2016', false],
    ['summary:knee', true],
    ['heading:"red flag"', true],
    ['NOT knee', true],
  ])('%s', (q, words) => {
    expect(looksForWords({ ...read(''), q }, [])).toBe(words);
  });

  it('are none where all of them were understood as filters', () => {
    expect(looksForWords(read('q=from+2016'), [read2016])).toBe(true);
    expect(looksForWords(read('q=2016'), [{ ...read2016, at: { start: 0, end: 4 } }])).toBe(false);
  });
});

describe('what the numbers of rates open', () => {
  const counted = 'retrospective=unknown&retrospective=no&retrospective=not_stated&follows=not_stated';
  const labels = (search: string) => toChips(read(search), (_, value) => value).map(({ key }) => key);

  it('has one chip for all that rates count, which takes it out as one', () => {
    const chips = toChips(read(`q=knee&${counted}`), (_, value) => value);
    expect(chips.map(({ key }) => key)).toEqual(['q', 'counted']);
    expect(writeNarrowing(chips[1]?.without ?? read('')).toString()).toBe('q=knee');
  });

  it('has a chip for each value where it is anything else', () => {
    expect(labels('retrospective=no&follows=not_stated')).toEqual(['retrospective=no', 'follows=not_stated']);
    expect(labels('follows=not_stated')).toEqual(['follows=not_stated']);
    expect(labels(`${counted}&retrospective=yes`)).toHaveLength(5);
  });
});

describe('chips beside rates', () => {
  const whole = read('q=knee+decision:overturned&decision=overturned&category=rehab');
  const chips = toChips(counted(whole, ['decision']), (_, value) => value);

  it('do not show what was set aside', () => {
    expect(chips.map((chip) => chip.label)).toEqual(['Query: knee', 'Service category: rehab']);
  });

  it('take away their own part only; the search keeps what was set aside here', () => {
    expect(chips.map((chip) => writeNarrowing(restored(whole, ['decision'], chip)).toString())).toEqual([
      'decision=overturned&category=rehab',
      'q=knee+decision%3Aoverturned&decision=overturned',
    ]);
  });
});
