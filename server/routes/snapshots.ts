/** /snapshots: named, dated freezes of the letters, which searches, rates and exports can be asked as of. */
import { Router } from 'express';
import { z } from 'zod';
import { SnapshotChangeSchema, SnapshotInputSchema, SnapshotSchema, SnapshotsResponseSchema } from '#contract/snapshots.ts';
import { answer, created, only, part, posted } from '../http/answers.ts';
import { mayWrite } from '../http/guards.ts';
import { readJson } from '../http/json-body.ts';
import { readParams } from '../http/params.ts';
import type { SearchIndex } from '../search/port.ts';

const NONE = z.object({});

export function snapshotRoutes(index: SearchIndex, version: string, now: () => Date): Router {
  const router = Router();
  const { snapshots } = index;
  const writes = mayWrite(index);
  router
    .route('/snapshots')
    .get(
      answer(SnapshotsResponseSchema, async (request) => {
        readParams(request, NONE);
        return { snapshots: await snapshots.list() };
      }),
    )
    .post(
      writes,
      posted(SnapshotSchema, async (request, response) => {
        readParams(request, NONE);
        const input = await readJson(request, response, SnapshotInputSchema);
        const taken = await snapshots.take({ ...input, takenAt: now().toISOString(), program: version });
        created(request, response, taken.id);
        return taken;
      }),
    )
    .all(only('GET, HEAD, POST'));
  router
    .route('/snapshots/:id')
    .get(
      answer(SnapshotSchema, async (request) => {
        readParams(request, NONE);
        return snapshots.get(part(request, 'id'));
      }),
    )
    .patch(
      writes,
      posted(SnapshotSchema, async (request, response) => {
        readParams(request, NONE);
        return snapshots.change(part(request, 'id'), await readJson(request, response, SnapshotChangeSchema));
      }),
    )
    .delete(writes, async (request, response) => {
      readParams(request, NONE);
      await snapshots.remove(part(request, 'id'));
      response.status(204).end();
    })
    .all(only('GET, HEAD, PATCH, DELETE'));
  return router;
}
