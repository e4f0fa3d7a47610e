/** GET /rates: outcomes by the values of one field. */
import { Router } from 'express';
import { RatesRequestSchema, RatesResponseSchema } from '#contract/api.ts';
import { rates } from '../domain/metrics/rates.ts';
import { answer, onlyGet } from '../http/answers.ts';
import { readParams } from '../http/params.ts';
import type { SearchIndex } from '../search/port.ts';

export function ratesRoutes(index: SearchIndex): Router {
  const router = Router();
  router
    .route('/rates')
    .get(answer(RatesResponseSchema, (request, signal) => rates(index, readParams(request, RatesRequestSchema), signal)))
    .all(onlyGet);
  return router;
}
