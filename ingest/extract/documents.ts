/** The list of documents reviewed: one entry to a bullet, a number, or a line. A sentence that leads to the list is no entry. */

import { type Finding, textFinding } from '#mappings/text/finding.ts';
import { type ScanSpan, scanSpan } from '#mappings/text/scan.ts';

/** "The following relevant documents ... were reviewed and considered. These documents included:" */
const LEAD = /^[\s\S]{0,600}?\b(?:documents?|records?|reviewed|included?|following)\b[^:;\n•]{0,200}:[ \t]*(?=\n|•|$)/iu;
const BULLET = /^[ \t]*(?:[•●▪■◦·*-]|o(?=\s)|\(?\d{1,2}[).])\s*/u;
const ANY_BULLET = /(?:^|\s)[•●▪■◦]\s*/gu;

/** The entries in order, as printed. `rule` names the layout. */
export function extractDocuments(scan: string, span: ScanSpan | null, rule: string): Finding<string>[] {
  if (span === null) return [];
  const text = scan.slice(span.start, span.end);
  const from = LEAD.exec(text)?.[0].length ?? 0;
  return entriesIn(text, from).flatMap(({ start, end }) => {
    const found = textFinding(scan, `${rule}.documents`, scanSpan(span.start + start, span.start + end));
    return found === null ? [] : [found];
  });
}

function entriesIn(text: string, from: number): { start: number; end: number }[] {
  const bullets = [...text.slice(from).matchAll(ANY_BULLET)];
  if (bullets.length > 1) {
    return bullets.map((bullet, index) => ({
      start: from + bullet.index + bullet[0].length,
      end: from + (bullets[index + 1]?.index ?? text.length - from),
    }));
  }
  const lines = linesFrom(text, from);
  const listed = lines.filter(({ bullet }) => bullet > 0).length > 1;
  const entries: { start: number; end: number }[] = [];
  for (const { start, end, bullet, continues } of lines) {
    const last = entries.at(-1);
    // A line goes on with the entry before it where entries are marked, or where it starts in small letters.
    if (last !== undefined && (listed ? bullet === 0 : continues)) last.end = end;
    else entries.push({ start: start + bullet, end });
  }
  return entries;
}

function linesFrom(text: string, from: number): { start: number; end: number; bullet: number; continues: boolean }[] {
  const lines: { start: number; end: number; bullet: number; continues: boolean }[] = [];
  for (let start = from; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, end);
    if (line.trim() !== '') {
      lines.push({ start, end, bullet: BULLET.exec(line)?.[0].length ?? 0, continues: /^\s*\p{Ll}/u.test(line) });
    }
    start = end + 1;
  }
  return lines;
}
