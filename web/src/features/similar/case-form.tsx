/** Takes a case: told in words, or a letter as a file. Neither is stored. */
import { Button, FileButton, Textarea } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { EXPLAIN_LIMIT } from '#contract/api.ts';
import { SIMILAR_TEXT_LIMIT } from '#contract/similar.ts';
import { FileIcon } from '../../components/icons.tsx';
import { sizeWords } from '../../lib/words.ts';
import styles from './similar.module.css';

const FILES = '.pdf,.html,.htm,.md,.txt,application/pdf,text/html,text/markdown,text/plain';

interface Props {
  pending: boolean;
  onTell: (text: string) => void;
  onLetter: (letter: File) => void;
}

export function CaseForm({ pending, onTell, onLetter }: Props) {
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const sendText = () => {
    const size = new Blob([text]).size;
    const wrong =
      text.trim() === ''
        ? 'Tell the case first, or choose the file of a letter.'
        : size > SIMILAR_TEXT_LIMIT
          ? `The text has ${sizeWords(size)}; up to ${sizeWords(SIMILAR_TEXT_LIMIT)} are read.`
          : null;
    setFault(wrong);
    if (wrong === null && !pending) onTell(text);
  };
  const sendFile = (file: File | null | undefined) => {
    if (!file || pending) return;
    const large = file.size > EXPLAIN_LIMIT;
    setFault(large ? `The file has ${sizeWords(file.size)}; letters of up to ${sizeWords(EXPLAIN_LIMIT)} are read here.` : null);
    if (!large) onLetter(file);
  };
  const drop = (event: DragEvent) => {
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file === undefined) return;
    event.preventDefault();
    sendFile(file);
  };
  return (
    <form
      className={styles['form']}
      aria-label="Case to compare"
      data-over={over}
      onSubmit={(event) => {
        event.preventDefault();
        sendText();
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
        label="The case in words"
        description="What is asked for, for whom, what was tried and what was found: as you would tell it, or pasted from a request."
        rows={9}
        value={text}
        error={fault}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          sendText();
        }}
      />
      <div className={styles['actions']}>
        <Button type="submit" loading={pending}>
          Find similar cases
        </Button>
      </div>
      <div className={styles['actions']}>
        <FileButton accept={FILES} onChange={sendFile} disabled={pending} inputProps={{ 'aria-label': 'File of a letter' }}>
          {(props) => (
            <Button {...props} variant="default" leftSection={<FileIcon />} disabled={pending}>
              Or choose the file of a letter
            </Button>
          )}
        </FileButton>
        <span className={styles['quiet']}>
          {over ? 'Let go to read this file.' : 'or drop it here: PDF, HTML, Markdown or text, up to 8 MB'}
        </span>
      </div>
    </form>
  );
}
