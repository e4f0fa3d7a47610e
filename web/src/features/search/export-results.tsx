/** Ways to take the results along: files of everything that matched, the address, a print. `more`: what the page adds (saving). */
import { Button, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ExportFormat } from '#contract/export.ts';
import { ExportMenu } from '../../components/export-menu.tsx';
import { CheckIcon, LinkIcon, PrintIcon } from '../../components/icons.tsx';
import { API } from '../../lib/api-client.ts';
import { type SearchState, withParams, writeNarrowing } from '../../lib/url-state.ts';
import { countWords } from '../../lib/words.ts';
import styles from './results.module.css';

/** Everything that matched as a file; pages and groups are no part of it. */
export function exportHref(state: SearchState, format: ExportFormat): string {
  const params = writeNarrowing(state);
  if (state.sort !== 'relevance') params.set('sort', state.sort);
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
  more: ReactNode;
}

export function ExportResults({ state, total, of, stale, more }: Props) {
  const [copied, setCopied] = useState('');
  const copyLink = async () => {
    const address = window.location.href;
    const done = await navigator.clipboard.writeText(address).then(
      () => true,
      () => false,
    );
    setCopied(done ? 'Link copied' : `The clipboard is closed to this page: ${address}`);
  };
  return (
    <div className={styles['taking']}>
      <ExportMenu label={allWords(total, of)} hrefOf={(format) => exportHref(state, format)} disabled={stale} />
      {more}
      <Button size="compact-sm" variant="default" leftSection={copied === 'Link copied' ? <CheckIcon /> : <LinkIcon />} onClick={copyLink}>
        Copy link
      </Button>
      <Button size="compact-sm" variant="default" leftSection={<PrintIcon />} onClick={() => window.print()}>
        Print
      </Button>
      <span role="status" className={copied === 'Link copied' ? VisuallyHidden.classes['root'] : styles['closed']}>
        {copied}
      </span>
    </div>
  );
}
