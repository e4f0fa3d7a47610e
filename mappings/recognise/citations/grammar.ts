/**
 * The guideline field of one side, by the grammar that covers the published letters of 2014 and 2016-17:
 *   field   := none | [outside] { "Decision based on MTUS " part {", and " part} "." } { "Decision based on Non-MTUS Citation " text "." }
 *   none    := "... did not cite any medical evidence for its decision."
 *   2013    := "... based its/his/her decision on " text [", which is [not] part of the MTUS"]; without it the sources tell the basis
 *   outside := "... based their decision on recommendation(s) outside of the MTUS Guidelines." | "... did not base their decision on the MTUS."
 */
import type { Basis } from '../../contract/lists.ts';
import { tolerant } from '../../text/ocr.ts';
import { type ScanSpan, trimmed } from '../../text/scan.ts';

/** The pieces of a field: what stands behind each "Decision based on", without the full stop that ends it. */
export interface GuidelineField {
  readonly basis: Basis | null;
  /** The words that tell the basis. */
  readonly basisAt: ScanSpan | null;
  readonly mtus: readonly ScanSpan[];
  readonly nonMtus: readonly ScanSpan[];
  /** Pieces that a side based its decision on without words that tell whether they are of the MTUS. */
  readonly untold: readonly ScanSpan[];
  /** Other words of the field: what they name is cited, and what they do not name is no citation. */
  readonly rest: readonly ScanSpan[];
  /** Of the pieces told, those whose basis is told behind their last name only: "A and B, which is not part of the MTUS". */
  readonly toldOfLast: ReadonlySet<ScanSpan>;
}

/** A pattern of the printed sentences; blanks may be lost, letters taken for each other, and long words broken: "evi- dence". */
const sentence = (source: string, flags = 'i') => new RegExp(tolerant(source.replace(LONG_WORD, broken)), flags);
const LONG_WORD = /(?<![\\<a-z])[a-z]{6,}/gi;
const broken = (word: string) => (word.match(/rn|cl|./gi) ?? []).join(String.raw`(?:-\s)?`);
const WHAT = String.raw`(?:specific\s*)?(?:evidence\s*-?\s*based\s*)?(?:medical\s*)?(?:treatment\s*)?(?:evidence|guidelines?|criteria|references?|citations?|recommendations?)`;
const CITE = '(?:cite|provide|specify|identify|state|list|give|use|reference|mention|include)';
const CITED = '(?:cited|provided|given|stated|listed|referenced|specified|identified|used|noted|gave)';
const NONE = sentence(
  [
    String.raw`\b(?:did|does|do)\s*not\s*${CITE}\s*(?:any|a|an|which|the)?\s*${WHAT}`,
    String.raw`\b${CITED}\s*no\s*${WHAT}`,
    String.raw`\bno\s*${WHAT}\s*(?:(?:was|were|is|are|has\s*been|have\s*been)\s*)?${CITED}`,
    String.raw`\b${WHAT}\s*(?:was|were|is|are)\s*not\s*${CITED}`,
    String.raw`^\s*(?:N\/A|none(?:\s*${CITED})?|not\s*(?:applicable|cited|stated|provided|specified))\.?\s*$`,
  ].join('|'),
);
const THEIR = String.raw`(?:their|its|his\/her|his|her)`;
const OUTSIDE = sentence(
  String.raw`\bbased\s*${THEIR}\s*decision\s*on\s*recommendation\(?s?\)?\s*outside\s*of\s*the\s*MTUS(?:\s*Guidelines?)?|\bdid\s*not\s*base\s*${THEIR}\s*decision\s*on\s*the\s*MTUS(?:\s*Guidelines?)?`,
);
const BASED_ON = sentence(
  String.raw`\bDecisions?\s*base(?:d|s)?\s*(?:up)?on\s*(?:the\s*)?(?<non>Non\s*-?\s*)?MTUS(?:\s*Citations?\b)?\s*:?|(?:[,;.]|\band\b|\bas\s*well\s*as\b)\s*(?:and\s*)?(?:on\s*)?(?:the\s*)?(?<also>Non\s*-?\s*MTUS)\s*Citations?\b\s*:?`,
  'gi',
);
/** Who speaks, before what is cited: "The Claims Administrator cited". */
const SPEAKER = sentence(
  String.raw`^[\s,;:.]*(?:and\s*)?(?:(?:the\s*)?(?:\w+\s*){1,3}?(?:also\s*|then\s*|instead\s*)?\b(?:cites|cited|used|relied\s*(?:up)?on|referenced|citing|using)\s*(?:the\s*)?)?`,
);
const SENTENCE_END = /\.(?=\s|$)/;
const SAID = new RegExp(`${OUTSIDE.source}|${NONE.source}`, 'gi');

/** "..., which is part of the MTUS": the letters of 2013 tell the basis behind the name. */
const PART_OF = sentence(
  String.raw`,?\s*\b(?:(?:which|that)\s*)?(?:(?:is|(?<all>are))\s*)?(?:a\s*(?:medical\s*)?(?:treatment\s*)?guidelines?\s*(?:which|that)\s*(?:is|are)\s*)?(?<non>not\s*)?(?:a\s*)?part\s*of\s*(?:the\s*)?(?:California\s*)?(?:MTUS|Medical\s*Treatment\s*Utilization\s*Schedule)(?:\s*\(MTUS\))?`,
  'gi',
);
const DECISION_ON = sentence(
  [
    String.raw`\b(?:based|bases)\s*${THEIR}\s*(?:utilization\s*review\s*)?decision\s*(?:up)?on(?!\s*recommendation)\s*(?:the\s*)?`,
    String.raw`\bdecision\s*(?:was|is)\s*based\s*(?:up)?on\s*(?:the\s*)?`,
    String.raw`\brel(?:ied|ies)\s*(?:up)?on\s*(?:the\s*)?`,
  ].join('|'),
  'gi',
);
/** What ties a piece to the one before it. */
const TIE = /^[\s.,;]*(?:and\s*(?:also\s*)?(?:on\s*)?)?(?:the\s)?\s*/i;
/** Behind "which is part of the MTUS" another piece is tied on; a full stop ends them. */
const GOES_ON = /^\s*[,;]?\s*(?:and|as\s*well\s*as|;)/i;
/** Where a sentence that says something else begins. */
const NEXT_SENTENCE = /\.\s*(?=(?:The|This|These|No|An?|It|He|She)\b)/;

/** Takes a field apart; `basis` is null where nothing of the grammar is in it. */
export function parseGuidelineField(scan: string, field: ScanSpan): GuidelineField {
  const text = scan.slice(field.start, field.end);
  const labels = [...text.matchAll(BASED_ON)];
  // ", and Non-MTUS Citation" opens a piece only behind another.
  const first = labels.findIndex((label) => label.groups?.['also'] === undefined);
  const told = first === -1 ? null : labelledPieces(scan, field, text, labels.slice(first));
  if (told !== null) return told;
  const early = partsOf2013(scan, field, text);
  if (early !== null) return early;
  for (const [basis, words] of [
    ['none', NONE],
    ['non_mtus', OUTSIDE],
  ] as const) {
    const match = words.exec(text);
    if (match === null) continue;
    const end = match.index + match[0].length;
    const behind = piecesOf(scan, field, text, basis === 'none' ? sentenceEnd(text, end) : end, text.length);
    return {
      ...EMPTY,
      basis,
      basisAt: trimmed(scan, field.start + match.index, field.start + end),
      nonMtus: basis === 'none' ? [] : behind,
      rest: [...piecesOf(scan, field, text, 0, sentenceStart(text, match.index)), ...(basis === 'none' ? behind : [])],
    };
  }
  return EMPTY;
}

const EMPTY: GuidelineField = { basis: null, basisAt: null, mtus: [], nonMtus: [], untold: [], rest: [], toldOfLast: new Set() };

/** The pieces behind "Decision based on [Non-]MTUS [Citation]"; null where nothing stands behind any. */
function labelledPieces(scan: string, field: ScanSpan, text: string, marks: readonly RegExpExecArray[]): GuidelineField | null {
  const mtus: ScanSpan[] = [];
  const nonMtus: ScanSpan[] = [];
  marks.forEach((mark, index) => {
    const from = field.start + mark.index + mark[0].length;
    const to = field.start + (marks[index + 1]?.index ?? text.length);
    const piece = trimmed(scan, from, to);
    const body = piece === null ? null : trimmed(scan, piece.start, piece.end - (scan[piece.end - 1] === '.' ? 1 : 0));
    if (body !== null) (mark.groups?.['non'] === undefined && mark.groups?.['also'] === undefined ? mtus : nonMtus).push(body);
  });
  if (mtus.length + nonMtus.length === 0) return null;
  const start = marks[0]?.index ?? 0;
  return {
    ...EMPTY,
    basis: basisOf(mtus.length > 0, nonMtus.length > 0),
    basisAt: trimmed(scan, field.start + start, field.end),
    mtus,
    nonMtus,
    rest: piecesOf(scan, field, text, 0, start),
  };
}

/** The words of a stretch of the field without who speaks, what says that nothing is cited, and the full stops. */
function piecesOf(scan: string, field: ScanSpan, text: string, from: number, until: number): ScanSpan[] {
  const words = text.slice(from, until);
  const said = [...words.matchAll(SAID)];
  return [...said, undefined].flatMap((match, index) => {
    const before = said[index - 1];
    const start = before === undefined ? 0 : before.index + before[0].length;
    // The sentence that says it is no citation, up to the words that say it.
    const open = words.slice(start, match?.index);
    const stretch = match === undefined ? open : open.slice(0, sentenceStart(open, open.length));
    const lead = SPEAKER.exec(stretch)?.[0].length ?? 0;
    const body = stretch.slice(lead).replace(/(?<![\s.,;])[\s.,;]+$/, '');
    const at = field.start + from + start + lead;
    const piece = /\p{L}{2}/u.test(body) ? trimmed(scan, at, at + body.length) : null;
    return piece === null ? [] : [piece];
  });
}

const sentenceEnd = (text: string, from: number) => from + (SENTENCE_END.exec(text.slice(from))?.index ?? text.length - from);
const sentenceStart = (text: string, at: number) => Math.max(0, text.lastIndexOf('. ', at) + 1);

/** The pieces of a field that tells in sentences what its side went by, the basis behind each name or not at all; null where it does not. */
function partsOf2013(scan: string, field: ScanSpan, text: string): GuidelineField | null {
  const openings = [...text.matchAll(DECISION_ON)];
  const mtus: ScanSpan[] = [];
  const nonMtus: ScanSpan[] = [];
  const untold: ScanSpan[] = [];
  const rest: ScanSpan[] = [];
  const toldOfLast = new Set<ScanSpan>();
  // What stands before the first opening counts only where it tells its basis.
  for (const [index, from] of [0, ...openings.map((opening) => opening.index + opening[0].length)].entries()) {
    const until = openings[index]?.index ?? text.length;
    const marks = [...text.slice(from, until).matchAll(PART_OF)];
    let at = from;
    for (const mark of marks) {
      at += TIE.exec(text.slice(at, from + mark.index))?.[0].length ?? 0;
      const piece = trimmed(scan, field.start + at, field.start + from + mark.index);
      if (piece !== null) {
        (mark.groups?.['non'] === undefined ? mtus : nonMtus).push(piece);
        if (mark.groups?.['all'] === undefined) toldOfLast.add(piece);
      }
      at = from + mark.index + mark[0].length;
    }
    if (index === 0 || (marks.length > 0 && !GOES_ON.test(text.slice(at, until)))) {
      rest.push(...piecesOf(scan, field, text, at, until));
      continue;
    }
    at += TIE.exec(text.slice(at, until))?.[0].length ?? 0;
    const end = NEXT_SENTENCE.exec(text.slice(at, until))?.index ?? until - at;
    const words = text.slice(at, at + end).replace(/(?<![\s.,;])[\s.,;]+$|\.?\s*The\s*(?:\w+\s*){1,3}(?:also|then)?\s*$/i, '');
    const piece = /\p{L}{2}/u.test(words) ? trimmed(scan, field.start + at, field.start + at + words.length) : null;
    if (piece !== null) untold.push(piece);
    rest.push(...piecesOf(scan, field, text, at + end, until));
  }
  if (mtus.length + nonMtus.length + untold.length === 0) return null;
  return {
    basis: basisOf(mtus.length > 0, nonMtus.length > 0),
    basisAt: trimmed(scan, field.start, field.end),
    mtus,
    nonMtus,
    untold,
    rest,
    toldOfLast,
  };
}

/** The basis of a field that cites from inside the MTUS, from outside, or both; null for neither. */
export function basisOf(inside: boolean, outside: boolean): Basis | null {
  return inside && outside ? 'mixed' : inside ? 'mtus' : outside ? 'non_mtus' : null;
}
