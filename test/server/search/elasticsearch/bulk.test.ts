/** Bulk requests: what is sent, and what is done when the server is busy, refuses a document or fails. */
import { describe, expect, it } from 'vitest';
import { batches, type OperationAnswer, sendOperations } from '../../../../server/search/elasticsearch/bulk.ts';
import type { Operation } from '../../../../server/search/elasticsearch/documents.ts';

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

  it('report the first refusal of each owner and nobody else’s; what a later change overtook is done', async () => {
    const answers: OperationAnswer[] = [
      done,
      { status: 400, error: 'first' },
      { status: 400, error: 'second' },
      { status: 404, error: null },
      { status: 409, error: 'overtaken' },
    ];
    const port = { send: async () => answers, sleep: async () => undefined };
    const operations = ['a', 'b', 'b', 'c', 'd'].map(operation);
    expect(await sendOperations(port, operations)).toEqual(new Map([['b', 'first']]));
  });

  it('fail as a whole where the server could not do what nothing is wrong with', async () => {
    const port = { send: async () => [done, { status: 503, error: 'unavailable_shards_exception' }], sleep: async () => undefined };
    await expect(sendOperations(port, [operation('a'), operation('b')])).rejects.toMatchObject({
      code: 'engine-unavailable',
      message: 'Elasticsearch could not take a document (503): unavailable_shards_exception.',
    });
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

  it('give up on a server that stays busy', async () => {
    let waited = 0;
    const port = {
      send: async () => null,
      sleep: async (ms: number) => {
        waited += ms;
      },
    };
    await expect(sendOperations(port, [operation('a'), operation('b')])).rejects.toMatchObject({ code: 'engine-unavailable' });
    expect(waited).toBeLessThan(15_000);
  });
});
