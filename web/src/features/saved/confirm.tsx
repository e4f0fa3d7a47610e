/** Deleting, asked twice: the second button stands where the first was, and takes the focus. */
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';

/** `what` is told to screen readers; `words`: what the first button says. */
export function Confirm({
  what,
  words = 'Delete',
  pending,
  onConfirm,
}: {
  what: string;
  words?: string;
  pending: boolean;
  onConfirm: () => void;
}) {
  const [asked, setAsked] = useState(false);
  const [was, setWas] = useState(false);
  const sure = useRef<HTMLButtonElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asked) sure.current?.focus();
    else if (was) first.current?.focus();
  }, [asked, was]);
  if (!asked) {
    return (
      <Button
        ref={first}
        size="compact-sm"
        variant="default"
        aria-label={`${words} ${what}`}
        onClick={() => {
          setAsked(true);
          setWas(true);
        }}
      >
        {words}
      </Button>
    );
  }
  return (
    <>
      <Button
        ref={sure}
        size="compact-sm"
        color="red"
        loading={pending}
        onClick={onConfirm}
        aria-label={`Yes, ${words.toLowerCase()} ${what}`}
      >
        Yes, {words.toLowerCase()}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => setAsked(false)}>
        Keep it
      </Button>
    </>
  );
}
