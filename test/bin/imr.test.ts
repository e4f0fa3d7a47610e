import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DeterminationSchema } from '#contract/determination.ts';
import { openSearchIndex } from '../../server/index/open-index.ts';
import { emptyFile, garbagePdf } from '../fixtures/letters/broken.ts';
import { makeLetter, makeLetters } from '../fixtures/letters/generate.ts';
import { toMarkdown } from '../fixtures/letters/render/to-markdown.ts';
import { toPdf } from '../fixtures/letters/render/to-pdf.ts';
import { toText } from '../fixtures/letters/render/to-text.ts';
import { makePipe } from './make-pipe.ts';
import { runImr, startImr } from './run-imr.ts';

const letters = makeLetters(12, 7);
let dir = '';
const at = (...parts: string[]) => join(dir, ...parts);

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'imr-cli-'));
  mkdirSync(at('letters', 'below'), { recursive: true });
  mkdirSync(at('empty'));
  mkdirSync(at('mixed'));
  for (const [index, letter] of letters.entries()) {
    if (index % 3 === 0) writeFileSync(at('letters', `${letter.caseNumber}.pdf`), await toPdf(letter));
    else if (index % 3 === 1) writeFileSync(at('letters', 'below', `${letter.caseNumber}.md`), toMarkdown(letter));
    else writeFileSync(at('letters', 'below', `${letter.caseNumber}.txt`), toText(letter));
  }
  writeFileSync(at('mixed', 'good.txt'), toText(makeLetter(1)));
  writeFileSync(at('mixed', emptyFile().name), emptyFile().bytes);
  writeFileSync(at('mixed', garbagePdf().name), garbagePdf().bytes);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('imr ingest', () => {
  it('reads a folder with its subfolders, and nothing again the second time', async () => {
    const first = await runImr('ingest', at('letters'), '--data', at('data'));
    expect(first).toMatchObject({ code: 0, out: '' });
    expect(first.err).toContain('12 files: 12 letters added');
    const second = await runImr('ingest', at('letters'), '--data', at('data'));
    expect(second).toMatchObject({ code: 0 });
    expect(second.err).toContain('12 files: 12 known already');
  });

  it('goes on after files that cannot be read, lists them with their reasons and exits with 1', async () => {
    const ran = await runImr('ingest', at('mixed'), '--data', at('data-mixed'));
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('3 files: 1 letter added, 2 could not be read');
    expect(ran.err).toMatch(/garbage\.pdf: The file is neither PDF, HTML, Markdown nor plain text/);
    const stats = JSON.parse((await runImr('stats', '--json', '--data', at('data-mixed'))).out);
    expect(stats).toMatchObject({ engine: 'embedded', letters: 1, unreadable: 2 });
    expect((await runImr('ingest', at('mixed'), '--data', at('data-mixed'))).code).toBe(1);
  });

  it('reads again what is stored with --again, and writes it anew', async () => {
    const data = at('data-again');
    expect(await runImr('ingest', at('mixed'), '--data', data)).toMatchObject({ code: 1 });
    // As if an earlier version had read less: the name of the file stands for the record.
    const before = await openSearchIndex({ engine: 'embedded', dataDir: data });
    const read = await before.letter(`dwc:${makeLetter(1).caseNumber}`);
    if (read !== null) read.determination.source.fileName = 'as it was read before';
    expect(await before.put(read === null ? [] : [read], { replace: true })).toMatchObject([{ outcome: 'replaced' }]);
    await before.close();
    const again = await runImr('ingest', at('mixed'), '--again', '--data', data);
    expect(again).toMatchObject({ code: 1, out: '' });
    expect(again.err).toContain('3 files: 1 read again, 2 could not be read');
    const index = await openSearchIndex({ engine: 'embedded', dataDir: data });
    expect(await index.versions(`dwc:${makeLetter(1).caseNumber}`)).toMatchObject([{ fileName: 'good.txt', current: true }]);
    expect(await index.stats()).toMatchObject({ letters: 1, versions: 1, unreadable: 2 });
    await index.close();
  });

  it('forgets that a file could not be read once a readable one has taken its place', async () => {
    mkdirSync(at('mended'));
    const letter = letters[2];
    writeFileSync(at('mended', 'letter.pdf'), '%PDF-1.7 and no more');
    expect((await runImr('ingest', at('mended'), '--data', at('data-mended'))).code).toBe(1);
    if (letter !== undefined) writeFileSync(at('mended', 'letter.pdf'), await toPdf(letter));
    expect((await runImr('ingest', at('mended'), '--data', at('data-mended'))).code).toBe(0);
    expect(JSON.parse((await runImr('stats', '--json', '--data', at('data-mended'))).out)).toMatchObject({ letters: 1, unreadable: 0 });
  });

  it('loses no letter that it reported when it is killed, and goes on where it stopped', async () => {
    const many = at('many');
    mkdirSync(many);
    for (const letter of makeLetters(300, 99)) writeFileSync(join(many, `${letter.caseNumber}.txt`), toText(letter));
    const child = startImr(['ingest', many, '--data', at('data-killed')]);
    // Batches are stored as they are read: kill it once some are.
    let stored = 0;
    for (let wait = 0; wait < 1_200 && stored === 0; wait += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      stored = storedIn(at('data-killed'));
    }
    expect(stored).toBeGreaterThan(0);
    const closed = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await closed;
    const after = JSON.parse((await runImr('stats', '--json', '--data', at('data-killed'))).out);
    expect(after.letters).toBeGreaterThanOrEqual(stored);
    const rest = await runImr('ingest', many, '--data', at('data-killed'));
    expect(rest).toMatchObject({ code: 0 });
    expect(JSON.parse((await runImr('stats', '--json', '--data', at('data-killed'))).out)).toMatchObject({ letters: 300 });
  });
});

/** Letters in an index that another process writes; none where there is no index yet. */
function storedIn(data: string): number {
  try {
    const db = new DatabaseSync(join(data, 'library.sqlite'), { readOnly: true });
    try {
      return Number(db.prepare('SELECT count(*) AS n FROM letters').get()?.['n']);
    } finally {
      db.close();
    }
  } catch {
    return 0;
  }
}

describe('imr extract', () => {
  it('prints one determination as JSON and stores nothing', async () => {
    const letter = letters[0];
    const ran = await runImr('extract', at('letters', `${letter?.caseNumber}.pdf`));
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(DeterminationSchema.parse(JSON.parse(ran.out)).caseNumber.value).toBe(letter?.caseNumber);
  });

  it('exits with 1 and the reason where the letter cannot be read', async () => {
    expect(await runImr('extract', at('mixed', 'garbage.pdf'))).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('could not be read'),
    });
  });
});

describe('what only reads', () => {
  it.each([['search', 'x'], ['stats'], ['stats', '--json']])('imr %s makes no index where there is none, and says so', async (...args) => {
    mkdirSync(at('data-none'), { recursive: true });
    for (const data of [at('data-none'), at('data-nowhere')]) {
      const ran = await runImr(...args, '--data', data);
      expect(ran).toEqual({
        code: 2,
        out: '',
        err: `imr: There is no index in ${data}; read letters with: npm run imr -- ingest PATHS\n`,
      });
    }
    expect(readdirSync(at('data-none'))).toEqual([]);
    expect(existsSync(at('data-nowhere'))).toBe(false);
  });

  it('a pipe is not opened by imr extract', async () => {
    makePipe(at('pipe'));
    expect(await runImr('extract', at('pipe'))).toMatchObject({ code: 2, out: '', err: expect.stringContaining('no regular file') });
  });
});

describe('a data folder that cannot be made', () => {
  it.each([
    // Below /proc, which only Linux has, Node's own recursive mkdir never returns.
    ...(process.platform === 'linux' ? ['/proc/nope', '/proc/nope/below/it'] : []).map((data) => [data, 'no folder can be made there']),
    ['/dev/null', 'something that is no folder stands in its place'],
    ['/dev/null/below', 'something that is no folder stands in its place'],
  ])('%s is told with its reason, and nothing is waited for', async (data = '', reason = '') => {
    const ran = await runImr('ingest', at('letters'), '--data', data);
    expect(ran).toEqual({ code: 2, out: '', err: `imr: The folder ${data} could not be made or opened: ${reason}.\n` });
  });
});

describe('imr search', () => {
  it('finds the disputed item whose heading is asked for, first', async () => {
    const item = letters[1]?.items[0];
    const ran = await runImr('search', `"${item?.heading.replace(/"/g, '')}"`, '--json', '--data', at('data'));
    expect(ran.code).toBe(0);
    const found = JSON.parse(ran.out);
    expect(found.hits[0]).toMatchObject({
      caseNumber: letters[1]?.caseNumber,
      issue: 1,
      decision: item?.decision,
      request: item?.inDispute,
    });
    expect(found.total).toBeGreaterThanOrEqual(1);
  });

  it('marks the place of a query it cannot honour', async () => {
    const ran = await runImr('search', 'therapy (chronic', '--data', at('data'));
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('therapy (chronic\n        ^');
  });
});

describe('wrong usage is one clear sentence and exit code 2', () => {
  it.each([
    [['serch'], /unknown command 'serch'/],
    [['ingest'], /missing required argument 'paths'/],
    [['ingest', '/no/such/folder'], /\/no\/such\/folder does not exist or may not be opened/],
    [['search', 'x', '--limit', 'many'], /expected a whole number from 1 to 100/],
    [['serve', '--port', '99999'], /--port: expected a whole number from 0 to 65535/],
    [['stats', '--engine', 'sphinx'], /expected embedded or elasticsearch/],
    [['extract', '/no/such/file'], /could not be opened/],
    [['stats', '--jsn'], /unknown option '--jsn'/],
    [['search', '-x', '--jsn'], /unknown option '--jsn'/],
    [['ingest', import.meta.dirname, '--read-only'], /^imr: This command writes to the library .*--read-only/],
    [['start', '--read-only'], /^imr: This command writes to the library .*--read-only/],
  ])('imr %j', async (args, message) => {
    const ran = await runImr(...args, ...(args.includes('/no/such/folder') || args[0] === 'search' ? ['--data', at('data-usage')] : []));
    expect(ran.code).toBe(2);
    expect(ran.out).toBe('');
    expect(ran.err).toMatch(message);
    expect(ran.err).not.toMatch(/\n\s+at /);
  });

  it('an empty folder holds nothing to ingest, and that is said', async () => {
    expect(await runImr('ingest', at('empty'), '--data', at('data-usage'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('There is no file below'),
    });
  });
});

describe('--help', () => {
  it.each(['ingest', 'extract', 'search', 'stats', 'serve', 'start'])(
    'imr %s --help shows an example and the exit codes',
    async (command) => {
      const ran = await runImr(command, '--help');
      expect(ran.code).toBe(0);
      expect(ran.out).toContain('Example:');
      expect(ran.out).toContain('Exit codes:');
    },
  );
});

describe('imr start', () => {
  it('refuses a port that is taken before it reads anything', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const ran = await runImr('start', at('letters'), '--data', at('data-taken'), '--port', String(port));
    taken.close();
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err.trim()).toBe(`imr: Port ${port} is taken by another program; choose another with --port or PORT`);
  });

  it('serves what it has read, and stops when told', async () => {
    const child = startImr(['start', at('letters'), '--data', at('data-start'), '--port', '0']);
    const url = await new Promise<string>((resolve, reject) => {
      let out = '';
      child.stdout?.on('data', (chunk: Buffer) => {
        out += chunk.toString();
        const ready = /ready at (http:\/\/\S+)/.exec(out);
        if (ready?.[1] !== undefined) resolve(ready[1]);
      });
      child.once('close', (code) => reject(new Error(`ended with ${code}`)));
    });
    const answer = await fetch(`${url}/api/v1/stats`);
    expect(await answer.json()).toMatchObject({ letters: 12, engine: 'embedded' });
    expect((await fetch(url)).headers.get('content-type')).toContain('text/html');
    const closed = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    expect(await closed).toBe(0);
  });
});
