/** Rounds, heads and bulk requests: what a put sends, and what it does when the server is busy or refuses. */
import { describe, expect, it } from 'vitest';
import { batches, type OperationAnswer, sendOperations } from '../../../../server/search/elasticsearch/bulk.ts';
import type { Operation } from '../../../../server/search/elasticsearch/documents.ts';
import { faultOf, nextHead, toRounds } from '../../../../server/search/elasticsearch/plan.ts';
import { makeLetter } from '../../../fixtures/factories.ts';

const letter = (caseNumber: string, note: string, decidedOn: string | null = '2016-06-07') =>
  makeLetter({ caseNumber, note, decidedOn, fileName: `${note}.txt` });

describe('rounds of a batch', () => {
  it('put versions of one case, and the same bytes, one after the other', () => {
    const [a, b, other] = [letter('CM90-1', 'a'), letter('CM90-1', 'b'), letter('CM90-2', 'c')];
    expect(toRounds([a, b, other, other]).map((round) => round.map(({ at }) => at))).toEqual([
      [0, 2],
      [1, 3],
    ]);
  });
});

describe('the head of a letter', () => {
  const first = nextHead(letter('CM90-1', 'first', '2016-01-01'), null).head;

  it.each([
    ['a later decision counts', '2016-01-02', true],
    ['of equal days the one put last counts', '2016-01-01', true],
    ['an earlier decision does not count', '2015-12-31', false],
    ['a version without a day does not count', null, false],
  ] as const)('%s', (_, decidedOn, isCurrent) => {
    const second = letter('CM90-1', 'second', decidedOn);
    const next = nextHead(second, first);
    expect(next.isCurrent).toBe(isCurrent);
    expect(next.head?.sha256).toBe(isCurrent ? second.determination.source.sha256 : first?.sha256);
    expect(next.head?.versions.map(({ sequence }) => sequence)).toEqual(isCurrent ? [2, 1] : [1, 2]);
    expect(next.head?.versionCount).toBe(2);
  });

  it('is refused for a case number that makes an id too long for the server', () => {
    expect(faultOf(letter('CM90-1', 'short'))).toBeNull();
    expect(faultOf(letter('9'.repeat(600), 'long'))).toMatch(/512 bytes/);
  });
});

describe('bulk requests', () => {
  const operation = (owner: string): Operation => ({ owner, lines: [`{"index":"${owner}"}`, '{}'] });
  const done: OperationAnswer = { status: 201, error: null };

  it('hold as many bytes as allowed, and a larger operation goes alone', () => {
    const [a, b, c] = [operation('a'), operation('b'), operation('c')];
    const size = Buffer.byteLength(a.lines.join('\n')) + 1;
    expect(batches([a, b, c], 2 * size)).toEqual([[a, b], [c]]);
    expect(batches([a, b], 1)).toEqual([[a], [b]]);
    expect(batches([])).toEqual([]);
  });

  it('report the first failure of each owner and nobody else’s', async () => {
    const answers: OperationAnswer[] = [
      done,
      { status: 400, error: 'first' },
      { status: 400, error: 'second' },
      { status: 404, error: null },
    ];
    const port = { send: async () => answers, sleep: async () => undefined };
    expect(await sendOperations(port, [operation('a'), operation('b'), operation('b'), operation('c')])).toEqual(new Map([['b', 'first']]));
  });

  it('send again only what the server was too busy for, with growing waits', async () => {
    const sent: number[] = [];
    const waits: number[] = [];
    const answers: (OperationAnswer[] | null)[] = [null, [done, { status: 429, error: 'busy' }], [done]];
    const port = {
      send: async (lines: readonly string[]) => {
        sent.push(lines.length / 2);
        return answers.shift() ?? null;
      },
      sleep: async (ms: number) => {
        waits.push(ms);
      },
    };
    expect(await sendOperations(port, [operation('a'), operation('b')])).toEqual(new Map());
    expect(sent).toEqual([2, 2, 1]);
    expect(waits).toEqual([100, 200]);
  });

  it('give up on a server that stays busy, and say whose letters were not taken', async () => {
    let waited = 0;
    const port = {
      send: async () => null,
      sleep: async (ms: number) => {
        waited += ms;
      },
    };
    const failures = await sendOperations(port, [operation('a'), operation('b')]);
    expect([...failures.keys()]).toEqual(['a', 'b']);
    expect(waited).toBeLessThan(15_000);
  });
});
