/** The body of a request as bytes, for the addresses that take one. */
import { type Request, type Response, raw } from 'express';
import { AppError } from '#contract/problem.ts';

/**
 * The bytes of the body, empty where none was sent. `types` are the media types taken, parameters (a charset) aside; `limit`
 * is in bytes. Throws AppError `media-type`, `body-too-large` or, where the body was cut short, `bad-request`.
 */
export function bodyOf(request: Request, response: Response, types: readonly string[], limit: number): Promise<Uint8Array> {
  const type = (request.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (!types.includes(type)) throw new AppError('media-type', `Expected a Content-Type of ${types.join(', ')}`);
  return new Promise((resolve, reject) => {
    // Not inflated: a small body could hold a very large one.
    raw({ type: () => true, limit, inflate: false })(request, response, (error?: unknown) => {
      if (error !== undefined) reject(refusalOf(error, limit));
      else resolve(request.body instanceof Uint8Array ? request.body : new Uint8Array());
    });
  });
}

function refusalOf(error: unknown, limit: number): unknown {
  const status = error instanceof Error && 'status' in error ? error.status : null;
  if (status === 413) return new AppError('body-too-large', `Expected at most ${limit / 1_000_000} MB`);
  if (status === 415) return new AppError('media-type', 'Expected a body without a Content-Encoding');
  return status === 400 ? new AppError('bad-request', 'The body of the request was cut short') : error;
}
