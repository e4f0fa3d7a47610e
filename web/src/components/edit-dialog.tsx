/**
 * A dialog in which something is typed. Its main button saves all of it; closing it in any other way, going to another page or loading this one anew
 * asks first while something is not saved.
 */
import { Button, Modal } from '@mantine/core';
import { type ReactNode, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useBlocker } from 'react-router';
import styles from './edit-dialog.module.css';

/** What its form is given. */
export interface Way {
  /** Told whenever it changes whether something is not saved. */
  readonly onUnsaved: (unsaved: boolean) => void;
  /** Closes it, once all is saved. */
  readonly close: () => void;
  /** Closing was tried while something is not saved. */
  readonly asks: boolean;
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
  // Known at once, for who goes back in the very moment of typing.
  const holds = useRef(false);
  // Made when it is first opened: a list of results has one for each. Made closed, so that it sees what has the focus before it opens.
  const [made, setMade] = useState(false);
  useEffect(() => {
    if (opened) setMade(true);
  }, [opened]);
  const close = () => {
    holds.current = false;
    setUnsaved(false);
    setAsks(false);
    onClose();
  };
  const leave = () => (unsaved ? setAsks(true) : close());
  const onUnsaved = useCallback((now: boolean) => {
    holds.current = now;
    setUnsaved(now);
    if (!now) setAsks(false);
  }, []);
  const ask = useCallback(() => setAsks(true), []);
  if (!opened && !made) return null;
  return (
    <Modal opened={opened && made} onClose={leave} title={title} closeButtonProps={{ 'aria-label': 'Close' }}>
      {opened ? <Guard holds={holds} onLeave={ask} /> : null}
      {children({ onUnsaved, close, asks })}
    </Modal>
  );
}

/** Keeps the page from being left while something holds it. */
function Guard({ holds, onLeave }: { holds: RefObject<boolean>; onLeave: () => void }) {
  const blocker = useBlocker(useCallback(() => holds.current, [holds]));
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    blocker.reset();
    onLeave();
  }, [blocker, onLeave]);
  useEffect(() => {
    const stay = (event: BeforeUnloadEvent) => {
      if (holds.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', stay);
    return () => window.removeEventListener('beforeunload', stay);
  }, [holds]);
  return null;
}

interface ActionsProps {
  way: Way;
  /** What the main button, which submits the form, says. */
  submit: string;
  pending: boolean;
  /** Nothing to be dropped: there is no second button. */
  sole?: boolean;
}

/** The buttons of its form, with the question where something is not saved. */
export function DialogActions({ way, submit, pending, sole = false }: ActionsProps) {
  const main = useRef<HTMLButtonElement>(null);
  const { asks } = way;
  useEffect(() => {
    if (asks) main.current?.focus();
  }, [asks]);
  return (
    <>
      {asks ? (
        <p role="alert" className={styles['asked']}>
          This is not saved yet.
        </p>
      ) : null}
      <div className={styles['actions']}>
        <Button ref={main} type="submit" variant="filled" size="sm" loading={pending}>
          {submit}
        </Button>
        {sole ? null : (
          <Button size="sm" onClick={way.close}>
            {asks ? 'Discard' : 'Cancel'}
          </Button>
        )}
      </div>
    </>
  );
}
