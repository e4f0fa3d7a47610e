/**
 * Vitest global set-up of the tests that need Elasticsearch: one server for the whole run, its address handed to the
 * tests by `inject('elasticsearch')`. Where there is none the tests are given the reason and skip loudly.
 */
import type { TestProject } from 'vitest/node';
import { findElasticsearch, type NoServer, type RunningServer, type ServerAddress } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    elasticsearch: ServerAddress | NoServer;
  }
}

let running: RunningServer | NoServer | undefined;

export async function setup(project: TestProject): Promise<void> {
  running = await findElasticsearch();
  if ('skipped' in running) {
    console.warn(`\nSKIPPED: the Elasticsearch tests, because there is ${running.skipped}\n`);
    project.provide('elasticsearch', { skipped: running.skipped });
    return;
  }
  const { stop: _, ...address } = running;
  project.provide('elasticsearch', address);
}

export async function teardown(): Promise<void> {
  if (running !== undefined && 'stop' in running) await running.stop();
}
