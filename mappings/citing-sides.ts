/** What the two sides of an item cite, together, alone and compared. "None" where a guideline would stand is the lack of one, however it is printed. */
import type { Citation, Determination, Item } from '#contract/determination.ts';
import { type CitingSide, NO_GUIDELINE, SEVERAL_SOURCES, type SidesAgree } from '#contract/lists.ts';
import { topicOf } from './cited-topics.ts';

const NO_CITATIONS: readonly Citation[] = [];

/** The citations of these sides, in their order, without those that stand for none. */
export function citationsOf(item: Item, sides: readonly CitingSide[]): readonly Citation[] {
  return sides.every((side) => item.guidelines[side].citations.length === 0)
    ? NO_CITATIONS
    : sides.flatMap((side) => item.guidelines[side].citations).filter(({ family }) => family !== NO_GUIDELINE);
}

/** Their guidelines or families, each once. */
export function cited(item: Item, sides: readonly CitingSide[], part: 'guideline' | 'family'): readonly string[] {
  return once(citationsOf(item, sides).map((citation) => citation[part]));
}

/** The family that a side cites, `SEVERAL_SOURCES` where it cites more than one; null where it cites none. */
export function sourceOf(item: Item, side: CitingSide): string | null {
  const [first, ...others] = cited(item, [side], 'family');
  return others.length > 0 ? SEVERAL_SOURCES : (first ?? null);
}

/**
 * How the families of both sides compare; null where neither cites one, and for the row of a table, which tells of one side alone: that the other is
 * not there does not mean that it cited nothing.
 */
export function sidesAgreeOf({ published }: Pick<Determination, 'published'>, item: Item): SidesAgree | null {
  if (published !== null) return null;
  const ur = cited(item, ['administrator'], 'family');
  const imr = cited(item, ['reviewer'], 'family');
  if (ur.length === 0) return imr.length === 0 ? null : 'imr_only';
  if (imr.length === 0) return 'ur_only';
  const common = ur.filter((family) => imr.includes(family)).length;
  if (common === 0) return 'different';
  return common === ur.length && common === imr.length ? 'same' : 'overlap';
}

/** The topics and chapters that a side cites, each once. */
export function topicsOf(item: Item, side: CitingSide): readonly string[] {
  return once(citationsOf(item, [side]).flatMap(topicOf));
}

function once(values: readonly string[]): readonly string[] {
  return values.length < 2 ? values : [...new Set(values)];
}
