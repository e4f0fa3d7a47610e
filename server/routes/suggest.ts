/** GET /suggest: what may be typed next in the query box. */
import { Router } from 'express';
import { SuggestRequestSchema, SuggestResponseSchema } from '#contract/suggest.ts';
import { suggest } from '../domain/suggest/suggest.ts';
import { answer, onlyGet } from '../http/answers.ts';
import { readParams } from '../http/params.ts';
import type { SearchIndex } from '../search/port.ts';

export function suggestRoutes(index: SearchIndex): Router {
  const router = Router();
  router
    .route('/suggest')
    .get(answer(SuggestResponseSchema, (request, signal) => suggest(index, readParams(request, SuggestRequestSchema), signal)))
    .all(onlyGet);
  return router;
}
