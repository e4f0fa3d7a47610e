/**
 * The sentence of a rationale that says which criterion was met or missing: for an item that was not found necessary the first that a reason
 * was read from, for one that was found necessary the one that says what is there.
 */
import type { Item } from '#contract/determination.ts';
import type { Neighbour } from '#contract/similar.ts';
import type { TextLeaf } from '#mappings/query-tree.ts';
import { evened } from '#mappings/text/evened.ts';
import { sentencesOf } from '#mappings/text/sentences.ts';
import { highlight } from '../matching/highlight.ts';

const MET =
  /\b(?:meets?|met|satisf(?:y|ies|ied)|supports?|supported|consistent with|documents?|documented|demonstrat\w+|evidence of|presence of|recommended|indicated|warranted|reasonable|appropriate)\b/i;
const NEGATED = /\b(?:not|no|nor|never|without|lack\w*|fail\w*|absen\w+|insufficient)\b/i;

export function criterionSentence(item: Item, leaves: readonly TextLeaf[]): Neighbour['criterionSentence'] {
  const found = item.decision?.value === 'overturned' ? metIn(item) : missingIn(item);
  return found === null ? null : { ...found, marks: highlight(found.text, 'rationale', leaves) };
}

function missingIn(item: Item): { text: string; finding: 'missing' } | null {
  const quote = item.reasons.flatMap((reason) => reason.evidence.map((evidence) => evidence.quote))[0];
  return quote === undefined ? null : { text: evened(quote), finding: 'missing' };
}

/** The last such sentence: what guidelines say comes before what the case has. */
function metIn(item: Item): { text: string; finding: 'met' } | null {
  const text = item.rationale?.value ?? '';
  const sentences = sentencesOf(text).map((sentence) => sentence.text);
  const met = sentences
    .filter((sentence) => MET.test(sentence) && !NEGATED.test(sentence) && !/medically necessary/i.test(sentence))
    .at(-1);
  return met === undefined ? null : { text: met, finding: 'met' };
}
