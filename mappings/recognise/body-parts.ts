/** Body parts named in a text, by the vocabulary; spinal levels name their part of the spine ("L4-5" is the low back). */
import type { Grade } from '#contract/span.ts';
import { type Finding, finding } from '../text/finding.ts';
import type { Line } from '../text/line.ts';
import type { Place } from '../text/places.ts';
import { SERVICES } from '../vocabulary/vocabulary.ts';

const ROWS = SERVICES.bodyParts.map(({ id, regex }) => ({ id, pattern: new RegExp(regex, 'gi') }));

export interface BodyPartHit extends Place {
  readonly id: string;
}

/** Every body part of a text with its place, in order of place. */
export function bodyPartHits(text: string): BodyPartHit[] {
  return ROWS.flatMap(({ id, pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({ id, start: match.index, end: match.index + match[0].length })),
  ).sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The body parts of a line, each once, with all the words that name it. */
export function extractBodyParts(line: Line, rule: string, grade: Grade = 'stated'): Finding<string>[] {
  const byId = Map.groupBy(bodyPartHits(line.text), (hit) => hit.id);
  return [...byId].map(([id, hits]) =>
    finding(
      id,
      rule,
      hits.map(({ start, end }) => line.at(start, end)),
      grade,
    ),
  );
}
