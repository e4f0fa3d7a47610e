import { hash } from 'node:crypto';

/** A name that is longer than this is kept as its hash: names are whole expressions, thousands of characters of a long question. */
const LONGEST_NAME = 128;

/**
 * What was asked last: answers that are kept while they stay true, the one asked longest ago given up first. It takes no more room than
 * that many answers and short names do.
 */
export class Recent<T> {
  readonly #most: number;
  readonly #kept = new Map<string, T>();

  constructor(most: number) {
    this.#most = most;
  }

  get(name: string): T | undefined {
    const key = keyOf(name);
    const found = this.#kept.get(key);
    if (found !== undefined) {
      this.#kept.delete(key);
      this.#kept.set(key, found);
    }
    return found;
  }

  set(name: string, answer: T): void {
    this.#kept.set(keyOf(name), answer);
    if (this.#kept.size <= this.#most) return;
    for (const oldest of this.#kept.keys()) {
      this.#kept.delete(oldest);
      return;
    }
  }

  clear(): void {
    this.#kept.clear();
  }
}

/** What an answer is kept by. */
export function keyOf(name: string): string {
  return name.length > LONGEST_NAME ? hash('sha256', name, 'base64') : name;
}
