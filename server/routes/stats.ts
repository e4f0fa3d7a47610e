/** GET /stats: what the index holds. */
import { Router } from 'express';
import { z } from 'zod';
import { StatsResponseSchema } from '#contract/api.ts';
import { loadedProgrammes } from '../domain/question/programmes-there.ts';
import { answer, onlyGet } from '../http/answers.ts';
import { readParams } from '../http/params.ts';
import type { SearchIndex } from '../search/port.ts';

export function statsRoutes(index: SearchIndex): Router {
  const router = Router();
  router
    .route('/stats')
    .get(
      answer(StatsResponseSchema, async (request) => {
        readParams(request, z.object({}));
        const { letters, items, change, versions, unreadable, decisions, decidedFrom, decidedTo, messages } = await index.stats();
        return {
          engine: index.engine,
          readOnly: index.readOnly,
          hidden: [...index.hidden],
          letters,
          items,
          change,
          versions,
          unreadable,
          decisions: { ...decisions },
          decidedFrom,
          decidedTo,
          messages: { ...messages },
          programmes: await loadedProgrammes(index),
        };
      }),
    )
    .all(onlyGet);
  return router;
}
