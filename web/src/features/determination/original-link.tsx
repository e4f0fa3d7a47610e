/** The way to the original file; of a PDF to the page where the item that is looked at stands. */

import type { DeterminationResponse, TextResponse } from '#contract/api.ts';
import type { Item } from '#contract/determination.ts';
import { versionKey } from '#contract/version-key.ts';
import { FileIcon } from '../../components/icons.tsx';
import { API } from '../../lib/api-client.ts';
import { letterParams } from '../../lib/endpoints.ts';
import { startOf } from '../../lib/item-start.ts';
import styles from './letter.module.css';

interface Props {
  data: DeterminationResponse;
  pageStarts: TextResponse['pageStarts'];
  /** The snapshot that the letter is shown as of; null: as of now. */
  snapshot: string | null;
  /** Undefined in a letter without items. */
  item: Item | undefined;
}

export function OriginalLink({ data: { determination, hasOriginal }, pageStarts, snapshot, item }: Props) {
  if (!hasOriginal) return null;
  const { id, source } = determination;
  const start = item === undefined ? null : startOf(item);
  const page = start === null || source.mediaType !== 'application/pdf' ? null : pageOf(start, pageStarts) + firstPage(source);
  const params = letterParams({ version: versionKey(source), snapshot });
  const href = `${API}/determinations/${encodeURIComponent(id)}/original?${params}`;
  return (
    <a href={page === null ? href : `${href}#page=${page}`} className={styles['original']} target="_blank" rel="noreferrer">
      <FileIcon />{' '}
      {page !== null ? `Original file, page ${page}` : source.part?.unit === 'row' ? 'Its lines in the original file' : 'Original file'}
    </a>
  );
}

/** Which page holds a place of the text, counted from 0. */
function pageOf(start: number, pageStarts: readonly number[]): number {
  return Math.max(
    0,
    pageStarts.findLastIndex((from) => from <= start),
  );
}

/** The page of the file that the letter begins on: a file may hold several letters. */
function firstPage({ part }: DeterminationResponse['determination']['source']): number {
  return part?.unit === 'page' ? part.from : 1;
}
