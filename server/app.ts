/**
 * The HTTP application over the port: JSON under /api/v1, the pages of the problems, and the built dashboard for every
 * other address. It does not listen (`main.ts` does) and reads no environment. Every fault is `application/problem+json`.
 */
import { randomUUID } from 'node:crypto';
import express, { type Express, Router } from 'express';
import { AppError } from '#contract/problem.ts';
import type { ReadFile } from './domain/letters/explain-letter.ts';
import { compressed } from './http/compressed.ts';
import { dashboard, noDashboard } from './http/dashboard.ts';
import { failures } from './http/failures.ts';
import { loopbackHostOnly, requestIds, securityHeaders } from './http/guards.ts';
import { principals } from './http/principal.ts';
import { collectionRoutes } from './routes/collections.ts';
import { determinationRoutes } from './routes/determinations.ts';
import { explainRoutes } from './routes/explain.ts';
import { exportRoutes } from './routes/export.ts';
import { fieldsRoutes } from './routes/fields.ts';
import { healthRoutes } from './routes/health.ts';
import { metricsRoutes } from './routes/metrics.ts';
import { problemRoutes } from './routes/problems.ts';
import { savedRoutes } from './routes/saved-searches.ts';
import { searchRoutes } from './routes/search.ts';
import { similarRoutes } from './routes/similar.ts';
import { snapshotRoutes } from './routes/snapshots.ts';
import { statsRoutes } from './routes/stats.ts';
import { suggestRoutes } from './routes/suggest.ts';
import { unreadableRoutes } from './routes/unreadable.ts';
import type { SearchIndex } from './search/port.ts';
import type { Originals } from './storage/originals.ts';

export interface AppDeps {
  readonly index: SearchIndex;
  readonly originals: Pick<Originals, 'read' | 'readRows' | 'has'>;
  /** Reads the letters that are sent to be looked at. */
  readonly read: ReadFile;
  /** Folder of the built dashboard; null: a page says how to build it. */
  readonly webRoot: string | null;
  /** Version of the program, shown by /health. */
  readonly version: string;
  /** Takes one line for each fault of the server; never letter text, queries or addresses. */
  readonly log: (line: string) => void;
  /** Whether only Host names of this machine are answered; default true. */
  readonly loopbackOnly?: boolean;
  /** Makes request ids; default random UUIDs. */
  readonly newId?: () => string;
  /** The clock of exports and of what is saved; default the machine's. */
  readonly now?: () => Date;
}

export function createApp(deps: AppDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  // Parameters are read from the address by `readParams` alone.
  app.set('query parser', false);
  app.use(requestIds(deps.newId ?? randomUUID), securityHeaders);
  if (deps.loopbackOnly ?? true) app.use(loopbackHostOnly);
  app.use('/api/v1', ...compressed, principals, apiRoutes(deps));
  app.use('/api', () => {
    throw new AppError('not-found', 'There is no such address; the API is below /api/v1');
  });
  app.use(problemRoutes());
  app.use(deps.webRoot === null ? noDashboard() : dashboard(deps.webRoot));
  app.use(() => {
    throw new AppError('not-found', 'There is nothing at this address');
  });
  app.use(failures(deps.log));
  return app;
}

function apiRoutes({ index, originals, read, version, now = () => new Date() }: AppDeps): Router {
  const router = Router();
  router.use(
    searchRoutes(index),
    determinationRoutes(index, originals),
    metricsRoutes(index, version, now),
    statsRoutes(index),
    unreadableRoutes(index),
    healthRoutes(index, version),
    fieldsRoutes(),
    suggestRoutes(index),
    explainRoutes(read),
    similarRoutes(index, read),
    exportRoutes(index, version, now),
    savedRoutes(index, now),
    snapshotRoutes(index, version, now),
    collectionRoutes(index, now),
  );
  return router;
}
