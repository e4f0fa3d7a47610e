/** Who asks. Until there are users everybody is the one owner `local`; this is the one place that will know better. */
import type { Request, RequestHandler } from 'express';
import { LOCAL_OWNER } from '../library/kept-store.ts';

const owners = new WeakMap<Request, string>();

/** Makes the principal of each request. */
export const principals: RequestHandler = (request, _response, next) => {
  owners.set(request, LOCAL_OWNER);
  next();
};

/** The owner of what the asker keeps. */
export function ownerOf(request: Request): string {
  const owner = owners.get(request);
  if (owner === undefined) throw new Error('a route stands before the principals');
  return owner;
}
