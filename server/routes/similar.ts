/**
 * GET /determinations/:id/items/:number/similar for a stored item; POST /similar/case with a case told in plain text; POST
 * /similar/letter with a letter. What is posted is not stored, and no word of it is logged.
 */
import { Router } from 'express';
import { EXPLAIN_MEDIA_TYPES } from '#contract/api.ts';
import { EXPLAIN_LIMIT, SIMILAR_TEXT_LIMIT } from '#contract/limits.ts';
import { AppError } from '#contract/problem.ts';
import { SimilarLetterRequestSchema, SimilarRequestSchema, SimilarResponseSchema } from '#contract/similar.ts';
import { letterIdInText } from '#mappings/case-numbers.ts';
import { comparable, explainBytes, type ReadFile } from '../domain/letters/explain-letter.ts';
import { findItem, itemOf } from '../domain/letters/find-letter.ts';
import { factsOfItem, factsOfText } from '../domain/question/case-facts.ts';
import { similarCases } from '../domain/similar/similar.ts';
import { answer, onlyGet, onlyPost, part, posted } from '../http/answers.ts';
import { asOf } from '../http/as-of.ts';
import { bodyOf } from '../http/body.ts';
import { sameOriginOnly } from '../http/guards.ts';
import { readParams } from '../http/params.ts';
import type { SearchIndex } from '../search/port.ts';

export function similarRoutes(index: SearchIndex, read: ReadFile): Router {
  const router = Router();
  router
    .route('/determinations/:id/items/:number/similar')
    .get(
      answer(SimilarResponseSchema, async (request, signal) => {
        const asked = readParams(request, SimilarRequestSchema);
        const at = await asOf(index, asked);
        const { determination, item } = await findItem(at, part(request, 'id'), part(request, 'number'));
        return similarCases(at, factsOfItem(determination, item), asked, determination.id, signal);
      }),
    )
    .all(onlyGet);
  router
    .route('/similar/case')
    .post(
      sameOriginOnly,
      posted(SimilarResponseSchema, async (request, response, signal) => {
        const asked = readParams(request, SimilarRequestSchema);
        const text = new TextDecoder().decode(await bodyOf(request, response, ['text/plain'], SIMILAR_TEXT_LIMIT));
        if (text.trim() === '') throw new AppError('bad-request', 'Expected the case in words as the body');
        // A letter is no neighbor of itself.
        return similarCases(await asOf(index, asked), factsOfText(text), asked, letterIdInText(text), signal);
      }),
    )
    .all(onlyPost);
  router
    .route('/similar/letter')
    .post(
      sameOriginOnly,
      posted(SimilarResponseSchema, async (request, response, signal) => {
        const { item: number, ...asked } = readParams(request, SimilarLetterRequestSchema);
        const bytes = await bodyOf(request, response, EXPLAIN_MEDIA_TYPES, EXPLAIN_LIMIT);
        const determination = comparable(await explainBytes(bytes, read, signal));
        const at = await asOf(index, asked);
        return similarCases(at, factsOfItem(determination, itemOf(determination, String(number))), asked, determination.id, signal);
      }),
    )
    .all(onlyPost);
  return router;
}
