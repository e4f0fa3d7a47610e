/**
 * Data that is read when it is first used, so that a command which needs none of it does not wait for it. Read from the disk and
 * checked by its schema once; throws what the schema says where a file is not as it should be.
 */
import { readFileSync } from 'node:fs';
import type { z } from 'zod';

/** The vocabulary of a JSON file beside this one, as an object whose keys read the file when one of them is first asked for. */
export function loadedWhenUsed<S extends z.ZodRawShape>(file: string, schema: z.ZodObject<S>): z.output<z.ZodObject<S>> {
  const load = once(() => schema.parse(JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'))));
  const vocabulary = {};
  for (const key of Object.keys(schema.shape)) {
    Object.defineProperty(vocabulary, key, { enumerable: true, get: () => load()[key as keyof z.output<z.ZodObject<S>>] });
  }
  return vocabulary as z.output<z.ZodObject<S>>;
}

/** A map that is made when it is first asked something. */
export function laterMap<K, V>(make: () => ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  const map = once(make);
  return {
    get size() {
      return map().size;
    },
    get: (key) => map().get(key),
    has: (key) => map().has(key),
    forEach: (use) => map().forEach(use),
    keys: () => map().keys(),
    values: () => map().values(),
    entries: () => map().entries(),
    [Symbol.iterator]: () => map()[Symbol.iterator](),
  };
}

/** A value that is made when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
