/**
 * A disputed item whose decision is told by sentences ("... is not medically necessary and appropriate."), at times printed
 * twice. All that can be read must agree; where they do not, or none can be read, the decision is `undetermined`, with a message.
 */
import type { Decision, UrAction } from '#contract/lists.ts';
import { findVerdicts } from '#mappings/recognise/verdicts/verdict.ts';
import { type Finding, finding, type Note, textFinding } from '#mappings/text/finding.ts';
import { type ScanSpan, scanSpan } from '#mappings/text/scan.ts';
import type { ItemSections } from '../layouts/segmenting/layout.ts';
import type { Heading } from './heading.ts';

/**
 * Reads the item's request and its sentences. These layouts do not tell what UR authorized. `gaps`: where pages are missing;
 * behind one, a sentence may be of another item. `unjoined`: the sentences are no verdicts on this item, see `ItemSections`.
 * `onePrintingTells`: see `Layout`.
 */
export function extractSentenceHeading(
  scan: string,
  heading: ItemSections['heading'],
  verdicts: readonly ScanSpan[],
  rule: string,
  gaps: readonly number[],
  { unjoined, onePrintingTells }: { readonly unjoined: boolean; readonly onePrintingTells: boolean },
): Heading {
  const notes: Note[] = [];
  const note = (code: Note['code'], reason: string, at: ScanSpan | null) =>
    notes.push({ code, severity: 'warning', rule: `${rule}.item.heading`, reason, at });
  const request = textFinding(scan, `${rule}.item.heading`, heading);
  if (request === null) note('item.field_missing', 'The disputed item has no heading.', null);
  const near = verdicts.filter((verdict) => !gaps.some((gap) => heading !== null && heading.end <= gap && gap <= verdict.start));
  const { decision, trouble } = unjoined
    ? unjoinedOf(verdicts, `${rule}.item.decision`)
    : decisionOf(scan, near, `${rule}.item.decision`, onePrintingTells);
  if (trouble !== null) note(trouble.code, trouble.reason, verdicts[0] ?? null);
  return {
    heading: request,
    decision,
    originalRequest: request,
    authorizedAtUr: null,
    inDispute: request,
    urAction: request === null ? null : finding<UrAction>('unknown', `${rule}.item.urAction.not-told`, request.at, 'inferred'),
    partUnclear: false,
    notes,
  };
}

interface Told {
  readonly decision: Finding<Decision> | null;
  readonly trouble: { readonly code: Note['code']; readonly reason: string } | null;
}

/** A decision is told, but it may be on another request: one that has no sections, or whose heading is lost. */
function unjoinedOf(at: readonly ScanSpan[], rule: string): Told {
  const reason = 'The decision told here may be on another request; this item’s decision is not known.';
  return {
    decision: at.length === 0 ? null : finding<Decision>('undetermined', `${rule}.unjoined`, at),
    trouble: { code: 'item.decision_conflict', reason },
  };
}

function decisionOf(scan: string, sentences: readonly ScanSpan[], rule: string, onePrintingTells: boolean): Told {
  if (sentences.length === 0) {
    return { decision: null, trouble: { code: 'item.decision_missing', reason: 'No sentence that tells the decision was found.' } };
  }
  const read = sentences.map((sentence) => ({ sentence, verdicts: findVerdicts(scan.slice(sentence.start, sentence.end)) }));
  const anyVerdict = read.some(({ verdicts }) => verdicts.length > 0);
  const told = read.flatMap(({ sentence, verdicts }) => {
    // Beside verdicts, a sentence without one was told as a denial in other words ("is not certified").
    if (verdicts.length === 0) return anyVerdict ? [{ decision: 'upheld' as const, at: sentence, sentence }] : [];
    return verdicts.map(({ decision, start, end }) => ({ decision, at: scanSpan(sentence.start + start, sentence.start + end), sentence }));
  });
  const clear = told.filter(({ decision }) => decision !== null);
  const [first] = clear;
  if (first === undefined || first.decision === null) {
    return {
      decision: finding<Decision>('undetermined', `${rule}.unclear`, sentences),
      trouble: { code: 'item.decision_missing', reason: 'The sentence that should tell the decision is not clear.' },
    };
  }
  if (clear.some(({ decision }) => decision !== first.decision)) {
    return {
      decision: finding<Decision>('undetermined', `${rule}.conflict`, sentences),
      trouble: { code: 'item.decision_conflict', reason: 'The sentences that tell the decision do not agree.' },
    };
  }
  const printings = new Set(clear.map(({ sentence }) => sentence)).size;
  const agreed = finding<Decision>(
    first.decision,
    `${rule}.sentence`,
    clear.map(({ at }) => at),
  );
  return { decision: printings > 1 || onePrintingTells ? agreed : printedOnce(agreed), trouble: null };
}

/** A decision of a layout that is known by its titles alone: that it is printed is seen, what it is on is concluded. */
export function printedOnce(decision: Finding<Decision>): Finding<Decision> {
  return decision.value === 'undetermined' ? decision : { ...decision, grade: 'inferred', rule: `${decision.rule}.once` };
}
