/**
 * An export from the request to the bytes of its file. Everything is checked and counted before the first byte; then the rows are read
 * as fast as the file is taken, and no faster.
 */

import { type ExportAbout, type ExportRequest, MOST_XLSX_ITEMS } from '#contract/export.ts';
import type { ExportFormat } from '#contract/lists.ts';
import { AppError } from '#contract/problem.ts';
import type { QueryNode } from '#contract/query.ts';
import type { LettersAt } from '../../search/port.ts';
import { shortName } from '../files/file-name.ts';
import { nearestOf } from '../question/nearest.ts';
import { readQuestion } from '../question/read-question.ts';
import { describeSearch } from './about.ts';
import { csvChunks } from './csv.ts';
import { jsonlChunks } from './jsonl.ts';
import { type Noted, type Rows, rowsOfItems, rowsOfSearch } from './rows.ts';
import { xlsxChunks } from './xlsx.ts';

export interface ExportFrom {
  readonly index: LettersAt;
  /** The instant that is written into the file. */
  readonly now: Date;
  /** Version of the program. */
  readonly version: string;
  readonly signal?: AbortSignal | undefined;
}

/** A collection as it is exported. */
export interface ExportedCollection {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly items: readonly Noted[];
}

export interface Exported {
  /** For example `imr-index-2026-02-03-personal-trainer.csv`; ASCII. */
  readonly fileName: string;
  readonly about: ExportAbout;
  /** The file; each piece is made when it is asked for. */
  readonly chunks: AsyncIterable<Uint8Array | string>;
}

/** All items of the first tier of a search, or where it has none, those that have most of what was asked for. Throws AppError `bad-query`, `bad-request` or what the engine throws. */
export async function exportSearch(from: ExportFrom, request: ExportRequest): Promise<Exported> {
  const { index, signal } = from;
  const question = await readQuestion(index, request, signal);
  const { filters, understanding } = question;
  const { sort = 'relevance' } = request;
  const count = (where: QueryNode) => index.search({ where, filters, facets: [], sort: 'case', offset: 0, limit: 0 }, signal);
  const all = await count(question.where);
  const nearest = all.total > 0 ? null : await nearestOf(index, understanding, filters, signal);
  const shown = nearest === null ? question : { ...question, where: nearest.where };
  const { total, letters } = nearest === null ? all : await count(nearest.where);
  const about: ExportAbout = {
    ...(await madeBy(from)),
    items: total,
    letters,
    search: describeSearch({ ...request, sort }, question, nearest),
    collection: null,
  };
  const narrowed = Object.keys(request.filters).length > 0 || request.from !== undefined || request.to !== undefined;
  const name = shortName(request.q, narrowed ? 'filtered' : 'all');
  return toExported(about, name, request.format, rowsOfSearch(index, shown, sort, signal));
}

/** The items of a collection in its order; those that are no longer in the index have no row and are named. */
export async function exportCollection(from: ExportFrom, collection: ExportedCollection, format: ExportFormat): Promise<Exported> {
  const { index, signal } = from;
  const { id, name, note, items } = collection;
  const there = new Set<string>();
  const letters = new Set<string>();
  for await (const piece of rowsOfItems(index, items, signal)) {
    for (const { item, determination } of piece) {
      there.add(item.id);
      letters.add(determination.id);
    }
  }
  const missing = items.flatMap(({ itemId }) => (there.has(itemId) ? [] : [itemId]));
  const about: ExportAbout = {
    ...(await madeBy(from)),
    items: there.size,
    letters: { count: letters.size, exact: true },
    search: null,
    collection: { id, name, note, missing },
  };
  return toExported(about, shortName(name, 'collection'), format, rowsOfItems(index, items, signal));
}

async function madeBy({ index, now, version }: ExportFrom): Promise<Pick<ExportAbout, 'exportedAt' | 'program' | 'index' | 'snapshot'>> {
  const { letters, items } = await index.size();
  const { engine, change, snapshot } = index;
  return {
    exportedAt: now.toISOString(),
    program: { name: 'IMR Index', version },
    index: { engine, letters, items, change },
    snapshot:
      snapshot === null
        ? null
        : { id: snapshot.id, name: snapshot.name, takenAt: snapshot.takenAt, sameVocabulary: snapshot.sameVocabulary },
  };
}

function toExported(about: ExportAbout, name: string, format: ExportFormat, rows: Rows): Exported {
  if (format === 'xlsx' && about.items > MOST_XLSX_ITEMS) {
    const detail = `expected csv or jsonl: ${about.items} items matched, and a workbook takes ${MOST_XLSX_ITEMS}`;
    throw new AppError('bad-request', `format: ${detail}`, { errors: [{ parameter: 'format', detail }] });
  }
  const chunks = format === 'csv' ? csvChunks(about, rows) : format === 'xlsx' ? xlsxChunks(about, rows) : jsonlChunks(about, rows);
  return { fileName: `imr-index-${about.exportedAt.slice(0, 10)}-${name}.${format}`, about, chunks };
}
