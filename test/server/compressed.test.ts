/** What is sent compressed, to whom, and what never is: answers of the API, the files of the dashboard, files that are handed over. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SearchResponseSchema } from '#contract/search.ts';
import { FIRST, type Running, run, statusOf, TWELVE } from './running-server.ts';

const SCRIPT = `export const fictional = ${JSON.stringify('word '.repeat(1_000))};`;

let webRoot = '';
let server: Running;
beforeAll(async () => {
  webRoot = await mkdtemp(join(tmpdir(), 'imr-web-'));
  await mkdir(join(webRoot, 'assets'));
  await writeFile(join(webRoot, 'index.html'), '<!doctype html><title>fictional dashboard</title>');
  for (const name of ['app-1a2b3c.js', 'gone-1a2b3c.js']) {
    await writeFile(join(webRoot, 'assets', name), SCRIPT);
    await writeFile(join(webRoot, 'assets', `${name}.br`), brotliCompressSync(SCRIPT));
    await writeFile(join(webRoot, 'assets', `${name}.gz`), gzipSync(SCRIPT));
  }
  await writeFile(join(webRoot, 'assets', 'tiny-1a2b3c.js'), 'export {};');
  server = await run([FIRST, ...TWELVE], { webRoot });
  await server.originals.write(new TextEncoder().encode(FIRST.canonical.text));
});
afterAll(async () => {
  await server.stop();
  await rm(webRoot, { recursive: true, force: true });
});

interface Got {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  /** As it was sent. */
  readonly bytes: Buffer;
}

/** A GET whose answer is not decompressed on the way, as `fetch` does. */
function get(path: string, accepts?: string): Promise<Got> {
  return new Promise((resolve, reject) => {
    const headers = accepts === undefined ? {} : { 'accept-encoding': accepts };
    request(`${server.url}${path}`, { headers }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      resolve({ status: response.statusCode, headers: response.headers, bytes: Buffer.concat(chunks) });
    })
      .on('error', reject)
      .end();
  });
}

const SEARCH = '/api/v1/search?q=fictional';

describe('an answer of the API', () => {
  it.each([
    ['br', 'gzip, deflate, br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
  ] as const)('comes as %s to whoever takes that, the same and in a fraction of the bytes', async (encoding, accepts, read) => {
    const plain = await get(SEARCH);
    const small = await get(SEARCH, accepts);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(small.headers['content-encoding']).toBe(encoding);
    expect(read(small.bytes).equals(plain.bytes)).toBe(true);
    expect(small.bytes.length).toBeLessThan(plain.bytes.length / 3);
    SearchResponseSchema.parse(JSON.parse(plain.bytes.toString()));
    for (const { headers } of [plain, small]) expect(headers['vary']).toBe('Accept-Encoding');
  });

  it('has one tag for all encodings, which holds when it is asked again', async () => {
    const small = await get(SEARCH, 'br');
    const etag = small.headers.etag ?? '';
    expect(etag).toMatch(/^W\/"/);
    expect((await get(SEARCH)).headers.etag).toBe(etag);
    expect(await statusOf(server.port, SEARCH, { 'If-None-Match': etag, 'Accept-Encoding': 'gzip' })).toBe(304);
  });

  it('is sent as it is where it is tiny', async () => {
    const tiny = await get('/api/v1/health', 'br');
    expect(tiny.headers['content-encoding']).toBeUndefined();
    expect(JSON.parse(tiny.bytes.toString())).toMatchObject({ status: 'ok' });
  });
});

describe('a file of the dashboard', () => {
  it.each([
    ['br', 'gzip, deflate, br', brotliDecompressSync],
    ['gzip', 'gzip, br;q=0', gunzipSync],
  ] as const)('comes as it was compressed at the build, as %s, to be kept for good', async (encoding, accepts, read) => {
    const { status, headers, bytes } = await get('/assets/app-1a2b3c.js', accepts);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-encoding': encoding,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    });
    expect(headers['content-type']).toMatch(/^text\/javascript/);
    expect(read(bytes).toString()).toBe(SCRIPT);
  });

  it('has a tag for each encoding, and comes as it is to whoever takes none', async () => {
    const answers = await Promise.all(['br', 'gzip', undefined].map((accepts) => get('/assets/app-1a2b3c.js', accepts)));
    expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(3);
    const [, , plain] = answers;
    expect(plain?.headers).not.toHaveProperty('content-encoding');
    expect(plain?.headers['vary']).toBe('Accept-Encoding');
    expect(plain?.bytes.toString()).toBe(SCRIPT);
  });

  it('comes as it is where nothing smaller lies beside it', async () => {
    const { headers, bytes } = await get('/assets/tiny-1a2b3c.js', 'br');
    expect(headers).not.toHaveProperty('content-encoding');
    expect(bytes.toString()).toBe('export {};');
  });

  it('that a new build took away is told of in words that can be read', async () => {
    for (const end of ['', '.br', '.gz']) await rm(join(webRoot, 'assets', `gone-1a2b3c.js${end}`));
    await server.problem('not-found', `${server.url}/assets/gone-1a2b3c.js`, { headers: { 'Accept-Encoding': 'br' } });
  });
});

describe('a file that is handed over', () => {
  it.each(['csv', 'jsonl', 'xlsx'])('is sent as it is: an export as %s', async (format) => {
    const { status, headers, bytes } = await get(`/api/v1/export?format=${format}`, 'br, gzip');
    expect(status).toBe(200);
    expect(headers).not.toHaveProperty('content-encoding');
    expect(bytes.length).toBeGreaterThan(1_024);
  });

  it('is sent as it is: an original, with the tag of its very bytes', async () => {
    const { status, headers, bytes } = await get(`/api/v1/determinations/CM14-0000001/original`, 'br, gzip');
    expect(status).toBe(200);
    expect(headers).not.toHaveProperty('content-encoding');
    expect(headers.etag).toMatch(/^"/);
    expect(bytes.toString()).toBe(FIRST.canonical.text);
  });
});
