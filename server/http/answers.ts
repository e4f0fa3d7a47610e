/** What every route needs: answers typed by their schema, a signal for requests that were given up, and the 405 answer. */
import type { Request, RequestHandler, Response } from 'express';
import type { z } from 'zod';
import { AppError } from '#contract/problem.ts';

/** A handler whose answer has the type of its schema; the answer is sent as JSON. */
export function answer<S extends z.ZodType>(
  _schema: S,
  handle: (request: Request, signal: AbortSignal) => Promise<z.input<S>>,
): RequestHandler {
  return async (request, response) => {
    const body = await handle(request, signalOf(response));
    response.set('Cache-Control', 'private, no-cache').json(body);
  };
}

/** The same for what was posted: nothing of the answer is kept by a browser either. */
export function posted<S extends z.ZodType>(
  _schema: S,
  handle: (request: Request, response: Response, signal: AbortSignal) => Promise<z.input<S>>,
): RequestHandler {
  return async (request, response) => {
    const body = await handle(request, response, signalOf(response));
    response.set('Cache-Control', 'no-store').json(body);
  };
}

/** A signal that fires when the client goes away before its answer is written. */
export function signalOf(response: Response): AbortSignal {
  const controller = new AbortController();
  response.on('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

/** Refuses every other method of an address; HEAD is answered wherever GET is. */
export function onlyGet(_request: Request, response: Response): void {
  response.set('Allow', 'GET, HEAD');
  throw new AppError('method-not-allowed', 'Expected GET or HEAD');
}

/** Refuses every other method of an address that takes these: "GET, HEAD, POST". */
export function only(methods: string): RequestHandler {
  return (_request, response) => {
    response.set('Allow', methods);
    throw new AppError('method-not-allowed', `Expected ${methods.replaceAll(', ', ' or ')}`);
  };
}

/** Says that something was made, and where it stands: below the address that made it. */
export function created(request: Request, response: Response, id: string): void {
  response.status(201).location(`${request.originalUrl.replace(/[?#].*$/, '')}/${encodeURIComponent(id)}`);
}

/** Refuses every other method of an address that takes a body. */
export function onlyPost(_request: Request, response: Response): void {
  response.set('Allow', 'POST');
  throw new AppError('method-not-allowed', 'Expected POST');
}

/** A part of the path; Express gives each named part of a matched path as one text. */
export function part(request: Request, name: string): string {
  const value = request.params[name];
  return typeof value === 'string' ? value : '';
}
