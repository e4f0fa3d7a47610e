/**
 * Finds and starts a Chromium for the browser tests: the one named by CHROME_PATH, else a system Chromium or Chrome, else the
 * one that the npm package `@sparticuz/chromium` carries (unpacked into a temporary folder). Headless, and kept off the network.
 * Throws with what was tried, and why each failed, when none starts.
 */
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Browser, chromium } from 'playwright-core';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const FIXED_PLACES = [
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** The platform that the bundled browser was built for. */
const SUPPORTED = process.platform === 'linux' && process.arch === 'x64';

/** One browser that could be started; `path` does the unpacking where that is needed. `name` is for the error message. */
interface Candidate {
  readonly name: string;
  readonly path: () => Promise<string>;
  /** Whether it is unpacked on first use. */
  readonly unpacked: boolean;
}

/**
 * Starts a browser; the caller closes it. `env` is read for CHROME_PATH and PATH. With CHROME_PATH set nothing else is tried.
 * Throws an Error that lists every candidate with its reason.
 */
export async function launchBrowser(env: Readonly<Record<string, string | undefined>> = process.env): Promise<Browser> {
  const failures: string[] = [];
  for (const candidate of await candidates(env)) {
    try {
      return await start(candidate);
    } catch (error) {
      const reason = error instanceof Error ? error.message.split('\n').slice(0, 3).join(' ') : String(error);
      failures.push(`${candidate.name}: ${reason}`);
    }
  }
  throw new Error(`no browser could be started; set CHROME_PATH to a Chromium or Chrome. Tried:\n  ${failures.join('\n  ')}`);
}

/** A second test process may be unpacking the same browser just now: such a start is tried again, three times in all. */
async function start(candidate: Candidate): Promise<Browser> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await chromium.launch({ executablePath: await candidate.path(), args: ARGS, headless: true });
    } catch (error) {
      if (!candidate.unpacked || attempt === 3) throw error;
      await setTimeout(2_000);
    }
  }
}

async function candidates(env: Readonly<Record<string, string | undefined>>): Promise<Candidate[]> {
  const chosen = env['CHROME_PATH'];
  if (chosen) return [{ name: `CHROME_PATH (${chosen})`, path: async () => chosen, unpacked: false }];
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const places = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...FIXED_PLACES];
  const system: Candidate[] = [];
  for (const place of places) if (await isExecutable(place)) system.push({ name: place, path: async () => place, unpacked: false });
  return [...system, { name: '@sparticuz/chromium', path: bundled, unpacked: SUPPORTED }];
}

/** The package's browser; its binary is for Linux on x64 only, which is said here rather than by a failing exec. */
async function bundled(): Promise<string> {
  if (!SUPPORTED) {
    throw new Error(`the bundled browser is for linux x64 only, this is ${process.platform} ${process.arch}`);
  }
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
