/**
 * What the summaries of New York's external appeals begin with: "Diagnosis: ... Treatment: ... The insurer denied the .... The denial was
 * upheld." Labels end each other; a value without a stop ends where a sentence begins. Summaries without labels give their verdict alone.
 */
import type { Decision } from '#contract/lists.ts';
import { appealDecision, appealVerdicts } from '#mappings/recognise/verdicts/appeal-verdict.ts';
import type { Place } from '#mappings/text/places.ts';

export interface SummaryParts {
  readonly diagnosis: Place | null;
  readonly treatment: Place | null;
  /** The sentence that tells the outcome first; it need not follow the labels. */
  readonly verdict: Place | null;
  /** What is left behind diagnosis and treatment: the course and the reasons, with the verdict. */
  readonly rationale: Place | null;
  /** What the words decide; null where they do not say, or both. */
  readonly decision: Exclude<Decision, 'undetermined'> | null;
}

const LABELS = [
  ['diagnosis', /(?:Diagnos[ie]s|Condition)(?:\(es\))?/],
  [
    'treatment',
    /Treatments?(?: (?:requested|under review))?|(?:Issues?|Services?|Treatments?) (?:under|in) (?:review|dispute)|Requested (?:services?|treatments?)/,
  ],
  ['verdict', /Determination|Conclusion|Decision|Outcome/],
] as const;
type Label = (typeof LABELS)[number][0];

const PATTERN = new RegExp(
  String.raw`(?<=^|[\s.;,])(?:${LABELS.map(([label, words]) => `(?<${label}>${words.source})`).join('|')})[^\S\n]?:(?=\s|\p{Lu})`,
  'dgiu',
);
/** The opening of a summary; a label far inside the text is a word of it. */
const OPENING = 1_500;
/**
 * Where a value ends: its line, a sentence, or the first words of a sentence that no stop goes before. "of the", "in the" go on; so does "In" before a
 * name.
 */
const VALUE_END =
  /\n|[.;](?=\s+\p{Lu}|\s*$)|(?<![,:(]|\b(?:of|for|to|by|with|from|and|or|in|on|at|per))\s(?=(?:The|This|These|It|There)\s|(?:In|Based|According|Per|Upon|Although|While|As|A|An)\s(?:[a-z]|\d{4}))/u;
const LONGEST_VALUE = 600;

/** The parts of a summary; all null where it is empty. */
export function splitSummary(text: string): SummaryParts {
  const found = labels(text);
  const diagnosis = value(text, found, 'diagnosis');
  const treatment = value(text, found, 'treatment');
  const behind = Math.max(diagnosis?.end ?? 0, treatment?.end ?? 0);
  const [told] = appealVerdicts(text.slice(behind));
  const rest = text.slice(behind);
  const start = behind + (/^[\s.;]*/.exec(rest)?.[0].length ?? 0);
  const end = text.trimEnd().length;
  return {
    diagnosis,
    treatment,
    verdict: told === undefined ? null : { start: behind + told.start, end: behind + told.end },
    rationale: end > start ? { start, end } : null,
    decision: appealDecision(rest),
  };
}

interface Found extends Place {
  readonly label: Label;
}

/** The labels of the opening, each at its first place; one behind another's verdict is none. */
function labels(text: string): Found[] {
  const found: Found[] = [];
  for (const match of text.slice(0, OPENING).matchAll(PATTERN)) {
    const label = LABELS.map(([name]) => name).find((name) => match.groups?.[name] !== undefined);
    if (label === undefined || found.some((one) => one.label === label || one.label === 'verdict')) continue;
    // The first label opens the summary: "her diagnosis: flu" inside a sentence opens nothing.
    if (found.length === 0 && text.slice(0, match.index).trim() !== '') return [];
    found.push({ label, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

function value(text: string, found: readonly Found[], label: Label): Place | null {
  const index = found.findIndex((one) => one.label === label);
  const own = found[index];
  if (own === undefined) return null;
  const until = Math.min(found[index + 1]?.start ?? text.length, own.end + LONGEST_VALUE);
  const words = text.slice(own.end, until);
  const from = own.end + words.length - words.trimStart().length;
  const line = text.slice(from, until);
  // Between two labels all is the value; behind the last one a sentence begins somewhere.
  const stop = index + 1 < found.length ? null : VALUE_END.exec(line);
  const end = from + line.slice(0, stop?.index ?? line.length).replace(/[\s.;,]{1,8}$/, '').length;
  return end > from ? { start: from, end } : null;
}
