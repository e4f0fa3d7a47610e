/**
 * What a rationale says is asked for, held against the request over it: "The request concerns nerve studies" under a heading that
 * asks for an injection is the rationale of another item, whose own heading was lost.
 */
import { classifyService } from '#mappings/recognise/services/service.ts';
import { tolerantPattern } from '#mappings/text/ocr.ts';
import { sentencesOf } from '#mappings/text/sentences.ts';
import { longWords } from '#mappings/text/words.ts';

const THING = '(?<thing>[^.;,]{3,120}?)';
const UNTIL = String.raw`(?=[.;,]|\s+(?:because|on\s+account|due|should|can|is|are|was|were|cannot)\b|$)`;
/** The manners of saying it; nothing is told by a service that a sentence names in passing. */
const ASKED = [
  String.raw`\b(?:(?:current|present|disputed)\s+)?request\s+(?:(?:here|at\s+hand|under\s+review|in\s+dispute)\s+)?(?:concerns|is\s+for)\s+${THING}${UNTIL}`,
  String.raw`\b(?:question|issue)\s+(?:here\s+|at\s+hand\s+)?is\s+whether\s+${THING}${UNTIL}`,
  String.raw`\b(?:physician|provider|doctor|surgeon)\s+(?:(?:asks|asked)\s+for|(?:is\s+requesting|requests|requested|has\s+requested))\s+${THING}${UNTIL}`,
  String.raw`^(?:with\s+respect\s+to|with\s+regards?\s+to|regarding|concerning|as\s+to)\s+${THING}${UNTIL}`,
  String.raw`^(?:no,\s+)?${THING}\s+(?:cannot\s+be|(?:is|are)\s+not)\s+supported\s+(?:on|in|by)\s+(?:this|the)\s+(?:record|file)`,
].map((source) => tolerantPattern(new RegExp(source, 'iu')));

/** Sentences of a rationale in which its own thing is looked for. */
const MOST_SENTENCES = 40;

/** The thing that the first sentence of a rationale says is asked for; null where it says none. */
function thingAsked(sentence: string): string | null {
  for (const pattern of ASKED) {
    const thing = pattern.exec(sentence)?.groups?.['thing'];
    if (thing !== undefined) return thing;
  }
  return null;
}

/**
 * Whether the first sentence of a rationale asks for a service of another category than the request, and no sentence names one of its
 * own. One of the two may be named by a manner of thing ("office visits") only.
 */
export function asksForAnother(request: string, rationale: string): boolean {
  const requested = classifyService(request);
  const sentences = sentencesOf(rationale);
  const thing = thingAsked(sentences[0]?.text ?? '');
  const asked = thing === null ? null : classifyService(thing);
  if (thing === null || requested === null || asked === null || asked.category === requested.category) return false;
  if (!requested.strong && !asked.strong) return false;
  const words = longWords(request, 4);
  return !sentences.slice(0, MOST_SENTENCES).some(({ text }) => {
    const named = classifyService(text);
    // "Findings on examination" is a visit in passing only.
    return named?.category === requested.category && (named.strong || longWords(text, 4).some((word) => words.includes(word)));
  });
}
