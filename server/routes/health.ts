/** GET /health: whether the engine answers, which it is, and the program's version. */
import { Router } from 'express';
import { HealthResponseSchema } from '#contract/api.ts';
import { answer, onlyGet } from '../http/answers.ts';
import type { SearchIndex } from '../search/port.ts';

export function healthRoutes(index: SearchIndex, version: string): Router {
  const router = Router();
  router
    .route('/health')
    .get(
      answer(HealthResponseSchema, async () => {
        // The cheapest question that the engine itself has to answer; it throws `engine-unavailable` where it cannot.
        await index.counts([{ kind: 'all' }]);
        return { status: 'ok' as const, engine: index.engine, version };
      }),
    )
    .all(onlyGet);
  return router;
}
