/** Something to know about words that stay words. */
import type { QueryNode } from '#contract/query.ts';
import type { UnderstoodPart } from '#contract/understood.ts';
import type { Concept } from './understanding.ts';

const NOTES: readonly { readonly words: ReadonlySet<string>; readonly text: string }[] = [
  {
    words: new Set(['denied', 'denial', 'denials', 'denies', 'noncertified']),
    text: 'Every disputed item here was denied or modified by UR, so this is looked for as a word. For how the review ended, type “overturned” or “upheld”.',
  },
  {
    words: new Set(['modified', 'modification']),
    text: 'Looked for as a word. For items that UR had granted in part, type ur-action:modified.',
  },
  {
    words: new Set(['approved', 'approval', 'approve', 'granted']),
    text: 'IMR finds whether a request is medically necessary and does not approve it, so this is looked for as a word. For items found necessary, type “overturned”.',
  },
  {
    words: new Set(['overturned', 'reversed', 'upheld']),
    text: 'Looked for as a word here. For how the review ended, type decision:overturned or decision:upheld.',
  },
  { words: new Set(['or']), text: 'Looked for as a word. OR in capitals means either.' },
];

/** One note for each word that has one, at its first place. */
export function notesOn(concepts: readonly Pick<Concept, 'typed' | 'at' | 'plain'>[]): UnderstoodPart[] {
  return NOTES.flatMap(({ words, text }): UnderstoodPart[] => {
    const about = concepts.find(({ plain }) => words.has(onlyWord(plain) ?? ''));
    return about === undefined ? [] : [{ kind: 'note', at: about.at, typed: about.typed, text }];
  });
}

/** The word of a thing of one word: a short one is looked for as it is, so as a phrase. */
function onlyWord(plain: QueryNode): string | undefined {
  if (plain.kind === 'word') return plain.word;
  return plain.kind === 'phrase' && plain.words.length === 1 ? plain.words[0] : undefined;
}
