/** For tests: requests that change something, as the pages of the server send them. */
import { expect } from 'vitest';
import type { z } from 'zod';
import type { Running } from '../running-server.ts';

export interface Sending {
  /** The answer of a change with a JSON body, parsed by its schema; fails on any status but 200 and 201. */
  send<S extends z.ZodType>(method: 'POST' | 'PATCH', path: string, body: unknown, schema: S): Promise<z.output<S>>;
  remove(path: string): Promise<void>;
}

export function jsonInit(method: string, body: unknown, headers: Record<string, string> = {}): RequestInit {
  return { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } };
}

export function sending(server: Running): Sending {
  const api = `${server.url}/api/v1`;
  return {
    async send(method, path, body, schema) {
      const response = await fetch(api + path, jsonInit(method, body));
      const answer: unknown = await response.json();
      if (response.status !== 200 && response.status !== 201)
        throw new Error(`${path} answered ${response.status}: ${JSON.stringify(answer)}`);
      expect(response.headers.get('cache-control')).toBe('no-store');
      if (response.status === 201) expect(response.headers.get('location')).toMatch(new RegExp(`^/api/v1${path}/.+`));
      return schema.parse(answer);
    },
    async remove(path) {
      expect((await fetch(api + path, { method: 'DELETE' })).status).toBe(204);
    },
  };
}
