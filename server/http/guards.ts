/** What stands before every route: the request id, the security headers, and the check of the Host header. */
import type { RequestHandler } from 'express';
import { AppError } from '#contract/problem.ts';
import type { SearchIndex } from '../search/port.ts';

/** A Vite build has no inline scripts; its component library sets inline styles. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ');

/** The header that carries the id of a request. */
export const REQUEST_ID = 'X-Request-Id';

/** Gives each request an id: in the answer's header, in the log and as `instance` of a problem. */
export function requestIds(newId: () => string): RequestHandler {
  return (_request, response, next) => {
    response.set(REQUEST_ID, newId());
    next();
  };
}

export const securityHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    'X-Content-Type-Options': 'nosniff',
    // The address holds the query.
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
  next();
};

/**
 * Answers only requests for a name of this machine. Without it a web page could have its own name resolve to 127.0.0.1
 * and read the index through the visitor's browser (DNS rebinding).
 */
export const loopbackHostOnly: RequestHandler = (request, _response, next) => {
  if (isLoopback(nameOf(request.headers.host ?? ''))) return next();
  throw new AppError('bad-request', 'This server answers only under a name of its own machine, such as localhost', {
    errors: [{ parameter: 'Host', detail: 'expected localhost, 127.0.0.1 or [::1]' }],
  });
};

/**
 * Takes a request from the server's own pages and from programs that are no browser. A browser says by Sec-Fetch-Site, or
 * older ones by Origin, which page asks: no other page may put this server to work through its visitor's browser.
 */
export const sameOriginOnly: RequestHandler = (request, _response, next) => {
  const site = request.get('sec-fetch-site');
  const origin = request.get('origin');
  const own = site === undefined ? origin === undefined || hostOf(origin) === request.get('host') : ['same-origin', 'none'].includes(site);
  if (own) return next();
  throw new AppError('cross-origin', 'Only the pages of this server may send anything to it from a browser');
};

/**
 * The same, and AppError `read-only` where the server may not write to its library. One that has none says so itself
 * (`not-on-this-server`).
 */
export function mayWrite({ readOnly, hidden }: Pick<SearchIndex, 'readOnly' | 'hidden'>): RequestHandler {
  const refuses = readOnly && !hidden.includes('saved');
  return (request, response, next) =>
    sameOriginOnly(request, response, () => {
      if (refuses) throw new AppError('read-only', 'This server was started with --read-only, or may not write to its data folder');
      next();
    });
}

/** Name and port of an origin; null for `null` and for what is none. */
function hostOf(origin: string): string | null {
  return URL.parse(origin)?.host ?? null;
}

/** Whether a host name or address is this machine itself: "localhost", "127.0.0.1", "::1". */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|(?:[a-z0-9-]+\.)+localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1)$/i.test(host);
}

/** The name in a Host header, without port and brackets. */
function nameOf(host: string): string {
  return /^\[([^\]]*)\](?::\d+)?$/.exec(host)?.[1] ?? host.replace(/:\d+$/, '');
}
