/**
 * Which columns the objects of a JSON file have: their keys, or, where one of their texts is a row written as lines ("case number: ...", then
 * "treatment: ..."), the names that stand at the starts of its lines.
 */
import type { HeaderFinder } from './header.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** The columns, and an object's cells in their order. */
export interface JsonColumns {
  readonly names: readonly string[];
  readonly cells: (object: JsonObject) => string[];
}

/** A name at the start of a line, in lower case: up to five words, the last of which may be a number. */
const NAME = /^([a-z]+(?: [a-z]+){0,3}(?: \d+)?):(?: |$)/;

/** The columns of some objects, the first of their file; null where `find` takes neither their keys nor what is written in them. */
export function columnsOf(objects: readonly JsonObject[], find: HeaderFinder): JsonColumns | null {
  const flat = objects.map(flattened);
  const keys = [...new Set(flat.flatMap((object) => Object.keys(object).filter((key) => !isNested(object[key]))))];
  const ways: JsonColumns[] = [
    {
      names: keys.map((key) => key.trim()),
      cells: (object) => {
        const all = flattened(object);
        return keys.map((key) => textOf(all[key]));
      },
    },
    ...keys.map((key) => writtenIn(objects, key)),
  ];
  const found = find(ways.map(({ names }) => [names]));
  return ways[found?.way ?? -1] ?? null;
}

/** An object inside another is columns of it, by both names: "request.service". */
function flattened(object: JsonObject): JsonObject {
  if (!Object.values(object).some(isObject)) return object;
  return Object.fromEntries(
    Object.entries(object).flatMap(([key, value]) =>
      isObject(value) ? Object.entries(value).map(([inner, one]) => [`${key}.${inner}`, one] as const) : [[key, value] as const],
    ),
  );
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The columns that are written as lines in the texts of a key. */
function writtenIn(objects: readonly JsonObject[], key: string): JsonColumns {
  const texts = objects.map((object) => object[key]).filter((value) => typeof value === 'string');
  const times = new Map<string, number>();
  const all: string[] = [];
  for (const text of texts) {
    if (nameOf(text) === null) continue;
    const own = [...new Set(text.split('\n').map(nameOf))].filter((name) => name !== null);
    all.push(...own);
    for (const kind of new Set(own.map(unnumbered))) times.set(kind, (times.get(kind) ?? 0) + 1);
  }
  // What stands at the start of a line in one text only is a line of prose: a column has a name in several.
  const names = [...new Set(all)].filter((name) => texts.length === 1 || (times.get(unnumbered(name)) ?? 0) > 1);
  return { names, cells: (object) => cellsOf(typeof object[key] === 'string' ? object[key] : '', names) };
}

/** The values behind the names. A value goes on until the next name; a name that was met before is words of a value. */
function cellsOf(text: string, names: readonly string[]): string[] {
  const values = new Map<string, string[]>();
  let value: string[] | null = null;
  for (const line of text.split('\n')) {
    const name = nameOf(line);
    if (name === null || !names.includes(name) || values.has(name)) {
      value?.push(line);
      continue;
    }
    value = [line.slice(name.length + 1)];
    values.set(name, value);
  }
  return names.map((name) => values.get(name)?.join('\n') ?? '');
}

function nameOf(line: string): string | null {
  return NAME.exec(line)?.[1] ?? null;
}

/** "summary 2" is one more "summary". */
function unnumbered(name: string): string {
  return name.replace(/ \d+$/, '');
}

function isNested(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !(Array.isArray(value) && value.every(isPlain));
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** A value as text: several of them each in square brackets, as the published tables print them; nothing for null and for what is nested. */
function textOf(value: unknown): string {
  if (isPlain(value)) return String(value);
  if (!Array.isArray(value) || isNested(value)) return '';
  return value.map((one) => (/^\[[^[\]]*\]$/.test(String(one)) ? one : `[${one}]`)).join(' ');
}
