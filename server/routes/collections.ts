/** /collections: items that a user put together, with notes. */
import { Router } from 'express';
import { z } from 'zod';
import {
  CollectedItemChangeSchema,
  CollectedItemInputSchema,
  CollectedItemSchema,
  CollectionChangeSchema,
  CollectionInputSchema,
  CollectionResponseSchema,
  CollectionSchema,
  CollectionsRequestSchema,
  CollectionsResponseSchema,
  PageRequestSchema,
} from '#contract/saved.ts';
import { answer, created, only, part, posted } from '../http/answers.ts';
import { sameOriginOnly } from '../http/guards.ts';
import { readJson } from '../http/json-body.ts';
import { readParams } from '../http/params.ts';
import { collectItem, noteItem, readCollection } from '../saved/collections.ts';
import type { SavedStore } from '../saved/saved.ts';
import type { SearchIndex } from '../search/port.ts';

const NONE = z.object({});

export function collectionRoutes(index: SearchIndex, store: SavedStore, now: () => Date): Router {
  const router = Router();
  router
    .route('/collections')
    .get(
      answer(CollectionsResponseSchema, async (request) => {
        const { item } = readParams(request, CollectionsRequestSchema);
        return { collections: store.collections(item) };
      }),
    )
    .post(
      sameOriginOnly,
      posted(CollectionSchema, async (request, response) => {
        readParams(request, NONE);
        const made = store.addCollection(await readJson(request, response, CollectionInputSchema), now().toISOString());
        created(request, response, made.id);
        return made;
      }),
    )
    .all(only('GET, HEAD, POST'));
  router
    .route('/collections/:id')
    .get(
      answer(CollectionResponseSchema, (request) =>
        readCollection(index, store, part(request, 'id'), readParams(request, PageRequestSchema)),
      ),
    )
    .patch(
      sameOriginOnly,
      posted(CollectionSchema, async (request, response) => {
        readParams(request, NONE);
        const change = await readJson(request, response, CollectionChangeSchema);
        return store.changeCollection(part(request, 'id'), change, now().toISOString());
      }),
    )
    .delete(sameOriginOnly, (request, response) => {
      readParams(request, NONE);
      store.removeCollection(part(request, 'id'));
      response.status(204).end();
    })
    .all(only('GET, HEAD, PATCH, DELETE'));
  router
    .route('/collections/:id/items')
    .post(
      sameOriginOnly,
      posted(CollectedItemSchema, async (request, response) => {
        readParams(request, NONE);
        const input = await readJson(request, response, CollectedItemInputSchema);
        const item = await collectItem(index, store, part(request, 'id'), input, now());
        created(request, response, item.itemId);
        return item;
      }),
    )
    .all(only('POST'));
  router
    .route('/collections/:id/items/:item')
    .patch(
      sameOriginOnly,
      posted(CollectedItemSchema, async (request, response) => {
        readParams(request, NONE);
        const { note } = await readJson(request, response, CollectedItemChangeSchema);
        return noteItem(index, store, part(request, 'id'), part(request, 'item'), note, now());
      }),
    )
    .delete(sameOriginOnly, (request, response) => {
      readParams(request, NONE);
      store.removeItem(part(request, 'id'), part(request, 'item'), now().toISOString());
      response.status(204).end();
    })
    .all(only('PATCH, DELETE'));
  return router;
}
