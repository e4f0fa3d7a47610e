/**
 * A drawn chart as a picture that stands by itself: an SVG with what must be known of it in lines above and below. Words stay words. Pure; what is drawn
 * comes from drawn-svg.ts.
 */
import { brokenLines, type WidthOf } from './chart-text.ts';

/** What a page says of all its charts: what was counted, and as of when. */
export interface PictureFacts {
  /** Who publishes what was counted, and what counted it. */
  readonly source: string;
  /** What is narrowed to, in words: "disputed items with Service: MRI". */
  readonly filters: string;
  readonly programme: string;
  /** The name of the snapshot, or that it is live. */
  readonly state: string;
  /** The day of the numbers, an ISO day. */
  readonly date: string;
  /** "1,204 disputed items in 611 letters". */
  readonly n: string;
}

/** A drawing that needs no sheet. Pixels. */
export interface Drawing {
  readonly markup: string;
  readonly width: number;
  readonly height: number;
}

export interface PictureWords {
  readonly title: string;
  readonly sentence: string;
  /** Lines above and below the drawing. */
  readonly above: readonly string[];
  readonly below: readonly string[];
}

/** How the picture looks: its fonts as CSS, its colors, and rules of its own (a font that it brings). */
export interface PictureLook {
  readonly fonts: string;
  readonly ink: string;
  readonly quiet: string;
  readonly ground: string;
  readonly rules?: string;
}

const MARGIN = 24;
const TITLE = { size: 19, line: 25 };
const WORDS = { size: 13, line: 19 };
const GAP = 14;
/** A chart of a narrow screen has its words in a picture of this width all the same. */
const LEAST = 420;

/** What is written above and below a chart. */
export function pictureWords(
  title: string,
  sentence: string,
  notes: readonly string[],
  facts: PictureFacts,
  dayWords: string,
): PictureWords {
  return {
    title,
    sentence,
    above: [`Counted: ${facts.filters}.`, `${facts.programme}. ${facts.n}.`],
    below: [...notes, `${facts.state}, ${dayWords}. ${facts.source}`],
  };
}

/** `widthOf`: how wide words are, in the size of names. */
export function pictureOf(drawing: Drawing, words: PictureWords, look: PictureLook, widthOf: WidthOf): Drawing {
  const room = Math.max(drawing.width, LEAST);
  const lines = (text: string, size: number) => brokenLines(text, room, (one) => (widthOf(one) * size) / WORDS.size);
  const parts: string[] = [];
  let base = MARGIN;
  const write = (text: string, { size, line }: { size: number; line: number }, fill: string, weight = 400) => {
    for (const one of lines(text, size * (weight > 400 ? 1.06 : 1))) {
      base += line;
      parts.push(`<text x="${MARGIN}" y="${base}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escaped(one)}</text>`);
    }
  };
  write(words.title, TITLE, look.ink, 600);
  base += 2;
  write(words.sentence, WORDS, look.ink);
  for (const line of words.above) write(line, WORDS, look.quiet);
  const top = base + GAP;
  parts.push(`<g transform="translate(${MARGIN} ${top})">${drawing.markup}</g>`);
  base = top + drawing.height + GAP - 4;
  for (const line of words.below) write(line, WORDS, look.quiet);
  const [width, height] = [room + 2 * MARGIN, Math.ceil(base + MARGIN - 4)];
  const rules = look.rules === undefined ? '' : `<style>${look.rules}</style>`;
  const markup =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(words.title)}">` +
    `<title>${escaped(words.title)}</title>${rules}<rect width="${width}" height="${height}" fill="${look.ground}"/>` +
    `<g font-family="${escaped(look.fonts)}">${parts.join('')}</g></svg>`;
  return { markup, width, height };
}

/** "overturned-by-service-2017-03-01.png". */
export function pictureName(title: string, date: string, end: 'png' | 'svg'): string {
  const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? ['chart'];
  return `${words.join('-')}-${date}.${end}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
