/** GET /fields: what may be typed before a colon in the query box, and the values of the closed lists. */
import { Router } from 'express';
import { z } from 'zod';
import { FieldsResponseSchema } from '#contract/api.ts';
import { fieldHelp } from '../domain/query-language/field-help.ts';
import { answer, onlyGet } from '../http/answers.ts';
import { readParams } from '../http/params.ts';

export function fieldsRoutes(): Router {
  const router = Router();
  router
    .route('/fields')
    .get(
      answer(FieldsResponseSchema, async (request) => {
        readParams(request, z.object({}));
        return { fields: fieldHelp() };
      }),
    )
    .all(onlyGet);
  return router;
}
