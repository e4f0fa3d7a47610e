/** Takes a case: told in words, or a letter as a file. Neither is stored. */
import { useState } from 'react';
import { SIMILAR_TEXT_LIMIT } from '#contract/limits.ts';
import { LetterForm, type LetterFormWords } from '../../components/letter-form.tsx';

const WORDS: LetterFormWords = {
  name: 'Case to compare',
  label: 'The case in words',
  description: 'What is asked for, for whom, what was tried and what was found: as you would tell it, or pasted from a request.',
  send: 'Find similar cases',
  choose: 'Choose the file of a letter',
  empty: 'Tell the case first, or choose the file of a letter.',
};

export function CaseForm({ onTell, onLetter }: { onTell: (text: string) => void; onLetter: (letter: File) => void }) {
  const [text, setText] = useState('');
  return (
    <LetterForm
      words={WORDS}
      rows={9}
      textLimit={SIMILAR_TEXT_LIMIT}
      text={text}
      onText={setText}
      onSend={(letter) => (typeof letter === 'string' ? onTell(letter) : onLetter(letter))}
    />
  );
}
