/** Requests to a server that is measured. What it answers is taken and thrown away, so that the measuring costs little beside it. */
import { Agent, request } from 'node:http';
import { timed } from './figures.ts';

const agent = new Agent({ keepAlive: true });

/** Asks, and takes the answer to its end; returns its status. A body is posted. The signal ends it: what it throws is an AbortError. */
export function ask(url: string, { signal, html }: { signal?: AbortSignal; html?: string } = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const posted = html === undefined ? {} : { method: 'POST', headers: { 'content-type': 'text/html' } };
    const asked = request(url, { agent, ...posted, ...(signal === undefined ? {} : { signal }) }, (response) => {
      response.on('error', reject);
      response.on('end', () => resolve(response.statusCode ?? 0));
      response.resume();
    });
    asked.on('error', reject);
    asked.end(html);
  });
}

/** The path of a search page. */
export function searchPath(q: string): string {
  return `/api/v1/search?q=${encodeURIComponent(q)}`;
}

/** How long an answer takes, in milliseconds. Throws where it is none. */
export function latency(url: string, path: string): Promise<number> {
  return timed(async () => {
    const status = await ask(`${url}${path}`);
    if (status !== 200) throw new Error(`${path} was answered with ${status}`);
  });
}

/**
 * Does `work` over and over in `many` lines at once, until `watch` has ended; then what runs is given up. Returns what `watch` returned, and how often
 * `work` ended with which status.
 */
export async function during<T>(
  many: number,
  work: (round: number, signal: AbortSignal) => Promise<number>,
  watch: () => Promise<T>,
): Promise<{ watched: T; statuses: ReadonlyMap<number, number> }> {
  const over = new AbortController();
  const statuses = new Map<number, number>();
  let round = 0;
  const line = async () => {
    while (!over.signal.aborted) {
      round += 1;
      const status = await work(round, over.signal);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  const lines = Array.from({ length: many }, () =>
    line().catch((error: unknown) => {
      if (!over.signal.aborted) throw error;
    }),
  );
  const all = Promise.all(lines);
  try {
    // A line that fails ends the measuring; none ends well before it is over.
    const watched = await Promise.race([watch(), all.then(() => Promise.reject<T>(new Error('the work ended before it was over')))]);
    return { watched, statuses };
  } finally {
    over.abort();
    await Promise.allSettled(lines);
  }
}
