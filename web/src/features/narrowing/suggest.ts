/** What suggestions do to the text of the query box. Pure. */
import type { Suggestion } from '#contract/suggest.ts';

/** The text of the box and where one types in it. */
export interface Typed {
  readonly q: string;
  readonly caret: number;
}

/** Suggestions with what they were asked for. */
export interface Suggested {
  readonly asked: Typed;
  readonly suggestions: readonly Suggestion[];
}

/** What goes on with a word: a blank, a colon or a quote begins something else. */
const SAME_WORD = /^[\p{L}\p{N}'’./-]*$/u;

/**
 * Those of the suggestions that can still be taken: all else stands as it did when they were asked for, and the word that they complete was only typed on,
 * or shortened. So the list need not go while the next one is on its way, and never changes other words than it says.
 */
export function stillFitting({ asked, suggestions }: Suggested, now: Typed): readonly Suggestion[] {
  if (now.q.slice(now.caret) !== asked.q.slice(asked.caret)) return [];
  return suggestions.filter(({ at: { start } }) => {
    if (now.caret < start || now.q.slice(0, start) !== asked.q.slice(0, start)) return false;
    const [before, typed] = [asked.q.slice(start, asked.caret), now.q.slice(start, now.caret)];
    return (typed.startsWith(before) && SAME_WORD.test(typed.slice(before.length))) || (typed !== '' && before.startsWith(typed));
  });
}

/** The text with a suggestion taken, and where typing goes on. It fits (`stillFitting`). */
export function withSuggestion({ at, words }: Suggestion, asked: Typed, now: Typed): Typed {
  const behind = now.q.slice(now.caret + at.end - asked.caret);
  return { q: `${now.q.slice(0, at.start)}${words}${behind}`, caret: at.start + words.length };
}

/** What tells a suggestion from the others of a list. */
export function keyOf({ kind, label }: Suggestion): string {
  return `${kind} ${label}`;
}
