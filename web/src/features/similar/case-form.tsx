/** Takes a case: described in words, or a letter as a file. The server stores neither; what is typed stays in this tab. */
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { SIMILAR_TEXT_LIMIT } from '#contract/limits.ts';
import { LetterForm, type LetterFormWords } from '../../components/letter-form.tsx';
import { forgetCase, keepDraft, keptDraft, sendCase } from './sent-case.ts';
import styles from './similar.module.css';

const WORDS: LetterFormWords = {
  name: 'Case to compare',
  label: 'The case in words',
  description: 'What is requested and for which condition, what was tried, what was found. Write it, or paste it from a request.',
  send: 'Find similar cases',
  choose: 'Choose a letter file',
  empty: 'Describe the case first, or choose a letter file.',
};

export function CaseForm({ onLetter }: { onLetter: (letter: File) => void }) {
  const [text, setText] = useState(keptDraft);
  const box = useRef<HTMLTextAreaElement>(null);
  const type = (typed: string) => {
    setText(typed);
    keepDraft(typed);
  };
  return (
    <>
      <LetterForm
        words={WORDS}
        rows={6}
        textLimit={SIMILAR_TEXT_LIMIT}
        text={text}
        box={box}
        onText={type}
        onSend={(letter) => (typeof letter === 'string' ? sendCase(letter, 1) : onLetter(letter))}
      />
      {/* Its place is taken before there is anything to say. */}
      <p className={styles['kept']} data-kept={text !== ''}>
        Kept in this browser tab only, until it is closed.
        <Button
          variant="subtle"
          onClick={() => {
            forgetCase();
            setText('');
            box.current?.focus();
          }}
        >
          Clear
        </Button>
      </p>
    </>
  );
}
