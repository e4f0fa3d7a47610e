/** Whether a stretch is nothing but a side's guideline field: where a label behind it is lost, it holds what stands behind that label too. */
import { tolerant } from '#mappings/text/ocr.ts';

/** What the sentences of a reviewer's field begin with. */
const REVIEWERS = new RegExp(
  tolerant(
    String.raw`^(?:Decisions?\s*based\s*on|The\s*(?:Expert|Physician|Professional|Medical)\s*Reviewer\s*(?:did|based|also|relied|cited|used|found|does)\b)`,
  ),
  'iu',
);
/** "ODG. The MTUS ..." begins a sentence, "pp. 22" and "vol. 3" do not. */
const BETWEEN = /\.\s+(?=\p{Lu}\p{L})/u;

/** Whether every sentence is one of a reviewer's guideline field: "Decision based on MTUS ...", "The Expert Reviewer did not cite ...". */
export function isReviewersField(text: string): boolean {
  return text.split(BETWEEN).every((sentence) => REVIEWERS.test(sentence.trim()));
}
