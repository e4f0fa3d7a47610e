/** GET /suggest: what may be typed next in the query box. */
import { Router } from 'express';
import { SuggestRequestSchema, SuggestResponseSchema } from '#contract/suggest.ts';
import { suggest } from '../domain/suggest/suggest.ts';
import { answer, onlyGet } from '../http/answers.ts';
import { asOf } from '../http/as-of.ts';
import { readParams } from '../http/params.ts';
import type { SearchIndex } from '../search/port.ts';

export function suggestRoutes(index: SearchIndex): Router {
  const router = Router();
  router
    .route('/suggest')
    .get(
      answer(SuggestResponseSchema, async (request, signal) => {
        const asked = readParams(request, SuggestRequestSchema);
        return suggest(await asOf(index, asked), asked, signal);
      }),
    )
    .all(onlyGet);
  return router;
}
