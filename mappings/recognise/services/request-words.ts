/** The lists of a request's words as patterns, each with what may stand around it, and what is known of a request's drugs. */
import { DRUGS } from '../../vocabulary/vocabulary.ts';
import { classHas } from '../drugs/drug-class.ts';
import type { DrugHit } from '../drugs/drugs.ts';
import { listOf } from '../list-rows.ts';
import type { DrugFact, RequestKind, RequestRow } from './request-row.ts';

const KITS = new Set(DRUGS.drugs.filter(({ traits }) => traits.includes('kit')).map(({ generic }) => generic));
const TOPICAL_TOO = new Set(DRUGS.drugs.filter(({ traits }) => traits.includes('topical_too')).map(({ base }) => base));

export type RequestWords = ReturnType<typeof requestWords>;

/** The patterns of these rows. Behind what takes off an end, only so much is looked at as a request may be long. */
export function requestWords(rows: readonly RequestRow[]) {
  const list = (kind: RequestKind) => listOf(rows, kind);
  const pattern = (source: string, flags = 'i') => new RegExp(source, flags);
  return {
    numbering: pattern(String.raw`^\s{0,3}${list('numbering')}`),
    toldVerdict: pattern(String.raw`\s{0,3}${list('told-verdict')}.{0,1999}$`),
    reason: pattern(String.raw`\b${list('reason')}(?!\w).{0,1999}$`),
    manner: pattern(String.raw`\s${list('manner')}\s`),
    lead: pattern(`^${list('lead')}+`),
    accessory: pattern(String.raw`^(?:retro\w{0,12}[:\s]{1,3})?${list('accessory')}`),
    surgicalLead: pattern(`^${list('surgical-lead')}`),
    several: pattern(list('several'), ''),
    place: pattern(list('place')),
    visit: pattern(String.raw`\b${list('visit')}\b`),
    visitAbout: pattern(String.raw`^(.{0,200}?\b${list('visit-about')})\b[^.;]{0,80}?\b${list('about')}\s`),
    treatment: pattern(list('treatment')),
    therapistVisit: pattern(String.raw`\b${list('therapist-visit')}\b`),
    therapy: pattern(list('therapy')),
    therapyWithEvaluation: pattern(list('therapy-with-evaluation')),
    cream: pattern(list('cream')),
    percent: pattern(list('percent'), 'g'),
    grams: pattern(list('grams')),
    dosed: pattern(list('dosed')),
    injected: pattern(list('injected')),
    level: pattern(list('level')),
  } as const;
}

/** Whether a drug is a kit to make a suspension of. */
export function isKit(drug: DrugHit): boolean {
  return KITS.has(drug.generic);
}

/** The facts of a request with these drugs, the first of which is the main one; see `DrugFact`. */
export function drugFacts(words: RequestWords, text: string, drugs: readonly DrugHit[]): Set<DrugFact> {
  const facts = new Set<DrugFact>();
  const add = (fact: DrugFact, holds: boolean) => (holds ? facts.add(fact) : facts);
  const percents = text.match(words.percent)?.length ?? 0;
  add('cream', words.cream.test(text));
  add('percentages', percents > 1);
  add('grams', words.grams.test(text));
  add('dosed', words.dosed.test(text));
  add('injected', words.injected.test(text));
  const [main] = drugs;
  if (main === undefined) return facts;
  add('drug', true);
  add('several', drugs.length > 1);
  add('kit', isKit(main));
  add('self-injected', classHas(main.class, 'self_injected'));
  add('made as cream', classHas(main.class, 'made_as_cream'));
  add('topical', classHas(main.class, 'topical') || (TOPICAL_TOO.has(main.base) && (facts.has('cream') || percents > 0)));
  add(
    'topical beside',
    drugs.some((drug) => classHas(drug.class, 'topical')),
  );
  return facts;
}
