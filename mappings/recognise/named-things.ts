/**
 * What a few words name, read as a letter's request is read: service, drugs, body parts, side, guidelines. So that a typed query
 * and a letter mean the same thing by the same words. Places are UTF-16 offsets into the text as given, which is taken as one line.
 */
import type { Reason, Side } from '#contract/lists.ts';
import { lineOf } from '../text/line.ts';
import type { Place } from '../text/places.ts';
import { scanSpan } from '../text/scan.ts';
import { sentencesOf } from '../text/sentences.ts';
import { bodyPartHits } from './body-parts.ts';
import { findLocators } from './citations/locators.ts';
import { findHits } from './citations/vocabulary-hits.ts';
import { extractDiagnoses } from './diagnoses.ts';
import { findDrugs, isAlsoAWord } from './drugs/drugs.ts';
import { plain, reasonsAgainst } from './reasons/told-reasons.ts';
import { classifyService } from './services/service.ts';
import { bestRow } from './services/service-rows.ts';
import { extractSide } from './side.ts';

export { isAlsoAWord };

interface NamedService {
  readonly service: string;
  readonly category: string;
  /** The words that name it; null where a drug does, whose words are in `drugs`. */
  readonly at: Place | null;
}

interface NamedGuideline extends Place {
  readonly guideline: string;
  readonly family: string;
  readonly pages: readonly string[];
  /** The topic typed with it ("ODG low back, MRI"); null where none is. */
  readonly topic: string | null;
}

export interface NamedThings {
  readonly service: NamedService | null;
  /** `generic` is the row of the vocabulary ("lidocaine patch"), `base` the drug as records have it ("lidocaine"). */
  readonly drugs: readonly ({ readonly generic: string; readonly base: string; readonly class: string } & Place)[];
  readonly bodyParts: readonly ({ readonly id: string } & Place)[];
  readonly side: Side | null;
  readonly guidelines: readonly NamedGuideline[];
  /** Reasons against a request, as a rationale words them. */
  readonly reasons: readonly Reason[];
}

/** What a told case names: everything of `NamedThings` that may be several. */
export interface NamedCase extends Omit<NamedThings, 'service'> {
  readonly services: readonly NamedService[];
  readonly diagnoses: readonly string[];
}

/** Reads what a typed text names; nothing is guessed that a request of these words would not say. */
export function readWords(text: string): NamedThings {
  // White space of any kind is a blank, one for one, so that places stay.
  const line = text.replace(/\s/g, ' ');
  if (line.trim() === '') return { service: null, drugs: [], bodyParts: [], side: null, guidelines: [], reasons: [] };
  const whole = lineOf(line, scanSpan(0, line.length));
  return {
    service: serviceIn(line),
    drugs: findDrugs(line).map(({ generic, base, class: id, start, end }) => ({ generic, base, class: id, start, end })),
    bodyParts: bodyPartHits(line),
    side: extractSide(whole, 'query')?.value ?? null,
    guidelines: guidelinesIn(line),
    reasons: reasonsIn(line),
  };
}

/** The longest text that is read as a case; what stands behind it is not looked at. */
const LONGEST_CASE = 20_000;
/** A sentence that asks for something, or tells that it was refused. */
const ASKS =
  /\b(?:request\w*|ask(?:s|ed|ing)?|wants?|wanted|order(?:s|ed|ing)?|recommend\w*|prescrib\w*|propos\w*|seek\w*|sought|plan(?:s|ned)?|schedul\w*|authoriz\w*|refus\w*|den(?:y|ied|ies|ial)|non-?certif\w*|modif\w*|disput\w*|would like|is needed|at issue)\b/i;
/** What follows where the thing asked for stands before the word: "an MRI is requested to rule out a tear". */
const PASSIVE = /^\s*(?:[,.;]|$|(?:to|by|on|in|at|as|because|since|and|but|before\w*|after\w*|due|prior|while|when|again|twice)\b)/i;
/** Where one request ends and the next begins. */
const NEXT_REQUEST = /,\s|;|\s(?:and|or|plus|as well as|along with)\s/;

/**
 * Reads what a told case names. Its services are those of the sentences that ask for something (each part of a list by itself), or,
 * where these name none ("asks for eight more visits"), of all sentences; otherwise the others only tell what was done before.
 */
export function readCase(text: string): NamedCase {
  const line = text.slice(0, LONGEST_CASE).replace(/\s/g, ' ');
  const sentences = sentencesOf(line);
  const asking = sentences.filter((sentence) => ASKS.test(sentence.text));
  const { drugs, bodyParts, side, guidelines, reasons } = readWords(line);
  const asked = servicesOf(asking.map(({ text: words }) => requestIn(words)));
  return {
    services: asked.length > 0 ? asked : servicesOf(sentences.map(({ text: words }) => words)),
    drugs,
    bodyParts,
    side,
    guidelines,
    reasons,
    diagnoses: extractDiagnoses(lineOf(line, scanSpan(0, line.length)), 'case').map(({ value }) => value),
  };
}

/** What stands behind the word that asks, where it names a service: "therapy is finished, the doctor wants a brace" asks for the brace. */
function requestIn(sentence: string): string {
  const asks = ASKS.exec(sentence);
  const behind = asks === null ? '' : sentence.slice(asks.index + asks[0].length);
  return PASSIVE.test(behind) || serviceIn(behind) === null ? sentence : behind;
}

/** The services of some sentences, each once. */
function servicesOf(sentences: readonly string[]): NamedService[] {
  const found = new Map<string, NamedService>();
  for (const sentence of sentences) {
    for (const part of [sentence, ...sentence.split(NEXT_REQUEST)]) {
      const service = serviceIn(part);
      if (service !== null && !found.has(service.service)) found.set(service.service, { ...service, at: null });
    }
  }
  return [...found.values()];
}

/** Rows that find something missing without saying what: "no", "unclear". */
const NAMES_NOTHING: ReadonlySet<string> = new Set(['lack.nothing', 'lack.unclear']);

/** The reasons against a request that some sentences tell, each once. That a finding is not there tells none: it may be what the case is about. */
function reasonsIn(line: string): Reason[] {
  const told = sentencesOf(line).flatMap(({ text }) => reasonsAgainst(plain(text), { request: '' }));
  const named = told.filter(({ reason, row }) => reason !== 'criteria_not_met' && !NAMES_NOTHING.has(row));
  return [...new Set(named.map(({ reason }) => reason))];
}

function serviceIn(line: string): NamedService | null {
  const named = classifyService(line);
  if (named === null) return null;
  const row = bestRow(line);
  const at = row?.id === named.service ? { start: row.start, end: row.start + row.length } : null;
  return { service: named.service, category: named.category, at };
}

function guidelinesIn(line: string): NamedGuideline[] {
  const hits = findHits(line, null);
  return hits.map(({ guideline, family, start, end, topic }, index) => {
    const { pages } = findLocators(line.slice(start, hits[index + 1]?.start ?? line.length));
    return {
      guideline,
      family,
      start,
      end,
      pages,
      topic: topic === null || topic === undefined ? null : line.slice(topic.start, topic.end),
    };
  });
}
