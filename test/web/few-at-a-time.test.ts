/** Work done a few pieces at a time: never more at once, all of it in the end, and none of what was given up. */
import { expect, it } from 'vitest';
import { fewAtATime } from '../../web/src/lib/few-at-a-time.ts';

const turn = () => new Promise((resolve) => setTimeout(resolve, 1));
const never = new AbortController().signal;

it('does no more at once than it may, in the order asked for', async () => {
  const few = fewAtATime(3);
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  const done = await Promise.all(
    Array.from({ length: 10 }, (_, at) =>
      few(async () => {
        begun.push(at);
        running += 1;
        most = Math.max(most, running);
        await turn();
        running -= 1;
        return at;
      }, never),
    ),
  );
  expect([most, running]).toEqual([3, 0]);
  expect(begun).toEqual(done);
  expect(done).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

it('goes on after work that fails, and does not begin what was given up while it waited', async () => {
  const few = fewAtATime(1);
  const stop = new AbortController();
  const began: string[] = [];
  const failing = few(async () => {
    await turn();
    throw new Error('no answer');
  }, never);
  const givenUp = few(async () => began.push('given up'), stop.signal);
  const last = few(async () => began.push('last'), never);
  stop.abort();
  await expect(failing).rejects.toThrow('no answer');
  await expect(givenUp).rejects.toMatchObject({ name: 'AbortError' });
  await last;
  expect(began).toEqual(['last']);
  await few(async () => began.push('one more'), never);
  expect(began).toEqual(['last', 'one more']);
});
