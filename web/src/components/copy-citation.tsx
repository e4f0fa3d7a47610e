/**
 * Copies the citation of an item. The button says that it was copied, and moves nothing. Where the clipboard is closed to the page, the citation is shown
 * below the button, to be copied by hand.
 */
import { ActionIcon, Button, Popover, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import styles from './copy-text.module.css';
import { CheckIcon, CopyIcon } from './icons.tsx';
import { OneOf } from './one-of.tsx';

interface Props {
  /** The citation; a promise where it has to be asked for. */
  make: () => string | Promise<string>;
  /** Of what: "item 2". */
  what: string;
  /** In a row of other ways on: without an edge. */
  quiet?: boolean;
  /** As an icon alone. */
  icon?: boolean;
}

const WORDS = ['Copy citation', 'Copied'] as const;

type Outcome = { readonly kind: 'none' | 'copied' | 'closed' | 'failed'; readonly text: string };

export function CopyCitation({ make, what, quiet = false, icon = false }: Props) {
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none', text: '' });
  const copied = outcome.kind === 'copied';
  const shown = WORDS[copied ? 1 : 0];
  const button = {
    onClick: () => void copy(make).then(setOutcome),
    'aria-label': copied ? `Copied: citation of ${what}` : `Copy citation of ${what}`,
  };
  const Icon = copied ? CheckIcon : CopyIcon;
  return (
    <>
      <span className={styles['copy']}>
        {icon ? (
          <ActionIcon variant="subtle" size={26} title={shown} {...button}>
            <Icon />
          </ActionIcon>
        ) : (
          <Button variant={quiet ? 'subtle' : 'default'} leftSection={<Icon />} {...button}>
            <OneOf words={WORDS} shown={shown} />
          </Button>
        )}
        {outcome.kind === 'closed' || outcome.kind === 'failed' ? (
          <ByHand outcome={outcome} onClose={() => setOutcome({ kind: 'none', text: '' })} />
        ) : null}
      </span>
      <VisuallyHidden role="status">{toldWords(outcome)}</VisuallyHidden>
    </>
  );
}

/** Made when it is needed: a list of results has twenty of these buttons. */
function ByHand({ outcome: { kind, text }, onClose }: { outcome: Outcome; onClose: () => void }) {
  return (
    <Popover
      opened
      onChange={(opened) => (opened ? undefined : onClose())}
      position="bottom-start"
      width={320}
      shadow="md"
      withRoles={false}
    >
      <Popover.Target>
        <span className={styles['below']} />
      </Popover.Target>
      <Popover.Dropdown>
        {kind === 'closed' ? <p className={styles['why']}>This page may not use the clipboard. Copy it from here:</p> : null}
        <p className={styles['text']}>{text}</p>
      </Popover.Dropdown>
    </Popover>
  );
}

/** What is told of it where it is not seen; the words themselves stand in the panel. */
function toldWords({ kind, text }: Outcome): string {
  if (kind === 'closed') return 'Not copied';
  return kind === 'copied' ? 'Copied' : text;
}

async function copy(make: Props['make']): Promise<Outcome> {
  let text = '';
  try {
    text = await make();
  } catch {
    return { kind: 'failed', text: 'The citation could not be loaded. Try again.' };
  }
  try {
    await navigator.clipboard.writeText(text);
    return { kind: 'copied', text };
  } catch {
    return { kind: 'closed', text };
  }
}
