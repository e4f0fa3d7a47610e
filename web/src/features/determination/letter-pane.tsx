/** The letter's own text: its states, the way from match to match, and where to look when a value is chosen. */
import { ActionIcon } from '@mantine/core';
import { useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { TextResponse } from '#contract/api.ts';
import type { Determination, Item } from '#contract/determination.ts';
import { BackToValue } from '../../components/back-to-value.tsx';
import { DownIcon, UpIcon } from '../../components/icons.tsx';
import { LetterText } from '../../components/letter-text.tsx';
import { ErrorState, LoadingState } from '../../components/states.tsx';
import { useLetterText } from '../../lib/endpoints.ts';
import { collectEvidence, isWithin } from '../../lib/evidence.ts';
import { bringIntoSight } from '../../lib/in-sight.ts';
import { countWords } from '../../lib/words.ts';
import styles from './letter.module.css';
import { useMarkKeys } from './mark-keys.ts';
import { FocusContext } from './sourced.tsx';

interface Props {
  id: string;
  version: string | null;
  q: string;
  /** Words of `q` are also marked in the clinical case summary. */
  summary: boolean;
  /** Words of `q` that are taken as typed. */
  literal: readonly string[];
  determination: Determination;
  /** The item number the address asks for; NaN or 0 where it asks for none. */
  askedItem: number;
}

export function LetterPane(props: Props) {
  const { data, error, refetch } = useLetterText(props.id, props.version, props);
  return (
    <section aria-labelledby="letter" className={styles['pane']}>
      {error !== null ? (
        <>
          <h2 id="letter">The letter’s own text</h2>
          <ErrorState error={error} query={props.q} onRetry={refetch} />
        </>
      ) : null}
      {error === null && data === undefined ? (
        <>
          <h2 id="letter">The letter’s own text</h2>
          <LoadingState what="the letter’s text" lines={15} />
        </>
      ) : null}
      {error === null && data !== undefined ? <Letter letter={data} {...props} /> : null}
    </section>
  );
}

function Letter({ letter, q, determination, askedItem }: Props & { letter: TextResponse }) {
  const { focus, setFocus } = useContext(FocusContext);
  const scroller = useRef<HTMLElement>(null);
  const evidence = useMemo(() => collectEvidence(determination), [determination]);
  const [match, setMatch] = useState<number | null>(null);
  const total = letter.marks.length;

  const showMatch = (index: number) => {
    setMatch(index);
    const mark = letter.marks[index];
    const element = scroller.current?.querySelector(`[data-match="${mark?.start}"]`);
    if (element) bringIntoSight(element, 'center');
  };
  useMarkKeys(q !== '' && total > 0, (step) => showMatch(match === null ? (step === 1 ? 0 : total - 1) : (match + step + total) % total));
  // The words of the value that was chosen in the structured view.
  useEffect(() => {
    if (focus?.from !== 'record') return;
    const mark = evidence.find((candidate) => isWithin(candidate.path, focus.path));
    const element = mark && scroller.current?.querySelector<HTMLElement>(`[data-start="${mark.start}"]`);
    if (!element) return;
    bringIntoSight(element, 'center');
    element.focus({ preventScroll: true });
  }, [focus, evidence]);
  // The item the address asks for is brought up in the pane too; the page itself stays where the structured view wants it.
  useEffect(() => {
    const index = determination.items.findIndex((item) => item.number === askedItem);
    const start = determination.items[index]?.heading?.evidence[0]?.start;
    const box = scroller.current;
    const element = start === undefined ? null : box?.querySelector<HTMLElement>(`[data-start="${start}"]`);
    if (box && element) box.scrollTop += element.getBoundingClientRect().top - box.getBoundingClientRect().top - 24;
  }, [determination, askedItem]);

  return (
    <>
      <div className={styles['head']}>
        <h2 id="letter">The letter’s own text</h2>
        {q === '' ? null : (
          <div className={styles['matches']} data-any={total > 0}>
            <span role="status">
              {total === 0
                ? 'no match in this letter'
                : match === null
                  ? countWords(total, 'match', 'matches')
                  : `match ${match + 1} of ${total}`}
            </span>
            {total === 0 ? null : (
              <span className={styles['keys']} aria-hidden="true">
                <kbd>n</kbd> <kbd>p</kbd>
              </span>
            )}
            <ActionIcon
              variant="default"
              disabled={total === 0}
              aria-label="Previous match"
              aria-keyshortcuts="p"
              title="Previous match (p)"
              onClick={() => showMatch(((match ?? 0) - 1 + total) % total)}
            >
              <UpIcon />
            </ActionIcon>
            <ActionIcon
              variant="default"
              disabled={total === 0}
              aria-label="Next match"
              aria-keyshortcuts="n"
              title="Next match (n)"
              onClick={() => showMatch(match === null ? 0 : (match + 1) % total)}
            >
              <DownIcon />
            </ActionIcon>
          </div>
        )}
      </div>
      <LetterText
        ref={scroller}
        letter={letter}
        evidence={evidence}
        currentMatch={match === null ? null : (letter.marks[match]?.start ?? null)}
        chosenPath={focus?.path ?? null}
        onChoose={(path) => setFocus({ path, from: 'letter', turn: (focus?.turn ?? 0) + 1 })}
      />
      {focus?.from === 'record' ? (
        <BackToValue
          to={ownerOf(focus.path, determination.items)}
          onBack={() => setFocus({ path: focus.path, from: 'letter', turn: focus.turn + 1 })}
        />
      ) : null}
    </>
  );
}

/** What a value belongs to, as the way back to it says. */
function ownerOf(path: string, items: readonly Item[]): string {
  const item = items[Number(/^items\.(\d+)\./.exec(path)?.[1])];
  return item === undefined ? 'the facts of the letter' : `item ${item.number}`;
}
