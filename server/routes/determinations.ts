/** GET /determinations/:id with its text, how it was read, its original file and its disputed items. */
import { Router } from 'express';
import { z } from 'zod';
import {
  DeterminationResponseSchema,
  ExplainResponseSchema,
  ItemResponseSchema,
  NarrowingSchema,
  TextResponseSchema,
} from '#contract/api.ts';
import { AppError } from '#contract/problem.ts';
import { explainStored } from '../domain/letters/explain-letter.ts';
import { findLetter, readDetermination, readItem, readText } from '../domain/letters/find-letter.ts';
import { answer, onlyGet, part } from '../http/answers.ts';
import { asOf } from '../http/as-of.ts';
import { readParams } from '../http/params.ts';
import { sendOriginal } from '../http/send-original.ts';
import { isShown, readShownRows } from '../http/shown-rows.ts';
import type { SearchIndex } from '../search/port.ts';
import type { Originals } from '../storage/originals.ts';

const VersionSchema = z.object({
  version: z
    .string()
    .regex(/^[0-9a-f]{64}$/, { error: 'expected the sha-256 of a version: 64 hex digits' })
    .optional(),
  ...NarrowingSchema.pick({ snapshot: true }).shape,
});
const ItemRequestSchema = NarrowingSchema.pick({ snapshot: true });
const TextRequestSchema = NarrowingSchema.pick({ q: true, summary: true, literal: true }).extend(VersionSchema.shape);

export function determinationRoutes(index: SearchIndex, originals: Pick<Originals, 'read' | 'readRows' | 'has'>): Router {
  const router = Router();
  router
    .route('/determinations/:id')
    .get(
      answer(DeterminationResponseSchema, async (request) => {
        const asked = readParams(request, VersionSchema);
        return readDetermination(await asOf(index, asked), part(request, 'id'), asked.version, (source) => isShown(source, originals));
      }),
    )
    .all(onlyGet);
  router
    .route('/determinations/:id/text')
    .get(
      answer(TextResponseSchema, async (request, signal) => {
        const asked = readParams(request, TextRequestSchema);
        return readText(await asOf(index, asked), part(request, 'id'), asked, signal);
      }),
    )
    .all(onlyGet);
  router
    .route('/determinations/:id/items/:number')
    .get(
      answer(ItemResponseSchema, async (request) => {
        const asked = readParams(request, ItemRequestSchema);
        return readItem(await asOf(index, asked), part(request, 'id'), part(request, 'number'));
      }),
    )
    .all(onlyGet);
  router
    .route('/determinations/:id/explain')
    .get(
      answer(ExplainResponseSchema, async (request) => {
        const asked = readParams(request, VersionSchema);
        return explainStored(await asOf(index, asked), part(request, 'id'), asked.version);
      }),
    )
    .all(onlyGet);
  router
    .route('/determinations/:id/original')
    .get(async (request, response) => {
      const { version, ...asked } = readParams(request, VersionSchema);
      const { determination } = await findLetter(await asOf(index, asked), part(request, 'id'), version);
      const { source } = determination;
      const bytes = await (source.part?.unit === 'row' ? readShownRows(source, originals) : originals.read(source.sha256));
      if (bytes === null) throw new AppError('original-not-found', `The original file of ${determination.id} is not kept here`);
      sendOriginal(response, source, bytes, version !== undefined);
    })
    .all(onlyGet);
  return router;
}
