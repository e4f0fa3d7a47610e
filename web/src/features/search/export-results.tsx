/** Everything that was found, as a file. */
import type { ExportFormat } from '#contract/export.ts';
import { ExportMenu } from '../../components/export-menu.tsx';
import { API } from '../../lib/api-client.ts';
import { orderOf, type SearchState, withParams, writeNarrowing } from '../../lib/url-state.ts';
import { countWords } from '../../lib/words.ts';

/** Everything that matched as a file; pages and groups are no part of it. */
export function exportHref(state: SearchState, format: ExportFormat): string {
  const params = writeNarrowing(state);
  const order = orderOf(state);
  if (order !== 'relevance') params.set('sort', order);
  params.set('format', format);
  return withParams(`${API}/export`, params);
}

/** What the items found are of a query: they have all of it, most of it, or are like a case. */
type Found = 'all' | 'most' | 'case';

/** What is exported: "All 12 items that match", those that have most of it, or those that are like a case. */
function allWords(total: number, of: Found): string {
  if (of === 'most') return total === 1 ? 'The item that comes nearest' : `${countWords(total, 'item')} that come nearest`;
  if (of === 'case') return `${countWords(total, 'item')} like the case`;
  return total === 1 ? 'The item that matches' : `All ${countWords(total, 'item')} that match`;
}

interface Props {
  state: SearchState;
  total: number;
  of: Found;
  /** They are those of the search before. */
  stale: boolean;
}

export function ExportResults({ state, total, of, stale }: Props) {
  return <ExportMenu label={allWords(total, of)} hrefOf={(format) => exportHref(state, format)} disabled={stale} />;
}
