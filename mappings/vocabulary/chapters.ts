/** Which guidelines are chapters of a work. */
import { GUIDELINES } from './vocabulary.ts';

/** From there on a row of a work of chapters is one of them. */
const OF_CHAPTERS = 3;

let chapters: ReadonlySet<string> | null = null;

/** Whether a guideline is a chapter of a work that has several. */
export function isChapter(guideline: string): boolean {
  chapters ??= new Set(chaptersOf());
  return chapters.has(guideline);
}

function chaptersOf(): string[] {
  const works = new Set(GUIDELINES.families.flatMap(({ id, chapters: has }) => (has === true ? [id] : [])));
  return GUIDELINES.guidelines.flatMap(({ id, family, specificity }) => (specificity === OF_CHAPTERS && works.has(family) ? [id] : []));
}
