/**
 * What every browser test needs: one browser for the file, a fresh page for each test, and what was wrong on it (console errors and
 * warnings, thrown errors, answers that are not as the contract has them), which must be nothing at the end of each test.
 */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { watchAnswers } from './agreed.ts';
import { launchBrowser } from './browser.ts';

export interface Browsing {
  readonly browser: () => Browser;
  /** The page of the running test. */
  readonly page: () => Page;
  readonly complaints: () => readonly string[];
}

interface BrowsingOptions {
  /** How each page is opened; 1280 by 900 unless told. */
  readonly context?: BrowserContextOptions;
  /** Complaints that are expected: a part of their words. */
  readonly expected?: string;
  /** Whether a complaint fails its test; default true. A test that looks for itself says false. */
  readonly strict?: boolean;
}

/** Sets up the browser of a test file; to be called once at its top. */
export function browse(options: BrowsingOptions = {}): Browsing {
  let browser: Browser | undefined;
  let context: BrowserContext | undefined;
  let page: Page | undefined;
  let complaints: string[] = [];
  let notAsAgreed = async (): Promise<string[]> => [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    context = await there(browser).newContext({ viewport: { width: 1280, height: 900 }, ...options.context });
    page = await context.newPage();
    page.setDefaultTimeout(30_000);
    complaints = [];
    page.on('console', (message) => {
      const isExpected = options.expected !== undefined && message.text().includes(options.expected);
      if (['error', 'warning'].includes(message.type()) && !isExpected) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    notAsAgreed = watchAnswers(page);
  });
  afterEach(async () => {
    const faults = [...complaints, ...(await notAsAgreed())];
    await context?.close();
    if (options.strict ?? true) expect(faults).toEqual([]);
  });
  return { browser: () => there(browser), page: () => there(page), complaints: () => complaints };
}

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the browser was not opened');
  return value;
}
