/** How a letter of the reader's own is read: the form, then what came of it. Nothing is stored, here or on the server. */
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { EXPLAIN_LIMIT } from '#contract/api.ts';
import { PROBLEMS } from '#contract/problem.ts';
import { ErrorState, LoadingState } from '../../components/states.tsx';
import { ApiError } from '../../lib/api-client.ts';
import { useExplainSent } from '../../lib/endpoints.ts';
import { bringIntoSight } from '../../lib/in-sight.ts';
import { pageTitle } from '../../lib/titles.ts';
import { sizeWords } from '../../lib/words.ts';
import styles from './explain.module.css';
import { ExplainedLetter } from './explained-letter.tsx';
import { LetterForm } from './letter-form.tsx';

export function SentLetter() {
  const { mutate, reset, data, error, isPending, variables } = useExplainSent();
  const [tooLarge, setTooLarge] = useState<ApiError | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const outcome = useRef<HTMLDivElement>(null);
  // The form is gone then: the reader goes on at what it was read as.
  useEffect(() => {
    if (data !== undefined) title.current?.focus();
  }, [data]);
  const send = (letter: string | File) => {
    const size = typeof letter === 'string' ? new Blob([letter]).size : letter.size;
    setTooLarge(size > EXPLAIN_LIMIT ? tooLargeError(size) : null);
    if (size > EXPLAIN_LIMIT) reset();
    else mutate(letter);
  };
  const shown = tooLarge ?? error;
  useEffect(() => {
    if (shown !== null && outcome.current !== null) bringIntoSight(outcome.current, 'nearest');
  }, [shown]);
  return (
    <>
      <title>{pageTitle('', 'How a letter is read')}</title>
      <h1 ref={title} tabIndex={-1} className={styles['title']}>
        {data === undefined ? 'How a letter is read' : `How ${data.determination.caseNumber.value} was read`}
      </h1>
      {data === undefined ? (
        <>
          <p className={styles['lead']}>
            Paste the text of a determination letter, or choose its file, to see each value that is read from it with the rule and the words
            behind it. The letter is not stored and does not come into the index.
          </p>
          <LetterForm pending={isPending} onSend={send} />
          {shown === null || isPending ? null : (
            <div ref={outcome} className={styles['outcome']}>
              <ErrorState error={shown} {...(variables === undefined ? {} : { onRetry: () => send(variables) })} />
            </div>
          )}
          {isPending ? <LoadingState what="how the letter is read" lines={9} /> : null}
        </>
      ) : (
        <>
          <p className={styles['way']}>
            <span>Not stored: this letter is gone when the page is left.</span>
            <Button size="compact-sm" variant="default" onClick={reset}>
              Read another letter
            </Button>
          </p>
          <ExplainedLetter data={data} />
        </>
      )}
    </>
  );
}

function tooLargeError(size: number): ApiError {
  const { title } = PROBLEMS['body-too-large'];
  return new ApiError('body-too-large', title, `It has ${sizeWords(size)}.`);
}
