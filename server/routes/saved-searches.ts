/** /saved-searches: what a user asks again and again, and what is new in it. */
import { type Request, Router } from 'express';
import { z } from 'zod';
import {
  NewItemsResponseSchema,
  PageRequestSchema,
  SavedCountsSchema,
  SavedSearchChangeSchema,
  SavedSearchesResponseSchema,
  SavedSearchInputSchema,
  SavedSearchParamsSchema,
  SavedSearchSchema,
  SeenInputSchema,
} from '#contract/saved.ts';
import { answer, created, only, part, posted } from '../http/answers.ts';
import { mayWrite } from '../http/guards.ts';
import { readJson } from '../http/json-body.ts';
import { parseParams, readParams } from '../http/params.ts';
import { ownerOf } from '../http/principal.ts';
import { openNewItemLists } from '../saved/new-item-lists.ts';
import { changeSearch, countSearch, markSeen, newItems, type SearchDeps, saveSearch } from '../saved/saved-searches.ts';
import type { SearchIndex } from '../search/port.ts';

const NONE = z.object({});

export function savedRoutes(index: SearchIndex, now: () => Date): Router {
  const router = Router();
  const writes = mayWrite(index);
  const read = (params: string) => parseParams(new URLSearchParams(params), SavedSearchParamsSchema);
  const shown = openNewItemLists();
  const depsOf = (request: Request): SearchDeps => ({ index, store: index.kept(ownerOf(request)), shown, now, read });
  router
    .route('/saved-searches')
    .get(
      answer(SavedSearchesResponseSchema, async (request) => {
        readParams(request, NONE);
        return { searches: await depsOf(request).store.searches() };
      }),
    )
    .post(
      writes,
      posted(SavedSearchSchema, async (request, response, signal) => {
        readParams(request, NONE);
        const input = await readJson(request, response, SavedSearchInputSchema);
        const saved = await saveSearch(depsOf(request), { ...input, search: withoutPage(input.search) }, signal);
        created(request, response, saved.id);
        return saved;
      }),
    )
    .all(only('GET, HEAD, POST'));
  router
    .route('/saved-searches/:id')
    .get(
      answer(SavedSearchSchema, async (request) => {
        readParams(request, NONE);
        return depsOf(request).store.search(part(request, 'id'));
      }),
    )
    .patch(
      writes,
      posted(SavedSearchSchema, async (request, response, signal) => {
        readParams(request, NONE);
        const { search, ...change } = await readJson(request, response, SavedSearchChangeSchema);
        return changeSearch(
          depsOf(request),
          part(request, 'id'),
          search === undefined ? change : { ...change, search: withoutPage(search) },
          signal,
        );
      }),
    )
    .delete(writes, async (request, response) => {
      readParams(request, NONE);
      await depsOf(request).store.removeSearch(part(request, 'id'));
      response.status(204).end();
    })
    .all(only('GET, HEAD, PATCH, DELETE'));
  router
    .route('/saved-searches/:id/restore')
    .post(
      writes,
      posted(SavedSearchSchema, async (request) => {
        readParams(request, NONE);
        return depsOf(request).store.restoreSearch(part(request, 'id'));
      }),
    )
    .all(only('POST'));
  router
    .route('/saved-searches/:id/counts')
    .get(
      answer(SavedCountsSchema, (request, signal) => {
        readParams(request, NONE);
        return countSearch(depsOf(request), part(request, 'id'), signal);
      }),
    )
    .all(only('GET, HEAD'));
  router
    .route('/saved-searches/:id/seen')
    .post(
      writes,
      posted(SavedSearchSchema, async (request, response) => {
        readParams(request, NONE);
        const { shown: list } = await readJson(request, response, SeenInputSchema);
        return markSeen(depsOf(request), part(request, 'id'), list);
      }),
    )
    .all(only('POST'));
  router
    .route('/saved-searches/:id/new')
    .get(
      answer(NewItemsResponseSchema, (request, signal) =>
        newItems(depsOf(request), part(request, 'id'), readParams(request, PageRequestSchema), signal),
      ),
    )
    .all(only('GET, HEAD'));
  return router;
}

/** The parameters of a search without the page that was open, as of now. */
function withoutPage(search: string): string {
  const params = new URLSearchParams(search);
  params.delete('page');
  params.delete('size');
  params.delete('snapshot');
  return params.toString();
}
