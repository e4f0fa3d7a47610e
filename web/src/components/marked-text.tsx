/** A text with the places that matched marked. */
import type { Span } from '#contract/span.ts';
import { toSegments } from '../lib/segments.ts';

export function MarkedText({ text, marks }: { text: string; marks: readonly Span[] }) {
  return (
    <>
      {toSegments(text, marks).map((segment) =>
        segment.marks.length > 0 ? <mark key={segment.start}>{segment.text}</mark> : <span key={segment.start}>{segment.text}</span>,
      )}
    </>
  );
}
