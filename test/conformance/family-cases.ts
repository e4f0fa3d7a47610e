/** Typed queries with words of families, asked as the product asks them: each engine finds what the oracle finds, and what was typed comes first. */
import { describe, expect } from 'vitest';
import { readQuestion } from '../../server/domain/question/read-question.ts';
import type { WritableIndex } from '../../server/search/port.ts';
import { EVERYTHING, holding, version } from './case-tools.ts';
import type { OpenedIndex } from './opened-index.ts';
import { makeOracle } from './oracle.ts';

export function describeFamilies(open: () => Promise<OpenedIndex>): void {
  describe('a word with its family', () => {
    const letters = [
      version('CM90-0000001', {
        summary: 'The fictional piper was once evaluated for a sauna.',
        items: [
          { request: 'Sauna', rationale: 'The record documents three visits. They are documented with dates.' },
          { request: 'Sauna', rationale: 'The documentation is of one visit, and documentation is short.' },
          { request: 'Sauna', rationale: 'A documentary was shown; nothing else is known of it.' },
        ],
      }),
      version('CM90-0000002', {
        summary: null,
        items: [
          { request: 'Evaluation by a piper', rationale: 'Documentation of a failure of splints is short.' },
          { request: 'Ramp to be evaluated', rationale: 'Splints failed, which is documented.' },
          { request: 'Surgical shoes', rationale: 'The evaluator was away. The approach is new.' },
          { request: 'Shoes for after surgery', rationale: 'The approval is new.' },
        ],
      }),
    ];
    // A word that half of the items hold tells nothing, so others stand beside those asked for.
    const beside = Array.from({ length: 14 }, (_, at) =>
      version(`CM91-00000${10 + at}`, { summary: null, items: [{ request: 'Lift', rationale: 'Invented.' }] }),
    );
    const rule = holding(open, [...letters, ...beside]);
    const oracle = makeOracle([...letters, ...beside]);
    const ask = async (
      index: WritableIndex,
      q: string,
      { literal = [], summary = false }: { literal?: string[]; summary?: boolean } = {},
    ) => {
      const { where, filters, rank } = await readQuestion(index, { q, filters: {}, summary, literal });
      const query = { ...EVERYTHING, where, filters: [...filters] };
      const ids = async (more: object) => (await index.search({ ...query, ...more })).hits.map(({ itemId }) => itemId);
      const found = await ids({});
      expect([q, found]).toEqual([q, oracle.each(query)]);
      const short = (id: string) => id.replace(/^dwc:CM90-000000/, '');
      return { found: found.map(short), ranked: (await ids({ sort: 'relevance', rank })).map(short) };
    };

    const table: readonly [string, string[], { literal?: string[]; summary?: boolean }?][] = [
      ['documentation', ['1#1', '1#2', '2#1', '2#2']],
      ['documented', ['1#1', '1#2', '2#1', '2#2']],
      ['documents', ['1#1', '1#2', '2#1', '2#2']],
      ['documentation', ['1#2', '2#1'], { literal: ['documentation'] }],
      ['documented', ['1#1', '2#2'], { literal: ['*'] }],
      ['"documentation"', ['1#2', '2#1']],
      ['sauna documentation', ['1#1', '1#2']],
      ['failure of splints documented', ['2#1', '2#2']],
      ['splints failed documentation', ['2#1', '2#2']],
      ['evaluated', ['2#1', '2#2']],
      ['evaluated', ['1#1', '1#2', '1#3', '2#1', '2#2'], { summary: true }],
      ['approval', ['2#4']],
      ['surgical shoes', ['2#3', '2#4']],
      ['shoes for surgery', ['2#3', '2#4']],
      ['documented or evaluation', ['1#1', '1#2', '2#1', '2#2']],
    ];
    for (const [q, expected, more] of table) {
      rule(`${q}${more === undefined ? '' : ` ${JSON.stringify(more)}`}`, async (index) => {
        const { found, ranked } = await ask(index, q, more);
        expect(found).toEqual(expected);
        expect([...ranked].sort()).toEqual(expected);
      });
    }

    rule('what was typed comes before its relatives', async (index) => {
      const first = async (q: string) => new Set((await ask(index, q)).ranked.slice(0, 2));
      expect(await first('documentation')).toEqual(new Set(['1#2', '2#1']));
      expect(await first('documented')).toEqual(new Set(['1#1', '2#2']));
      expect((await ask(index, 'sauna documentation')).ranked).toEqual(['1#2', '1#1']);
      expect((await ask(index, 'sauna documented')).ranked).toEqual(['1#1', '1#2']);
    });
  });
}
