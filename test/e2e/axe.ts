/** What axe, the accessibility checker, finds on an open page. */
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** Its findings from moderate on, each with the elements it names; empty where there are none. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
  return violations.flatMap(({ id, impact, nodes }) => (impact === 'minor' ? [] : [`${id} (${impact}): ${nodes.map(({ html }) => html)}`]));
}
