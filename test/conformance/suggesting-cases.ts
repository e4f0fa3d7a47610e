/**
 * What is suggested as one types, over hand-made fictional letters. Part of the conformance suite: its counts come from the engine, so that every engine
 * suggests the same; each suggestion finds just as many items as it says.
 */
import { describe, expect, it } from 'vitest';
import type { Letter } from '#contract/determination.ts';
import { SearchRequestSchema } from '#contract/search.ts';
import { type Suggestion, SuggestRequestSchema } from '#contract/suggest.ts';
import { searchItems } from '../../server/domain/results/search-items.ts';
import { suggest } from '../../server/domain/suggest/suggest.ts';
import type { WritableIndex } from '../../server/search/port.ts';
import { holding, version } from './case-tools.ts';
import type { OpenedIndex } from './opened-index.ts';

const norco = { generic: 'hydrocodone/acetaminophen', class: 'opioid' };
const mixed = { basis: 'none' as const, printed: 'None', citations: [] };
const letters: readonly Letter[] = [
  version('CM35-0213037', {
    decidedOn: '2016-03-01',
    items: [
      { request: 'Norco 10/325', service: 'pharm.opioid', category: 'pharm', drugs: [norco], bodyParts: ['low_back'] },
      { request: 'Epidural injection', service: 'inj.esi', category: 'inj', bodyParts: ['low_back'], decision: 'overturned' },
      { request: 'Therapy of the shoulder', service: 'rehab.pt', category: 'rehab', bodyParts: ['shoulder'], decision: 'overturned' },
    ],
  }),
  version('CM35-0213038', {
    decidedOn: '2017-04-01',
    specialties: ['Pain Medicine'],
    items: [
      { request: 'Therapy of the knee', service: 'rehab.pt', category: 'rehab', reasons: ['no_functional_improvement'] },
      { request: 'Shoulder sling', service: null, category: null, bodyParts: ['shoulder'], reasons: [], reviewer: mixed },
      { request: 'A sauna', service: null, category: null, bodyParts: [], reasons: [] },
    ],
  }),
  version('CM36-0000001', { items: [{ request: 'Knee sleeve', service: null, category: null, decision: 'overturned_in_part' }] }),
];

export function describeSuggesting(open: () => Promise<OpenedIndex>): void {
  describe('suggestions', () => {
    const asking = holding(open, letters);
    const asked = async (index: WritableIndex, typed: string, more: object = {}) => {
      const caret = typed.includes('|') ? { caret: typed.indexOf('|') } : {};
      return (await suggest(index, SuggestRequestSchema.parse({ q: typed.replace('|', ''), ...caret, ...more }))).suggestions;
    };
    const put = (typed: string, { at, words }: Suggestion) => {
      const q = typed.replace('|', '');
      return `${q.slice(0, at.start)}${words}${q.slice(at.end)}`;
    };
    const said = ({ label, name, kind, count }: Suggestion) => `${label}${name === null ? '' : ` (${name})`}, ${kind}: ${count}`;

    const table: readonly [string, string, readonly string[]][] = [
      ['a service by its beginning', 'epid', ['Epidural steroid injection, Service: 1']],
      ['a drug by its brand', 'norco', ['hydrocodone/acetaminophen (Norco), Drug: 1']],
      ['a body part by a name of the synonyms', 'lumb', ['Low back (lumbar), Body part: 2']],
      ['a reason by several words', 'functional imp', ['No functional improvement, Reason: 1']],
      ['a reason with what asks for it', 'reason functional imp', ['No functional improvement, Reason: 1']],
      ['a reason with what asks for it, beside other words', 'therapy because of functional imp', ['No functional improvement, Reason: 1']],
      ['an outcome', 'overt', ['Overturned, Decision: 2', 'Overturned in part, Decision: 1']],
      ['an outcome by another word for it', 'revers', ['Overturned (reversed), Decision: 2']],
      ['case numbers by their beginning', 'cm35-0213', ['CM35-0213037, Case number: 3', 'CM35-0213038, Case number: 3']],
      ['a case number by its serial', '0213037', ['CM35-0213037, Case number: 3']],
      ['the name of a field', 'reaso', ['reason: (Reason), Field: 5']],
      ['with a slip of the hand', 'sholder', ['Shoulder, Body part: 2']],
      ['the last of several words', 'sauna shoul', []],
      ['beside other words', 'therapy shou', ['Shoulder, Body part: 1']],
      ['beside a condition', 'overturned low b', ['Low back, Body part: 1']],
      ['nothing of what no item has', 'acupun', []],
      ['nothing inside a phrase', '"epid', []],
      ['nothing for one letter', 'e', []],
      ['where the rest cannot be honoured', 'body:nonsense epid', []],
      ['in a group that is still open', '(sauna OR epid', ['Epidural steroid injection, Service: 2']],
      ['behind a sign', '-norc', ['hydrocodone/acetaminophen (Norco), Drug: 6']],
      ['with the caret in the middle', 'sho| therapy', ['Shoulder, Body part: 1']],
    ];
    for (const [title, typed, expected] of table) {
      asking(`are ${title}: ${typed}`, async (index) => {
        const found = await asked(index, typed);
        expect(
          found
            .filter(({ isField }) => expected.length > 0 || !isField)
            .map(said)
            .slice(0, Math.max(1, expected.length)),
        ).toEqual(expected);
      });
    }

    asking('are the values of a field behind its colon, what is not stated last', async (index) => {
      expect((await asked(index, 'body:')).map(said)).toEqual([
        'Knee, Body part: 2',
        'Low back, Body part: 2',
        'Shoulder, Body part: 2',
        'Body part not stated, Body part: 1',
      ]);
      expect((await asked(index, 'service:reha')).map(said)).toEqual(['Rehabilitation / physical medicine, Service category: 2']);
      expect((await asked(index, 'specialty:pain')).map(said)).toEqual(['Pain Medicine, Reviewer specialty: 3']);
      expect((await asked(index, 'year:20')).map(said)).toEqual(['2017, Year decided: 3', '2016, Year decided: 4'].sort(byCount));
      expect((await asked(index, 'case:cm36')).map(said)).toEqual(['CM36-0000001, Case number: 1']);
      expect(await asked(index, 'decided:20')).toEqual([]);
      expect(await asked(index, 'nonsense:kn')).toEqual([]);
    });

    asking('count under the filters and days in force', async (index) => {
      expect((await asked(index, 'shoul', { filters: { decision: ['overturned'] } })).map(said)[0]).toBe('Shoulder, Body part: 1');
      expect((await asked(index, 'shoul', { from: '2017-01-01' })).map(said)[0]).toBe('Shoulder, Body part: 1');
      expect(await asked(index, 'norco', { filters: { decision: ['overturned'] } })).toEqual([]);
      expect(await asked(index, '0213037', { filters: { bodyPart: ['knee'] } })).toEqual([]);
      await expect(asked(index, 'norco', { filters: { bodyPart: ['nonsense'] } })).rejects.toMatchObject({ code: 'bad-request' });
    });

    const everywhere = [
      'shoul',
      'lo',
      'no',
      'ov',
      'in',
      'odg',
      'acoem',
      'kn',
      'th',
      'inj',
      'opi',
      'cm35',
      'cm35-02',
      '021303',
      'therapy ',
      'phys th',
      'reason functional imp',
    ];
    const around = [
      '§',
      'knee §',
      'therapy OR §',
      '-§',
      '"the knee" §',
      '(knee OR §) therapy',
      'overturned §',
      'CM35-0213037 §',
      'KNEE OR §',
    ];
    it('find just what they say, whatever stands around them', async () => {
      const { index, close } = await open();
      try {
        await index.put(letters);
        let found = 0;
        for (const typed of everywhere.flatMap((end) => around.map((beside) => beside.replace('§', `${end}|`)))) {
          for (const one of (await asked(index, typed)).filter(({ isField }) => !isField)) {
            const q = put(typed, one);
            const { total } = await searchItems(index, SearchRequestSchema.parse({ q }));
            expect(total, `${typed}: ${q}`).toBe(one.count);
            found += 1;
          }
        }
        expect(found).toBeGreaterThan(150);
      } finally {
        await close();
      }
    });

    asking('put plain words where those mean it alone, else the field', async (index) => {
      const first = async (typed: string) => {
        const [one] = await asked(index, typed);
        return one === undefined ? null : put(typed, one);
      };
      expect(await first('overt')).toBe('overturned ');
      expect(await first('therapy overt')).toBe('therapy overturned ');
      expect(await first('therapy OR overt')).toBe('therapy OR decision:overturned ');
      expect(await first('functional imp')).toBe('no functional improvement ');
      expect(await first('reason functional imp')).toBe('no functional improvement ');
      expect(await first('therapy OR reason functional imp')).toBe('therapy OR reason:"no functional improvement" ');
      expect(await first('0213037')).toBe('CM35-0213037 ');
      expect(await first('knee cm35-0213')).toBe('knee case:CM35-0213037 ');
      expect(await first('norco')).toBe('drug:"hydrocodone/acetaminophen" ');
      expect(await first('shoul')).toBe('body:shoulder ');
      expect(await first('low b| therapy')).toBeNull();
      expect(await first('shou| therapy')).toBe('body:shoulder therapy');
      expect(await first('service:"physical th|" knee')).toBe('service:"physical therapy" knee');
    });
  });
}

function byCount(a: string, b: string): number {
  return Number(b.split(': ')[1]) - Number(a.split(': ')[1]);
}
