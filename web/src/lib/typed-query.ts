/** Changes to a typed query by the places of its parts (half-open UTF-16 offsets). Pure. */
import type { Span } from '#contract/span.ts';

const QUOTES = /["“”„‟«»″＂]/;

/** The query without the part at a place, with the quotes, signs and field name that belong to it. */
export function withoutPart(q: string, at: Span): string {
  const { start, end } = whole(q, at);
  return `${q.slice(0, start)} ${q.slice(end)}`
    .replace(/\(\s*\)/g, ' ')
    .replace(/(?<=\s)(AND|OR)\s+(?:AND|OR)(?=\s)/g, '$1')
    .replace(/(^|\()\s*(?:AND|OR)\s|\s(?:AND|OR|NOT)\s*($|\))/g, '$1 $2')
    .replace(/(?<=\()\s+|\s+(?=\))/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The query with the words at a place changed for others. */
export function withWords(q: string, { start, end }: Span, words: string): string {
  return `${q.slice(0, start)}${words}${q.slice(end)}`;
}

/** The place with what is written to it: `-"red flags"~3`, `service:gym`. */
function whole(q: string, at: Span): Span {
  let { start, end } = at;
  if (QUOTES.test(q[start - 1] ?? '') && QUOTES.test(q[end] ?? '')) {
    start -= 1;
    end += 1;
  }
  start -= /(?:(?:^|(?<=[\s(]))(?:NOT\s+)?[-+]?(?:[\p{L}-]+:)?)$/u.exec(q.slice(0, start))?.[0].length ?? 0;
  end += /^(?:~\d*|\*)/.exec(q.slice(end))?.[0].length ?? 0;
  return { start, end };
}
