/** Judged queries as they lie in a folder: `queries.jsonl`, `qrels.tsv`, and `letters.txt` where only some letters were judged. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '#contract/problem.ts';
import type { Grades } from './measures.ts';

const QuerySchema = z.object({ id: z.string().min(1), kind: z.string().min(1), text: z.string().min(1) });

export interface JudgedQuery extends z.infer<typeof QuerySchema> {
  readonly grades: Grades;
}

export interface Judged {
  readonly queries: readonly JudgedQuery[];
  /** Case numbers that were judged; null: all of them. */
  readonly letters: ReadonlySet<string> | null;
}

/** The id of an item in judgements: case number and item number. */
export function judgedId(caseNumber: string, number: number): string {
  return `${caseNumber}#${number}`;
}

/** Reads a folder of judged queries. Throws AppError `usage` with file, line and what was expected. */
export function readJudged(folder: string): Judged {
  const grades = new Map<string, Map<string, number>>();
  for (const { text, where } of linesOf(join(folder, 'qrels.tsv'))) {
    const [query = '', letter = '', item = '', grade = ''] = text.split('\t').map((part) => part.trim());
    if (query === '' || letter === '' || !/^\d+$/.test(item) || !/^\d+$/.test(grade)) {
      throw new AppError('usage', `${where}: expected query id, case number, item number and grade between tabs`);
    }
    const known = grades.get(query) ?? new Map<string, number>();
    grades.set(query, known.set(judgedId(letter, Number(item)), Number(grade)));
  }
  const queries = linesOf(join(folder, 'queries.jsonl')).map(({ text, where }): JudgedQuery => {
    const parsed = QuerySchema.safeParse(parseJson(text));
    if (!parsed.success) throw new AppError('usage', `${where}: expected a JSON object with id, kind and text`);
    return { ...parsed.data, grades: grades.get(parsed.data.id) ?? new Map() };
  });
  const unknown = [...grades.keys()].filter((id) => !queries.some((query) => query.id === id));
  if (unknown.length > 0) throw new AppError('usage', `qrels.tsv judges queries that queries.jsonl has not: ${unknown.join(', ')}`);
  const list = join(folder, 'letters.txt');
  return { queries, letters: existsSync(list) ? new Set(readFileSync(list, 'utf8').split(/\s+/).filter(Boolean)) : null };
}

function linesOf(file: string): { text: string; where: string }[] {
  if (!existsSync(file)) throw new AppError('usage', `There is no ${file}; expected a folder with queries.jsonl and qrels.tsv`);
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .map((text, index) => ({ text, where: `${file}:${index + 1}` }))
    .filter(({ text }) => text.trim() !== '' && !text.startsWith('#'));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
