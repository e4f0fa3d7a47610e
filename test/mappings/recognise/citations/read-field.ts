/** Reads a guideline field as the pipeline does, for the tests of this folder. */

import { scanSpan } from '#mappings/text/scan.ts';
import { extractGuidelineSide, extractMentions } from '../../../../ingest/extract/guideline-side.ts';

export function readField(text: string) {
  return extractGuidelineSide(text, scanSpan(0, text.length), 'test', null);
}

export function guidelinesOf(text: string): string[] {
  return [...new Set(readField(text).citations.map((citation) => citation.guideline))];
}

/** The mentions of a rationale, each with the words of its span. */
export function mentionsOf(text: string) {
  return extractMentions(text, scanSpan(0, text.length), 'test').map((citation) => ({
    ...citation,
    words: text.slice(citation.at.start, citation.at.end),
  }));
}
