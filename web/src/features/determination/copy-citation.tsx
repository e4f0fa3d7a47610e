/** Copies the citation of an item. Where the clipboard is closed to the page, the citation is shown to be copied by hand. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { CheckIcon, CopyIcon } from '../../components/icons.tsx';
import styles from './determination.module.css';

export function CopyCitation({ citation, what }: { citation: string; what: string }) {
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'closed'>('none');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(citation);
      setOutcome('copied');
    } catch {
      setOutcome('closed');
    }
  };
  return (
    <div className={styles['copy']}>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={outcome === 'copied' ? <CheckIcon /> : <CopyIcon />}
        onClick={copy}
        aria-label={`Copy citation of ${what}`}
      >
        {outcome === 'copied' ? 'Copied' : 'Copy citation'}
      </Button>
      <span role="status">
        {outcome === 'none' ? '' : outcome === 'copied' ? citation : `The clipboard is closed to this page: ${citation}`}
      </span>
    </div>
  );
}
