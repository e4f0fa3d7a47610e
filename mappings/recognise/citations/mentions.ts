/**
 * Guidelines that a rationale mentions: a third set beside the two sides' citations. Found broadly by the same rows,
 * sentence by sentence, then judged: a row counts only where its own words name a source. Plain words of medicine
 * ("standard of care", "low back complaints", "randomized") name none. The text says nothing of a basis: it stays null.
 */
import { sentencesOf } from '../../text/sentences.ts';
import type { Hit } from './hit.ts';
import { findHits, rowsIn } from './vocabulary-hits.ts';

/** Rows that plain words of a rationale also match; no source is named by them. */
const NO_SOURCE = /^(?:none|expert|unclassified)\b/;
/** Found by general rules only: a web page, a university, a policy. Named as a source in a citation field, but not in prose. */
const ONLY_IN_FIELDS = /^(?:drugref\.insert)$/;
/** The claims administrator's and the law's own procedure is no guideline. */
const PROCEDURE = /^law\./;
/** Letters that are a society's in a citation field, and other things in prose: an ASA class, the ACS, GOLD letters. */
const LETTERS_IN_PROSE = /^(?:A(?:CP|UA|AD|SA|GA|CG|AP|CS|GS|CNM|TS|AO|CSM|CA|SHA|CPA|SPS)|WHO|NHS|GOLD|GINA|MPR|SIS|NLM)$/;
/** A surname is a textbook's in a citation field, and a doctor's behind his title. */
const BEHIND_TITLE = /\b(?:Drs?|Mr|Ms|Mrs)\.? ?(?:[A-Z]\w*\.? )?$/;
const GENERAL_WORDS = /^(?:manufacturer|et\.? al|vol(?:ume)?\.? ?\d|medical practice)/i;

/** "FDA approved" says something of a drug, and cites no one. */
const APPROVED = /^(?:[\s-]*approv|'s)/i;
/** What a vaguer mention adds nothing to: "the ODG" beside the ODG's pain chapter. */
const VAGUE: readonly (readonly [string, RegExp])[] = [
  ['odg.unspecified', /^odg\./],
  ['acoem.unspecified', /^(?:acoem|mtus\.acoem)/],
  ['mtus.acoem2.unspecified', /^mtus\.acoem2\.(?!unspecified)/],
  ['mtus.unspecified', /^mtus\./],
];

/** The mentions in an evened rationale, in order of place. */
export function findMentions(text: string): Hit[] {
  const rows = rowsIn(text);
  const hits = sentencesOf(text).flatMap(({ start, text: words }) => {
    return findHits(words, null, rows)
      .filter((hit) => counts(hit, words))
      .map((hit) => ({
        ...hit,
        start: start + hit.start,
        end: start + hit.end,
        ...(hit.nameEnd === undefined ? {} : { nameEnd: start + hit.nameEnd }),
      }));
  });
  return hits.filter(
    (hit) =>
      !VAGUE.some(
        ([vague, named]) => hit.guideline === vague && hits.some((other) => other.guideline !== vague && named.test(other.guideline)),
      ),
  );
}

function counts(hit: Hit, words: string): boolean {
  return (
    !NO_SOURCE.test(hit.guideline) &&
    !ONLY_IN_FIELDS.test(hit.guideline) &&
    !PROCEDURE.test(hit.guideline) &&
    !(hit.guideline === 'gov.fda' && APPROVED.test(words.slice(hit.end))) &&
    !GENERAL_WORDS.test(words.slice(hit.start, hit.end)) &&
    !LETTERS_IN_PROSE.test(words.slice(hit.start, hit.end)) &&
    !BEHIND_TITLE.test(words.slice(Math.max(0, hit.start - 24), hit.start))
  );
}
