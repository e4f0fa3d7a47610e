/** The query language: tables of typed text and the tree or the faults it gives, and what holds for any text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError, type Fault } from '#contract/problem.ts';
import { ITEM_SCOPE, QueryNodeSchema } from '#contract/query.ts';
import { MOST_DEPTH, openFieldsOf, parseQuery, plainTerms } from '../../../../server/domain/query-language/parse-query.ts';
import { expectLinear } from '../../../growth.ts';
import { short } from '../short-tree.ts';

const SPECIALTIES = ['Orthopedic Surgery', 'Pain Medicine', 'Physical Medicine & Rehabilitation'];
const DIAGNOSES = ['left knee strain', 'low back pain'];
const values = (field: string) => (field === 'specialty' ? SPECIALTIES : field === 'diagnosis' ? DIAGNOSES : []);
/** Seven digits alone: that number of every year. */
const CANDIDATES = expect.stringMatching(/^caseNumber:CM13-0012345\|CM14-0012345\|CM15-0012345.*\|CM39-0012345$/);
const parse = (text: string) => parseQuery(text, { values });

function faultsOf(text: string): readonly Fault[] {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof AppError && error.code === 'bad-query') return error.errors;
    throw error;
  }
  throw new Error(`the query was taken: ${text}`);
}

describe('a query is read as', () => {
  const rows: readonly [string, unknown][] = [
    ['', '(all)'],
    [' \n\t', '(all)'],
    ['knee', 'knee'],
    ['__proto__ constructor', { and: ['proto', 'constructor'] }],
    ['Knee BRACE', { and: ['knee', 'brace'] }],
    ['knee and not brace or wrap', { and: ['knee', 'and', 'not', 'brace', 'or', 'wrap'] }],
    ['knee AND brace', { and: ['knee', 'brace'] }],
    ['a OR b c', { or: ['a', { and: ['b', 'c'] }] }],
    ['a b OR c d', { or: [{ and: ['a', 'b'] }, { and: ['c', 'd'] }] }],
    ['a OR b OR c', { or: ['a', 'b', 'c'] }],
    ['(a OR b) c', { and: [{ or: ['a', 'b'] }, 'c'] }],
    ['((a)) (b AND (c d))', { and: ['a', 'b', 'c', 'd'] }],
    ['NOT a b', { and: [{ not: 'a' }, 'b'] }],
    ['NOT a OR b', { or: [{ not: 'a' }, 'b'] }],
    ['-a', { not: 'a' }],
    ['\u2212a', { not: 'a' }],
    ['a -b +c', { and: ['a', { not: 'b' }, 'c'] }],
    ['-(a OR b)', { not: { or: ['a', 'b'] } }],
    ['-"a b"', { not: '"a b"' }],
    ['NOT -a', 'a'],
    ['a AND NOT b', { and: ['a', { not: 'b' }] }],
    ['-decision:upheld', { not: 'decision:upheld' }],
    ['"personal trainer"', '"personal trainer"'],
    ['“personal trainer”', '"personal trainer"'],
    ['„personal trainer“ x', { and: ['"personal trainer"', 'x'] }],
    ['"trainer"', '"trainer"'],
    ['"a"b', { and: ['"a"', 'b'] }],
    ['"NOT (a) -b"', '"not a b"'],
    ['EMG/NCV', '"emg ncv"'],
    ['9792.24.2', '"9792 24 2"'],
    ['7.5mg', '"7 5mg"'],
    ['L4-5', '"l4 5"'],
    ['2x6', '2x6'],
    ['§ 9792.20(e)', '"9792 20 e"'],
    ['9792.24.2(a)(1) pain', { and: ['"9792 24 2 a 1"', 'pain'] }],
    ['(knee)5(b) c', { and: ['knee', '"5 b"', 'c'] }],
    ['No. #60', { and: ['no', '60'] }],
    ['"gym membership"~5', 'near(gym membership, 5)'],
    ['“gym membership”~0 x', { and: ['near(gym membership, 0)', 'x'] }],
    ['-"a b"~3', { not: 'near(a b, 3)' }],
    ['summary:"a b"~3', 'near(a b, 3)'],
    ['L4–5 H2—receptor', { and: ['"l4 5"', '"h2 receptor"'] }],
    ['–chronic pain — knee - back', { and: ['chronic', 'pain', 'knee', 'back'] }],
    ['neck & back, knee.', { and: ['neck', 'back', 'knee'] }],
    ['Crème ﬁbula', { and: ['creme', 'fibula'] }],
    ['therap*', 'therap*'],
    ['-Physio*', { not: 'physio*' }],
    ['decision:upheld', 'decision:upheld'],
    ['DECISION:Upheld', 'decision:upheld'],
    ['decision:overturned', 'decision:overturned'],
    ['decision:overturned-in-part', 'decision:overturned_in_part'],
    ['decision:"in part"', 'decision:overturned_in_part'],
    ['service:rehab.pt', 'service:rehab.pt'],
    ['service:"physical therapy"', 'service:rehab.pt'],
    ['service:“Personal Trainer”', 'service:prog.personal_trainer'],
    ['service:rehab', 'category:rehab'],
    ['service:xray', 'service:diag.xray'],
    ['body:lumbar', 'bodyPart:low_back'],
    ['drug:norco', 'drug:hydrocodone/acetaminophen'],
    ['drug:Flexeril', 'drug:cyclobenzaprine'],
    ['drug:lidoderm', 'drug:lidocaine'],
    ['ur-guideline:odg imr-guideline:acoem', { and: ['urGuidelineFamily:odg', 'imrGuidelineFamily:acoem'] }],
    ['imr-guideline:"ACOEM chapter 5"', 'imrGuideline:mtus.acoem2.ch05'],
    ['cites:"mtus.acoem2.ch05|p.83"', 'citation:mtus.acoem2.ch05|p.83'],
    ['cites:mtus.acoem2.ch05|p.83', 'citation:mtus.acoem2.ch05|p.83'],
    ['cites:"mtus.cpmtg2009|s.Topical Analgesics"', 'citation:mtus.cpmtg2009|s.topical analgesics'],
    ['cites:"ACOEM chapter 5 page 83"', 'citation:mtus.acoem2.ch05|p.83'],
    ['month:2016-12', 'decidedMonth:2016-12'],
    ['diagnosis:"knee strain"', 'diagnosis:left knee strain'],
    ['diagnosis:"Unheard-of sprain"', 'diagnosis:unheard of sprain'],
    ['follows:yes side:left edition:replaced', { and: ['follows:yes', 'side:left', 'edition:replaced'] }],
    ['category:rehab', 'category:rehab'],
    ['category:surgery', 'category:surg'],
    ['guideline:odg', 'guidelineFamily:odg'],
    ['guideline:acoem', 'guidelineFamily:acoem'],
    [
      'ur-guideline:mtus',
      'urGuidelineFamily:mtus.acoem2|mtus.cpmtg|mtus.opioids|mtus.acupuncture|mtus.postsurgical|mtus.acoem3|mtus.formulary|mtus.unspecified',
    ],
    ['imr-guideline:mtus.acoem2', 'imrGuidelineFamily:mtus.acoem2'],
    ['imr-guideline:mtus.acoem2.ch12', 'imrGuideline:mtus.acoem2.ch12'],
    ['guideline:"ACOEM 2nd ed. Ch. 13 Knee Complaints"', 'guideline:mtus.acoem2.ch13'],
    ['ur-basis:mtus imr-basis:non-mtus', { and: ['urBasis:mtus', 'imrBasis:non_mtus'] }],
    ['ur-action:modified', 'urAction:modified'],
    ['priority:Expedited', 'priority:expedited'],
    ['outcome:mixed', 'letterOutcome:mixed'],
    ['specialty:rehabilitation', 'specialty:Physical Medicine & Rehabilitation'],
    ['specialty:medicine', 'specialty:Pain Medicine|Physical Medicine & Rehabilitation'],
    ['specialty:"orthopedic surgery"', 'specialty:Orthopedic Surgery'],
    ['specialty:"orthopaedic surgery"', 'specialty:Orthopedic Surgery'],
    ['specialty:"physical medicine and rehabilitation"', 'specialty:Physical Medicine & Rehabilitation'],
    ['year:2016', 'decidedYear:2016'],
    ['case:CM14-0012345', 'caseNumber:CM14-0012345'],
    ['CM14-0012345', 'caseNumber:CM14-0012345'],
    ['cm140012345', 'caseNumber:CM14-0012345'],
    ['"CM 14 0012345"', 'caseNumber:CM14-0012345'],
    ['case:cm140012345', 'caseNumber:CM14-0012345'],
    ['cm14 0012345', 'caseNumber:CM14-0012345'],
    ['CM 14 - 0012345', 'caseNumber:CM14-0012345'],
    ['knee CM14 0012345 brace', { and: ['knee', 'caseNumber:CM14-0012345', 'brace'] }],
    ['case:cm14 0012345', 'caseNumber:CM14-0012345'],
    ['14-0012345', 'caseNumber:CM14-0012345'],
    ['140012345', 'caseNumber:CM14-0012345'],
    ['0012345', CANDIDATES],
    ['case:0012345', CANDIDATES],
    ['"0012345"', '"0012345"'],
    ['12 visits 2016', { and: ['12', 'visits', '2016'] }],
    ['CM14', 'cm14'],
    ['case:14-0012345', 'caseNumber:CM14-0012345'],
    ['case:"CM 14 – 0012345"', 'caseNumber:CM14-0012345'],
    ['KNEE BRACE AND KAZOO LESSON', { and: ['knee', 'brace', 'and', 'kazoo', 'lesson'] }],
    ['TENS AND EMG', { and: ['tens', 'emg'] }],
    ['TENS NOT EMG', { and: ['tens', { not: 'emg' }] }],
    ['"KNEE BRACE" AND LESSON', { and: ['"knee brace"', 'lesson'] }],
    ['KNEE AND lessons', { and: ['knee', 'lessons'] }],
    ['KAZOO -LESSON', { and: ['kazoo', { not: 'lesson' }] }],
    ['decided:2014..2016', 'decidedOn:2014-01-01..2016-12-31'],
    ['decided:2014', 'decidedOn:2014-01-01..2014-12-31'],
    ['decided:2016-12..', 'decidedOn:2016-12-01..'],
    ['decided:..2016-02', 'decidedOn:..2016-02-29'],
    ['decided:2016-12-09', 'decidedOn:2016-12-09..2016-12-09'],
    ['decided:12/09/2016', 'decidedOn:2016-12-09..2016-12-09'],
    ['decided:12/2016..1/15/17', 'decidedOn:2016-12-01..2017-01-15'],
    ['decided:"December 9, 2016"', 'decidedOn:2016-12-09..2016-12-09'],
    ['decided:2016-Q4', 'decidedOn:2016-10-01..2016-12-31'],
    ['summary:fall', 'fall'],
    ['summary:"motor vehicle" summary:collid*', { and: ['"motor vehicle"', 'collid*'] }],
  ];
  it.each(rows)('%j', (text, expected) => {
    const node = parse(text);
    expect(QueryNodeSchema.safeParse(node).success).toBe(true);
    expect(short(node)).toEqual(expected);
  });

  it('several values of a value that is named by two fields', () => {
    const node = parse('guideline:"chronic pain"');
    expect(node.kind).toBe('or');
    expect(JSON.stringify(short(node))).toMatch(/guidelineFamily:mtus\.cpmtg.*guideline:.*acoem\.3ed\.chronic_pain/);
  });

  it('plain terms, unless an operator, a quote, a sign, a star or a bracket makes the query strict', () => {
    const plain = (text: string) => plainTerms(text, { values })?.map(({ node }) => (node === null ? null : short(node))) ?? 'strict';
    expect(plain('knee EMG/NCV & decision:upheld service:"physical therapy"')).toEqual([
      'knee',
      '"emg ncv"',
      null,
      'decision:upheld',
      'service:rehab.pt',
    ]);
    for (const text of [
      'knee OR hip',
      'knee AND hip',
      '-knee',
      'NOT knee',
      '+knee hip',
      '"knee" hip',
      '+"knee"',
      'kne*',
      '(knee)',
      'a "b c"~2',
    ])
      expect(plain(text)).toBe('strict');
  });

  it('words of the item scope, or of the scope that is given, and summary: always of the summary', () => {
    expect(parse('knee')).toMatchObject({ fields: ITEM_SCOPE });
    expect(parseQuery('knee', { values, scope: ['heading', 'summary'] })).toMatchObject({ fields: ['heading', 'summary'] });
    expect(parse('summary:knee')).toMatchObject({ fields: ['summary'] });
  });

  it('leaves that know where they were typed', () => {
    expect(parse('  “a b” -decision:upheld')).toMatchObject({
      children: [{ at: { start: 2, end: 7 } }, { child: { at: { start: 9, end: 24 } } }],
    });
  });
});

describe('a query is refused with the place and what was expected:', () => {
  const rows: readonly [string, readonly [start: number, end: number, detail: RegExp][]][] = [
    ['"open', [[0, 1, /not closed/]]],
    ['a “open', [[2, 3, /not closed/]]],
    ['(a', [[0, 1, /not closed/]]],
    ['a)', [[1, 2, /closes no group/]]],
    ['()', [[0, 2, /in the group/]]],
    ['a ( ) b', [[2, 5, /in the group/]]],
    ['AND a', [[0, 3, /before AND/]]],
    ['a AND', [[2, 5, /behind AND/]]],
    ['a AND AND b', [[6, 9, /before AND/]]],
    ['OR a', [[0, 2, /before OR/]]],
    ['(a OR) b', [[3, 5, /behind OR/]]],
    ['a NOT', [[2, 5, /behind NOT/]]],
    ['NOT OR a', [[0, 3, /behind NOT/]]],
    ['a NOT &', [[2, 5, /behind NOT/]]],
    ['&', [[0, 1, /at least one word/]]],
    ['--a', [[0, 2, /one sign/]]],
    ['"a b"-c', [[5, 6, /blank before this sign/]]],
    [
      'a && b || c',
      [
        [2, 4, /write AND/],
        [7, 9, /write OR/],
      ],
    ],
    ['!a', [[0, 2, /write NOT/]]],
    ['*', [[0, 1, /may only end/]]],
    ['*a', [[0, 2, /may only end/]]],
    ['wo*d', [[0, 4, /may only end/]]],
    ['emg/nc*', [[0, 7, /may only end/]]],
    ['"wor* b"', [[0, 8, /between quotes/]]],
    ['a*', [[0, 2, /at least 2 letters/]]],
    ['kne~', [[3, 4, /behind a quote/]]],
    ['-kne~2 x', [[4, 5, /behind a quote/]]],
    ['"a b"~', [[5, 6, /number directly behind/]]],
    ['"a b"~x', [[5, 6, /number directly behind/]]],
    ['"a"~5', [[0, 5, /two words/]]],
    ['knee "a b A"~5', [[5, 14, /each word once/]]],
    ['"a b"~1001', [[5, 10, /at most 1000/]]],
    ['service:"a b"~2', [[0, 15, /not understood in a value/]]],
    ['month:2016', [[0, 10, /month as 2016-12/]]],
    ['cites:"page 83"', [[0, 15, /guideline with a page/]]],
    ['cites:nothing.here|p.83', [[0, 23, /guideline with a page/]]],
    ['drug:phisical', [[0, 13, /no such drug/]]],
    ['""', [[0, 2, /words between/]]],
    ['decision:', [[0, 9, /value directly behind/]]],
    ['decision: upheld', [[0, 9, /value directly behind/]]],
    ['decision:(upheld)', [[0, 9, /value directly behind/]]],
    ['decision:uphe*', [[0, 14, /not understood in a value/]]],
    ['decision:upheave', [[0, 16, /there are: Upheld, /]]],
    ['servise:mri', [[0, 8, /there are: service:, /]]],
    ['service:"phisical terapy"', [[0, 25, /there are: Physical therapy, /]]],
    ['specialty:dentist', [[0, 17, /Orthopedic Surgery/]]],
    ['case:CM14', [[0, 9, /CM14-0012345/]]],
    ['year:16', [[0, 7, /four digits/]]],
    ['knee^2', [[4, 5, /no weight/]]],
    ['kn?e', [[2, 3, /therap\*/]]],
    ['https://example.com/kazoo', [[0, 25, /address/]]],
    ['kazoo www.example.com', [[6, 21, /address/]]],
    ['decided:2016-13', [[0, 15, /no such day or month/]]],
    ['decided:2015-02-29', [[0, 18, /no such day or month/]]],
    ['decided:02/30/2017', [[0, 18, /no such day or month/]]],
    ['decided:30/02/2017', [[0, 18, /no such day or month/]]],
    ['decided:soon', [[0, 12, /2014\.\.2016/]]],
    ['decided:2016..2014', [[0, 18, /ends before it starts/]]],
    ['decided:..', [[0, 10, /value directly behind/]]],
    [
      'foo:a (b OR) "" *c',
      [
        [0, 4, /no such field/],
        [9, 11, /behind OR/],
        [13, 15, /between the quotes/],
        [16, 18, /may only end/],
      ],
    ],
  ];
  it.each(rows)('%j', (text, expected) => {
    const faults = faultsOf(text);
    expect(faults.map(({ at }) => at)).toEqual(expected.map(([start, end]) => ({ start, end })));
    expected.forEach(([, , detail], index) => {
      expect(faults[index]).toMatchObject({ parameter: 'q', detail: expect.stringMatching(detail) });
    });
  });

  it('at most eight of the values there are, the nearest first, and never what was typed', () => {
    const detail = faultsOf('service:"aquatik terapy"')[0]?.detail ?? '';
    const list = /there are: (.*) and \d+ more$/.exec(detail)?.[1]?.split(', ') ?? [];
    expect(list[0]).toBe('Aquatic therapy');
    expect(detail).not.toContain('aquatik');
  });

  it('groups that are nested too deep, without trouble for the stack', () => {
    const deep = (levels: number) => `${'('.repeat(levels)}a${')'.repeat(levels)}`;
    expect(short(parse(deep(MOST_DEPTH)))).toBe('a');
    expect(faultsOf(deep(MOST_DEPTH + 1))).toMatchObject([{ at: { start: MOST_DEPTH, end: MOST_DEPTH + 1 } }]);
    expect(faultsOf(deep(200_000))).toHaveLength(1);
  });

  it('a specialty where the index holds none', () => {
    expect(() => parseQuery('specialty:pain', { values: () => [] })).toThrow(/holds no reviewer specialty/);
  });
});

describe('for any text', () => {
  const pieces = fc.constantFrom(
    ...[
      'a',
      'Knee',
      'AND',
      'OR',
      'NOT',
      '-',
      '+',
      '(',
      ')',
      '"',
      '“',
      '”',
      '*',
      '~',
      ':',
      '..',
      ' ',
      ' ',
      '–',
      '&',
      '\u{1d49c}',
      'é',
      '\ud800',
    ],
    ...['service:', 'decided:', 'summary:', 'case:', 'guideline:', 'specialty:', 'x:', 'mtus', '2016', '\n', '\u0301'],
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.array(pieces, { maxLength: 30 }).map((list) => list.join('')),
  );

  it('a query is a valid tree, or refused with faults whose places lie in the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        try {
          const node = parse(text);
          expect(QueryNodeSchema.safeParse(node).success).toBe(true);
          expect(node.kind === 'all').toBe(text.trim() === '');
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          expect(error.code).toBe('bad-query');
          expect(error.errors.length).toBeGreaterThan(0);
          for (const { at } of error.errors) {
            expect(at).toBeDefined();
            expect(at?.start).toBeGreaterThanOrEqual(0);
            expect(at?.end).toBeGreaterThan(at?.start ?? 0);
            expect(at?.end).toBeLessThanOrEqual(text.length);
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('the fields with an open list are the ones whose values are asked for', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const asked = new Set<string>();
        try {
          parseQuery(text, { values: (field) => SPECIALTIES.filter(() => asked.add(field)) });
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
        }
        const open: string[] = openFieldsOf(text);
        for (const field of asked) expect(open).toContain(field);
      }),
    );
  });

  it.each(['a ', '(', ')', '"', '""', '-', 'NOT ', 'AND ', 'OR ', 'a OR ', 'x:y ', 'service:x ', '*', '(a) ', '-a', 'é', '&'])(
    'reading costs as much as the text is long: %j over and over',
    async (piece) => {
      const read = (text: string) => {
        try {
          parse(text);
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
        }
      };
      await expectLinear(read, piece, 40_000 * piece.length);
    },
  );
});
