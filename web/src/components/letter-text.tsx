/**
 * The text itself, page by page, as flat runs: each run is tinted by the innermost value it belongs to, and a run the query found
 * is a `<mark>`. Choosing a run (click, or Enter where it has the focus) leads to its value in the record beside it.
 */
import { type Ref, useEffect, useImperativeHandle, useMemo, useRef } from 'react';
import type { TextResponse } from '#contract/api.ts';
import { type EvidenceMark, isWithin } from '../lib/evidence.ts';
import { innermostFirst, type Segment, toSegments } from '../lib/segments.ts';
import { softenLines } from '../lib/soft-lines.ts';
import { isSelecting } from '../lib/values.ts';
import styles from './letter-text.module.css';

type Mark = EvidenceMark | { readonly kind: 'match'; readonly start: number; readonly end: number };

interface Props {
  ref: Ref<HTMLElement>;
  /** `marks`: where words that were searched for stand. */
  letter: Pick<TextResponse, 'text' | 'pageStarts' | 'marks'>;
  evidence: readonly EvidenceMark[];
  /** Start of the match that is looked at. */
  currentMatch: number | null;
  chosenPath: string | null;
  /** The values that the chosen words belong to, the innermost first: the first one that is shown is meant. */
  onChoose: (paths: readonly string[]) => void;
}

export function LetterText({ ref, letter, evidence, currentMatch, chosenPath, onChoose }: Props) {
  const box = useRef<HTMLElement>(null);
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(ref, () => box.current, []);
  const pages = useMemo(() => toPages(letter, evidence), [letter, evidence]);
  // One listener for all runs: a letter has hundreds of them.
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const choose = (event: Event) => {
      if (event instanceof KeyboardEvent && event.key !== 'Enter') return;
      const run = event.target instanceof Element ? event.target.closest('[data-paths]') : null;
      const paths = run?.getAttribute('data-paths')?.split(' ');
      // A reader who is selecting words to copy is not choosing a value.
      if (paths === undefined || (event instanceof MouseEvent && isSelecting())) return;
      // Else the same press of Enter would reach the value that takes the focus, and lead straight back.
      event.preventDefault();
      onChoose(paths);
    };
    element.addEventListener('click', choose);
    element.addEventListener('keydown', choose);
    return () => {
      element.removeEventListener('click', choose);
      element.removeEventListener('keydown', choose);
    };
  }, [onChoose]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard to be scrolled
    <section ref={box} className={styles['text']} aria-label="Text of the letter" tabIndex={0}>
      {pages.map((page) => (
        <div key={page.number} className={styles['page']}>
          <p className={styles['border']}>
            Page {page.number} of {pages.length}
          </p>
          <div className={styles['runs']}>
            {page.segments.map((segment) => (
              <Run key={segment.start} segment={segment} currentMatch={currentMatch} chosenPath={chosenPath} />
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}

function Run({ segment, currentMatch, chosenPath }: { segment: Segment<Mark>; currentMatch: number | null; chosenPath: string | null }) {
  const values = segment.marks.filter((mark): mark is EvidenceMark => mark.kind !== 'match');
  const match = segment.marks.find((mark) => mark.kind === 'match');
  const inner = innermostFirst(values);
  const chosen = chosenPath !== null && values.some((mark) => isWithin(mark.path, chosenPath));
  const starts = values.some((mark) => mark.start === segment.start);
  const words =
    match === undefined ? (
      segment.text
    ) : (
      <mark data-match={match.start === segment.start ? match.start : undefined} data-current={match.start === currentMatch}>
        {segment.text}
      </mark>
    );
  if (inner[0] === undefined) return <span>{words}</span>;
  return (
    <span
      className={styles['run']}
      data-kind={inner[0].kind}
      data-outcome={inner[0].outcome}
      data-paths={inner.map((mark) => mark.path).join(' ')}
      data-start={starts ? segment.start : undefined}
      data-chosen={chosen}
      tabIndex={starts ? -1 : undefined}
    >
      {words}
    </span>
  );
}

/** The runs of each page; runs are cut at page borders. */
function toPages(letter: Props['letter'], evidence: readonly EvidenceMark[]): { number: number; segments: Segment<Mark>[] }[] {
  const marks: Mark[] = [...evidence, ...letter.marks.map((mark) => ({ kind: 'match' as const, start: mark.start, end: mark.end }))];
  const segments = toSegments(softenLines(letter.text), marks, letter.pageStarts);
  const starts = letter.pageStarts.length === 0 ? [0] : letter.pageStarts;
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? letter.text.length;
    return { number: index + 1, segments: segments.filter((segment) => segment.start >= start && segment.start < end) };
  });
}
