/** Several programs in one library, in a real browser: the switch, results, a record, rates and the cases behind them, similar cases, and the ways back. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dmhcCsv, dmhcRows, nyDfsJson, nyDfsRows } from '../fixtures/tables.ts';
import { axeFindings } from './axe.ts';
import { browse } from './browsing.ts';
import { settled } from './pages.ts';
import { fictionalIndex, type Served, serve, trainerLetter } from './served.ts';

const ROWS = dmhcRows(240);
const APPEALS = nyDfsRows(24);
const LETTER = trainerLetter().caseNumber;
/** A row with Findings, and one without. */
const TOLD = ROWS.find(({ Findings }) => Findings !== '');
const BARE = ROWS.find(({ Findings }) => Findings === '');

const browsing = browse({ context: { reducedMotion: 'reduce' } });
let folder = '';
let served: Served;
let page: Page;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'imr-programs-'));
  const tables = join(folder, 'tables');
  mkdirSync(tables);
  writeFileSync(join(tables, 'dmhc.csv'), dmhcCsv(ROWS));
  writeFileSync(join(tables, 'new-york.json'), nyDfsJson(APPEALS));
  served = await serve(tables, await fictionalIndex());
  await served.ingest(tables);
});
afterAll(async () => {
  await served.stop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  page = browsing.page();
});

const open = (path: string) => page.goto(`${served.url}${path}`);
const programs = () => page.getByRole('navigation', { name: 'Program', exact: true });
const program = (name: RegExp) => programs().getByRole('link', { name });
const chosen = () => programs().locator('[aria-current="true"]').textContent();
const found = (words: string | RegExp) => page.getByRole('heading', { level: 2, name: words });
const results = () => page.getByRole('article');
const address = () => new URL(page.url()).searchParams.get('programme');
const focused = () => page.locator(':focus');

/** What a count by another hand says. */
const count = (where: (row: (typeof ROWS)[number]) => boolean) => ROWS.filter(where).length;
const isOverturned = ({ Determination }: (typeof ROWS)[number]) => Determination.startsWith('Overturned');
const MUSCULOSKELETAL = (row: (typeof ROWS)[number]) => row.DiagnosisCategory === 'Orthopedic/ Musculoskeletal';

describe('the switch', () => {
  it('names every program with its cases, and stays in the address from page to page', async () => {
    await open('/');
    await program(/^DMHC/).waitFor();
    expect(await chosen()).toMatch(/^All programs/);
    expect(await program(/^DMHC/).textContent()).toBe(`DMHC ${ROWS.length}`);
    expect(await program(/^New York/).textContent()).toBe(`New York ${APPEALS.length}`);
    await page.getByText('Across all programs: outcomes are counted for each; choose one for its rates.').waitFor();
    await program(/^DMHC/).click();
    await found(`${ROWS.length} decisions`).waitFor();
    expect(address()).toBe('dmhc');
    await page.getByRole('link', { name: 'Analytics', exact: true }).click();
    await page.getByRole('heading', { name: 'By diagnosis category' }).waitFor();
    expect([address(), await chosen()]).toEqual(['dmhc', `DMHC ${ROWS.length}`]);
    await page.getByRole('link', { name: 'Similar cases', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Similar cases' }).waitFor();
    expect(address()).toBe('dmhc');
    await page.getByRole('link', { name: 'IMR Index', exact: true }).click();
    await found(`${ROWS.length} decisions`).waitFor();
    expect(address()).toBe('dmhc');
  });

  it('is not there where one program alone is loaded', async () => {
    const alone = await serve(null, await fictionalIndex());
    try {
      await page.goto(alone.url);
      await results().first().waitFor();
      await settled(page);
      expect(await programs().count()).toBe(0);
    } finally {
      await alone.stop();
    }
  });

  it('by keyboard: Tab goes to a program, Enter chooses it', async () => {
    await open('/?q=knee');
    await results().first().waitFor();
    await program(/^All programs/).focus();
    await page.keyboard.press('Tab');
    while (!/^DMHC/.test((await focused().textContent()) ?? '')) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/programme=dmhc/);
    await expect.poll(chosen).toMatch(/^DMHC/);
    expect(await focused().textContent()).toMatch(/^DMHC/);
  });

  it('takes out filters that the program does not have, and says so; Back has them again', async () => {
    await open('/?programme=dwc&imrBasis=mtus&decision=upheld');
    await results().first().waitFor();
    await program(/^DMHC/).click();
    await page.getByText('Taken out, since DMHC does not publish it: IMR basis.').waitFor();
    await found(`${count((row) => !isOverturned(row))} decisions`).waitFor();
    await page.goBack();
    await page.getByRole('link', { name: /^Remove IMR basis/ }).waitFor();
    expect(await page.getByText('Taken out,').count()).toBe(0);
  });
});

describe('within a program', () => {
  it('filters are those that it has, by its names; what is missing is told with why', async () => {
    await open('/?programme=dmhc');
    await results().first().waitFor();
    const filters = page.getByRole('complementary', { name: 'Filters' });
    await filters.getByText(/^DMHC publishes one row for each decision/).waitFor();
    const names = await filters.getByRole('heading', { level: 3 }).allTextContents();
    expect(names).toEqual(expect.arrayContaining(['Decision', 'Diagnosis category', 'Treatment category', 'Age', 'Sex', 'Report year']));
    for (const lacked of ['Decided', 'IMR guideline', 'UR guideline', 'UR action', 'Health plan', 'Program'])
      expect(names).not.toContain(lacked);
    await filters.getByRole('button', { name: 'Age', exact: true }).click();
    const ages = await filters
      .getByRole('group', { name: 'Age' })
      .getByRole('checkbox')
      .evaluateAll((boxes) => boxes.map((box) => box.ownerDocument.querySelector(`label[for="${box.id}"]`)?.textContent ?? ''));
    expect(ages[0]).toMatch(/0 to 10/);
    expect(ages.at(-1)).toMatch(/Age not stated/);
  });

  it('a result tells the case in its words; an outcome is told in those of the program', async () => {
    await open(`/?q=${BARE?.ReferenceID}`);
    const card = results().filter({ hasText: BARE?.ReferenceID ?? '' });
    await card.waitFor();
    expect(await card.textContent()).toContain('DMHC');
    expect(await card.getByRole('list', { name: 'The case' }).textContent()).toContain(BARE?.DiagnosisSubCategory);
    expect(await card.textContent()).not.toContain('decision day not stated');
    expect(await card.locator('[data-decision]').getAttribute('title')).toMatch(/^Health plan’s decision (upheld|overturned)/);
  });

  it('the record of a row is its cells; what only letters have is not missed; Back returns within the program', async () => {
    await open(`/?programme=dmhc&q=${TOLD?.ReferenceID}`);
    await results().first().getByRole('link').first().click();
    const cells = page.getByRole('region', { name: 'The row, cell by cell' });
    await cells.waitFor();
    const shown = await cells.evaluate((box) =>
      [...box.querySelectorAll('dl > div')].map((row) => [row.querySelector('dt')?.textContent, row.querySelector('dd')?.textContent]),
    );
    expect(shown).toEqual(
      expect.arrayContaining([
        ['Reference ID', TOLD?.ReferenceID],
        ['Determination', TOLD?.Determination],
      ]),
    );
    const findings = shown.find(([label]) => label === 'Findings')?.[1];
    expect(findings?.replaceAll('\n  ', '\n')).toBe(TOLD?.Findings);
    const main = page.getByRole('main');
    for (const ofLetters of ['UR action not stated', 'Injury', 'UR denial', 'Not stated:', 'Claims administrator', 'letter']) {
      expect(await main.textContent()).not.toContain(ofLetters);
    }
    await main.getByText('Published by the California Department of Managed Health Care').waitFor();
    expect(await main.textContent()).toMatch(/dmhc\.csv \(.*line [\d,]+\)/);
    // A value leads to its cell.
    await page
      .getByRole('button', { name: TOLD?.ReportYear ?? '', exact: true })
      .first()
      .click();
    await expect.poll(() => focused().textContent()).toBe(TOLD?.ReportYear);
    await page.getByRole('link', { name: 'Back to results' }).click();
    await results().first().waitFor();
    expect(address()).toBe('dmhc');
  });

  it('the original of a row is its lines below the header', async () => {
    await open(`/determinations/dmhc:${TOLD?.ReferenceID}`);
    const href = await page.getByRole('link', { name: 'Its lines in the original file' }).getAttribute('href');
    const answer = await page.request.get(`${served.url}${href}`);
    expect(answer.headers()['content-type']).toMatch(/^text\/plain/);
    expect(await answer.text()).toBe(dmhcCsv(TOLD === undefined ? [] : [TOLD]));
  });

  it('similar cases are of one program, which is said; another can be chosen', async () => {
    await open(`/similar?case=dmhc:${TOLD?.ReferenceID}&item=1`);
    await page.getByText('Compared within one program: California managed health care (DMHC)').waitFor();
    await results().first().waitFor();
    const ways = () =>
      page.locator('article h3 a').evaluateAll((links) => links.map((link) => decodeURIComponent(link.getAttribute('href') ?? '')));
    expect((await ways()).every((href) => href.startsWith('/determinations/dmhc:'))).toBe(true);
    await program(/^New York/).click();
    await page.getByText('Compared within one program: New York (DFS)').waitFor();
    await expect.poll(async () => (await ways()).every((href) => href.startsWith('/determinations/ny_dfs:'))).toBe(true);
    expect(address()).toBe('ny_dfs');
  });

  it('letters are compared with letters', async () => {
    await open(`/similar?case=dwc:${LETTER}&item=1`);
    await page.getByText('Compared within one program: California workers’ compensation (DWC)').waitFor();
  });
});

describe('rates', () => {
  it('by diagnosis and by treatment are those that another count gives; a mark opens the cases behind it, and Back returns', async () => {
    await open('/analytics?programme=dmhc');
    const chart = page.getByRole('region', { name: 'By diagnosis category', exact: true });
    await chart.getByText('The same numbers as a table').click();
    const of = count(MUSCULOSKELETAL);
    const overturned = count((row) => MUSCULOSKELETAL(row) && isOverturned(row));
    const mark = chart.getByRole('link', { name: new RegExp(`^Musculoskeletal \\d+% .* of ${of}; .* of all decisions`) });
    await mark.waitFor();
    const row = chart.getByRole('row', { name: /^Musculoskeletal/ });
    const [rate = '', share, ...counts] = await row.getByRole('cell').allTextContents();
    expect(rate).toMatch(new RegExp(`^${Math.round((100 * overturned) / of)}% \\(\\d+ to \\d+%\\) of ${of}$`));
    expect(share).toBe(`${Math.round((100 * of) / ROWS.length)}%`);
    expect(counts).toEqual([String(of), String(of - overturned), String(overturned), '0', '0']);
    await page.getByRole('region', { name: 'By treatment category', exact: true }).getByText('The same numbers as a table').click();
    for (const treatment of new Set(ROWS.map(({ TreatmentCategory }) => TreatmentCategory))) {
      const all = count(({ TreatmentCategory }) => TreatmentCategory === treatment);
      await page
        .getByRole('region', { name: 'By treatment category', exact: true })
        .getByRole('cell', { name: String(all), exact: true })
        .first()
        .waitFor();
    }
    await mark.click();
    await found(`${of} decisions`).waitFor();
    expect(address()).toBe('dmhc');
    await page.goBack();
    await page.getByRole('heading', { name: 'By diagnosis category' }).waitFor();
    expect([address(), await chosen()]).toEqual(['dmhc', `DMHC ${ROWS.length}`]);
    // Its table is open as it was.
    await row.getByRole('link', { name: String(overturned), exact: true }).click();
    await found(`${overturned} decisions`).waitFor();
  });

  it('by year and age stand in their order', async () => {
    await open('/analytics?programme=dmhc');
    const firsts = async (name: string) => {
      const chart = page.getByRole('region', { name, exact: true });
      await chart.getByText('The same numbers as a table').click();
      return (await chart.locator('tbody th').allTextContents()).map((words) => words.replace(/ few$/, ''));
    };
    expect(await firsts('Overturned over time')).toEqual(['2014', '2015', '2016']);
    expect(await firsts('By age')).toEqual([
      ...['0 to 10', '11 to 20', '21 to 30', '31 to 40', '41 to 50', '51 to 64', '65 and over'],
      'Age not stated',
    ]);
  });

  it('are of one program where none is chosen, and of letters have no charts of tables', async () => {
    await open('/analytics');
    await page.getByText(/^Rates are of one program at a time/).waitFor();
    await program(/^DWC/).click();
    await page.getByRole('heading', { name: 'Service categories that differ most from the rest' }).waitFor();
    await expect.poll(() => page.getByRole('heading', { name: 'By diagnosis category' }).count()).toBe(0);
  });

  it('a page that a program has nothing for is not offered, and says why where its address is opened', async () => {
    await open('/analytics?programme=dmhc');
    const pages = page.getByRole('navigation', { name: 'Analytics' });
    await pages.getByRole('link', { name: 'Services' }).waitFor();
    await expect.poll(() => pages.getByRole('link', { name: 'Guidelines' }).count()).toBe(0);
    await open('/analytics/guidelines?programme=dmhc');
    await page.getByRole('heading', { name: 'DMHC publishes nothing of this' }).waitFor();
    await page.getByRole('link', { name: 'See what there is' }).click();
    await page.getByRole('heading', { name: 'By diagnosis category' }).waitFor();
  });
});

const NEW_PAGES = [
  ['all programs', '/?q=knee', 'article'],
  ['a program, nothing asked', '/?programme=dmhc', 'article'],
  ['results of a table', '/?programme=dmhc&q=knee&diagnosisCategory=musculoskeletal', 'article'],
  ['rates of a table', '/analytics?programme=dmhc', 'svg a'],
  ['rates of appeals', '/analytics?programme=ny_dfs', 'h2'],
  ['a row', `/determinations/dmhc:${TOLD?.ReferenceID}`, 'dl'],
  ['a row without reasons', `/determinations/dmhc:${BARE?.ReferenceID}`, 'dl'],
  ['an appeal', `/determinations/ny_dfs:${APPEALS[0]?.['Case Number']}?q=therapy`, 'dl'],
  ['how a row was read', `/explain?id=dmhc:${TOLD?.ReferenceID}`, 'table'],
  ['similar rows', `/similar?case=dmhc:${TOLD?.ReferenceID}&item=1`, 'article'],
] as const;

describe.each(NEW_PAGES)('%s', (_, path, full) => {
  it.each([
    [1280, 900, 'light'],
    [390, 844, 'dark'],
  ] as const)('is open to everybody and fits at %d by %d, %s', async (width, height, colorScheme) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await open(path);
    await page.getByRole('main').locator(full).filter({ visible: true }).first().waitFor();
    await settled(page);
    expect(await axeFindings(page, ['label-content-name-mismatch'])).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  });
});
