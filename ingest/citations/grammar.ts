/**
 * The guideline field of one side, by the grammar that covers the published letters of 2014 and 2016-17:
 *   field   := none | [outside] { "Decision based on MTUS " part {", and " part} "." } { "Decision based on Non-MTUS Citation " text "." }
 *   none    := "... did not cite any medical evidence for its decision."
 *   2013    := "... based its/his/her decision on " text ", which is [not] part of the MTUS"
 *   outside := "... based their decision on recommendation(s) outside of the MTUS Guidelines." | "... did not base their decision on the MTUS."
 */
import type { Basis } from '#contract/lists.ts';
import { trimmed } from '../layouts/anchors.ts';
import type { ScanSpan } from '../text/scan.ts';

/** The pieces of a field: what stands behind each "Decision based on", without the full stop that ends it. */
export interface GuidelineField {
  readonly basis: Basis | null;
  /** The words that tell the basis. */
  readonly basisAt: ScanSpan | null;
  readonly mtus: readonly ScanSpan[];
  readonly nonMtus: readonly ScanSpan[];
}

const NONE =
  /\bdid\s*not\s*(?:cite|provide|specify|identify|state|list|give|use)\s*(?:any|a|an|which|the)\s*(?:specific\s*)?(?:medical\s*)?(?:treatment\s*)?(?:evidence|guidelines?|criteria|references?|citations?)\b|\bno\s*(?:medical\s*)?(?:evidence|guidelines?|citations?|references?)\s*(?:was|were)\s*(?:cited|provided|given|stated)|^\s*(?:N\/A|none(?:\s*(?:cited|stated|given|provided))?|not\s*(?:applicable|cited|stated|provided))\.?\s*$/i;
const OUTSIDE =
  /\bbased\s*(?:their|its|his\/her)\s*decision\s*on\s*recommendation\(?s?\)?\s*outside\s*of\s*the\s*MTUS\b|\bdid\s*not\s*base\s*(?:their|its|his\/her)\s*decision\s*on\s*the\s*MTUS\b/i;
const BASED_ON = /\bDecision\s*based\s*on\s*(?:the\s*)?(?<non>Non\s*-?\s*)?MTUS\b(?:\s*Citations?\b)?\s*:?/gi;

/** "..., which is part of the MTUS": the letters of 2013 tell the basis behind the name. */
const PART_OF =
  /,?\s*\b(?:(?:which|that)\s*)?(?:is|are)\s*(?<non>not\s*)?(?:a\s*)?part\s*of\s*(?:the\s*)?(?:California\s*)?(?:MTUS|Medical\s*Treatment\s*Utilization\s*Schedule)(?:\s*\(MTUS\))?/gi;
const DECISION_ON = /\b(?:based|bases)\s*(?:its|their|his\/her|his|her)\s*(?:utilization\s*review\s*)?decision\s*on\s*(?:the\s*)?/gi;

/** Takes a field apart; `basis` is null where nothing of the grammar is in it. */
export function parseGuidelineField(scan: string, field: ScanSpan): GuidelineField {
  const text = scan.slice(field.start, field.end);
  const marks = [...text.matchAll(BASED_ON)];
  const mtus: ScanSpan[] = [];
  const nonMtus: ScanSpan[] = [];
  marks.forEach((mark, index) => {
    const from = field.start + mark.index + mark[0].length;
    const to = field.start + (marks[index + 1]?.index ?? text.length);
    const piece = trimmed(scan, from, to);
    const body = piece === null ? null : trimmed(scan, piece.start, piece.end - (scan[piece.end - 1] === '.' ? 1 : 0));
    if (body !== null) (mark.groups?.['non'] === undefined ? mtus : nonMtus).push(body);
  });
  if (mtus.length + nonMtus.length > 0) {
    const basis = nonMtus.length === 0 ? 'mtus' : mtus.length === 0 ? 'non_mtus' : 'mixed';
    return { basis, basisAt: trimmed(scan, field.start + (marks[0]?.index ?? 0), field.end), mtus, nonMtus };
  }
  const early = partsOf2013(scan, field, text);
  if (early !== null) return early;
  for (const [basis, words] of [
    ['none', NONE],
    ['non_mtus', OUTSIDE],
  ] as const) {
    const match = words.exec(text);
    if (match === null) continue;
    return { basis, basisAt: trimmed(scan, field.start + match.index, field.start + match.index + match[0].length), mtus, nonMtus };
  }
  return { basis: null, basisAt: null, mtus, nonMtus };
}

/** The pieces of a field that tells its basis behind each name; null where it does not. */
function partsOf2013(scan: string, field: ScanSpan, text: string): GuidelineField | null {
  const marks = [...text.matchAll(PART_OF)];
  const mtus: ScanSpan[] = [];
  const nonMtus: ScanSpan[] = [];
  marks.forEach((mark, index) => {
    const previous = marks[index - 1];
    const from = previous === undefined ? 0 : previous.index + previous[0].length;
    const opening = [...text.slice(from, mark.index).matchAll(DECISION_ON)].at(-1);
    const start =
      from +
      (opening === undefined ? (/^[\s.,;]*(?:and\s)?\s*/i.exec(text.slice(from))?.[0].length ?? 0) : opening.index + opening[0].length);
    const piece = trimmed(scan, field.start + start, field.start + mark.index);
    if (piece !== null) (mark.groups?.['non'] === undefined ? mtus : nonMtus).push(piece);
  });
  if (mtus.length + nonMtus.length === 0) return null;
  return {
    basis: nonMtus.length === 0 ? 'mtus' : mtus.length === 0 ? 'non_mtus' : 'mixed',
    basisAt: trimmed(scan, field.start, field.end),
    mtus,
    nonMtus,
  };
}
