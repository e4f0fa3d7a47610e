/**
 * An item whose rationale leans on another item of the letter: "Since the primary procedure is not medically necessary,
 * none of the associated services are." The leading item is the one that the words name, or the operation before it.
 */

import { type Finding, finding } from '../text/finding.ts';
import type { Line } from '../text/line.ts';
import { sentencesOf } from '../text/sentences.ts';
import { longWords } from '../text/words.ts';

/** What is known of the items of a letter; the index is the item's number less one. */
export interface LeadingItem {
  readonly heading: string;
  readonly category: string | null;
  readonly perioperative: boolean;
}

/** "Since X is not medically necessary, ...": X is what the item leans on. The lead may also end the sentence. */
const LEANS =
  /(?:^|[,;]\s*|\b)(?:since|because|given that|in view of the fact that|in light of the fact that|as)\s+(?:the\s+|this\s+|these\s+)?(?<lead>[^.;]{2,120}?)\s+(?:(?:is|are|was|were|has been|have been)\s+)(?:(?:also|deemed|determined|found|considered|felt|recommended)\s+)*(?:to be\s+|as\s+)?(?:not|non)[\s-]*(?:be\s+|been\s+)?(?:(?:considered|found|deemed)\s+)?(?:to be\s+)?(?:medically\s+necessary|supported|certified|authorized|approved|recommended|indicated|necessary|established|warranted)\b[^.;]*?,\s*(?<rest>[^.;]+)/i;
const NECESSARY = /\b(?:medically\s+necessary|necessary|supported|certified|warranted|indicated|required|needed)\b/i;
/** Words for the leading item that stand for an operation. */
const OPERATION = /\b(?:primary|surg\w*|operati\w*|procedures?|intervention)\b/i;
/** "any medication containing a drug that is not recommended" is a rule of a guideline, not another item. */
const GENERAL =
  /\b(?:any|each|every|all|a drug|drug class|guidelines?|MTUS|ACOEM|ODG|documentation|criteria|patient|records?|improvement|benefit)\b/i;
const OPERATIVE = /^(?:surg|inj|prog)$/;
const STOP = new Set(
  'with without and the for left right bilateral requested request current surgery surgical procedure service services neck cervical thoracic lumbar back spine shoulder elbow wrist hand finger thumb knee ankle foot toe upper lower extremity'.split(
    ' ',
  ),
);

/** The number of the item that the rationale of item `number` leans on; null where it stands on its own. */
export function extractFollows(rationale: Line, number: number, items: readonly LeadingItem[], rule: string): Finding<number> | null {
  for (const sentence of sentencesOf(rationale.text)) {
    const match = LEANS.exec(sentence.text);
    const lead = match?.groups?.['lead'];
    if (lead === undefined || GENERAL.test(lead) || !NECESSARY.test(match?.groups?.['rest'] ?? '')) continue;
    const leading = namedItem(lead, number, items) ?? (OPERATION.test(lead) ? operationNear(number, items) : null);
    if (leading !== null) return finding(leading, rule, rationale.at(sentence.start, sentence.end), 'inferred');
  }
  return null;
}

/** The other item whose heading shares the most words with the lead; the nearest before it on a tie. */
function namedItem(lead: string, number: number, items: readonly LeadingItem[]): number | null {
  const wanted = wordsOf(lead);
  const shared = items.map((item) => [...wordsOf(item.heading)].filter((word) => wanted.has(word)).length);
  const most = Math.max(...shared);
  // The words may name the item itself.
  if (most === 0 || shared[number - 1] === most) return null;
  const before = shared.slice(0, number - 1).lastIndexOf(most);
  return (before >= 0 ? before : shared.indexOf(most)) + 1;
}

/** The last operation before an item that is not itself a companion of one; else the only one behind it. Nothing else is an operation. */
function operationNear(number: number, items: readonly LeadingItem[]): number | null {
  const operative = items.map((item) => !item.perioperative && item.category !== null && OPERATIVE.test(item.category));
  const before = operative.slice(0, number - 1).lastIndexOf(true);
  if (before >= 0) return before + 1;
  const behind = operative.indexOf(true, number);
  return behind >= 0 && operative.indexOf(true, behind + 1) === -1 ? behind + 1 : null;
}

/** Words that tell a thing; two requests for one knee are no more alike for it. */
function wordsOf(text: string): Set<string> {
  return new Set(longWords(text, 4).filter((word) => !STOP.has(word) && !/\d/.test(word)));
}
