/**
 * The service of a request: procedures by the patterns of the vocabulary, drugs by their class, in that order of
 * strength ("procedure before drug before generic wording"). First cut; the vocabulary's header tells the algorithm.
 */
import { DRUGS, SERVICES } from '#mappings/vocabulary/vocabulary.ts';
import { evened } from '../text/clean.ts';
import { findDrugs } from './drugs.ts';

const ROWS = SERVICES.services.map((row) => ({ ...row, patterns: row.patterns.map((pattern) => new RegExp(pattern, 'i')) }));
const CATEGORY_OF = new Map(SERVICES.services.map((row) => [row.id, row.category]));
const SERVICE_OF_CLASS = new Map(DRUGS.classes.map((row) => [row.id, row.service]));
const UNCLASSIFIED = 'other.unclassified';

/** The reason behind a request names other services ("consultation ... for a possible injection"). */
const REASON_TAIL = /\b(?:for (?:a )?diagnos\w+ of|as related to|related to|as an outpatient|for symptoms related to)\b.*$/i;
const LEAD =
  /^(?:retro\w*[:\s]+(?:request (?:for|of)\s+)?|associated surgical services?:\s*|(?:pre|post)-?\s?op(?:erative(?:ly)?)?\s+(?:labs?:\s*)?|(?:pre|post)surgical\s+)+/i;
const VERDICT_TAIL = /\s*(?:is|are)(?: not)? medically necessary.*$/i;
const NUMBERING = /^\s*(?:\d+[.)]\s+|["'“”]+)/;
const EVALUATION_FOR = /^(.*?\b(?:consult\w*|referral|evaluat\w*))\b(?:(?!\btreat)[\w\s,/])*?\b(?:for|regarding|re:)\s/i;
const CREAM = /\b(?:creams?|gels?|ointments?|lotions?|powders?|compound\w*|transdermal|topicals?)\b/i;
const PERCENT = /\d+(?:\.\d+)?\s?(?:%|percent)/g;
const INJECTED = /\binject|\bIM\b|intramuscular|infusion|intrathecal|\bpump\b|intra-?articular/i;

/** Priorities of the vocabulary under which a row names a procedure and not a manner of speaking. */
const PROCEDURE = 16;
const THERAPY = 20;
const FALLBACK = 99;

/** Service id and category id of a request, words whole; null where the vocabulary has no row for it. */
export function classifyService(request: string): { service: string; category: string } | null {
  const full = evened(request).replace(NUMBERING, '').replace(VERDICT_TAIL, '').trim();
  const masked = full.replace(REASON_TAIL, '').trim() || full;
  const core = masked.replace(LEAD, '').trim() || masked;
  const service = [core, full].map(decide).find((id) => id !== null && id !== UNCLASSIFIED);
  return service === undefined || service === null
    ? null
    : { service, category: CATEGORY_OF.get(service) ?? service.split('.')[0] ?? service };
}

interface Best {
  readonly id: string;
  readonly priority: number;
  readonly length: number;
}

function bestRow(text: string, skip?: RegExp): Best | null {
  let best: Best | null = null;
  for (const row of ROWS) {
    if (skip?.test(row.id)) continue;
    for (const pattern of row.patterns) {
      const length = pattern.exec(text)?.[0].length;
      if (length === undefined) continue;
      if (best === null || row.priority < best.priority || (row.priority === best.priority && length > best.length))
        best = { id: row.id, priority: row.priority, length };
    }
  }
  return best;
}

function decide(text: string): string | null {
  const row = bestRow(text);
  const evaluation = EVALUATION_FOR.exec(text);
  if (evaluation !== null && row !== null && /^(?:inj|surg|diag|rehab)\./.test(row.id) && !/treat/i.test(evaluation[0])) {
    const visit = bestRow(evaluation[0], /^(?:surg|inj|diag)\./);
    if (visit !== null && visit.priority < FALLBACK) return visit.id;
  }
  const drugs = /\blevels?\b/i.test(text) ? [] : findDrugs(text);
  const main = drugs[0];
  if (main === undefined) return row?.id ?? null;
  const cream = CREAM.test(text);
  const percents = text.match(PERCENT)?.length ?? 0;
  const topical = main.class === 'topical' || (main.base === 'diclofenac' && (cream || percents > 0));
  if (row !== null) {
    if (/^inj\./.test(row.id) && (INJECTED.test(text) || row.priority < PROCEDURE)) return row.id;
    if (/^(?:surg|prog|diag\.(?:udt|genetic))/.test(row.id) && row.priority < PROCEDURE && row.id !== 'surg.support') return row.id;
    if (/^(?:rehab|dme|diag|psych)\./.test(row.id) && row.priority < THERAPY && !/\d\s*(?:mg|mcg)\b|#\s?\d/i.test(text) && !topical)
      return row.id;
  }
  if (/oral suspension kit/.test(main.generic)) return 'pharm.compound_oral';
  const several = drugs.length > 1;
  const compound =
    (cream && (several || (!topical && percents > 0))) || (several && percents >= 2) || (cream && !topical && main.class !== 'hormone');
  return SERVICE_OF_CLASS.get(compound ? 'compound' : topical ? 'topical' : main.class) ?? row?.id ?? null;
}
