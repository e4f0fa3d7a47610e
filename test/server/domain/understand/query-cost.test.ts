/** How much a query may ask for at once, over fictional letters in the real index: what each part counts, what is refused, and how it is told. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '#contract/problem.ts';
import type { QueryNode } from '#contract/query.ts';
import { readQuestion } from '../../../../server/domain/question/read-question.ts';
import { noResultCauses } from '../../../../server/domain/understand/no-results.ts';
import { MOST_COST, typedCost } from '../../../../server/domain/understand/query-cost.ts';
import { understand } from '../../../../server/domain/understand/understand.ts';
import type { WritableIndex } from '../../../../server/search/port.ts';
import { makeLetter } from '../../../fixtures/factories.ts';
import { type OpenedLetters, openLetters } from '../opened-letters.ts';

let opened: OpenedLetters;
/** How many trees the index was asked to count, and how many parts (words, phrases and so on) they had in all. */
const asked = { trees: 0, parts: 0, searches: 0 };
let index: WritableIndex;
beforeAll(async () => {
  opened = await openLetters([makeLetter()]);
  index = {
    ...opened.index,
    counts: (trees, signal) => {
      asked.trees += trees.length;
      asked.parts += trees.reduce((sum, tree) => sum + partsOf(tree), 0);
      return opened.index.counts(trees, signal);
    },
    search: (query, signal) => {
      asked.searches += 1;
      return opened.index.search(query, signal);
    },
  };
});
afterAll(() => opened.close());

const request = (q: string, literal: string[] = []) => ({ q, filters: {}, summary: false, literal });
const costOf = async (q: string) => typedCost(await understand(opened.index, request(q)));
/** What is said of a refused query; null where it is taken. */
async function refusal(q: string, literal: string[] = []): Promise<string | null> {
  try {
    await readQuestion(index, request(q, literal));
    return null;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'bad-query') throw error;
    expect(error.errors).toEqual([{ parameter: 'q', detail: error.message }]);
    return error.message;
  }
}

describe('what a query counts', () => {
  it.each([
    ['', 0],
    ['knee', 2],
    ['knee pain', 4],
    ['"knee"', 2],
    ['"knee brace pain"', 18],
    ['EMG/NCV', 12],
    ['"knee brace"~10', 20],
    ['"knee brace pain"~1000', 30],
    ['kn*', 20],
    ['kne*', 16],
    ['knee*', 14],
    ['kneel*', 10],
    ['kneeling*', 10],
    ['knee OR (hip -"knee brace")', 16],
    ['decision:upheld drug:norco', 0],
    ['summary:knee', 2],
    // Again is once more each time; in another field it is another thing.
    ['knee OR knee', 2 + 4],
    ['(knee OR hip) (knee OR brace) NOT knee', 2 + 2 + 4 + 2 + 6],
    ['knee OR summary:knee', 4],
  ])('%j: %d', async (q, cost) => {
    expect(await costOf(q)).toBe(cost);
  });
});

/** So many of something, no two alike. */
const many = (count: number, of: (word: string, at: number) => string) =>
  Array.from({ length: count }, (_, at) =>
    of(`${'bcdfghjklm'[at % 10]}${'aeiou'[Math.floor(at / 10) % 5]}${'npqrstvwxz'[Math.floor(at / 50)]}`, at),
  );

describe('a query that asks for too much', () => {
  it.each([
    ['words', 120, (word: string) => word],
    ['phrases', 20, (word: string) => `"${word} knee"`],
    ['words near each other ("..."~n)', 12, (word: string) => `"${word} knee"~9`],
    ['word beginnings (...*)', 12, (word: string) => `${word.slice(0, 2)}*`],
    ['word beginnings (...*)', 24, (word: string) => `${word}zz*`],
  ])('%s: %d are taken, one more is refused and told', async (said, most, of) => {
    for (const between of [' OR ', ' AND ', ' NOT ']) {
      expect(await refusal(many(most, of).join(between))).toBeNull();
      const told = await refusal(many(most + 1, of).join(between));
      expect(told).toContain(`most of it for ${most + 1} ${said}; at most ${MOST_COST} is allowed`);
    }
  });

  it('is refused also for the same thing many times', async () => {
    expect(await refusal(Array(15).fill('knee').join(' AND '))).toBeNull();
    expect(await refusal(Array(16).fill('knee').join(' AND '))).toContain('it counts 272, most of it for 16 words');
  });

  it('asks the index for nothing that grows with it', async () => {
    const costs = [];
    for (const count of [30, 300]) {
      Object.assign(asked, { trees: 0, parts: 0, searches: 0 });
      expect(await refusal(many(count, (word) => `${word}*`).join(' OR '))).not.toBeNull();
      costs.push({ ...asked });
    }
    expect(costs).toEqual(Array(2).fill({ trees: 0, parts: 0, searches: 0 }));
  });
});

describe('what is understood of a plain query', () => {
  it('counts a name as one, however many words it has', async () => {
    const understanding = await understand(opened.index, request('emg/ncv'));
    expect(partsOf(understanding.where)).toBeGreaterThan(20);
    expect(typedCost(understanding)).toBe(12);
  });

  it('never makes a query of few words too much: twelve of those with the most names', async () => {
    const q = 'edx uds flector norco percocet mri acupuncture lumbar knee eswt esi tens';
    expect(partsOf((await understand(opened.index, request(q))).where)).toBeGreaterThan(100);
    expect(await refusal(q)).toBeNull();
  });

  it('counts a word with its family as itself and a name for each of the others, and refuses no twelve of them', async () => {
    const q =
      'documentation recommended functional surgical failure psychologic neurologic suspected suggestive arthroscopic compliance addiction';
    const understanding = await understand(opened.index, request(q));
    expect(typedCost(understanding)).toBe(12 * 2);
    expect(partsOf(understanding.where)).toBeGreaterThan(30);
    expect(await refusal(q)).toBeNull();
  });

  it('does not refuse a case told in words, which asks for its most telling words; all of them as typed it does', async () => {
    const told = many(130, (word) => word).join(' ');
    expect(await refusal(told)).toBeNull();
    expect(await refusal(told, ['*'])).toContain('it counts 260, most of it for 130 words');
  });
});

describe('why nothing was found', () => {
  const explained = async (q: string) => {
    const understanding = await understand(opened.index, request(q));
    Object.assign(asked, { trees: 0, parts: 0 });
    return (await noResultCauses(index, understanding, [])).length;
  };

  it('is told part by part of a query of eighteen words', async () => {
    expect(await explained(many(18, (word) => `+${word}`).join(' '))).toBe(18);
    expect(asked.parts).toBe(18 * 18);
  });

  it.each([
    ['words', 19],
    ['words', 40],
  ])('is not counted out for %s, %d of them', async (_, count) => {
    expect(await explained(many(count, (word) => `+${word}`).join(' '))).toBe(0);
    expect(asked.parts).toBe(0);
  });

  it('is not counted out for a few parts that count much', async () => {
    expect(await explained('ka* le* mi* zzyzx')).toBe(4);
    expect(await explained('ka* le* mi* no* pe* zzyzx zzyzy')).toBe(0);
  });
});

function partsOf(node: QueryNode): number {
  if (node.kind === 'not') return partsOf(node.child);
  if (node.kind === 'and' || node.kind === 'or') return node.children.reduce((sum, child) => sum + partsOf(child), 0);
  return node.kind === 'filter' || node.kind === 'all' ? 0 : 1;
}
