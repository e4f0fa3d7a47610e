/** What tests of the pages of what is kept do beside the page: make things on the server, and hold or spoil its answers. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { CollectedItemSchema, CollectionSchema } from '#contract/saved.ts';
import { SearchResponseSchema } from '#contract/search.ts';
import { FAULTY } from './pages.ts';

/** What the server answers to something new. */
export async function post(url: string, path: string, body: object): Promise<unknown> {
  const response = await fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
  expect(response.status).toBe(201);
  return response.json();
}

/** A collection with the first items that a search finds; the name is the test's own. */
export async function collectionOf(url: string, name: string, q: string, count: number): Promise<{ id: string }> {
  const { id } = CollectionSchema.parse(await post(url, '/collections', { name }));
  const { hits } = SearchResponseSchema.parse(await (await fetch(`${url}/api/v1/search?q=${q}`)).json());
  for (const { id: item } of hits.slice(0, count)) {
    CollectedItemSchema.parse(await post(url, `/collections/${id}/items`, { item, note: '' }));
  }
  return { id };
}

/** Holds what `method` asks of these paths until the returned function is called. */
export async function hold(page: Page, method: string, path: RegExp): Promise<() => void> {
  const gate = Promise.withResolvers<void>();
  await page.route(path, async (route) => {
    if (route.request().method() === method) await gate.promise;
    await route.fallback();
  });
  return gate.resolve;
}

/** Answers what `method` asks of these paths with a fault, until the returned function is called. */
export async function spoil(page: Page, method: string, path: RegExp): Promise<() => Promise<void>> {
  const answer = (route: Parameters<Parameters<Page['route']>[1]>[0]) =>
    route.request().method() === method ? route.fulfill(FAULTY) : route.fallback();
  await page.route(path, answer);
  return () => page.unroute(path, answer);
}
