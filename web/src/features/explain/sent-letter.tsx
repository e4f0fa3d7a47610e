/**
 * How a letter of the reader's own is read: the form, then what came of it (`letter=own` in the address, so that the browser's way
 * back leads to the form). Nothing is stored, here or on the server.
 */
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { EXPLAIN_LIMIT } from '#contract/limits.ts';
import { LetterForm, type LetterFormWords } from '../../components/letter-form.tsx';
import { ErrorState, LoadingState } from '../../components/states.tsx';
import { type SentFile, useExplainSent } from '../../lib/endpoints.ts';
import { bringIntoSight } from '../../lib/in-sight.ts';
import { pageTitle } from '../../lib/titles.ts';
import styles from './explain.module.css';
import { ExplainedLetter } from './explained-letter.tsx';
import { LettersOfFile } from './letters-of-file.tsx';
import { keepOwn, useOwnLetter } from './own-letter.ts';

const WORDS: LetterFormWords = {
  name: 'Letter to read',
  label: 'Text of the letter',
  description: 'All of it, from the case number to the last rationale. A file may hold several.',
  send: 'Read this text',
  choose: 'Choose a file',
  empty: 'Paste the text of a letter first, or choose its file.',
};

export function SentLetter() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const { mutate, error, isPending, variables } = useExplainSent();
  const { text, read, sent } = useOwnLetter();
  const title = useRef<HTMLHeadingElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const outcome = useRef<HTMLDivElement>(null);
  const shown = params.get('letter') === 'own' ? read : null;
  const isShown = useRef(shown !== null);
  // The form gives way to the letter and the other way round: the reader goes on there. Another letter pasted takes the place of the text.
  useEffect(() => {
    if (isShown.current === (shown !== null)) return;
    isShown.current = shown !== null;
    if (shown !== null) title.current?.focus();
    else box.current?.select();
  }, [shown]);
  useEffect(() => {
    if (error !== null && outcome.current !== null) bringIntoSight(outcome.current, 'nearest');
  }, [error]);
  const send = (asked: SentFile) =>
    mutate(asked, {
      onSuccess: (data) => {
        keepOwn({ read: data, sent: asked.file });
        if (shown === null) void navigate('/explain?letter=own');
      },
    });
  return (
    <>
      <title>{pageTitle('', 'How a letter is read')}</title>
      {shown === null ? (
        <div className={styles['form']}>
          <h1 ref={title} tabIndex={-1}>
            How a letter is read
          </h1>
          <p className={styles['lead']}>
            Paste the text of a determination letter, or choose its file, to see each value that is read from it with the rule and the words
            behind it. The letter is not stored and is not added to the index.
          </p>
          <LetterForm
            words={WORDS}
            rows={12}
            textLimit={EXPLAIN_LIMIT}
            text={text}
            onText={(next) => keepOwn({ text: next })}
            onSend={(file) => send({ file })}
            pending={isPending}
            box={box}
          />
          {error === null || isPending ? null : (
            <div ref={outcome} className={styles['outcome']}>
              <ErrorState error={error} {...(variables === undefined ? {} : { onRetry: () => send(variables) })} />
            </div>
          )}
          {isPending ? <LoadingState what="how the letter is read" lines={9} /> : null}
        </div>
      ) : (
        <ExplainedLetter
          data={shown}
          head={{
            back: null,
            title: `How ${shown.determination.caseNumber?.value ?? 'a letter without a case number'} was read`,
            titleRef: title,
            children: (
              <>
                <p>Not stored: it is gone when you close this page.</p>
                {sent === null ? null : (
                  <LettersOfFile data={shown} pending={isPending} onChoose={(letter) => send({ file: sent, letter })} />
                )}
                {error === null || isPending ? null : <p role="alert">{error.message}</p>}
                <Button className="screen-only" onClick={() => void navigate('/explain')}>
                  Read another letter
                </Button>
              </>
            ),
          }}
        />
      )}
    </>
  );
}
