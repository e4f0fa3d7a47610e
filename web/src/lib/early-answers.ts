/**
 * What the opened page will show first, asked for while the program that shows it is still on its way (`early.ts` asks, `main.tsx` takes). So the first
 * drawing of a page has its answer already, and nothing is drawn twice.
 */
import { getJson } from './api-client.ts';
import { askedSearch, searchPath } from './asked-search.ts';
import { readSearch } from './url-state.ts';

const asked = new Map<string, Promise<unknown>>();
/** The program is there and asks by itself. */
let closed = false;

/** Asks for what the page at this address shows; each path below the API once. */
export function askEarly({ pathname, search }: { readonly pathname: string; readonly search: string }): void {
  if (closed) return;
  const ofPage = pathname === '/' ? [searchPath(askedSearch(readSearch(new URLSearchParams(search))))] : [];
  // The frame of every page shows what is in the index.
  for (const path of [...ofPage, '/stats']) {
    const answer = getJson(path, new AbortController().signal);
    // Told by whoever takes it.
    answer.catch(() => {});
    asked.set(path, answer);
  }
}

/** The paths that were asked for and not yet taken; from now on nothing more is asked early. */
export function earlyPaths(): string[] {
  closed = true;
  return [...asked.keys()];
}

/** The answer of a path that was asked for early, for the first who takes it; undefined where it is to be asked for now. */
export function takeEarly<T>(path: string): Promise<T> | undefined {
  const answer = asked.get(path) as Promise<T> | undefined;
  asked.delete(path);
  return answer;
}
