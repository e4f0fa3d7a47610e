/** /collections: items that a user put together, with notes. */
import { type Request, Router } from 'express';
import { z } from 'zod';
import {
  CollectedItemChangeSchema,
  CollectedItemInputSchema,
  CollectedItemSchema,
  CollectedResponseSchema,
  CollectionChangeSchema,
  CollectionInputSchema,
  CollectionResponseSchema,
  CollectionSchema,
  CollectionsRequestSchema,
  CollectionsResponseSchema,
  ItemsChangedSchema,
  ItemsChangeSchema,
  PageRequestSchema,
} from '#contract/saved.ts';
import { answer, created, only, part, posted } from '../http/answers.ts';
import { mayWrite } from '../http/guards.ts';
import { readJson } from '../http/json-body.ts';
import { readParams } from '../http/params.ts';
import { ownerOf } from '../http/principal.ts';
import { changeItems, collectItem, noteItem, readCollection, restoreItem } from '../saved/collections.ts';
import type { SearchIndex } from '../search/port.ts';

const NONE = z.object({});

export function collectionRoutes(index: SearchIndex, now: () => Date): Router {
  const router = Router();
  const writes = mayWrite(index);
  const storeOf = (request: Request) => index.kept(ownerOf(request));
  router
    .route('/collections')
    .get(
      answer(CollectionsResponseSchema, async (request) => {
        const { item } = readParams(request, CollectionsRequestSchema);
        return { collections: await storeOf(request).collections(item) };
      }),
    )
    .post(
      writes,
      posted(CollectionSchema, async (request, response) => {
        readParams(request, NONE);
        const made = await storeOf(request).addCollection(await readJson(request, response, CollectionInputSchema), now().toISOString());
        created(request, response, made.id);
        return made;
      }),
    )
    .all(only('GET, HEAD, POST'));
  router
    .route('/collected')
    .get(
      answer(CollectedResponseSchema, async (request) => {
        readParams(request, NONE);
        return { items: await storeOf(request).collected() };
      }),
    )
    .all(only('GET, HEAD'));
  router
    .route('/collections/:id')
    .get(
      answer(CollectionResponseSchema, (request) =>
        readCollection(index, storeOf(request), part(request, 'id'), readParams(request, PageRequestSchema)),
      ),
    )
    .patch(
      writes,
      posted(CollectionSchema, async (request, response) => {
        readParams(request, NONE);
        const change = await readJson(request, response, CollectionChangeSchema);
        return storeOf(request).changeCollection(part(request, 'id'), change, now().toISOString());
      }),
    )
    .delete(writes, async (request, response) => {
      readParams(request, NONE);
      await storeOf(request).removeCollection(part(request, 'id'));
      response.status(204).end();
    })
    .all(only('GET, HEAD, PATCH, DELETE'));
  router
    .route('/collections/:id/restore')
    .post(
      writes,
      posted(CollectionSchema, async (request) => {
        readParams(request, NONE);
        return storeOf(request).restoreCollection(part(request, 'id'));
      }),
    )
    .all(only('POST'));
  router
    .route('/collections/:id/items')
    .post(
      writes,
      posted(CollectedItemSchema, async (request, response) => {
        readParams(request, NONE);
        const input = await readJson(request, response, CollectedItemInputSchema);
        const item = await collectItem(index, storeOf(request), part(request, 'id'), input, now());
        created(request, response, item.itemId);
        return item;
      }),
    )
    .patch(
      writes,
      posted(ItemsChangedSchema, async (request, response) => {
        readParams(request, NONE);
        const change = await readJson(request, response, ItemsChangeSchema);
        return changeItems(index, storeOf(request), part(request, 'id'), change, now());
      }),
    )
    .all(only('POST, PATCH'));
  router
    .route('/collections/:id/items/:item')
    .patch(
      writes,
      posted(CollectedItemSchema, async (request, response) => {
        readParams(request, NONE);
        const { note } = await readJson(request, response, CollectedItemChangeSchema);
        return noteItem(index, storeOf(request), part(request, 'id'), part(request, 'item'), note, now());
      }),
    )
    .delete(writes, async (request, response) => {
      readParams(request, NONE);
      await storeOf(request).removeItem(part(request, 'id'), part(request, 'item'), now().toISOString());
      response.status(204).end();
    })
    .all(only('PATCH, DELETE'));
  router
    .route('/collections/:id/items/:item/restore')
    .post(
      writes,
      posted(CollectedItemSchema, async (request) => {
        readParams(request, NONE);
        return restoreItem(index, storeOf(request), part(request, 'id'), part(request, 'item'), now());
      }),
    )
    .all(only('POST'));
  return router;
}
