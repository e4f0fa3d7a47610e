/** GET /unreadable: files that could not be read, each with its reason. */
import { Router } from 'express';
import { RESULT_WINDOW, UnreadableRequestSchema, UnreadableResponseSchema } from '#contract/api.ts';
import { AppError } from '#contract/problem.ts';
import { answer, onlyGet } from '../http/answers.ts';
import { readParams } from '../http/params.ts';
import type { SearchIndex } from '../search/port.ts';

export function unreadableRoutes(index: SearchIndex): Router {
  const router = Router();
  router
    .route('/unreadable')
    .get(
      answer(UnreadableResponseSchema, async (request) => {
        const { page, size } = readParams(request, UnreadableRequestSchema);
        if (page * size > RESULT_WINDOW) {
          throw new AppError('window-too-large', `Pages reach to file ${RESULT_WINDOW}`, {
            errors: [{ parameter: 'page', detail: `expected at most ${Math.floor(RESULT_WINDOW / size)} with ${size} files a page` }],
          });
        }
        return index.unreadable((page - 1) * size, size);
      }),
    )
    .all(onlyGet);
  return router;
}
