/** What a suggestion does to the text of the query box, also where more was typed since it was asked for. */
import { describe, expect, it } from 'vitest';
import type { Suggestion } from '#contract/suggest.ts';
import { stillFitting, type Typed, withSuggestion } from '../../web/src/features/narrowing/suggest.ts';

/** `|` is the caret. */
const typed = (text: string): Typed => ({ q: text.replace('|', ''), caret: text.indexOf('|') });
const shown = ({ q, caret }: Typed) => `${q.slice(0, caret)}|${q.slice(caret)}`;

/** A suggestion for a part of what was asked for. */
function made(asked: Typed, part: string, words = 'body:shoulder '): Suggestion {
  const start = asked.q.indexOf(part);
  return { label: 'Shoulder', name: null, kind: 'Body part', isField: false, count: 3, at: { start, end: start + part.length }, words };
}

/** The text with the suggestion taken; null where it does not fit any more. */
function taken(askedText: string, part: string, nowText: string): string | null {
  const [asked, now] = [typed(askedText), typed(nowText)];
  const [first] = stillFitting({ asked, suggestions: [made(asked, part)] }, now);
  return first === undefined ? null : shown(withSuggestion(first, asked, now));
}

describe('a suggestion', () => {
  it.each([
    ['shou|', 'shou', 'body:shoulder |'],
    ['mri shou|', 'shou', 'mri body:shoulder |'],
    ['shou| therapy', 'shou ', 'body:shoulder |therapy'],
    ['sh|ould mri', 'should ', 'body:shoulder |mri'],
    ['(shou|)', 'shou', '(body:shoulder |)'],
    ['-shou|', 'shou', '-body:shoulder |'],
  ])('of "%s" takes the place of "%s": %s', (text, part, expected) => {
    expect(taken(text, part, text)).toBe(expected);
  });

  it.each<[string, string, string, string | null]>([
    ['typed on', 'shou|', 'shoulder|', 'body:shoulder |'],
    ['shortened', 'shou|', 'sho|', 'body:shoulder |'],
    ['gone on from with another word', 'shou|', 'shou kn|', null],
    ['made the name of a field', 'shou|', 'shou:|', null],
    ['emptied', 'shou|', '|', null],
    ['changed', 'shou|', 'knee|', null],
    ['with other words before', 'shou|', 'mri shou|', null],
    ['with other words behind', 'shou|', 'shou| mri', null],
  ])('asked for before it was %s', (_, asked, now, expected) => {
    expect(taken(asked, 'shou', now)).toBe(expected);
  });

  it('keeps what stands behind the caret while one types on', () => {
    expect(taken('shou| therapy', 'shou ', 'shoul| therapy')).toBe('body:shoulder |therapy');
  });
});
