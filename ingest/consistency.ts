/**
 * Where a record contradicts itself: each a message with a stable code. They inform; nothing is corrected by them. In
 * doubt there is no message: a rationale whose last words are no plain verdict says nothing against its heading.
 */
import { type DeterminationAsRead, formatCaseNumber, type Item } from '#contract/determination.ts';
import type { Decision } from '#contract/lists.ts';
import type { Message } from '#contract/message.ts';
import type { MessageCode } from '#contract/message-codes.ts';
import type { Evidence, Span } from '#contract/span.ts';
import { bodyPartHits } from '#mappings/recognise/body-parts.ts';
import { findVerdicts } from '#mappings/recognise/verdicts/verdict.ts';
import { findVerdictSentences } from '#mappings/recognise/verdicts/verdict-sentences.ts';

/** The consistency messages of a determination. */
export function consistencyOf(determination: DeterminationAsRead): Message[] {
  return [
    ...datesOrder(determination),
    ...fileName(determination),
    ...determination.items.flatMap((item) => [
      ...headingAgainstRationale(item, determination),
      ...bodyPartAgainstSummary(item, determination),
      ...editionsAgainstDate(item, determination),
    ]),
  ];
}

function message(code: MessageCode, severity: Message['severity'], reason: string, at: Evidence | undefined, item: number | null): Message {
  const span: Span | null = at === undefined ? null : { start: at.start, end: at.end };
  return { code, severity, rule: code, reason, span, item };
}

/** The order in which a case goes its way; days may be the same. */
const WAY = [
  ['injury', 'injury'],
  ['urDenial', 'UR denial'],
  ['applicationReceived', 'application'],
  ['assigned', 'assignment'],
  ['decided', 'decision'],
] as const satisfies readonly (readonly [keyof DeterminationAsRead['dates'], string])[];

function datesOrder({ dates }: DeterminationAsRead): Message[] {
  const known = WAY.flatMap(([field, name]) => {
    const found = dates[field];
    return found === null ? [] : [{ name, found }];
  });
  return known.flatMap(({ name, found }, index) => {
    const before = known[index - 1];
    if (before === undefined || before.found.value <= found.value) return [];
    const reason = `The day of the ${name} is before the day of the ${before.name}.`;
    return [message('consistency.dates_order', 'warning', reason, found.evidence[0], null)];
  });
}

const CASE_NUMBER = /(?<![a-z])CM\s?(\d{2})[\s_-]?(\d{5,7})(?!\d)/gi;

function fileName({ source, caseNumber }: DeterminationAsRead): Message[] {
  const named = [...source.fileName.matchAll(CASE_NUMBER)].map((match) => formatCaseNumber(match[1] ?? '', match[2] ?? ''));
  if (caseNumber === null || named.length === 0 || named.includes(caseNumber.value)) return [];
  return [message('consistency.file_name', 'warning', 'The file’s name holds another case number.', caseNumber.evidence[0], null)];
}

const NECESSITY = /medical(?:ly)?[\s-]*necess(?:ary|ity)/gi;

/** The verdict of the last sentence of a rationale that speaks of necessity; null where that is no plain verdict on the request. */
function lastVerdict(rationale: string): Decision | null {
  const sentence = findVerdictSentences(rationale).at(-1);
  if (sentence === undefined || rationale.slice(sentence.end).match(NECESSITY) !== null) return null;
  const verdicts = findVerdicts(rationale.slice(sentence.start, sentence.end));
  return verdicts.length === 1 ? (verdicts[0]?.decision ?? null) : null;
}

function headingAgainstRationale({ decision, rationale, number }: Item, { items }: DeterminationAsRead): Message[] {
  if (decision === null || rationale === null) return [];
  // One text for several items ends with the verdict on one of them.
  const start = rationale.evidence[0]?.start;
  if (start !== undefined && items.some((other) => other.number !== number && other.rationale?.evidence[0]?.start === start)) return [];
  const verdict = lastVerdict(rationale.value);
  const opposed = verdict !== null && [decision.value, verdict].sort().join() === 'overturned,upheld';
  if (!opposed) return [];
  const reason = `The heading says "${decision.value}"; the rationale ends with the verdict "${verdict}".`;
  return [message('consistency.heading_rationale', 'warning', reason, rationale.evidence.at(-1), number)];
}

/** Parts that a summary may name by a neighbour: a wrist claim names the hand, an arm its shoulder. */
const REGIONS: readonly (readonly string[])[] = [
  ['head', 'eye', 'ear', 'neck', 'psyche'],
  ['neck', 'upper_back', 'low_back', 'sacroiliac'],
  ['neck', 'shoulder', 'upper_arm', 'upper_extremity'],
  ['upper_arm', 'elbow', 'forearm_wrist', 'hand', 'upper_extremity'],
  ['low_back', 'sacroiliac', 'hip_pelvis', 'abdomen', 'lower_extremity'],
  ['hip_pelvis', 'knee', 'lower_leg', 'ankle', 'foot', 'lower_extremity'],
];
const SPINE = ['neck', 'upper_back', 'low_back', 'sacroiliac'];
const SPINE_WORDS = /\bspin(?:e|al)\b|\bback\b|\bradicul\w*|\bvertebr\w*/i;
/** Parts that a test or a general request names without a complaint: a chest x-ray before an operation. */
const GENERAL = /^(?:chest|skin|cardiovascular|internal|psyche|multiple|abdomen|eye|ear)$/;
/** Shorter summaries name too little to be held against an item, in characters. */
const SHORT_SUMMARY = 300;

function bodyPartAgainstSummary(item: Item, { clinicalSummary: summary }: DeterminationAsRead): Message[] {
  if (summary === null || summary.value.length < SHORT_SUMMARY || item.perioperative !== null) return [];
  const told = new Set(bodyPartHits(summary.value).map((hit) => hit.id));
  if (told.size === 0) return [];
  const near = (id: string): boolean =>
    told.has(id) ||
    (SPINE.includes(id) && SPINE_WORDS.test(summary.value)) ||
    REGIONS.some((region) => region.includes(id) && region.some((other) => told.has(other)));
  return item.bodyParts
    .filter((part) => part.grade === 'stated' && !GENERAL.test(part.value) && !near(part.value))
    .map((part) => {
      const reason = `The clinical summary names no ${part.value.replaceAll('_', ' ')}.`;
      return message('consistency.body_part', 'info', reason, part.evidence[0], item.number);
    });
}

const YEAR = /\b(?:19|20)\d{2}\b/;

function editionsAgainstDate({ guidelines, number }: Item, { dates }: DeterminationAsRead): Message[] {
  const day = dates.decided?.value;
  if (day === undefined) return [];
  const decided = day.slice(0, 4);
  return [...guidelines.administrator.citations, ...guidelines.reviewer.citations].flatMap((citation) => {
    if (citation.replacedOn !== null && citation.replacedOn <= day) {
      const reason = `The cited edition was replaced on ${citation.replacedOn}, before the decision of ${day}.`;
      return [message('consistency.edition_date', 'info', reason, citation.asPrinted, number)];
    }
    const year = YEAR.exec(citation.edition ?? '')?.[0];
    if (year === undefined || year <= decided) return [];
    return [
      message(
        'consistency.edition_date',
        'info',
        `The cited edition of ${year} is newer than the decision of ${decided}.`,
        citation.asPrinted,
        number,
      ),
    ];
  });
}
