/**
 * The phrases of a text: up to four words that stand together and say something by themselves. Inflections are one phrase ("failed trial", "failed trials").
 */
import { stem } from '#mappings/text/stem.ts';
import { tokenize } from '#mappings/text/words.ts';
import { isSlight } from '../understand/slight-words.ts';

/** The most words of a phrase. */
const MOST_WORDS = 4;
/** Words of one phrase have only these between them: "X-ray", "home exercise", "and/or"; a comma or a bracket parts two. */
const TOGETHER = /^[\s/"“”\p{Pd}]*$/u;
const APOSTROPHE = /^['’]$/;
/** "no documentation" says another thing than "documentation". */
const NEGATIONS: ReadonlySet<string> = new Set(['no', 'not', 'without', 'never']);
/** Words that tell no more than how a sentence goes on from the one before. */
const JOINING: ReadonlySet<string> = new Set(
  'accordingly additionally based consequently despite due furthermore given hence however moreover per regarding since therefore though thus upon whereas'.split(
    ' ',
  ),
);
const WHITE = /\s+/g;
const LETTER = /\p{L}/u;

export interface Phrase {
  /** Stems of its words; the same for all its inflections. */
  readonly key: string;
  /** Its words as they stand in the text, white space evened. */
  readonly said: string;
}

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Every phrase of a text, where it stands several times each time. None begins or ends with a slight word or a bare number, but for a negation at its beginning. */
export function phrasesOf(text: string): Phrase[] {
  return runsOf(text).flatMap((run) => {
    const telling = run.map(tells);
    const stems = run.map(({ word }) => stem(word));
    return run.flatMap((first, at) => {
      const negated = NEGATIONS.has(first.word);
      if (!negated && !telling[at]) return [];
      return run.slice(at, at + MOST_WORDS).flatMap((last, more): Phrase[] => {
        if (!telling[at + more]) return [];
        return [{ key: stems.slice(at, at + more + 1).join(' '), said: text.slice(first.start, last.end).replace(WHITE, ' ') }];
      });
    });
  });
}

function tells({ word }: Word): boolean {
  return !isSlight(word) && !JOINING.has(word) && !NEGATIONS.has(word) && LETTER.test(word);
}

/** The words of a text in runs that no sign parts; what stands behind an apostrophe is of the word before it. */
function runsOf(text: string): Word[][] {
  const runs: Word[][] = [];
  for (const { word, start, end } of tokenize(text)) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run === undefined || before === undefined) {
      runs.push([{ word, start, end }]);
      continue;
    }
    const between = text.slice(before.end, start);
    if (APOSTROPHE.test(between)) run.splice(-1, 1, { word: word === 's' ? before.word : before.word + word, start: before.start, end });
    else if (TOGETHER.test(between)) run.push({ word, start, end });
    else runs.push([{ word, start, end }]);
  }
  return runs;
}
