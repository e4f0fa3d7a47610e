/** The letter's own text: its states, the way from match to match, and where to look when a value is chosen or an item gone to. */
import { useContext, useEffect, useMemo, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { DeterminationResponse, TextResponse } from '#contract/api.ts';
import type { Item } from '#contract/determination.ts';
import { BackToValue } from '../../components/back-to-value.tsx';
import { LetterSection } from '../../components/document-panes.tsx';
import { LetterText } from '../../components/letter-text.tsx';
import { MarkLegend } from '../../components/mark-legend.tsx';
import { RowText } from '../../components/row-text.tsx';
import { ErrorState, LoadingState } from '../../components/states.tsx';
import { type LetterAsked, letterParams, type useLetterText } from '../../lib/endpoints.ts';
import { collectEvidence, isWithin, itemIndexOf } from '../../lib/evidence.ts';
import { bringIntoSightIn } from '../../lib/in-sight.ts';
import { useLandedWords } from '../../lib/landed-words.ts';
import type { OpenItems } from '../../lib/open-items.ts';
import { withParams } from '../../lib/url-state.ts';
import { firstShown } from '../../lib/values.ts';
import { useMarkKeys } from './mark-keys.ts';
import { Matches } from './matches.tsx';
import { OriginalLink } from './original-link.tsx';
import { FocusContext } from './sourced.tsx';

interface Props {
  text: ReturnType<typeof useLetterText>;
  data: DeterminationResponse;
  asked: LetterAsked;
  q: string;
  items: OpenItems;
}

export function LetterPane(props: Props) {
  const { data, error, refetch } = props.text;
  const row = props.data.determination.published !== null;
  if (error === null && data !== undefined) return <Letter letter={data} {...props} />;
  return (
    <LetterSection row={row}>
      {error === null ? (
        <LoadingState what={row ? 'the row' : 'the letter’s text'} lines={15} />
      ) : (
        <ErrorState error={error} query={props.q} onRetry={refetch} />
      )}
    </LetterSection>
  );
}

function Letter({ letter, data, asked, q, items }: Props & { letter: TextResponse }) {
  const { determination } = data;
  const { focus, setFocus } = useContext(FocusContext);
  const scroller = useRef<HTMLElement>(null);
  const evidence = useMemo(() => collectEvidence(determination), [determination]);
  const [match, setMatch] = useState<number | null>(null);
  const total = letter.marks.length;
  const Text = determination.published === null ? LetterText : RowText;

  const step = (by: 1 | -1) => {
    const index = match === null ? (by === 1 ? 0 : total - 1) : (match + by + total) % total;
    setMatch(index);
    const element = scroller.current?.querySelector(`[data-match="${letter.marks[index]?.start}"]`);
    if (element && scroller.current) bringIntoSightIn(scroller.current, element);
  };
  useMarkKeys(q !== '' && total > 0, step);
  // The words of the value that was chosen in the record.
  useEffect(() => {
    if (focus?.from !== 'record') return;
    const mark = evidence.find((candidate) => isWithin(candidate.path, focus.path));
    const element = mark && scroller.current?.querySelector<HTMLElement>(`[data-start="${mark.start}"]`);
    if (!element || !scroller.current) return;
    bringIntoSightIn(scroller.current, element);
    element.focus({ preventScroll: true });
  }, [focus, evidence]);
  useLandedWords(scroller, determination.items, items.landing);

  const choose = (paths: readonly string[]) => {
    items.revealValue(paths);
    const path = firstShown(paths);
    if (path !== undefined) setFocus({ path, from: 'letter', turn: (focus?.turn ?? 0) + 1 });
  };

  return (
    <LetterSection
      row={determination.published !== null}
      ways={
        <>
          <OriginalLink
            data={data}
            pageStarts={letter.pageStarts}
            snapshot={asked.snapshot}
            item={determination.items.find(({ number }) => number === items.current)}
          />
          <Link to={withParams('/explain', explainParams(determination.id, asked))}>How each value was read</Link>
          {q === '' ? null : (
            <Matches match={match} total={total} what={determination.published === null ? 'letter' : 'row'} onStep={step} />
          )}
        </>
      }
    >
      <MarkLegend evidence={evidence} searched={total > 0} />
      <Text
        ref={scroller}
        letter={letter}
        evidence={evidence}
        currentMatch={match === null ? null : (letter.marks[match]?.start ?? null)}
        chosenPath={focus?.path ?? null}
        onChoose={choose}
      />
      {focus?.from === 'record' ? (
        <BackToValue
          to={ownerOf(focus.path, determination.items)}
          onBack={() => setFocus({ path: focus.path, from: 'letter', turn: focus.turn + 1 })}
        />
      ) : null}
    </LetterSection>
  );
}

function explainParams(id: string, asked: LetterAsked): URLSearchParams {
  const params = letterParams(asked);
  params.set('id', id);
  return params;
}

function itemOf(path: string, items: readonly Item[]): Item | undefined {
  const index = itemIndexOf(path);
  return index === null ? undefined : items[index];
}

/** What a value belongs to, as the way back to it says. */
function ownerOf(path: string, items: readonly Item[]): string {
  const item = itemOf(path, items);
  return item === undefined ? 'the facts of the letter' : `item ${item.number}`;
}
