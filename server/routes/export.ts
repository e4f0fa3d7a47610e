/**
 * GET /export: everything that matched, or a collection, as a file. It is made while it is sent: a client that reads slowly slows the
 * search down, and one that goes away ends it.
 */
import { Router } from 'express';
import { EXPORT_MEDIA_TYPES, type ExportRequest, ExportRequestSchema } from '#contract/export.ts';
import { AppError } from '#contract/problem.ts';
import { type Exported, type ExportFrom, exportCollection, exportSearch } from '../domain/export/export.ts';
import { onlyGet, signalOf } from '../http/answers.ts';
import { readParams } from '../http/params.ts';
import { ownerOf } from '../http/principal.ts';
import { sendFile } from '../http/send-file.ts';
import type { KeptStore } from '../library/kept-store.ts';
import { collectionToExport } from '../saved/collections.ts';
import type { SearchIndex } from '../search/port.ts';

export function exportRoutes(index: SearchIndex, version: string, now: () => Date): Router {
  const router = Router();
  router
    .route('/export')
    .get(async (request, response) => {
      const asked = readParams(request, ExportRequestSchema);
      const signal = signalOf(response);
      const letters = await index.at(asked.snapshot ?? null);
      const exported = await exportOf({ index: letters, version, now: now(), signal }, index.kept(ownerOf(request)), asked);
      await sendFile(request, response, { ...exported, mediaType: EXPORT_MEDIA_TYPES[asked.format] }, signal);
    })
    .all(onlyGet);
  return router;
}

async function exportOf(from: ExportFrom, store: KeptStore, request: ExportRequest): Promise<Exported> {
  const { collection, format } = request;
  if (collection === undefined) return exportSearch(from, request);
  const errors = besideCollection(request).map((parameter) => ({ parameter, detail: ONLY_FORMAT }));
  if (errors.length > 0) {
    throw new AppError('bad-request', errors.map((fault) => `${fault.parameter}: ${fault.detail}`).join('; '), { errors });
  }
  return exportCollection(from, await collectionToExport(store, collection), format);
}

const ONLY_FORMAT = 'expected only format beside collection: it is exported whole, in its own order';

/** The parameters that mean something for a search only. */
function besideCollection({ q, filters, from, to, summary, literal, sort, snapshot }: ExportRequest): string[] {
  const given = {
    q: q !== '',
    from: from !== undefined,
    to: to !== undefined,
    summary,
    literal: literal.length > 0,
    sort: sort !== undefined,
    snapshot: snapshot !== undefined,
  };
  return [...Object.entries(given).flatMap(([name, isGiven]) => (isGiven ? [name] : [])), ...Object.keys(filters)];
}
