/** Cases like one that is described in words or whose letter is chosen here. The server stores nothing of it. */
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link, useLocation, useNavigate, useSearchParams } from 'react-router';
import { readSimilar, useSimilarToSent } from '../../lib/similar-endpoints.ts';
import { pageTitle } from '../../lib/titles.ts';
import { shortened } from '../../lib/words.ts';
import { CaseForm } from './case-form.tsx';
import { ChooseOwn } from './choose-own.tsx';
import { LetterItems } from './letter-items.tsx';
import { forgetCase, leaveCase, sendCase, useSentCase } from './sent-case.ts';
import styles from './similar.module.css';
import { type Additions, SimilarCases } from './similar-cases.tsx';

/** What is shown of a described case, in characters. */
const SHOWN = 160;

export function SimilarToSent({ additions }: { additions: Additions }) {
  const [params] = useSearchParams();
  const location = useLocation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const sent = useSentCase();
  const similar = useSimilarToSent(sent, readSimilar(params));
  // A letter that is read for its items before one of them is the case.
  const [letter, setLetter] = useState<File | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const handed = handedText(location.state);
  useEffect(() => {
    if (handed === undefined) return;
    sendCase(handed, 1);
    // The text is not left in the history of the browser.
    void navigate(`${location.pathname}${location.search}`, { replace: true, state: null });
  }, [handed, navigate, location.pathname, location.search]);
  const leave = (way: () => void) => {
    way();
    setLetter(null);
    client.removeQueries({ queryKey: ['sent'] });
    title.current?.focus();
    void navigate('/similar', { replace: true });
  };
  return (
    <div className={styles['page']}>
      <title>{pageTitle('', 'Similar cases')}</title>
      <h1 ref={title} tabIndex={-1} className={styles['title']}>
        {sent === null ? 'Similar cases' : 'Cases similar to yours'}
      </h1>
      {sent === null && letter !== null ? (
        <LetterItems letter={letter} onItem={(number) => sendCase(letter, number)} onLeave={() => leave(leaveCase)} />
      ) : sent === null ? (
        <>
          <p className={styles['lead']}>
            Describe a case, or choose a determination letter, to find the prior decisions most like it: by service, drugs, body part,
            diagnosis, guideline and words. The server reads it and stores nothing.
          </p>
          <CaseForm onLetter={setLetter} />
          <p className={styles['lead']}>
            Or start from a decision: choose “Similar cases” at any <Link to="/">search result</Link>.
          </p>
        </>
      ) : (
        <>
          <div className={styles['way']}>
            {typeof sent.letter === 'string' ? (
              <>
                <span className={styles['told']}>“{shortened(sent.letter.trim().replace(/\s+/g, ' '), SHOWN)}”</span>
                <ChooseOwn own="case" label="Your case side by side" />
                <Button onClick={() => leave(leaveCase)}>Edit the case</Button>
                <span className={styles['quiet']}>Kept in this browser tab only, until it is closed.</span>
                <Button variant="subtle" onClick={() => leave(forgetCase)}>
                  Clear
                </Button>
              </>
            ) : (
              <>
                <span>
                  {sent.letter.name}, item {sent.item}
                </span>
                <ChooseOwn own="case" label="Your case side by side" />
                <Button onClick={() => leave(leaveCase)}>Compare another case</Button>
                <span className={styles['quiet']}>Not stored: it is gone when this page is closed.</span>
              </>
            )}
          </div>
          <SimilarCases similar={similar} own={{ sent }} additions={additions} />
        </>
      )}
    </div>
  );
}

/** A text that was typed or pasted as a query and is a case. */
function handedText(state: unknown): string | undefined {
  const handed = typeof state === 'object' && state !== null && 'text' in state ? state.text : undefined;
  return typeof handed === 'string' && handed !== '' ? handed : undefined;
}
