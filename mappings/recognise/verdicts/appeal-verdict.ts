/**
 * What the reviewers of an external appeal decided, from their words. `upheld` means that the plan's denial stands. Sentences with other
 * voices, questions and conditions tell nothing; where sentences disagree, the votes of a panel decide, then what is said of the denial itself.
 */
import type { Place } from '../../text/places.ts';
import { sentencesOf } from '../../text/sentences.ts';
import { listOf } from '../list-rows.ts';
import { APPEAL_ROWS, type AppealKind, type AppealRow } from './appeal-rows.ts';
import type { Verdict } from './told-verdict.ts';
import { findVerdicts } from './verdict.ts';

type Decided = NonNullable<Verdict['decision']>;

/** A sentence that tells a verdict. */
interface AppealVerdict extends Place {
  readonly decision: Decided;
  /** How many reviewers say so; null where no number stands. */
  readonly votes: number | null;
}

export interface AppealReader {
  /** The sentences that tell a verdict, in order. */
  readonly sentences: (text: string) => readonly AppealVerdict[];
  /** What the text decides; null where it does not say, or says both. */
  readonly decision: (text: string) => Decided | null;
}

/** How far in front of a verdict its speaker is looked for, and behind it where it was told. */
const LONGEST_LEAD = 300;
const LONGEST_TAIL = 60;
const NUMBERS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5 };

const reader = appealReader(APPEAL_ROWS);
export const appealVerdicts: AppealReader['sentences'] = reader.sentences;
export const appealDecision: AppealReader['decision'] = reader.decision;

/** A reader by these rows. */
export function appealReader(rows: readonly AppealRow[]): AppealReader {
  const lists = patternsOf((kind) => listOf(rows, kind));
  const sentences = (text: string): readonly Told[] => toldSentences(lists, text);
  return { sentences, decision: (text) => bareOutcome(lists, text) ?? decisionOf(sentences(text)) };
}

function patternsOf(list: (kind: AppealKind) => string) {
  const outcome = String.raw`(?:(?<stands>${list('stands')})|(?<falls>${list('falls')}))(?!\p{L})(?<part>\s+in\s+part\b)?`;
  return {
    outcome: new RegExp(
      String.raw`\b${list('outcome-verb')}\s+(?<between>(?:(?:not|${list('outcome-filler')})[\s,]+){0,5})${outcome}`,
      'giu',
    ),
    bare: new RegExp(String.raw`^\W*(?:(?:decision|denial|determination)\W+)?${outcome}\W*$`, 'iu'),
    acts: new RegExp(
      String.raw`\b(?:reviewers?|I|we)\s+(?<between>(?:(?:would|therefore|do|does|not|votes?\s+to|recommends?\s+to)\s+){0,3})(?:(?<stands>${list('acts-stands')})|(?<falls>${list('acts-falls')}))\b`,
      'giu',
    ),
    benefit: new RegExp(String.raw`\b(?:is|are|was|were|would|will)\s+(?<between>(?:${list('benefit-word')}\s+){1,9})beneficial\b`, 'giu'),
    indicated: new RegExp(
      String.raw`\b(?:is|are|was|were)\s+(?<between>(?:(?:not|therefore|thus|also|clearly|deemed|found|considered)\s+){0,4})${list('indicated')}\b`,
      'giu',
    ),
    ownVoice: new RegExp(String.raw`\b${list('not-own-voice')}\b`, 'iu'),
    reviewer: /\breviewers?\b/i,
    notTold: new RegExp(String.raw`\b${list('not-told')}\b`, 'iu'),
    notHere: new RegExp(String.raw`^\s*,?\s*${list('not-here')}\b`, 'iu'),
    // The rows name their number alike, which one pattern cannot hold twice.
    votes: votesOf(list('votes'), 'iu'),
    everyVote: votesOf(list('votes'), 'giu'),
  } as const;
}
type Patterns = ReturnType<typeof patternsOf>;

function votesOf(source: string, flags: string): RegExp {
  let count = 0;
  return new RegExp(String.raw`\b${source.replaceAll('(?<n>', () => `(?<n${++count}>`)}`, flags);
}

interface Told extends AppealVerdict {
  /** Said of the denial itself, not of the service. */
  readonly ofDenial: boolean;
}
type Match = Omit<Told, 'votes'>;

function toldSentences(lists: Patterns, text: string): Told[] {
  const matches = [...outcomes(lists, text), ...services(lists, text)].sort((a, b) => a.start - b.start);
  const told: Told[] = [];
  let next = 0;
  let votes: number | null = null;
  for (const { start, end } of sentencesOf(text)) {
    const inside: Match[] = [];
    for (let match = matches[next]; match !== undefined && match.start < end; match = matches[++next]) {
      const lead = text.slice(Math.max(start, match.start - LONGEST_LEAD), match.start);
      const tail = text.slice(match.end, Math.min(end, match.end + LONGEST_TAIL));
      if (!othersSay(lists, lead) && !lists.notTold.test(lead) && !lists.notHere.test(tail)) inside.push(match);
    }
    const counted = votesIn(lists, text.slice(start, Math.min(end, start + LONGEST_LEAD)));
    votes = counted ?? votes;
    const decision = oneOf(inside.filter(({ ofDenial }) => ofDenial)) ?? oneOf(inside);
    if (decision === null) continue;
    // A sentence behind the panel's count goes on with it, unless that has told its verdict.
    told.push({ decision, start, end, votes, ofDenial: inside.some(({ ofDenial }) => ofDenial) });
    votes = null;
  }
  return told;
}

/** Whether someone who is no reviewer says what follows. */
function othersSay(lists: Patterns, lead: string): boolean {
  const voice = lists.ownVoice.exec(lead);
  return voice !== null && !lists.reviewer.test(lead.slice(voice.index + voice[0].length));
}

function outcomes(lists: Patterns, text: string): Match[] {
  return [lists.outcome, lists.acts].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      decision: outcomeOf(match.groups ?? {}),
      start: match.index,
      end: match.index + match[0].length,
      ofDenial: true,
    })),
  );
}

function outcomeOf({ between = '', stands, part }: Readonly<Record<string, string | undefined>>): Decided {
  if (part !== undefined) return 'overturned_in_part';
  return (stands !== undefined) !== isTurned(between) ? 'upheld' : 'overturned';
}

const isTurned = (words: string) => [...words.matchAll(/\b(?:not|unlikely)\b/gi)].length % 2 === 1;

/** What is said of the service: necessary, indicated, more beneficial. */
function services(lists: Patterns, text: string): Match[] {
  const others = [lists.benefit, lists.indicated].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const between = match.groups?.['between'] ?? '';
      if (pattern === lists.benefit && !/\bmore\b/i.test(between)) return [];
      const decision: Decided = isTurned(between) ? 'upheld' : 'overturned';
      return [{ decision, start: match.index, end: match.index + match[0].length, ofDenial: false }];
    }),
  );
  // "2 of 3 reviewers" is no part of what was asked for, as "2 of 3 visits" is.
  const withoutVotes = text.replace(lists.everyVote, (votes) => 'x'.repeat(votes.length));
  const necessities = findVerdicts(withoutVotes).flatMap(({ decision, start, end }) =>
    decision === null ? [] : [{ decision, start, end, ofDenial: false }],
  );
  return [...others, ...necessities];
}

function votesIn(lists: Patterns, sentence: string): number | null {
  const groups = Object.values(lists.votes.exec(sentence)?.groups ?? {}).find((group) => group !== undefined);
  return groups === undefined ? null : (NUMBERS[groups.toLowerCase()] ?? Number(groups));
}

/** The one decision that all tell; null where they differ or there is none. */
function oneOf(told: readonly { readonly decision: Decided }[]): Decided | null {
  const [first, ...rest] = new Set(told.map(({ decision }) => decision));
  return first === undefined || rest.length > 0 ? null : first;
}

/** A text of one word: "Overturned." */
function bareOutcome(lists: Patterns, text: string): Decided | null {
  const match = text.length > LONGEST_LEAD ? null : lists.bare.exec(text);
  return match === null ? null : outcomeOf(match.groups ?? {});
}

function decisionOf(told: readonly Told[]): Decided | null {
  const counted = told.filter(({ votes }) => votes !== null);
  if (counted.length === 0) return oneOf(told) ?? oneOf(told.filter(({ ofDenial }) => ofDenial));
  const sums = new Map<Decided, number>();
  for (const { decision, votes } of counted) sums.set(decision, (sums.get(decision) ?? 0) + (votes ?? 0));
  const [first, second] = [...sums].sort(([, a], [, b]) => b - a);
  return first === undefined || first[1] === second?.[1] ? null : first[0];
}
