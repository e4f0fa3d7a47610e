/** Starts and stops the HTTP server over an index that is open already. The `imr` program composes the rest. */
import { createServer, type Server } from 'node:http';
import { AppError } from '#contract/problem.ts';
import { FOR_SENT } from '../ingest/reading/bounds.ts';
import { openReading, type Reading } from '../ingest/reading/open-reading.ts';
import { type AppDeps, createApp } from './app.ts';
import { isLoopback } from './http/guards.ts';

export interface ServerOptions extends Omit<AppDeps, 'loopbackOnly' | 'read'> {
  /** Reads letters that are sent, and is closed with the server. Default: processes of their own (`FOR_SENT`), started when the first comes. */
  readonly reading?: Reading;
  /** Address to listen on; on a loopback one only loopback names are answered. */
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
}

export interface RunningServer {
  /** Address to open, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Takes no new requests, lets the running ones end (those still open after `graceMs` are cut off), then resolves. The index stays open. */
  close(graceMs?: number): Promise<void>;
}

/** Listens and resolves when requests are taken. Throws AppError `bad-configuration` where the address cannot be had. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host, port } = options;
  const { reading = openReading(FOR_SENT) } = options;
  const server = createServer(createApp({ ...options, read: reading.read, loopbackOnly: isLoopback(host) }));
  await listen(server, host, port);
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${urlHost(host)}:${bound}`,
    port: bound,
    close: async (graceMs = 5_000) => {
      await close(server, graceMs);
      await reading.close();
    },
  };
}

/** Refuses an address that cannot be listened on, before work is done that would be in vain. Port 0 is always free. */
export async function assertListenable(host: string, port: number): Promise<void> {
  if (port === 0) return;
  const server = createServer();
  await listen(server, host, port);
  await new Promise((resolve) => server.close(resolve));
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(error, host, port)));
    server.listen(port, host, () => {
      server.removeAllListeners('error');
      resolve();
    });
  });
}

function cannotListen(error: NodeJS.ErrnoException, host: string, port: number): AppError {
  const refuse = (parameter: string, detail: string) =>
    new AppError('bad-configuration', detail, { cause: error, errors: [{ parameter, detail }] });
  switch (error.code) {
    case 'EADDRINUSE':
      return refuse('port', `Port ${port} is taken by another program; choose another with --port or PORT`);
    case 'EACCES':
      return refuse('port', `Port ${port} may not be used by this user; choose one above 1023 with --port or PORT`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return refuse('host', `${host} is no address of this machine; choose another with --host or HOST`);
    default:
      return refuse('port', `Cannot listen on ${host}, port ${port} (${error.code ?? 'unknown reason'})`);
  }
}

function close(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const cutOff = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close((error) => {
      clearTimeout(cutOff);
      if (error === undefined) resolve();
      else reject(error);
    });
    server.closeIdleConnections();
  });
}

/** An address that can be opened: every-address hosts are reached by localhost, IPv6 ones stand in brackets. */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
