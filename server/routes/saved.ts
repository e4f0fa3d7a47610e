/** /saved-searches: what a user asks again and again, and what is new in it. */
import { Router } from 'express';
import { z } from 'zod';
import {
  NewItemsResponseSchema,
  NothingSchema,
  PageRequestSchema,
  SavedSearchChangeSchema,
  SavedSearchesResponseSchema,
  SavedSearchInputSchema,
  SavedSearchParamsSchema,
  SavedSearchSchema,
} from '#contract/saved.ts';
import { answer, created, only, part, posted } from '../http/answers.ts';
import { sameOriginOnly } from '../http/guards.ts';
import { readJson } from '../http/json-body.ts';
import { parseParams, readParams } from '../http/params.ts';
import type { SavedStore } from '../saved/saved.ts';
import { changeSearch, listSearches, markSeen, newItems, readSearch, type SearchDeps, saveSearch } from '../saved/saved-searches.ts';
import type { SearchIndex } from '../search/port.ts';

const NONE = z.object({});

export function savedRoutes(index: SearchIndex, store: SavedStore, now: () => Date): Router {
  const router = Router();
  const deps: SearchDeps = { index, store, now, read: (params) => parseParams(new URLSearchParams(params), SavedSearchParamsSchema) };
  router
    .route('/saved-searches')
    .get(
      answer(SavedSearchesResponseSchema, async (request, signal) => {
        readParams(request, NONE);
        return { searches: await listSearches(deps, signal) };
      }),
    )
    .post(
      sameOriginOnly,
      posted(SavedSearchSchema, async (request, response, signal) => {
        readParams(request, NONE);
        const input = await readJson(request, response, SavedSearchInputSchema);
        const saved = await saveSearch(deps, { ...input, search: withoutPage(input.search) }, signal);
        created(request, response, saved.id);
        return saved;
      }),
    )
    .all(only('GET, HEAD, POST'));
  router
    .route('/saved-searches/:id')
    .get(
      answer(SavedSearchSchema, (request, signal) => {
        readParams(request, NONE);
        return readSearch(deps, part(request, 'id'), signal);
      }),
    )
    .patch(
      sameOriginOnly,
      posted(SavedSearchSchema, async (request, response, signal) => {
        readParams(request, NONE);
        const { search, ...change } = await readJson(request, response, SavedSearchChangeSchema);
        return changeSearch(deps, part(request, 'id'), search === undefined ? change : { ...change, search: withoutPage(search) }, signal);
      }),
    )
    .delete(sameOriginOnly, (request, response) => {
      readParams(request, NONE);
      store.removeSearch(part(request, 'id'));
      response.status(204).end();
    })
    .all(only('GET, HEAD, PATCH, DELETE'));
  router
    .route('/saved-searches/:id/seen')
    .post(
      sameOriginOnly,
      posted(SavedSearchSchema, async (request, response, signal) => {
        readParams(request, NONE);
        await readJson(request, response, NothingSchema);
        return markSeen(deps, part(request, 'id'), signal);
      }),
    )
    .all(only('POST'));
  router
    .route('/saved-searches/:id/new')
    .get(
      answer(NewItemsResponseSchema, (request, signal) =>
        newItems(deps, part(request, 'id'), readParams(request, PageRequestSchema), signal),
      ),
    )
    .all(only('GET, HEAD'));
  return router;
}

/** The parameters of a search without the page that was open. */
function withoutPage(search: string): string {
  const params = new URLSearchParams(search);
  params.delete('page');
  params.delete('size');
  return params.toString();
}
