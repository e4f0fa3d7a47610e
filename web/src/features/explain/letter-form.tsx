/** Takes a letter: pasted text, a chosen file, or a file dropped anywhere on the form. A file is sent at once. */
import { Button, FileButton, Textarea } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { FileIcon } from '../../components/icons.tsx';
import styles from './explain.module.css';

const FILES = '.pdf,.html,.htm,.md,.txt,application/pdf,text/html,text/markdown,text/plain';

export function LetterForm({ pending, onSend }: { pending: boolean; onSend: (letter: string | File) => void }) {
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const sendText = () => {
    setFault(text.trim() === '' ? 'Paste the text of a letter first, or choose its file.' : null);
    if (text.trim() !== '' && !pending) onSend(text);
  };
  const sendFile = (file: File | null | undefined) => {
    if (!file || pending) return;
    setFault(null);
    onSend(file);
  };
  const drop = (event: DragEvent) => {
    setOver(false);
    // Words dragged from another window go into the box by themselves.
    const file = event.dataTransfer.files[0];
    if (file === undefined) return;
    event.preventDefault();
    sendFile(file);
  };
  return (
    <form
      className={styles['form']}
      aria-label="Letter to read"
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
        label="Text of the letter"
        description="All of it, from the case number to the last rationale."
        rows={12}
        value={text}
        error={fault}
        spellCheck={false}
        classNames={{ input: styles['box'] ?? '' }}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          sendText();
        }}
      />
      <div className={styles['actions']}>
        <Button type="submit" loading={pending}>
          Read this text
        </Button>
        <FileButton accept={FILES} onChange={sendFile} disabled={pending} inputProps={{ 'aria-label': 'File of a letter' }}>
          {(props) => (
            <Button {...props} variant="default" leftSection={<FileIcon />} disabled={pending}>
              Choose a file
            </Button>
          )}
        </FileButton>
        <span className={styles['hint']}>
          {over ? 'Let go to read this file.' : 'or drop one here: PDF, HTML, Markdown or text, up to 8 MB'}
        </span>
      </div>
    </form>
  );
}
