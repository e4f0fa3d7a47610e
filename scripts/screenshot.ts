/** `node scripts/screenshot.ts`: takes the README's pictures of the dashboard, over fictional letters. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../test/e2e/browser.ts';
import { serve } from '../test/e2e/served.ts';
import { makeLetters } from '../test/fixtures/letters/generate.ts';
import { toText } from '../test/fixtures/letters/render/to-text.ts';

const docs = join(import.meta.dirname, '..', 'docs');
const letters = mkdtempSync(join(tmpdir(), 'imr-pictures-'));
for (const letter of makeLetters(600, 12)) writeFileSync(join(letters, `${letter.caseNumber}.txt`), toText(letter));
const served = await serve(letters);
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(`${served.url}/?q=${encodeURIComponent('overturned physical therapy')}`);
  await page.getByRole('article').first().waitFor();
  await page.screenshot({ path: join(docs, 'search.png') });
  await page.goto(
    `${served.url}/determinations/${
      (await page
        .getByText(/^CM\d\d-\d{7}$/)
        .first()
        .textContent()) ?? ''
    }?q=physical%20therapy`,
  );
  await page.locator('mark').first().waitFor();
  await page.screenshot({ path: join(docs, 'determination.png') });
  await page.goto(`${served.url}/similar`);
  await page
    .getByRole('textbox')
    .first()
    .fill(
      'A 45-year-old gardener has pain of the left knee after a fall. Twelve visits of physical therapy are finished and the knee is stronger. The doctor asks for eight more visits.',
    );
  await page.getByRole('button', { name: /find/i }).first().click();
  await page.getByRole('article').first().waitFor();
  await page.screenshot({ path: join(docs, 'similar.png') });
  await page.goto(`${served.url}/analytics`);
  await page
    .getByRole('link', { name: /items overturned/ })
    .first()
    .waitFor();
  await page.screenshot({ path: join(docs, 'analytics.png') });
} finally {
  await browser.close();
  await served.stop();
  rmSync(letters, { recursive: true, force: true });
}
