/** A rationale cut at the sentences that decided, so that they are marked where they stand and not printed twice. Pure. */
import type { Item } from '#contract/determination.ts';
import { toSegments } from '../../lib/segments.ts';
import { type DecidingSentence, decidingSentences } from './deciding-sentences.ts';

/** A run of the rationale: a sentence that decided, or what stands between such. */
interface RationalePart {
  /** Where it begins in the rationale. */
  readonly start: number;
  readonly text: string;
  readonly decides: DecidingSentence | null;
}

interface MarkedRationale {
  readonly parts: readonly RationalePart[];
  /** Sentences that stand nowhere in the rationale as it was read. */
  readonly apart: readonly DecidingSentence[];
  /** What decided can be read by itself: the rest is long enough to be left out at first. */
  readonly foldable: boolean;
}

/** From so many characters on that did not decide, what decided is shown by itself first. */
const REST_TO_FOLD = 300;

export function rationaleParts(item: Pick<Item, 'deciding' | 'reasons' | 'rationale'>): MarkedRationale {
  const text = item.rationale?.value ?? '';
  const sentences = decidingSentences(item).map((sentence) => ({ sentence, start: text.indexOf(sentence.text) }));
  const marks = sentences
    .filter(({ start }) => start !== -1)
    .map(({ sentence, start }) => ({ sentence, start, end: start + sentence.text.length }));
  const parts = toSegments(text, marks).map((segment) => ({
    start: segment.start,
    text: segment.text,
    decides: segment.marks[0]?.sentence ?? null,
  }));
  const rest = parts.filter(({ decides }) => decides === null).reduce((length, part) => length + part.text.length, 0);
  return {
    parts,
    apart: sentences.filter(({ start }) => start === -1).map(({ sentence }) => sentence),
    foldable: marks.length > 0 && rest >= REST_TO_FOLD,
  };
}
