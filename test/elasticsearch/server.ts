/**
 * Finds a real Elasticsearch for the tests: `ELASTICSEARCH_URL` if set, else Docker, else our launcher (Maven and a JDK).
 * Where there is none the reason is told; with `REQUIRE_ELASTICSEARCH=1` that is an error.
 */
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

/** The server version that the tests start; the same for Docker and launcher. */
const VERSION = '9.5.0';
const HEAP = '1g';
const DOCKER_ANSWERS_MS = 5_000;
const DOCKER_STARTS_MS = 240_000;

/** How to reach a server. Plain data, so that it can be handed to test workers. */
export interface ServerAddress {
  readonly url: string;
  readonly caFile?: string;
  readonly username?: string;
  readonly password?: string;
}

export type RunningServer = ServerAddress & { stop(): Promise<void> };
export interface NoServer {
  readonly skipped: string;
}

/** A server without TLS to test against, or why there is none. Throws instead of skipping under `REQUIRE_ELASTICSEARCH=1`. */
export async function findElasticsearch(): Promise<RunningServer | NoServer> {
  const url = process.env['ELASTICSEARCH_URL'];
  if (url !== undefined && url !== '') return { url, ...credentials(), stop: async () => undefined };
  const reasons: string[] = [];
  for (const start of [startInDocker, launchElasticsearch]) {
    const server = await start();
    if ('url' in server) return server;
    reasons.push(server.skipped);
  }
  return demand(`no Elasticsearch to test against. ELASTICSEARCH_URL is not set; ${reasons.join('; ')}.`);
}

/** A server with TLS, a password and an authority of its own; the launcher alone can do that. */
export async function findSecureElasticsearch(): Promise<RunningServer | NoServer> {
  const server = await launchElasticsearch({ secure: true });
  return 'url' in server ? server : demand(`no Elasticsearch with TLS to test against: ${server.skipped}.`);
}

/** A server that a test may kill. */
export type MortalServer = RunningServer & {
  /** Kills it with signal 9, and resolves when it is dead. */
  kill(): Promise<void>;
  /** Starts it again over what it had on its disk. */
  start(): Promise<void>;
};

/** A server of the test's own; the launcher alone can do that. */
export async function findMortalElasticsearch(): Promise<MortalServer | NoServer> {
  const data = await mkdtemp(join(tmpdir(), 'imr-elasticsearch-'));
  const port = await freePort();
  const start = () => launch(data, port, ['--keep']);
  const stop = async () => {
    await endServer(data);
    await rm(data, { recursive: true, force: true });
  };
  const { code, output: url, error } = await start();
  if (code !== 0) {
    await stop();
    return demand(`no Elasticsearch that can be killed: the launcher failed (${error}).`);
  }
  return {
    url,
    stop,
    kill: () => endServer(data, ['SIGKILL']),
    start: async () => {
      const started = await start();
      if (started.code !== 0) throw new Error(`Elasticsearch did not start again: ${started.error}`);
      // It answers before it has opened what it had.
      await fetch(`${url}/_cluster/health?wait_for_status=yellow&timeout=60s`);
    },
  };
}

function demand(reason: string): NoServer {
  if (process.env['REQUIRE_ELASTICSEARCH'] === '1') throw new Error(`REQUIRE_ELASTICSEARCH=1, but ${reason}`);
  return { skipped: reason };
}

function credentials(): Omit<ServerAddress, 'url'> {
  const named = {
    caFile: process.env['ELASTICSEARCH_CA'],
    username: process.env['ELASTICSEARCH_USERNAME'],
    password: process.env['ELASTICSEARCH_PASSWORD'],
  };
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined && value !== ''));
}

async function startInDocker(): Promise<RunningServer | NoServer> {
  try {
    await promisify(execFile)('docker', ['version', '--format', '{{.Server.Version}}'], { timeout: DOCKER_ANSWERS_MS });
  } catch {
    return { skipped: 'Docker does not answer' };
  }
  try {
    const { GenericContainer, Wait } = await import('testcontainers');
    const container = await new GenericContainer(`docker.elastic.co/elasticsearch/elasticsearch:${VERSION}`)
      .withEnvironment({
        'discovery.type': 'single-node',
        'xpack.security.enabled': 'false',
        'cluster.routing.allocation.disk.threshold_enabled': 'false',
        ES_JAVA_OPTS: `-Xms${HEAP} -Xmx${HEAP}`,
      })
      .withExposedPorts(9200)
      .withWaitStrategy(Wait.forHttp('/_cluster/health?wait_for_status=yellow', 9200))
      .withStartupTimeout(DOCKER_STARTS_MS)
      .start();
    return {
      url: `http://${container.getHost()}:${container.getMappedPort(9200)}`,
      stop: async () => {
        await container.stop();
      },
    };
  } catch (error) {
    return { skipped: `Docker could not start Elasticsearch (${firstLine(error)})` };
  }
}

/** Starts a server on a free port with a data directory of its own; `stop` ends it and takes the directory away. */
async function launchElasticsearch(options: { secure?: boolean } = {}): Promise<RunningServer | NoServer> {
  const data = await mkdtemp(join(tmpdir(), 'imr-elasticsearch-'));
  const port = await freePort();
  const launched = await launch(data, port, options.secure ? ['--secure'] : []);
  const stop = async () => {
    await endServer(data);
    await rm(data, { recursive: true, force: true });
  };
  if (launched.code !== 0) {
    await stop();
    return { skipped: `the launcher failed (${launched.error})` };
  }
  const url = launched.output;
  if (!options.secure) return { url, stop };
  const password = (await readFile(join(data, 'password'), 'utf8')).trim();
  return { url, caFile: join(data, 'ca.crt'), username: 'elastic', password, stop };
}

function launch(data: string, port: number, more: readonly string[]): ReturnType<typeof run> {
  return run([...['--version', VERSION, '--port', String(port), '--heap', HEAP, '--data', data, '--with', String(process.pid)], ...more]);
}

/** Runs the launcher to its end. Its server lives on, so the output is read until the launcher exits, not until it closes. */
function run(args: readonly string[]): Promise<{ code: number | null; output: string; error: string }> {
  return new Promise((resolve) => {
    const launcher = spawn('bash', [join(import.meta.dirname, 'run-elasticsearch'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let error = '';
    launcher.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    launcher.stderr.on('data', (chunk: Buffer) => {
      error += chunk.toString();
    });
    launcher.on('error', (fault) => resolve({ code: null, output: '', error: fault.message }));
    launcher.on('close', (code) => resolve({ code, output: output.trim(), error: error.trim() }));
  });
}

async function endServer(data: string, signals: readonly NodeJS.Signals[] = ['SIGTERM', 'SIGKILL']): Promise<void> {
  const file = join(data, 'pid');
  if (!existsSync(file)) return;
  const pid = Number(await readFile(file, 'utf8'));
  for (const signal of signals) {
    for (let waited = 0; waited < 100; waited += 1) {
      try {
        process.kill(pid, waited === 0 ? signal : 0);
      } catch {
        return; // There is no such process any more.
      }
      await sleep(100);
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}
