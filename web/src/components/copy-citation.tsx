/** Copies the citation of an item. Where the clipboard is closed to the page, the citation is shown to be copied by hand. */
import { ActionIcon, Button, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import styles from './copy-text.module.css';
import { CheckIcon, CopyIcon } from './icons.tsx';

interface Props {
  /** The citation; a promise where it has to be asked for. */
  make: () => string | Promise<string>;
  /** Of what: "item 2". */
  what: string;
  /** In a row of other ways on, where the copied words are not repeated. */
  quiet?: boolean;
  /** As an icon alone. */
  icon?: boolean;
}

export function CopyCitation({ make, what, quiet = false, icon = false }: Props) {
  const [outcome, setOutcome] = useState<{ kind: 'none' | 'copied' | 'closed' | 'failed'; text: string }>({ kind: 'none', text: '' });
  const copy = async () => {
    let text = '';
    try {
      text = await make();
    } catch {
      setOutcome({ kind: 'failed', text: 'The citation could not be asked for. Try again.' });
      return;
    }
    try {
      await navigator.clipboard.writeText(text);
      setOutcome({ kind: 'copied', text });
    } catch {
      setOutcome({ kind: 'closed', text: `The clipboard is closed to this page: ${text}` });
    }
  };
  const copied = outcome.kind === 'copied';
  if (icon) {
    return (
      <>
        <ActionIcon
          variant="subtle"
          size={26}
          onClick={copy}
          aria-label={`Copy citation of ${what}`}
          title={copied ? 'Copied' : 'Copy citation'}
        >
          {copied ? <CheckIcon /> : <CopyIcon />}
        </ActionIcon>
        <span role="status" className={copied ? 'screen-reader' : undefined}>
          {outcome.text}
        </span>
      </>
    );
  }
  return (
    <div className={styles['copy']} data-quiet={quiet}>
      <Button
        size="compact-sm"
        variant={quiet ? 'subtle' : 'default'}
        leftSection={copied ? <CheckIcon /> : <CopyIcon />}
        onClick={copy}
        aria-label={`Copy citation of ${what}`}
      >
        {copied ? 'Copied' : 'Copy citation'}
      </Button>
      <span role="status" className={quiet && copied ? VisuallyHidden.classes['root'] : undefined}>
        {outcome.text}
      </span>
    </div>
  );
}
