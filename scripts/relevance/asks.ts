/**
 * What people type and what they should see, as it lies in a file of lines: an id, the words typed, and what is expected of the first page. Whatever is
 * named must hold; `letters`, `decision` and `decided` are of the first tier, `services` of the first five results of any tier.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '#contract/problem.ts';
import type { SearchResponse } from '#contract/search.ts';
import { judgedId } from './judged.ts';

const ExpectSchema = z.strictObject({
  /** The first result, in the first tier: case number and item. */
  first: z.string().optional(),
  /** Exactly these case numbers, in any order. */
  letters: z.array(z.string()).optional(),
  /** Four of the first five results are of these. */
  services: z.array(z.string()).optional(),
  decision: z.string().optional(),
  /** How the decision day begins. */
  decided: z.string().optional(),
  total_min: z.int().optional(),
  total_max: z.int().optional(),
  /** Items of the second tier, at least. */
  some_min: z.int().optional(),
  /** A field and a value among what was understood. */
  understood: z.tuple([z.string(), z.string()]).optional(),
  /** A word in what was told. */
  note: z.string().optional(),
});
const AskSchema = z.object({ id: z.string().min(1), typed: z.string(), expect: ExpectSchema });
export type Ask = z.infer<typeof AskSchema>;

/** Reads a file of asks. Throws AppError `usage` with file, line and what was expected. */
export function readAsks(file: string): Ask[] {
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .flatMap((line, at) => {
      if (line.trim() === '') return [];
      const parsed = AskSchema.safeParse(jsonOf(line));
      if (parsed.success) return [parsed.data];
      throw new AppError('usage', `${file}:${at + 1}: expected a JSON object with id, typed and expect (${z.prettifyError(parsed.error)})`);
    });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const FIRST = 5;
const SHARE = 0.8;

/** What of an ask does not hold of its answer; empty where all does. */
export function missed({ expect }: Ask, { total, someMissing, hits, understood }: SearchResponse): string[] {
  const sure = hits.filter(({ tier }) => tier === 'all');
  const top = hits.slice(0, FIRST);
  const name = ({ caseNumber, number }: SearchResponse['hits'][number]) => judgedId(caseNumber, number);
  const cases = [...new Set(sure.map(({ caseNumber }) => caseNumber))].sort();
  const services = top.filter(({ service }) => expect.services?.includes(service?.value ?? '')).length;
  const says = ([field, value]: readonly [string, string]) =>
    understood.parts.some(
      (part) => 'field' in part && part.field === field && 'values' in part && part.values.some((one) => one.value === value),
    );
  const holds: Record<keyof Ask['expect'], (() => boolean) | false> = {
    first: expect.first !== undefined && (() => sure[0] !== undefined && name(sure[0]) === expect.first),
    letters: expect.letters !== undefined && (() => cases.join() === [...(expect.letters ?? [])].sort().join()),
    services: expect.services !== undefined && (() => services >= SHARE * Math.max(1, top.length)),
    decision: expect.decision !== undefined && (() => sure.length > 0 && sure.every(({ decision }) => decision === expect.decision)),
    decided:
      expect.decided !== undefined &&
      (() => sure.length > 0 && sure.every(({ decidedOn }) => decidedOn?.startsWith(expect.decided ?? '') === true)),
    total_min: expect.total_min !== undefined && (() => total >= (expect.total_min ?? 0)),
    total_max: expect.total_max !== undefined && (() => total <= (expect.total_max ?? 0)),
    some_min: expect.some_min !== undefined && (() => someMissing >= (expect.some_min ?? 0)),
    understood: expect.understood !== undefined && (() => says(expect.understood ?? ['', ''])),
    note: expect.note !== undefined && (() => JSON.stringify(understood).includes(expect.note ?? '')),
  };
  const wrong = Object.entries(holds).flatMap(([what, test]) => (test !== false && !test() ? [what] : []));
  return wrong.length === 0 ? [] : [...wrong, `total ${total}`, `first ${top.map((hit) => `${name(hit)} ${hit.decision}`).join(', ')}`];
}
