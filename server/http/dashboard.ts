/** The built dashboard: its files, and its page for every other address that a browser opens. */
import { join } from 'node:path';
import { Router } from 'express';
import expressStaticGzip from 'express-static-gzip';
import { htmlPage } from './html-page.ts';

const YEAR_SECONDS = 31_536_000;
/** Below it stand letters by their ids. */
const LETTERS = '/determinations/';
const ANALYTICS = '/analytics/';

/**
 * Serves a Vite build. Files below `assets/` carry a hash of what they hold in their name, so they never change. Beside a
 * file may lie its compressed forms (`.br`, `.gz`): whoever takes one gets it, under a tag of its own.
 */
export function dashboard(webRoot: string): Router {
  const router = Router();
  router.use(
    expressStaticGzip(webRoot, {
      enableBrotli: true,
      orderPreference: ['br'],
      index: false,
      serveStatic: {
        index: false,
        redirect: false,
        setHeaders(response, path) {
          const hashed = path.startsWith(join(webRoot, 'assets'));
          response.setHeader('Cache-Control', hashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache');
        },
      },
    }),
  );
  router.use((request, response, next) => {
    if (!isPage(request.method, request.path) || request.accepts('html') === false) return next();
    response.set('Cache-Control', 'no-cache');
    response.sendFile('index.html', { root: webRoot, cacheControl: false });
  });
  return router;
}

/** Without a build: a page that says how to make one. */
export function noDashboard(): Router {
  const router = Router();
  router.use((request, response, next) => {
    if (!isPage(request.method, request.path) || request.accepts('html') === false) return next();
    const lines = ['The dashboard is not built. Run "npm run build" and start again.', 'The HTTP API is at /api/v1.'];
    response.status(404).type('html').send(htmlPage('IMR Index', lines));
  });
  return router;
}

/** A file that is missing stays missing: its address has a dot or lies below `assets/`. Ids of letters, and values that a page of analytics is of, may have dots. */
function isPage(method: string, path: string): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  const last = path.slice(path.lastIndexOf('/') + 1);
  return path.startsWith(LETTERS) || path.startsWith(ANALYTICS) || (!path.startsWith('/assets/') && !last.includes('.'));
}
