/** What HTTP around the API promises: headers, the dashboard's files, names of the machine, start and stop. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '#contract/problem.ts';
import { isLoopback } from '../../server/http/guards.ts';
import { startServer } from '../../server/main.ts';
import { FIRST, type Running, run, statusOf } from './running-server.ts';

let webRoot = '';
let server: Running;
beforeAll(async () => {
  // A dotted folder, since `sendFile` refuses those unless it is told what the root is.
  webRoot = join(await mkdtemp(join(tmpdir(), 'imr-web-')), '.build');
  await mkdir(join(webRoot, 'assets'), { recursive: true });
  await writeFile(join(webRoot, 'index.html'), '<!doctype html><title>fictional dashboard</title>');
  await writeFile(join(webRoot, 'assets', 'app-1a2b3c.js'), 'export {};');
  await writeFile(join(webRoot, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  server = await run([FIRST], { webRoot });
});
afterAll(async () => {
  await server.stop();
  await rm(join(webRoot, '..'), { recursive: true, force: true });
});

const html = { headers: { Accept: 'text/html' } };
const statusFor = (port: number, host: string) => statusOf(port, '/api/v1/health', { Host: host });

describe('headers', () => {
  it.each(['/api/v1/health', '/', '/assets/app-1a2b3c.js', '/problems', '/api/none'])('guard %s', async (path) => {
    const { headers } = await fetch(server.url + path, html);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('carry another request id each time', async () => {
    const ids = await Promise.all([1, 2, 3].map(async () => (await fetch(`${server.url}/api/v1/health`)).headers.get('x-request-id')));
    expect(new Set(ids).size).toBe(3);
  });

  it('let a browser ask again for what it has', async () => {
    const first = await fetch(`${server.url}/api/v1/stats`);
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    expect(await statusOf(server.port, '/api/v1/stats', { 'If-None-Match': etag })).toBe(304);
  });
});

describe('the dashboard', () => {
  it.each([
    '/',
    '/search?q=knee',
    '/determinations/dwc:CM14-0000001',
    '/determinations/own-Enc:TX%2F2019%2F5',
    '/determinations/own-Enc:1.5%25',
    '/analytics/service/rehab.pt',
  ])('answers %s with its page', async (path) => {
    const response = await fetch(server.url + path, html);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('fictional dashboard');
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });

  it('serves hashed files to be kept for good, others to be asked for again', async () => {
    const hashed = await fetch(`${server.url}/assets/app-1a2b3c.js`);
    expect(hashed.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const icon = await fetch(`${server.url}/icon.svg`);
    expect(icon.status).toBe(200);
    expect(icon.headers.get('cache-control')).toBe('no-cache');
    expect(icon.headers.get('etag')).not.toBeNull();
  });

  it('does not stand in for what is missing, for other methods, or for what wants no page', async () => {
    await server.problem('not-found', `${server.url}/assets/app-0.js`, html);
    await server.problem('not-found', `${server.url}/robots.txt`, html);
    await server.problem('not-found', `${server.url}/search`, { method: 'POST', ...html });
    await server.problem('not-found', `${server.url}/search`, { headers: { Accept: 'application/json' } });
    await server.problem('not-found', `${server.url}/api/v1/nothing`, html);
  });

  it('serves nothing from outside its folder', async () => {
    await writeFile(join(webRoot, '..', 'outside'), 'a secret');
    for (const path of ['/..%2foutside', '/assets/..%2f..%2foutside', '/assets%2f..%2f..%2foutside', '/..%5coutside']) {
      expect(await (await fetch(server.url + path)).text()).not.toContain('a secret');
    }
  });

  it('says how to build it where it is not built', async () => {
    const bare = await run([]);
    try {
      const response = await fetch(bare.url, html);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('npm run build');
    } finally {
      await bare.stop();
    }
  });
});

describe('a server on a loopback address', () => {
  it.each(['localhost', 'localhost:5173', '127.0.0.1', '[::1]:80', 'imr.localhost'])('answers the name %s', async (host) => {
    expect(await statusFor(server.port, host)).toBe(200);
  });

  it.each(['evil.example', 'evil.example:80', '127.0.0.1.evil.example', 'localhost.evil.example', '192.168.0.1'])(
    'does not answer the name %j',
    async (host) => {
      expect(await statusFor(server.port, host)).toBe(400);
    },
  );

  it('is told from others by its address', () => {
    expect(['127.0.0.1', 'localhost', '::1', '127.9.9.9'].every(isLoopback)).toBe(true);
    expect(['0.0.0.0', '::', '10.0.0.1', 'example.com', ''].some(isLoopback)).toBe(false);
  });
});

it('a server on every address answers any name, and shows an address that can be opened', async () => {
  const open = await run([], { host: '0.0.0.0' });
  try {
    expect(open.url).toBe(`http://localhost:${open.port}`);
    expect(await statusFor(open.port, 'imr.example')).toBe(200);
  } finally {
    await open.stop();
  }
});

describe('starting and stopping', () => {
  const start = (host: string, port: number) =>
    startServer({
      index: server.index,
      originals: server.originals,
      host,
      port,
      webRoot: null,
      version: '0',
      log: () => {},
    });

  it('names a port that is taken and how to choose another', async () => {
    const error = await start('127.0.0.1', server.port).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'bad-configuration', errors: [{ parameter: 'port' }] });
    expect(String(error)).toContain(`Port ${server.port} is taken by another program; choose another with --port or PORT`);
  });

  it('names a host that is not of this machine', async () => {
    await expect(start('192.0.2.1', 0)).rejects.toMatchObject({ code: 'bad-configuration', errors: [{ parameter: 'host' }] });
  });

  it('lets running requests end, takes no more, and frees the port', async () => {
    const begun = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    const { index } = server;
    const slow = await startServer({
      index: {
        ...index,
        stats: async () => {
          begun.resolve();
          await go.promise;
          return index.stats();
        },
      },
      originals: server.originals,
      host: '127.0.0.1',
      port: 0,
      webRoot: null,
      version: '0',
      log: () => {},
    });
    const running = fetch(`${slow.url}/api/v1/stats`);
    await begun.promise;
    const closed = slow.close();
    await expect(fetch(`${slow.url}/api/v1/health`)).rejects.toThrow();
    go.resolve();
    expect((await running).status).toBe(200);
    await closed;
    const next = createServer().listen(slow.port, '127.0.0.1');
    await new Promise((resolve) => next.once('listening', resolve));
    await new Promise((resolve) => next.close(resolve));
  });
});
