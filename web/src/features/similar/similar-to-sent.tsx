/** Cases like one that is told in words or whose letter is chosen here. Nothing of it is stored. */
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { readSimilar, useSimilarToSent } from '../../lib/similar-endpoints.ts';
import { pageTitle } from '../../lib/titles.ts';
import { shortened } from '../../lib/words.ts';
import { CaseForm } from './case-form.tsx';
import { ChooseOwn } from './choose-own.tsx';
import { LetterItems } from './letter-items.tsx';
import type { OfItem } from './neighbours.tsx';
import { forgetCase, sendCase, useSentCase } from './sent-case.ts';
import styles from './similar.module.css';
import { SimilarCases } from './similar-cases.tsx';

/** What is shown of a told case, in characters. */
const SHOWN = 160;

export function SimilarToSent({ ofItem }: { ofItem: OfItem }) {
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
  const forget = () => {
    forgetCase();
    setLetter(null);
    client.removeQueries({ queryKey: ['sent'] });
    title.current?.focus();
    void navigate('/similar', { replace: true });
  };
  return (
    <>
      <title>{pageTitle('', 'Similar cases')}</title>
      <h1 ref={title} tabIndex={-1} className={styles['title']}>
        {sent === null ? 'Similar cases' : 'Cases similar to yours'}
      </h1>
      {sent === null && letter !== null ? (
        <LetterItems letter={letter} onItem={(number) => sendCase(letter, number)} onLeave={forget} />
      ) : sent === null ? (
        <>
          <p className={styles['lead']}>
            Tell a case, or choose a determination letter, to find the prior decisions most like it: by service, drugs, body part,
            diagnosis, guideline and words. What you send is read once and not stored.
          </p>
          <CaseForm onTell={(text) => sendCase(text, 1)} onLetter={setLetter} />
        </>
      ) : (
        <>
          <div className={styles['way']}>
            <span>
              {typeof sent.letter === 'string'
                ? `“${shortened(sent.letter.trim().replace(/\s+/g, ' '), SHOWN)}”`
                : `${sent.letter.name}, item ${sent.item}`}
            </span>
            <span>Not stored: it is gone when this page is closed.</span>
            <ChooseOwn own="case" label="Your case side by side" />
            <Button size="compact-sm" variant="default" onClick={forget}>
              Compare another case
            </Button>
          </div>
          <SimilarCases similar={similar} own={{ sent }} ofItem={ofItem} />
        </>
      )}
    </>
  );
}

/** A text that was typed or pasted as a query and is a case. */
function handedText(state: unknown): string | undefined {
  const handed = typeof state === 'object' && state !== null && 'text' in state ? state.text : undefined;
  return typeof handed === 'string' && handed !== '' ? handed : undefined;
}
