/** The text of a letter, page by page, as runs that lead to their values in the record beside it. */
import { type Ref, useImperativeHandle, useMemo, useRef } from 'react';
import type { TextResponse } from '#contract/api.ts';
import type { EvidenceMark } from '../lib/evidence.ts';
import { type Segment, toSegments } from '../lib/segments.ts';
import { softenLines } from '../lib/soft-lines.ts';
import styles from './letter-text.module.css';
import { Run, type RunMark, useRunChoices } from './runs.tsx';

export interface TextProps {
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

export function LetterText({ ref, letter, evidence, currentMatch, chosenPath, onChoose }: TextProps) {
  const box = useRef<HTMLElement>(null);
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(ref, () => box.current, []);
  const pages = useMemo(() => toPages(letter, evidence), [letter, evidence]);
  useRunChoices(box, onChoose);
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

/** The runs of each page; runs are cut at page borders. */
function toPages(letter: TextProps['letter'], evidence: readonly EvidenceMark[]): { number: number; segments: Segment<RunMark>[] }[] {
  const marks: RunMark[] = [...evidence, ...letter.marks.map((mark) => ({ kind: 'match' as const, start: mark.start, end: mark.end }))];
  const segments = toSegments(softenLines(letter.text), marks, letter.pageStarts);
  const starts = letter.pageStarts.length === 0 ? [0] : letter.pageStarts;
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? letter.text.length;
    return { number: index + 1, segments: segments.filter((segment) => segment.start >= start && segment.start < end) };
  });
}
