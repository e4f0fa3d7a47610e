/** Answers of the API are sent compressed to whoever takes them so. */
import compression from 'compression';
import type { RequestHandler } from 'express';

/**
 * Compresses answers of a kilobyte or more. Files that are handed over (exports, originals) are sent as they are: an export is made while it is
 * taken, and the tag of an original is of its very bytes. The tags of all other answers are weak, so that one holds for every encoding.
 */
export const compressed: readonly RequestHandler[] = [
  // Said of the answer "not modified" and of small ones as well: a cache asks anew for each encoding.
  (_request, response, next) => {
    response.vary('Accept-Encoding');
    next();
  },
  compression({
    filter: (request, response) => !response.hasHeader('Content-Disposition') && compression.filter(request, response),
  }),
];
