/** Several totals of visits in one request: whether they are added, and which body parts each is for. */
import type { Item } from '#contract/determination.ts';
import { type Finding, finding } from '../../text/finding.ts';
import type { Line } from '../../text/line.ts';
import { bodyPartHits } from '../body-parts.ts';
import { bestRow } from '../services/service-rows.ts';
import { JOINED } from './marks.ts';
import { last } from './matches.ts';

export type CountedPart = Finding<Item['quantityByBodyPart'][number]['value']>;

/** A request holds no more services, and no more letters; hostile text is not searched for them. */
const MOST_SERVICES = 6;
const LONGEST = 2_000;
/** Services of which a request may hold several, each with its own visits. */
const THERAPIES = /^(?:rehab|psych|prog)\./;

/** Whether the totals are joined and of one service: then the request is for their sum, otherwise for the first. */
export function areAdded(text: string, totals: readonly RegExpExecArray[]): boolean {
  return totals.length > 1 && JOINED.pattern.test(text) && !ofSeveralServices(text, totals);
}

/** Whether the totals are of several therapies: "12 PT sessions and 6 chiropractic sessions". The first is the item's service. */
function ofSeveralServices(text: string, totals: readonly RegExpExecArray[]): boolean {
  if (totals.length > MOST_SERVICES || text.length > LONGEST) return false;
  const first = text.slice(0, totals[0]?.index);
  const leads = bestRow(first) !== null; // "PT 12 sessions and chiropractic 6 sessions"
  const parts = totals.map((match, index) =>
    leads ? text.slice(endOf(totals[index - 1]), endOf(match)) : text.slice(match.index, totals[index + 1]?.index ?? text.length),
  );
  const named = parts.map((part) => bestRow(part)).filter((row) => row !== null && THERAPIES.test(row.id));
  return named.length === totals.length && new Set(named.map((row) => row?.id)).size > 1;
}

function endOf(match: RegExpExecArray | undefined): number {
  return match === undefined ? 0 : match.index + match[0].length;
}

/** A heading with several counts: each belongs to the body parts behind it, or before it where none stands behind. */
export function countsByBodyPart(line: Line, totals: readonly RegExpExecArray[], rule: string): CountedPart[] {
  if (totals.length < 2) return [];
  const parts = bodyPartHits(line.text);
  const first = totals[0]?.index ?? 0;
  const leading = parts.some((part) => part.start < first);
  return totals.flatMap((match, index) => {
    const from = leading ? (totals[index - 1]?.index ?? 0) : match.index;
    const until = leading ? match.index : (totals[index + 1]?.index ?? line.text.length);
    const own = new Map(parts.filter((part) => part.start >= from && part.end <= until).map((part) => [part.id, part]));
    const sessions = last(match);
    return [...own.values()].flatMap((part) =>
      sessions === null ? [] : [finding({ bodyPart: part.id, sessions }, rule, [line.of(match), line.at(part.start, part.end)])],
    );
  });
}
