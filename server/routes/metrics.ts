/** GET /metrics, which tells all metrics in words, GET /metrics/:id: the numbers of one, and GET /metrics/:id/file: the same as a file. */
import { type Request, Router } from 'express';
import type { MetricId } from '#contract/metric-ids.ts';
import { MetricIdSchema, type MetricRequest, MetricRequestSchema, MetricResponseSchema, MetricsResponseSchema } from '#contract/metrics.ts';
import { AppError } from '#contract/problem.ts';
import { MetricFileRequestSchema, REPORT_MEDIA_TYPES } from '#contract/report.ts';
import { inWords } from '../domain/metrics/in-words.ts';
import { measure } from '../domain/metrics/measure.ts';
import { reportOfMetric } from '../domain/report/ask.ts';
import { chunksOf, fileNameOf, onlyPart } from '../domain/report/file.ts';
import { answer, onlyGet, signalOf } from '../http/answers.ts';
import { readParams } from '../http/params.ts';
import { readAgainst } from '../http/read-against.ts';
import { sendFile } from '../http/send-file.ts';
import type { SearchIndex } from '../search/port.ts';

export function metricsRoutes(index: SearchIndex, version: string, now: () => Date): Router {
  const router = Router();
  router
    .route('/metrics')
    .get(answer(MetricsResponseSchema, async () => inWords()))
    .all(onlyGet);
  router
    .route('/metrics/:id')
    .get(
      answer(MetricResponseSchema, async (request, signal) => {
        const id = metricAsked(request);
        const asked = readParams(request, MetricRequestSchema);
        return measure(await index.at(asked.snapshot ?? null), id, asked, otherOf(asked), signal);
      }),
    )
    .all(onlyGet);
  router
    .route('/metrics/:id/file')
    .get(async (request, response) => {
      const id = metricAsked(request);
      const { format, part, ...asked } = readParams(request, MetricFileRequestSchema);
      const signal = signalOf(response);
      const letters = await index.at(asked.snapshot ?? null);
      const report = await reportOfMetric({ letters, now: now(), version, signal }, id, asked, otherOf(asked));
      const file = part === undefined ? { report, tables: undefined } : onlyPart(report, part);
      const chunks = chunksOf(file.report, format, file.tables);
      await sendFile(request, response, { fileName: fileNameOf(report, format), mediaType: REPORT_MEDIA_TYPES[format], chunks }, signal);
    })
    .all(onlyGet);
  return router;
}

function metricAsked(request: Request): MetricId {
  const id = MetricIdSchema.safeParse(request.params['id']);
  if (!id.success) throw new AppError('not-found', `There is no such metric; ${id.error.issues[0]?.message}`);
  return id.data;
}

/** The second cohort of a comparison. */
function otherOf({ against }: MetricRequest) {
  return against === undefined ? null : readAgainst(against);
}
