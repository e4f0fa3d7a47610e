/** What comes at once is done one after the other, and lets in what else waits for the event loop. */
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inTurn } from '../../../server/threads/turns.ts';

describe('work that comes at once', () => {
  it('is done in its order, with what else waits in between', async () => {
    const done: string[] = [];
    for (const name of ['first', 'second', 'third']) inTurn(() => done.push(name));
    setImmediate(() => done.push('other'));
    for (let turns = 0; turns < 3; turns += 1) await turn();
    expect(done).toEqual(['first', 'other', 'second', 'third']);
  });

  it('stays in one row where more comes from within it, and starts anew when all is done', async () => {
    const done: string[] = [];
    inTurn(() => {
      inTurn(() => done.push('from within'));
      setImmediate(() => done.push('other'));
      done.push('first');
    });
    for (let turns = 0; turns < 3; turns += 1) await turn();
    expect(done).toEqual(['first', 'other', 'from within']);
    inTurn(() => done.push('later'));
    await turn();
    expect(done.at(-1)).toBe('later');
  });
});
