/**
 * A dialog in which something is typed. Its main button saves all of it; closing it in any other way, going to another page or loading this one anew
 * asks first while something is not saved.
 */
import { Button, Modal } from '@mantine/core';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useBlocker } from 'react-router';
import styles from './saved.module.css';

/** What its form is given. */
export interface Way {
  /** Told whenever it changes whether something is not saved. */
  readonly onUnsaved: (unsaved: boolean) => void;
  /** Closes it, once all is saved. */
  readonly close: () => void;
  /** Closes it unless something is not saved. */
  readonly leave: () => void;
  /** The question, to be put above the form's buttons; null while nothing is asked. */
  readonly asked: ReactNode;
}

interface Props {
  opened: boolean;
  title: string;
  onClose: () => void;
  children: (way: Way) => ReactNode;
}

export function EditDialog({ opened, title, onClose, children }: Props) {
  const [unsaved, setUnsaved] = useState(false);
  const [asks, setAsks] = useState(false);
  const close = () => {
    setUnsaved(false);
    setAsks(false);
    onClose();
  };
  const leave = () => (unsaved ? setAsks(true) : close());
  const onUnsaved = useCallback((now: boolean) => {
    setUnsaved(now);
    if (!now) setAsks(false);
  }, []);
  const ask = useCallback(() => setAsks(true), []);
  return (
    <Modal opened={opened} onClose={leave} title={title} closeButtonProps={{ 'aria-label': 'Close' }}>
      {unsaved ? <Guard onLeave={ask} /> : null}
      {children({ onUnsaved, close, leave, asked: asks ? <Asked onDiscard={close} /> : null })}
    </Modal>
  );
}

/** Keeps the page from being left. */
function Guard({ onLeave }: { onLeave: () => void }) {
  const blocker = useBlocker(true);
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    blocker.reset();
    onLeave();
  }, [blocker, onLeave]);
  useEffect(() => {
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', stay);
    return () => window.removeEventListener('beforeunload', stay);
  }, []);
  return null;
}

function Asked({ onDiscard }: { onDiscard: () => void }) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => line.current?.focus(), []);
  return (
    <div ref={line} role="alert" tabIndex={-1} className={styles['asked']}>
      <span>This is not saved yet.</span>
      <Button variant="default" size="compact-sm" onClick={onDiscard}>
        Discard
      </Button>
    </div>
  );
}
