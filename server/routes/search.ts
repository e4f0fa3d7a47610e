/** GET /search: disputed items that match, with snippets and facets. */
import { Router } from 'express';
import { SearchRequestSchema, SearchResponseSchema } from '#contract/search.ts';
import { searchItems } from '../domain/results/search-items.ts';
import { answer, onlyGet } from '../http/answers.ts';
import { asOf } from '../http/as-of.ts';
import { readParams } from '../http/params.ts';
import type { SearchIndex } from '../search/port.ts';

export function searchRoutes(index: SearchIndex): Router {
  const router = Router();
  router
    .route('/search')
    .get(
      answer(SearchResponseSchema, async (request, signal) => {
        const asked = readParams(request, SearchRequestSchema);
        return searchItems(await asOf(index, asked), asked, signal);
      }),
    )
    .all(onlyGet);
  return router;
}
