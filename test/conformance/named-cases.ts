/**
 * The rules of the search port one by one, on hand-made fictional letters. Part of the conformance suite: every engine
 * runs them. `open` gives a new, empty index for each case.
 */
import { describe, expect, it } from 'vitest';
import { RESULT_WINDOW } from '#contract/api.ts';
import type { Decision } from '#contract/lists.ts';
import { AppError } from '#contract/problem.ts';
import { type QueryNode, type TextField, TextFieldSchema } from '#contract/query.ts';
import { makeLetter, makeUnreadable } from '../fixtures/factories.ts';
import { broken, EVERYTHING, found, holding, outcomesBy, type Rule, scope, version, word } from './case-tools.ts';
import type { OpenedIndex } from './opened-index.ts';
import { describeReplacing } from './replacing-cases.ts';

const phrase = (text: string, fields: TextField[] = scope): QueryNode => ({ kind: 'phrase', words: text.split(' '), fields });
const prefix = (text: string, fields: TextField[] = scope): QueryNode => ({ kind: 'prefix', prefix: text, fields });

export function describeNamedCases(open: () => Promise<OpenedIndex>): void {
  /** A test on a new index that holds these letters. */
  const rule: Rule = (title, letters, check) => {
    it(title, async () => {
      const { index, close } = await open();
      try {
        if (letters.length > 0) await index.put(letters);
        await check(index);
      } finally {
        await close();
      }
    });
  };

  describe('putting and taking out', () => {
    const first = version('CM90-0000001', { decidedOn: '2015-01-01', note: 'first', items: [{ request: 'Gym membership' }] });
    const second = version('CM90-0000001', {
      decidedOn: '2016-01-01',
      note: 'second',
      items: [{ request: 'Yoga' }, { request: 'Walker' }],
    });
    const other = version('CM90-0000002', { note: 'other' });

    rule('reports a letter put twice as unchanged and stores it once', [], async (index) => {
      expect((await index.put([first])).map(({ outcome }) => outcome)).toEqual(['added']);
      expect(await index.put([first, other, other])).toEqual([
        { id: first.determination.id, sha256: first.determination.source.sha256, outcome: 'unchanged', reason: null },
        { id: other.determination.id, sha256: other.determination.source.sha256, outcome: 'added', reason: null },
        { id: other.determination.id, sha256: other.determination.source.sha256, outcome: 'unchanged', reason: null },
      ]);
      expect(await index.stats()).toMatchObject({ letters: 2, items: 2, versions: 2 });
    });

    rule('lets the version with the latest decision count', [], async (index) => {
      expect((await index.put([first])).map(({ outcome }) => outcome)).toEqual(['added']);
      expect((await index.put([second])).map(({ outcome }) => outcome)).toEqual(['new_version']);
      expect(await found(index, word('gym'))).toEqual([]);
      expect(await found(index, word('walker'))).toEqual(['dwc:CM90-0000001#2']);
      expect(await index.stats()).toMatchObject({ letters: 1, items: 2, versions: 2, decidedFrom: '2016-01-01', decidedTo: '2016-01-01' });
    });

    rule('keeps an earlier decision that is put later as a version that does not count', [second], async (index) => {
      expect((await index.put([first])).map(({ outcome }) => outcome)).toEqual(['new_version']);
      expect(await found(index, word('gym'))).toEqual([]);
      expect((await index.versions('dwc:CM90-0000001')).map(({ sha256, current }) => [sha256, current])).toEqual([
        [second.determination.source.sha256, true],
        [first.determination.source.sha256, false],
      ]);
    });

    const undated = version('CM90-0000001', { decidedOn: null, note: 'undated', items: [{ request: 'Sauna' }] });
    const again = version('CM90-0000001', { decidedOn: '2016-01-01', note: 'again', items: [{ request: 'Rollator' }] });
    rule('lets the one put last count among equal days, and a day before no day', [second], async (index) => {
      await index.put([again, undated]);
      expect(await found(index, { kind: 'all' })).toEqual(['dwc:CM90-0000001#1']);
      expect(await found(index, word('rollator'))).toEqual(['dwc:CM90-0000001#1']);
      expect(await index.versions('dwc:CM90-0000001')).toEqual([
        { sha256: again.determination.source.sha256, fileName: 'again.txt', decidedOn: '2016-01-01', current: true },
        { sha256: second.determination.source.sha256, fileName: 'second.txt', decidedOn: '2016-01-01', current: false },
        { sha256: undated.determination.source.sha256, fileName: 'undated.txt', decidedOn: null, current: false },
      ]);
      // Putting an older version again must not make it the newest of the equals.
      await index.put([second]);
      expect(await found(index, word('rollator'))).toEqual(['dwc:CM90-0000001#1']);
    });

    rule('settles versions of one case inside one batch', [second, first, again], async (index) => {
      expect(await found(index, { kind: 'all' })).toEqual(['dwc:CM90-0000001#1']);
      expect(await found(index, word('rollator'))).toEqual(['dwc:CM90-0000001#1']);
    });

    rule('keeps the other letters of a batch in which one is broken', [], async (index) => {
      const outcomes = await index.put([first, broken(), other]);
      expect(outcomes.map(({ outcome }) => outcome)).toEqual(['added', 'failed', 'added']);
      expect(outcomes[1]?.reason).toMatch(/\S/);
      expect(outcomes[1]?.id).toBe('dwc:CM90-0000099');
      expect(await found(index, { kind: 'all' })).toEqual(['dwc:CM90-0000001#1', 'dwc:CM90-0000002#1']);
      expect(await index.letter('dwc:CM90-0000099')).toBeNull();
      expect(await index.known([broken().determination.source.sha256])).toEqual(new Map());
    });

    rule('takes determinations out with all their versions and counts them', [first, second, other], async (index) => {
      expect(await index.remove(['dwc:CM90-0000001', 'dwc:none'])).toBe(1);
      expect(await found(index, { kind: 'all' })).toEqual(['dwc:CM90-0000002#1']);
      expect(await index.versions('dwc:CM90-0000001')).toEqual([]);
      expect(await index.letter('dwc:CM90-0000001')).toBeNull();
      expect(await index.known([first.determination.source.sha256])).toEqual(new Map());
      expect(await index.remove(['dwc:CM90-0000001'])).toBe(0);
      expect((await index.put([first])).map(({ outcome }) => outcome)).toEqual(['added']);
      expect(await found(index, word('gym'))).toEqual(['dwc:CM90-0000001#1']);
    });

    rule('tells which files are known, and as what', [first, second], async (index) => {
      const unreadable = makeUnreadable('scan.pdf');
      await index.putUnreadable([unreadable]);
      const asked = [first, second, other].map(({ determination }) => determination.source.sha256);
      expect(await index.known([...asked, unreadable.source.sha256])).toEqual(
        new Map([
          [first.determination.source.sha256, 'letter'],
          [second.determination.source.sha256, 'letter'],
          [unreadable.source.sha256, 'unreadable'],
        ]),
      );
      expect(await index.known([])).toEqual(new Map());
    });

    rule('lists unreadable files by name, each once with its newer reason', [], async (index) => {
      const [a, b, c] = [makeUnreadable('a.pdf'), makeUnreadable('b.pdf'), makeUnreadable('c.pdf')];
      await index.putUnreadable([c, a]);
      const later = { ...a, reason: { ...a.reason, code: 'unreadable.broken' as const } };
      await index.putUnreadable([b, later]);
      expect(await index.unreadable(0, 10)).toEqual({ total: 3, letters: [later, b, c] });
      expect(await index.unreadable(1, 1)).toEqual({ total: 3, letters: [b] });
      expect(await index.stats()).toMatchObject({ letters: 0, unreadable: 3 });
    });

    rule('takes a file off the unreadable list once it is put as a letter', [], async (index) => {
      const { fileName, mediaType, sha256, sizeBytes } = first.determination.source;
      await index.putUnreadable([{ source: { fileName, mediaType, sha256, sizeBytes, part: null }, reason: makeUnreadable('x').reason }]);
      await index.put([first]);
      expect(await index.unreadable(0, 10)).toEqual({ total: 0, letters: [] });
      expect(await index.known([sha256])).toEqual(new Map([[sha256, 'letter']]));
    });

    rule('takes a file off the unreadable list once a readable letter of its name is put', [], async (index) => {
      const { fileName } = first.determination.source;
      await index.putUnreadable([makeUnreadable(fileName), makeUnreadable('another.pdf')]);
      await index.put([first]);
      expect(await index.unreadable(0, 10)).toMatchObject({ total: 1, letters: [{ source: { fileName: 'another.pdf' } }] });
    });
  });

  describeReplacing(rule);

  describe('reading back', () => {
    const odd = makeLetter({ summary: 'Fictional: tab\tform feed\f emoji 😀, line\u2028separator, “quotes”, ﬁ, e\u0301.' });
    rule('gives a letter and its text back as they were put', [odd], async (index) => {
      expect(await index.letter(odd.determination.id)).toEqual(odd);
      expect(await index.letter(odd.determination.id, odd.determination.source.sha256)).toEqual(odd);
      expect(await index.letter(odd.determination.id, '0'.repeat(64))).toBeNull();
      expect(await index.letter('dwc:none')).toBeNull();
    });

    const [old, current] = ['2015-01-01', '2016-01-01'].map((decidedOn) => version('CM90-0000003', { decidedOn, note: decidedOn }));
    const letters = [version('CM90-0000001', {}), version('CM90-0000002', {}), ...(old && current ? [old, current] : [])];
    rule('gives determinations in the order asked for and leaves out what is not stored', letters, async (index) => {
      const got = await index.determinations(['dwc:CM90-0000003', 'dwc:none', 'dwc:CM90-0000001']);
      expect(got).toEqual([current?.determination, letters[0]?.determination]);
      expect((await index.letter('dwc:CM90-0000003', old?.determination.source.sha256 ?? ''))?.determination).toEqual(old?.determination);
    });

    const counted = [
      version('CM90-0000001', {
        decidedOn: '2014-03-01',
        items: [{ decision: 'overturned' }, { decision: null }],
        messages: ['text.leftover', 'text.leftover'],
      }),
      version('CM90-0000002', { decidedOn: '2013-03-01', items: [{ decision: 'upheld' }], messages: ['text.leftover', 'layout.weak'] }),
      version('CM90-0000003', { decidedOn: null, items: [] }),
    ];
    rule('counts letters, items, decisions, days and messages', counted, async (index) => {
      expect(await index.stats()).toEqual({
        letters: 3,
        items: 3,
        change: 3,
        versions: 3,
        unreadable: 0,
        decisions: { upheld: 1, overturned: 1, overturned_in_part: 0, undetermined: 1 },
        decidedFrom: '2013-03-01',
        decidedTo: '2014-03-01',
        messages: { 'text.leftover': 2, 'layout.weak': 1 },
      });
    });
  });

  describe('an empty index', () => {
    rule('answers everything with nothing', [], async (index) => {
      const none = {
        items: 0,
        letters: { count: 0, exact: true },
        knownLetters: { count: 0, exact: true },
        decisions: { upheld: 0, overturned: 0, overturned_in_part: 0, undetermined: 0 },
        knownInLetters: 0,
      };
      expect(await index.search({ ...EVERYTHING, facets: ['decision', 'service'], sort: 'relevance' })).toEqual({
        total: 0,
        letters: { count: 0, exact: true },
        hits: [],
        facets: [
          { field: 'decision', values: [] },
          { field: 'service', values: [] },
        ],
      });
      expect(await index.aggregate(outcomesBy('service'))).toEqual({ total: none, cells: [] });
      expect(await index.determinations(['dwc:none'])).toEqual([]);
      expect(await index.stats()).toMatchObject({ letters: 0, items: 0, decidedFrom: null, decidedTo: null, messages: {} });
      expect(await index.put([])).toEqual([]);
      expect(await index.remove([])).toBe(0);
    });
  });

  describe('an empty list', () => {
    rule('is answered without the engine, also where that is closed', [version('CM90-0000001', {})], async (index) => {
      await index.close();
      expect(await index.determinations([])).toEqual([]);
      expect(await index.counts([])).toEqual([]);
      expect(await index.known([])).toEqual(new Map());
      expect(await index.put([])).toEqual([]);
      expect(await index.putUnreadable([])).toBeUndefined();
      expect(await index.remove([])).toBe(0);
      expect(await index.similarWords('knee', 0)).toEqual([]);
      // What is not empty needs it.
      await expect(index.determinations(['dwc:CM90-0000001'])).rejects.toThrow();
    });
  });

  describe('letters of a cell', () => {
    const decided = (caseNumber: string, decisions: readonly Decision[]) =>
      version(caseNumber, { items: decisions.map((decision) => ({ decision, service: 'rehab.pt', category: 'rehab' })) });
    const letters = [
      ...[1, 2, 3, 4].map((at) => decided(`CM90-000000${at}`, ['upheld', 'undetermined', 'upheld', 'overturned'])),
      decided('CM90-0000005', ['undetermined']),
      decided('CM90-0000006', ['undetermined', 'undetermined']),
    ];

    rule('are those with a known decision, beside all', letters, async (index) => {
      const counts = {
        items: 19,
        letters: { count: 6, exact: true },
        knownLetters: { count: 4, exact: true },
        decisions: { upheld: 8, overturned: 4, overturned_in_part: 0, undetermined: 7 },
        // Each of four letters has three known items, each of which counts all three.
        knownInLetters: 36,
      };
      const { total, cells } = await index.aggregate(outcomesBy('service'));
      expect(total).toEqual(counts);
      expect(cells).toEqual([{ keys: ['rehab.pt'], ...counts }]);
    });
  });

  describe('matching', () => {
    const letters = [
      version('CM90-0000001', {
        summary: 'Gabapentin was tried.',
        items: [
          { request: 'Personal trainer', rationale: 'Medications were prescribed for knee pain. Necessity is shown.' },
          { request: 'Knee brace', rationale: 'A trainer is not needed; EMG/NCV at 7.5mg, see 9792.24.2.' },
        ],
      }),
      version('CM90-0000002', {
        summary: null,
        items: [{ request: 'Naïve ﬁbrous Ångström pad, 10² ½', rationale: 'Medical necessity: gabapentin Straße, ΑΛΦΑ, Ørsted.' }],
      }),
    ];
    const [trainer, brace, pad] = ['dwc:CM90-0000001#1', 'dwc:CM90-0000001#2', 'dwc:CM90-0000002#1'];
    /** [what it shows, the query, the items it finds] */
    const table: readonly [string, QueryNode, readonly (string | undefined)[]][] = [
      ['a word finds its other forms', word('trainers'), [trainer, brace]],
      ['a word that is nowhere finds nothing', word('zebra'), []],
      ['a word in one field is not found in another', word('trainer', ['heading']), [trainer]],
      ['a phrase stands in order', phrase('personal trainer'), [trainer]],
      ['a phrase turned round is not found', phrase('trainer personal'), []],
      ['a phrase does not cross fields', phrase('trainer medications'), []],
      ['a phrase does not cross fields of an item that has both words', phrase('brace a'), []],
      ['a phrase does not cross items', phrase('shown knee'), []],
      ['a phrase is not stemmed', phrase('personal trainers'), []],
      ['a phrase of one word is that word itself', phrase('medication'), []],
      ['a prefix is not stemmed', prefix('medicati'), [trainer]],
      ['a prefix of a whole word finds it', prefix('medications'), [trainer]],
      ['a prefix longer than the stem is not cut', prefix('medicationsx'), []],
      ['words joined by signs are several words', phrase('emg ncv'), [brace]],
      ['numbers with points are several words', phrase('9792 24 2'), [brace]],
      ['a number with its unit is one word', phrase('7 5mg'), [brace]],
      ['marks and ligatures are folded', phrase('naive fibrous angstrom pad 102 1 2'), [pad]],
      ['letters beyond a-z are letters', word('straße'), [pad]],
      ['letters that only look alike are not the same', word('strasse'), []],
      ['a letter without a mark to take off stays', prefix('ørs'), [pad]],
      ['Greek is lower-cased', word('αλφα'), [pad]],
      ['the summary is not searched unless asked', word('gabapentin'), [pad]],
      ['the summary is searched for every item of its letter when asked', word('gabapentin', ['summary']), [trainer, brace]],
      ['a phrase in the summary', phrase('gabapentin was tried', [...TextFieldSchema.options]), [trainer, brace]],
      ['words of an AND may stand in different fields', { kind: 'and', children: [word('brace'), word('emg')] }, [brace]],
      ['AND is over the item, not the letter', { kind: 'and', children: [word('personal'), word('emg')] }, []],
      [
        'NOT is over the item',
        { kind: 'and', children: [word('knee', ['heading', 'rationale']), { kind: 'not', child: word('emg') }] },
        [trainer],
      ],
      ['NOT alone finds the rest', { kind: 'not', child: word('trainer') }, [pad]],
      ['NOT twice is the thing itself', { kind: 'not', child: { kind: 'not', child: word('trainer') } }, [trainer, brace]],
      [
        'a filter in the tree counts as a condition',
        { kind: 'or', children: [word('emg'), { kind: 'filter', filter: { field: 'caseNumber', values: ['CM90-0000002'] } }] },
        [brace, pad],
      ],
      ['words that look like operators are words', { kind: 'or', children: [word('not'), word('or'), phrase('and')] }, [brace]],
    ];
    const asking = holding(open, letters);
    for (const [title, where, expected] of table) {
      asking(title, async (index) => {
        expect(await found(index, where)).toEqual(expected);
      });
    }
  });

  describe('order, filters and pages', () => {
    const dated = (caseNumber: string, decidedOn: string | null) => version(caseNumber, { decidedOn, items: [{}, {}] });
    const letters = [dated('CM90-0000002', '2015-05-05'), dated('CM90-0000003', null), dated('CM90-0000001', '2014-04-04')];
    const asking = holding(open, letters);

    asking('puts items without a decision day last, both ways', async (index) => {
      expect(await found(index, { kind: 'all' }, { sort: 'newest' })).toEqual(itemsOf('2 2 1 1 3 3'));
      expect(await found(index, { kind: 'all' }, { sort: 'oldest' })).toEqual(itemsOf('1 1 2 2 3 3'));
      expect(await found(index, { kind: 'all' }, { sort: 'case' })).toEqual(itemsOf('1 1 2 2 3 3'));
    });

    asking('holds an item without a decision day outside every range', async (index) => {
      const range = (from: string | null, to: string | null) =>
        found(index, { kind: 'all' }, { filters: [{ field: 'decidedOn', from, to }] });
      expect(await range(null, null)).toEqual(itemsOf('1 1 2 2'));
      expect(await range('2014-04-05', null)).toEqual(itemsOf('2 2'));
      expect(await range('2014-04-04', '2014-04-04')).toEqual(itemsOf('1 1'));
    });

    asking('counts a facet without the filters on its own field', async (index) => {
      const filters = [{ field: 'caseNumber' as const, values: ['CM90-0000001'] }];
      const results = await index.search({ ...EVERYTHING, filters, facets: ['caseNumber', 'decidedYear'] });
      expect(results.total).toBe(2);
      expect(results.facets).toEqual([
        { field: 'caseNumber', values: ['CM90-0000001', 'CM90-0000002', 'CM90-0000003'].map((value) => ({ value, count: 2 })) },
        { field: 'decidedYear', values: [{ value: '2014', count: 2 }] },
      ]);
    });

    rule(
      'ranks the item first that is about the words',
      [
        ...letters,
        version('CM90-0000009', {
          items: [
            { request: 'Hippotherapy', rationale: 'Hippotherapy.' },
            { rationale: 'Not like hippotherapy, which the fictional reviewer names once in many other words.' },
          ],
        }),
      ],
      async (index) => {
        expect(await found(index, word('hippotherapy'), { sort: 'relevance' })).toEqual(['dwc:CM90-0000009#1', 'dwc:CM90-0000009#2']);
      },
    );

    asking('counts and skips with a limit of nothing and an offset past the end', async (index) => {
      expect(await index.search({ ...EVERYTHING, limit: 0 })).toMatchObject({ total: 6, hits: [] });
      expect(await index.search({ ...EVERYTHING, offset: 50 })).toMatchObject({ total: 6, hits: [] });
    });

    asking('refuses a page beyond the result window', async (index) => {
      await expect(index.search({ ...EVERYTHING, offset: RESULT_WINDOW, limit: 1 })).rejects.toMatchObject({ code: 'window-too-large' });
      await expect(index.search({ ...EVERYTHING, offset: RESULT_WINDOW, limit: 1 })).rejects.toBeInstanceOf(AppError);
      expect(await index.search({ ...EVERYTHING, offset: RESULT_WINDOW - 1, limit: 1 })).toMatchObject({ total: 6, hits: [] });
    });

    asking('stops for a signal that was aborted', async (index) => {
      await expect(index.search(EVERYTHING, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
      await expect(index.aggregate(outcomesBy('service'), AbortSignal.abort())).rejects.toMatchObject({
        name: 'AbortError',
      });
    });
  });
}

/** The item ids of letters named by their last digit, two of each: "1 1 2 2". */
function itemsOf(letters: string): string[] {
  return letters.split(' ').map((digit, position) => `dwc:CM90-000000${digit}#${1 + (position % 2)}`);
}
