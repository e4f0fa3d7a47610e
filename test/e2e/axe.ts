/** What axe, the accessibility checker, finds on an open page. */
import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/** `also`: rules that it does not apply by itself. Its findings from moderate on, each with the elements it names; empty where there are none. */
export async function axeFindings(page: Page, also: readonly string[] = []): Promise<string[]> {
  await page.evaluate(axe.source);
  const rules = Object.fromEntries(also.map((rule) => [rule, { enabled: true }]));
  const { violations } = await page.evaluate(
    (options) => (globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(options),
    { rules },
  );
  return violations.flatMap(({ id, impact, nodes }) => (impact === 'minor' ? [] : [`${id} (${impact}): ${nodes.map(({ html }) => html)}`]));
}
