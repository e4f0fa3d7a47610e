/**
 * ODG citations: a source name ("Official Disability Guidelines (ODG)", "ODG-TWC") and behind it, where printed, a
 * chapter. A chapter word counts only where it opens the citation, follows a separator, or stands beside "Chapter":
 * "ODG Low Back, Gym memberships" is the low back chapter, "ODG, pain after knee surgery" is not the knee chapter.
 */

import { tailOf, withoutTail } from '../../text/tail.ts';
import { GUIDELINES } from '../../vocabulary/vocabulary.ts';
import type { Hit } from './hit.ts';
import { oneEditApart } from './sections.ts';

const SOURCE =
  /(?:\bMCG(?: Health)?[ ,/]{1,3})?\b[O0]\.?D\.?G(?:\b|(?=Low|Pain|Neck|Knee|Shoulder|Hip|Ankle|Head|Elbow|Mental|Forearm|Carpal|Guid))\.?(?:[\s-]?TWC\b)?(?:(?: Guidelines?)? by MCG(?: Health)?)?(?!\))|(?:\bMCG(?: Health)?[ ,/]{1,3})?\bOff?[ic]{1,2}[a-z]{2,5} ?Dis[a-z]{5,10}(?: ?Duration)? ?(?:G[a-z]{3,9}|Index)\b(?: ?\(ODG[^)]{0,30}\))?(?:,? by MCG(?: Health)?)?|(?<!Medical )\bDisability Guid\w*(?: ?\(ODG[^)]{0,30}\))?|\(ODG\)|\bWork Loss Data Inst\w*|\bworklossdata|\bodg-twc\.com/gi;
/** "LowBack": a blank of a chapter's name may be lost. */
const bearingLostBlanks = (term: string) => term.replace(/ (?!\?)(?![^[]*\])/g, ' ?');
export const ODG_CHAPTERS = GUIDELINES.guidelines.flatMap((row) =>
  row.chapterTerm === undefined
    ? []
    : [{ id: row.id, term: new RegExp(`\\b(?:${bearingLostBlanks(row.chapterTerm)})(?=Chapter|Section|\\W|$)`, 'gi') }],
);
/** "Head Chapter, Official Disability Guidelines", "Low Back section of the ODG": the chapter stands before its source, and says that it is one. */
const TO_ITS_SOURCE = /\s?(?:Chapter|section)(?:,|:| -)?(?: (?:of|in|from|per))?(?: the)? ?$/i;

/** The chapter that ends a text before its source, and how long its words are; null where none does. */
function chapterAhead(before: string): { id: string; length: number } | null {
  const near = before.slice(-NEAR);
  const tie = TO_ITS_SOURCE.exec(near);
  if (tie === null) return null;
  for (const { id, term } of ODG_CHAPTERS) {
    const [match] = [...near.slice(0, tie.index).matchAll(term)].slice(-1);
    if (match !== undefined && match.index + match[0].length === tie.index) return { id, length: near.length - match.index };
  }
  return null;
}

/** Letters only: "and", "&" and blanks differ from print to print. */
const lettersOf = (words: string) => words.toLowerCase().replace(/\band\b|[^a-z]/g, '');
/** Chapter names long enough to be known where they are misspelt. */
const CHAPTER_NAMES = new Map(
  [
    ...['Low Back', 'Lower Back', 'Lumbar', 'Lumbar Spine', 'Low Back Lumbar & Thoracic', 'Neck & Upper Back', 'Upper Back', 'Cervical'],
    ...['Shoulder', 'Elbow', 'Forearm, Wrist, & Hand', 'Wrist & Hand', 'Carpal Tunnel', 'Carpal Tunnel Syndrome', 'Hip & Pelvis'],
    ...['Knee & Leg', 'Ankle', 'Ankle & Foot', 'Foot & Ankle', 'Mental Illness & Stress', 'Chronic Pain', 'Pulmonary', 'Fitness for Duty'],
  ].map((name) => [lettersOf(name), ODG_CHAPTERS.find(({ term }) => name.replace(term, '') === '')?.id]),
);
/** The words that open a citation, up to a mark or the word that says it is a chapter. */
const OPENING =
  /^[\s,;:./()>|-]{0,8}(?:the )?(?<words>[A-Za-z]\w{0,12}(?:[ ,&/-]{1,3}\w{1,12}){0,4}?)(?=\s*(?:[,;:.([>|]|Chapter|Section|$))/i;
const SHORTEST_TO_MEND = 5;
const FAMILY = 'odg';
const UNSPECIFIED = 'odg.unspecified';
/** Chapters named by a word that is common elsewhere: a separator before it is not enough. */
const COMMON_WORD = new Set(['odg.pain', 'odg.eye', 'odg.burns', 'odg.hernia', 'odg.head']);
const NEXT_SOURCE = /Other Medical Treatment Guidelines/i;
const ONLY_EDITION =
  /^(?:[\s,;:./()>|-]|(?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th)|(?:Annual |Online |Web |Current )?(?:Ed\w*|Version)|updated|web|the|for the|regarding|Integrated Treatment\/Disability Duration)*$/i;
const SEPARATOR = /(?:[,;:/>|-]|\band)\s*$/i;
const STRONG_SEPARATOR = /(?:;|\band)\s*$/i;
/** "Shoulder & Elbow", "Neck/Low Back", "Low Back, Knee": what stands between two chapters and nothing else, with nothing of a topic behind. */
const JOINS = /^\s?(?:&|\/|,|\band\b)\s?$/;
const CLOSES = /^\s*(?:[,;:.)]|Chapters?\b|Sections?\b|$)/i;
/** "Knee/DME, Low Back": a chapter with its topic behind a stroke, then the next. */
const AFTER_STROKE = /\/\S[^;/]{0,60},\s*$/;
const CHAPTER_BEFORE = /(?:odgtwc\/|\b(?:Chapters?|Section|Procedure Summary)(?: on)?[\s:,-]*)$/i;
const CALLED = /(?:Chapter|section|Procedure Summary)$/i;
const CHAPTER_WORD = /^\s*(?:\((?:Acute|Chronic)[^()]{0,20}\)\s*)?(?:Chapter|section|Procedure Summary)/i;
/** "neck, low back and shoulder chapters" */
const LIST_OF_CHAPTERS = /^[\w ,&/]{0,60}\bChapters\b/i;
/** "Low Back, MRI; Pain, Opioids": a common word is a chapter where it stands like one. */
const BEHIND_SEMICOLON = /;\s*$/;
const LIKE_A_CHAPTER = /^\s*(?:[,:(]|$)/;
const WORD_BEHIND = /^(?: (?!and\b)|-)\w/i;
const NOTHING_BEHIND = /^[\s.,;]*$/;
/** How far behind its start a chapter's surroundings are looked at; an edition is printed in less. */
const NEAR = 160;
/** What stands before a chapter and is none: the name of the collection. */
const COLLECTION =
  /^[\s,]*(?:Treatment (?:in Workers'? ?Comp\w*|Index)[^;:,]{0,60}?(?=\b[A-Z][a-z]+ (?:&|and|Chapter|Back)|[,;:]|$)|Guidelines?\b)/i;
/** What stands between a chapter and its topic. */
const BETWEEN =
  /[\s,;:/.>|-]|\((?:Acute|Chronic|updated|last|online|web|trauma|accessed|revised|\d)[^()]{0,80}\)|(?:Chapters?|Sections?|Procedure Summary|Online Version|Guidelines?|under|Topics?|on|(?:last )?updated \d[\d/-]*|\d{1,2}\/\d{1,2}\/\d{2,4}|(?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th)|(?:Annual )?Edition|and)(?!\w)/iy;

const blank = (text: string) => ' '.repeat(text.length);

/** The text with what stands in round brackets blanked out; a bracket that never closes blanks nothing. */
function withoutBrackets(text: string): string {
  let out = '';
  let from = 0;
  let depth = 0;
  let opened = 0;
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index];
    if (char === '(') {
      if (depth === 0) opened = index;
      depth += 1;
    } else if (char === ')' && depth > 0) {
      depth -= 1;
      if (depth > 0 || text.startsWith('ODG', opened + 1)) continue;
      // "ODG (Pain, Ambien)": a bracket right behind the source may hold chapter and topic.
      if (text.slice(0, opened).trim() === '' && opensWithChapter(text.slice(opened + 1, index))) {
        out += `${text.slice(from, opened)} ${text.slice(opened + 1, index)} `;
        from = index + 1;
        continue;
      }
      out += text.slice(from, opened) + ' '.repeat(index + 1 - opened);
      from = index + 1;
    }
  }
  return out + text.slice(from);
}

function opensWithChapter(text: string): boolean {
  return ODG_CHAPTERS.some(({ term }) => text.search(term) === 0);
}

/** Every ODG citation in an evened text, each chapter once. */
export function findOdg(text: string): Hit[] {
  const sources = [...text.matchAll(SOURCE)];
  const hits: Hit[] = [];
  sources.forEach((source, index) => {
    const from = source.index + source[0].length;
    const until = sources[index + 1]?.index ?? text.length;
    const whole = text.slice(from, until);
    const other = whole.search(NEXT_SOURCE);
    const segment = other === -1 ? whole : whole.slice(0, other);
    const chapters = chaptersIn(segment);
    const ahead = chapters.length === 0 ? chapterAhead(text.slice(sources[index - 1]?.index ?? 0, source.index)) : null;
    const end = from + segment.trimEnd().length;
    if (chapters.length === 0)
      hits.push({
        guideline: ahead?.id ?? UNSPECIFIED,
        family: FAMILY,
        start: source.index - (ahead?.length ?? 0),
        end: Math.max(end, source.index + source[0].length),
        topic: topicAt(text, from, end),
        nameEnd: from,
      });
    chapters.forEach((chapter, position) => {
      const start = position === 0 ? source.index : from + chapter.start;
      const next = chapters[position + 1];
      const close = next === undefined ? end : from + next.start;
      const behind = topicAt(text, from + chapter.end, close);
      hits.push({
        guideline: chapter.id,
        family: FAMILY,
        start,
        end: close,
        nameEnd: from + chapter.end + (CHAPTER_WORD.exec(segment.slice(chapter.end, chapter.end + NEAR))?.[0].length ?? 0),
        topic: behind ?? (position === 0 ? topicAt(text, from, from + chapter.start) : null),
      });
    });
  });
  const named = hits.some((hit) => hit.guideline !== UNSPECIFIED);
  const seen = new Set<string>();
  return hits.filter(
    (hit) => !(named && hit.guideline === UNSPECIFIED) && !seen.has(hit.guideline) && seen.add(hit.guideline) !== undefined,
  );
}

const TOPIC_TAIL = tailOf(String.raw`(?:[\s.,;:/(-]|\band(?: on)?(?: the)?\b|\bChapter\b|\bTopic\b)+`, 'i');

/** Where the topic stands in `[from, until)`, without what ties it to the chapter; null where nothing is left. */
function topicAt(text: string, from: number, until: number): { start: number; end: number } | null {
  let start = from;
  for (;;) {
    BETWEEN.lastIndex = start;
    if (start >= until || !BETWEEN.test(text)) break;
    start = BETWEEN.lastIndex;
  }
  const words = withoutTail(text.slice(start, until), TOPIC_TAIL);
  return words === '' ? null : { start, end: start + words.length };
}

/** Where the words "Chapter" and "Section" stand that belong to the chapter before them: "Pain Chapter, Knee brace". */
function calledBehind(flat: string): ReadonlySet<number> {
  const ends = ODG_CHAPTERS.flatMap(({ term }) => [...flat.matchAll(term)].map((match) => match.index + match[0].length));
  return new Set(
    ends.flatMap((end) => {
      const word = CHAPTER_WORD.exec(flat.slice(end, end + NEAR));
      return word === null ? [] : [end + word[0].search(CALLED)];
    }),
  );
}

/** Whether "Chapter" stands before and is no other chapter's own word. */
function isCalledChapter(before: string, start: number, called: ReadonlySet<number>): boolean {
  const word = CHAPTER_BEFORE.exec(before);
  return word !== null && !called.has(start - before.length + word.index);
}

function chaptersIn(segment: string): { id: string; start: number; end: number }[] {
  const flat = withoutBrackets(segment).replace(COLLECTION, blank).replace(/_/g, ' ');
  const called = calledBehind(flat);
  const candidates = ODG_CHAPTERS.flatMap(({ id, term }) =>
    [...flat.matchAll(term)].flatMap((match) => {
      const start = match.index;
      const end = start + match[0].length;
      const before = flat.slice(Math.max(0, start - NEAR), start);
      const behind = flat.slice(end, end + NEAR);
      const weak = COMMON_WORD.has(id);
      const opens = start <= NEAR && ONLY_EDITION.test(before);
      const titled = CHAPTER_WORD.test(behind);
      const chapter = titled || isCalledChapter(before, start, called);
      const closes = end + NEAR >= flat.length && NOTHING_BEHIND.test(behind);
      const listed = LIST_OF_CHAPTERS.test(behind);
      const closed = CLOSES.test(behind);
      const own = weak && BEHIND_SEMICOLON.test(before) && LIKE_A_CHAPTER.test(behind) && /^[A-Z]/.test(match[0]);
      const counts = opens || chapter || own || (!weak && (listed || SEPARATOR.test(before) || before.endsWith('& ') || closes));
      const inTopic = opens && !chapter && WORD_BEHIND.test(behind);
      return counts
        ? [
            {
              id,
              start,
              end,
              titled,
              inTopic,
              closed,
              strong: opens || chapter || listed || own || STRONG_SEPARATOR.test(before) || AFTER_STROKE.test(before),
            },
          ]
        : [];
    }),
  ).sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: typeof candidates = [];
  // "ODG, cervical injection, Low Back chapter": the word that opens the citation is its topic's.
  const named = candidates.some(({ titled }) => titled);
  for (const candidate of candidates) {
    if (named && candidate.inTopic) continue;
    if (kept.some((other) => candidate.start < other.end || other.id === candidate.id)) continue;
    const last = kept.at(-1);
    const joined = last !== undefined && candidate.closed && JOINS.test(flat.slice(last.end, candidate.start));
    if (last === undefined || candidate.strong || joined) kept.push(candidate);
  }
  return kept.length > 0 ? kept : misspelt(flat);
}

/** The chapter that opens the citation with a letter lost, added, changed or swapped: "Sholder Chapter", "Low Bck". */
function misspelt(flat: string): { id: string; start: number; end: number }[] {
  const opening = OPENING.exec(flat);
  const words = opening?.groups?.['words'];
  if (opening === null || words === undefined) return [];
  const bare = lettersOf(words);
  const name = bare.length < SHORTEST_TO_MEND ? undefined : [...CHAPTER_NAMES.keys()].find((known) => oneEditApart(bare, known));
  const id = name === undefined ? undefined : CHAPTER_NAMES.get(name);
  return id === undefined ? [] : [{ id, start: opening[0].length - words.length, end: opening[0].length }];
}

/** The text with every ODG source name blanked out. */
export function withoutOdgSources(text: string): string {
  return text.replace(SOURCE, blank);
}
