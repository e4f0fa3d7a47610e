/** Whether what the server answers a page is what the contract says: the dashboard takes it at its word, so every browser test looks. */
import type { Page, Response } from 'playwright-core';
import type { z } from 'zod';
import {
  DeterminationResponseSchema,
  ExplainResponseSchema,
  FieldResponseSchema,
  FieldsResponseSchema,
  ItemResponseSchema,
  StatsResponseSchema,
  TextResponseSchema,
  UnreadableResponseSchema,
} from '#contract/api.ts';
import { MetricResponseSchema, MetricsResponseSchema } from '#contract/metrics.ts';
import { ProblemSchema } from '#contract/problem.ts';
import {
  CollectedItemSchema,
  CollectedPlacesSchema,
  CollectedResponseSchema,
  CollectionResponseSchema,
  CollectionSchema,
  CollectionsResponseSchema,
  ItemsChangedSchema,
  NewItemsResponseSchema,
  SavedCountsSchema,
  SavedSearchesResponseSchema,
  SavedSearchSchema,
} from '#contract/saved.ts';
import { SearchResponseSchema } from '#contract/search.ts';
import { SimilarResponseSchema } from '#contract/similar.ts';
import { SnapshotSchema, SnapshotsResponseSchema } from '#contract/snapshots.ts';
import { SuggestResponseSchema } from '#contract/suggest.ts';

/** By method and path below the API. */
const ANSWERS: readonly (readonly [RegExp, z.ZodType])[] = [
  [/^GET \/search$/, SearchResponseSchema],
  [/^GET \/stats$/, StatsResponseSchema],
  [/^GET \/suggest$/, SuggestResponseSchema],
  [/^GET \/fields$/, FieldsResponseSchema],
  [/^GET \/fields\/[^/]+$/, FieldResponseSchema],
  [/^GET \/metrics$/, MetricsResponseSchema],
  [/^GET \/metrics\/[^/]+$/, MetricResponseSchema],
  [/^GET \/unreadable$/, UnreadableResponseSchema],
  [/^GET \/determinations\/[^/]+$/, DeterminationResponseSchema],
  [/^GET \/determinations\/[^/]+\/text$/, TextResponseSchema],
  [/^GET \/determinations\/[^/]+\/explain$|^POST \/explain$/, ExplainResponseSchema],
  [/^GET \/determinations\/[^/]+\/items\/\d+$/, ItemResponseSchema],
  [/^GET \/determinations\/[^/]+\/items\/\d+\/similar$|^POST \/similar\/(?:case|letter)$/, SimilarResponseSchema],
  [/^GET \/saved-searches$/, SavedSearchesResponseSchema],
  [/^GET \/saved-searches\/[^/]+\/counts$/, SavedCountsSchema],
  [/^GET \/saved-searches\/[^/]+\/new$/, NewItemsResponseSchema],
  [/^GET \/saved-searches\/[^/]+$|^(?:POST|PATCH) \/saved-searches/, SavedSearchSchema],
  [/^GET \/snapshots$/, SnapshotsResponseSchema],
  [/^GET \/snapshots\/[^/]+$|^(?:POST|PATCH) \/snapshots/, SnapshotSchema],
  [/^GET \/collections$/, CollectionsResponseSchema],
  [/^GET \/collections\/[^/]+$/, CollectionResponseSchema],
  [/^GET \/collected$/, CollectedResponseSchema],
  [/^GET \/collected\/[^/]+$/, CollectedPlacesSchema],
  [/^PATCH \/collections\/[^/]+\/items$/, ItemsChangedSchema],
  [/^(?:POST|PATCH) \/collections\/[^/]+\/items/, CollectedItemSchema],
  [/^(?:POST|PATCH) \/collections/, CollectionSchema],
];
/** Files that are handed over, which are no answers. */
const FILES = /^GET \/(?:export$|metrics\/[^/]+\/file$|determinations\/[^/]+\/original$)/;
const API = '/api/v1';

/** Looks at every answer of the API that a page gets. What is returned gives, once all have been looked at, what was not as agreed. */
export function watchAnswers(page: Page): () => Promise<string[]> {
  const looked: Promise<string | null>[] = [];
  page.on('response', (response) => looked.push(faultOf(response)));
  return async () => (await Promise.all(looked)).filter((fault) => fault !== null);
}

async function faultOf(response: Response): Promise<string | null> {
  const { pathname } = new URL(response.url());
  const asked = `${response.request().method()} ${pathname.slice(API.length)}`;
  if (!pathname.startsWith(API) || response.status() === 304 || FILES.test(asked)) return null;
  // A page that was left, or has given the question up, has no answer any more.
  const text = await response.text().catch(() => null);
  if (text === null || response.status() === 204) return null;
  const schema = response.ok() ? ANSWERS.find(([path]) => path.test(asked))?.[1] : ProblemSchema;
  if (schema === undefined) return `${asked}: no schema is known for what is answered`;
  const { error } = schema.safeParse(JSON.parse(text));
  return error === undefined ? null : `${asked}: ${error.message}`;
}
