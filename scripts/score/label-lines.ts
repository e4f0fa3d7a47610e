/** Reading a file of labels line by line: what is wrong is told in plain words with its line, all of it at once. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { z } from 'zod';
import { AppError } from '#contract/problem.ts';
import { nearest } from './allowed.ts';
import { expected, NOT_COUNTED, REPEATED, type Shape, shapeAt } from './schema.ts';

/** One line that is as it must be. `line` counts from 1. */
export interface Labelled<T> {
  readonly value: T;
  readonly line: number;
}

/** Faults stop the measuring; warnings are told beside it. */
export class Findings {
  readonly faults: string[] = [];
  readonly warnings: string[] = [];

  /** Throws AppError `usage` with every fault, the first twenty in words. */
  throwIfAny(): void {
    if (this.faults.length === 0) return;
    const rest = this.faults.length - SHOWN;
    const lines = [...this.faults.slice(0, SHOWN), ...(rest > 0 ? [`... and ${rest} more`] : [])];
    throw new AppError('usage', `${this.faults.length === 1 ? '' : `${this.faults.length} faults in the labels:\n`}${lines.join('\n')}`);
  }
}
const SHOWN = 20;

/** The lines of a file of labels; empty lines and a byte order mark are passed over. */
export async function readLines<S extends z.ZodType>(
  path: string,
  schema: S,
  shape: Shape,
  findings: Findings,
): Promise<Labelled<z.infer<S>>[]> {
  const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  return text.split('\n').flatMap((content, index) => {
    if (content.trim() === '') return [];
    const line = index + 1;
    const at = `${basename(path)} line ${line}`;
    const json = parseJson(content);
    if ('column' in json) {
      findings.faults.push(`${at} is not valid JSON (column ${json.column})`);
      return [];
    }
    if (isDraft(json.value)) {
      findings.faults.push(`${at} is a draft: correct it against the letter, then take "draft" out of it`);
      return [];
    }
    const parsed = schema.safeParse(json.value);
    unknownKeys(json.value, shape, '', at, findings);
    if (parsed.success) return [{ value: parsed.data, line }];
    for (const issue of parsed.error.issues) findings.faults.push(`${at}: ${wrongValue(issue.path, json.value, shape)}`);
    return [];
  });
}

/** Whether there is such a file of labels. */
export async function exists(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() === true;
}

/** What `--draft` wrote and nobody has looked at: it agrees with what is read, whatever the letter says. */
const isDraft = (line: unknown) => typeof line === 'object' && line !== null && 'draft' in line && line.draft !== false;

/** The JSON of a line, or the column (from 1) where it stops being any. */
function parseJson(line: string): { value: unknown } | { column: number } {
  try {
    return { value: JSON.parse(line) };
  } catch (error) {
    const position = /at position (\d+)/.exec(String(error))?.[1];
    return { column: position === undefined ? line.trimEnd().length + 1 : Number(position) + 1 };
  }
}

function wrongValue(path: readonly PropertyKey[], line: unknown, shape: Shape): string {
  const found = path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), line);
  const wanted = `expected ${expected(shapeAt(shape, path))}`;
  if (path.length === 0) return `${wanted}, found ${described(found)}`;
  return found === undefined ? `${named(path)} is missing; ${wanted}` : `${named(path)}: ${wanted}, found ${described(found)}`;
}

/** A path as people write it: `issues[0].decision`. */
function named(path: readonly PropertyKey[]): string {
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`)).join('');
}

/** A value, cut short: a summary would fill the screen. */
function described(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value !== 'string') return `the ${typeof value} ${String(value)}`;
  return value === '' ? 'an empty text' : value.length > 40 ? `a text of ${value.length} letters` : value;
}

/** Unknown keys are not counted: a warning, or a fault where a key that is missing was nearly written. */
function unknownKeys(value: unknown, shape: Shape, above: string, at: string, findings: Findings): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const [index, one] of value.entries()) unknownKeys(one, shape.items ?? {}, `${above}[${index}]`, at, findings);
    return;
  }
  const known = shape.properties;
  if (known === undefined) return;
  const missing = new Map(
    Object.keys(known)
      .filter((key) => !(key in value))
      .map((key) => [key, key]),
  );
  for (const [key, part] of Object.entries(value)) {
    const path = above === '' ? key : `${above}.${key}`;
    const its = known[key];
    if (its !== undefined) unknownKeys(part, its, path, at, findings);
    else if (!NOT_COUNTED.includes(key) && !REPEATED.includes(key)) {
      const near = nearest(key, missing);
      if (near === null) findings.warnings.push(`${at}: key "${path}" is not known and not counted`);
      else findings.faults.push(`${at}: key "${path}" is not known (nearest: ${near})`);
    }
  }
}
