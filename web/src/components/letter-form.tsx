/**
 * Takes a text, or the file of a letter: chosen, or dropped anywhere on the form. Ctrl+Enter sends the text; a file is sent at once.
 * What is empty or too large is said here and not sent.
 */
import { Button, FileButton, Textarea } from '@mantine/core';
import { type DragEvent, type Ref, useState } from 'react';
import { EXPLAIN_LIMIT } from '#contract/limits.ts';
import { sizeWords } from '../lib/words.ts';
import { FileIcon } from './icons.tsx';
import styles from './letter-form.module.css';

const FILES = '.pdf,.html,.htm,.md,.txt,application/pdf,text/html,text/markdown,text/plain';

/** What the form says of itself. */
export interface LetterFormWords {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly send: string;
  readonly choose: string;
  /** Where nothing was written. */
  readonly empty: string;
}

interface Props {
  words: LetterFormWords;
  rows: number;
  /** The most bytes of the text; a file has at most those of a letter. */
  textLimit: number;
  text: string;
  onText: (text: string) => void;
  onSend: (letter: string | File) => void;
  pending?: boolean;
  box?: Ref<HTMLTextAreaElement>;
}

interface Fault {
  readonly of: 'text' | 'file';
  readonly words: string;
}

export function LetterForm({ words, rows, textLimit, text, onText, onSend, pending = false, box }: Props) {
  const [fault, setFault] = useState<Fault | null>(null);
  const [over, setOver] = useState(false);
  const send = (letter: string | File | null | undefined) => {
    if (letter === null || letter === undefined || pending) return;
    const wrong = typeof letter === 'string' ? textFault(letter, words.empty, textLimit) : fileFault(letter);
    setFault(wrong);
    if (wrong === null) onSend(letter);
  };
  const drop = (event: DragEvent) => {
    setOver(false);
    // Words dragged from another window go into the box by themselves.
    const file = event.dataTransfer.files[0];
    if (file === undefined) return;
    event.preventDefault();
    send(file);
  };
  return (
    <form
      className={styles['form']}
      aria-label={words.name}
      data-over={over}
      onSubmit={(event) => {
        event.preventDefault();
        send(text);
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false);
      }}
      onDrop={drop}
    >
      <Textarea
        ref={box}
        label={words.label}
        description={words.description}
        rows={rows}
        value={text}
        error={fault?.of === 'text' ? fault.words : null}
        spellCheck={false}
        classNames={{ input: styles['box'] ?? '' }}
        onChange={(event) => onText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          send(text);
        }}
      />
      <div className={styles['actions']}>
        <Button type="submit" variant="filled" loading={pending}>
          {words.send}
        </Button>
        <FileButton accept={FILES} onChange={send} disabled={pending} inputProps={{ 'aria-label': 'File of a letter' }}>
          {(props) => (
            <Button {...props} leftSection={<FileIcon />} disabled={pending}>
              {words.choose}
            </Button>
          )}
        </FileButton>
        <span className={styles['hint']}>
          {over ? 'Let go to read this file.' : `or drop one here: PDF, HTML, Markdown or text, up to ${sizeWords(EXPLAIN_LIMIT)}`}
        </span>
      </div>
      {fault?.of === 'file' ? (
        <p role="alert" className={styles['fault']}>
          {fault.words}
        </p>
      ) : null}
    </form>
  );
}

function textFault(text: string, empty: string, limit: number): Fault | null {
  if (text.trim() === '') return { of: 'text', words: empty };
  const size = new Blob([text]).size;
  return size <= limit ? null : { of: 'text', words: sizeFault('text', size, limit) };
}

function fileFault({ size }: File): Fault | null {
  return size <= EXPLAIN_LIMIT ? null : { of: 'file', words: sizeFault('file', size, EXPLAIN_LIMIT) };
}

function sizeFault(what: Fault['of'], size: number, limit: number): string {
  return `The ${what} has ${sizeWords(size)}; up to ${sizeWords(limit)} are read.`;
}
