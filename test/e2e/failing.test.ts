/** Where the server has a fault, every page says so, and asks no more. */
import { beforeAll, expect, it } from 'vitest';
import { browse } from './browsing.ts';
import { answerWithFaults, type Kept, keepSome, PAGES, settled } from './pages.ts';
import { serveFictional } from './serve-fictional.ts';

const browsing = browse({ context: { reducedMotion: 'reduce' }, expected: 'status of 500' });
const served = serveFictional();
let kept: Kept;
beforeAll(async () => {
  kept = await keepSome(served.url);
});

it.each(PAGES.filter(({ asksNothing }) => asksNothing === undefined).map((page) => [page.title, page] as const))('%s', async (_, shown) => {
  const page = browsing.page();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await answerWithFaults(page.context());
  await page.goto(`${served.url}${shown.path(kept)}`);
  await page.getByRole('main').getByRole('alert').first().waitFor();
  await settled(page);
  const most = Math.max(...asked.map((url) => asked.filter((other) => other === url).length));
  expect(most).toBeLessThanOrEqual(3);
});
