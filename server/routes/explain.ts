/** POST /explain: a letter sent as the body is read and explained; of a file of several the one of `letter`, from 1. It is not stored, and no word of it is logged. */
import { Router } from 'express';
import { z } from 'zod';
import { EXPLAIN_MEDIA_TYPES, type ExplainResponse } from '#contract/api.ts';
import { EXPLAIN_LIMIT } from '#contract/limits.ts';
import { explainBytes, type ReadFile } from '../domain/letters/explain-letter.ts';
import { onlyPost, signalOf } from '../http/answers.ts';
import { bodyOf } from '../http/body.ts';
import { sameOriginOnly } from '../http/guards.ts';
import { readParams } from '../http/params.ts';

const ParamsSchema = z.object({ letter: z.coerce.number().int().positive().optional() });

export function explainRoutes(read: ReadFile): Router {
  const router = Router();
  router
    .route('/explain')
    .post(sameOriginOnly, async (request, response) => {
      const { letter } = readParams(request, ParamsSchema);
      const signal = signalOf(response);
      const bytes = await bodyOf(request, response, EXPLAIN_MEDIA_TYPES, EXPLAIN_LIMIT);
      const answer: ExplainResponse = await explainBytes(bytes, read, signal, letter);
      response.set('Cache-Control', 'no-store').json(answer);
    })
    .all(onlyPost);
  return router;
}
