/**
 * Which decision of a notice belongs to which of its items: the words of both requests say so first; a number or the order only
 * where one of them prints no request. A decision whose request is another one is never taken for an item's own.
 */
import type { ScanSpan } from '#mappings/text/scan.ts';

/** One decision: its statements in both printings. */
export interface Decided<S> {
  readonly number: number | null;
  readonly words: string;
  readonly statements: readonly S[];
}

export interface Section {
  readonly number: number | null;
  readonly words: string;
}

/** An item of the letter: a decision, a section, or both. `unjoined`: a section beside which a decision for another request is left. */
export interface Joined<S> {
  readonly decided: Decided<S> | null;
  /** Index of the section; null where the decision has none. */
  readonly section: number | null;
  readonly unjoined: boolean;
}

/** Of more requests than any letter has, only those of one number or place are compared. */
const MOST_COMPARED = 60;
/** Requests with this share of the shorter one's three-letter runs in common are the same. */
const ALIKE = 0.6;

/** Statements as decisions: one of the second printing belongs to the one of the first that is worded alike, the same number first. */
export function decisionsOf<S extends { readonly number: number | null; readonly printing: 1 | 2; readonly request: ScanSpan | null }>(
  scan: string,
  statements: readonly S[],
): Decided<S>[] {
  const words = (one: S) => (one.request === null ? '' : scan.slice(one.request.start, one.request.end));
  const decisions = statements
    .filter(({ printing }) => printing === 1)
    .map((one): Decided<S> => ({ number: one.number, words: words(one), statements: [one] }));
  const again = statements.filter(({ printing }) => printing === 2);
  const free = new Set(decisions.keys());
  const many = decisions.length > MOST_COMPARED;
  again.forEach((one, order) => {
    const near = many ? [order].filter((index) => free.has(index)) : [...free];
    const best = bestOf(near.map((index) => ({ index, score: likeness(one.number, words(one), order, decisions[index] ?? null, index) })));
    const found = best === null ? undefined : decisions[best];
    if (best === null || found === undefined) {
      decisions.push({ number: one.number, words: words(one), statements: [one] });
      return;
    }
    free.delete(best);
    decisions[best] = { number: found.number ?? one.number, words: found.words || words(one), statements: [...found.statements, one] };
  });
  return decisions;
}

/** Decisions and sections as the letter's items, in its order. */
export function joinSections<S>(decisions: readonly Decided<S>[], sections: readonly Section[]): Joined<S>[] {
  const many = decisions.length > MOST_COMPARED || sections.length > MOST_COMPARED;
  const pairs = decisions
    .flatMap((decided, d) =>
      sections.flatMap((section, index) =>
        many && index !== d ? [] : [{ d, index, score: likeness(section.number, section.words, index, decided, d) }],
      ),
    )
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const ofSection = new Map<number, number>();
  const ofDecision = new Map<number, number>();
  for (const { d, index } of pairs) {
    if (ofSection.has(index) || ofDecision.has(d)) continue;
    ofSection.set(index, d);
    ofDecision.set(d, index);
  }
  const left = decisions.some((_, d) => !ofDecision.has(d));
  const items = sections.map((_, index): Joined<S> => {
    const d = ofSection.get(index);
    return { decided: (d === undefined ? null : decisions[d]) ?? null, section: index, unjoined: d === undefined && left };
  });
  // A decision without a section stands before the section of the next decision that has one.
  for (let d = decisions.length - 1; d >= 0; d -= 1) {
    const decided = decisions[d];
    if (decided === undefined || ofDecision.has(d)) continue;
    const next = decisions[d + 1];
    const place = next === undefined ? -1 : items.findIndex((item) => item.decided === next);
    items.splice(place === -1 ? items.length : place, 0, { decided, section: null, unjoined: false });
  }
  return items;
}

/** How well a request fits a decision; 0: not at all. Words count before numbers, and numbers before order. */
function likeness<S>(number: number | null, words: string, order: number, decided: Decided<S> | null, place: number): number {
  if (decided === null) return 0;
  const numbered = number !== null && decided.number !== null;
  const same = numbered && number === decided.number;
  if (words.trim() !== '' && decided.words.trim() !== '') {
    const share = commonShare(words, decided.words);
    return share < ALIKE ? 0 : share + (same ? 0.1 : 0) + (order === place ? 0.01 : 0);
  }
  if (numbered) return same ? 0.5 : 0;
  return order === place ? 0.4 : 0;
}

function bestOf(candidates: readonly { readonly index: number; readonly score: number }[]): number | null {
  const best = candidates.reduce<(typeof candidates)[number] | null>((a, b) => (b.score > (a?.score ?? 0) ? b : a), null);
  return best?.index ?? null;
}

/** The share of the shorter text's three-letter runs that the other has too; scanners' confusions and lost blanks count little. */
function commonShare(one: string, other: string): number {
  const runs = (text: string): Set<string> => {
    const folded = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '')
      .replaceAll('rn', 'm')
      .replaceAll('cl', 'd')
      .replace(/[1i]/g, 'l')
      .replaceAll('0', 'o');
    return new Set(Array.from({ length: Math.max(1, folded.length - 2) }, (_, at) => folded.slice(at, at + 3)));
  };
  const [first, second] = [runs(one), runs(other)];
  const [short, long] = first.size <= second.size ? [first, second] : [second, first];
  return [...short].filter((run) => long.has(run)).length / short.size;
}
