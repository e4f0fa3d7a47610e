/** GET /fields: what may be typed before a colon in the query box; GET /fields/:name: one of them, with the values of a closed list. */
import { Router } from 'express';
import { z } from 'zod';
import { FieldResponseSchema, FieldsResponseSchema } from '#contract/api.ts';
import { AppError } from '#contract/problem.ts';
import { fieldHelp } from '../domain/query-language/field-help.ts';
import { answer, onlyGet, part } from '../http/answers.ts';
import { readParams } from '../http/params.ts';

export function fieldsRoutes(): Router {
  const router = Router();
  router
    .route('/fields')
    .get(
      answer(FieldsResponseSchema, async (request) => {
        readParams(request, z.object({}));
        return { fields: fieldHelp().map(({ values, ...field }) => ({ ...field, closed: values !== null })) };
      }),
    )
    .all(onlyGet);
  router
    .route('/fields/:name')
    .get(
      answer(FieldResponseSchema, async (request) => {
        readParams(request, z.object({}));
        const fields = fieldHelp();
        const name = part(request, 'name');
        const found = fields.find(({ names }) => names.includes(name));
        if (found !== undefined) return found;
        const known = fields.map(({ names }) => names[0]).join(', ');
        throw new AppError('not-found', `There is no field of this name; there are ${known}`);
      }),
    )
    .all(onlyGet);
  return router;
}
