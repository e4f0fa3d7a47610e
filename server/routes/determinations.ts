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
});
const TextRequestSchema = NarrowingSchema.pick({ q: true, summary: true, literal: true }).extend(VersionSchema.shape);

export function determinationRoutes(index: SearchIndex, originals: Pick<Originals, 'read' | 'readRows' | 'has'>): Router {
  const router = Router();
  router
    .route('/determinations/:id')
    .get(
      answer(DeterminationResponseSchema, (request) => {
        const { version } = readParams(request, VersionSchema);
        return readDetermination(index, part(request, 'id'), version, (source) => isShown(source, originals));
      }),
    )
    .all(onlyGet);
  router
    .route('/determinations/:id/text')
    .get(
      answer(TextResponseSchema, (request, signal) => readText(index, part(request, 'id'), readParams(request, TextRequestSchema), signal)),
    )
    .all(onlyGet);
  router
    .route('/determinations/:id/items/:number')
    .get(
      answer(ItemResponseSchema, async (request) => {
        readParams(request, z.object({}));
        return readItem(index, part(request, 'id'), part(request, 'number'));
      }),
    )
    .all(onlyGet);
  router
    .route('/determinations/:id/explain')
    .get(
      answer(ExplainResponseSchema, async (request) =>
        explainStored(index, part(request, 'id'), readParams(request, VersionSchema).version),
      ),
    )
    .all(onlyGet);
  router
    .route('/determinations/:id/original')
    .get(async (request, response) => {
      const { version } = readParams(request, VersionSchema);
      const { determination } = await findLetter(index, part(request, 'id'), version);
      const { source } = determination;
      const bytes = await (source.part?.unit === 'row' ? readShownRows(source, originals) : originals.read(source.sha256));
      if (bytes === null) throw new AppError('original-not-found', `The original file of ${determination.id} is not kept here`);
      sendOriginal(response, source, bytes, version !== undefined);
    })
    .all(onlyGet);
  return router;
}
