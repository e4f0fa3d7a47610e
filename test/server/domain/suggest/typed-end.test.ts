/** What stands before the caret to be completed: the last words, or the value of a field, and nothing inside a phrase. */
import { describe, expect, it } from 'vitest';
import { typedEnd } from '../../../../server/domain/suggest/typed-end.ts';

/** What is typed where `|` stands, as its windows, each with what a suggestion takes the place of in brackets. */
function windowsAt(typed: string): string[] | string | null {
  const [q, caret] = [typed.replace('|', ''), typed.indexOf('|')];
  const end = typedEnd(q, caret);
  const shown = ({ words, at }: { words: readonly string[]; at: { start: number; end: number } }) =>
    `${words.join('+')} [${q.slice(at.start, at.end)}]`;
  if (end === null) return null;
  return end.kind === 'value' ? `${end.field}: ${shown(end.window)}` : end.windows.map(shown);
}

describe('the words before the caret', () => {
  it.each<[string, string[]]>([
    ['epid|', ['epid [epid]']],
    ['knee physical ther|', ['knee+physical+ther [knee physical ther]', 'physical+ther [physical ther]', 'ther [ther]']],
    ['low |', ['low+ [low ]']],
    ['low  |  knee', ['low+ [low    ]']],
    ['kn|ee brace', ['kn [knee ]']],
    ['knee OR epid|', ['epid [epid]']],
    ['-epid|', ['epid [epid]']],
    ['mri -low ba|', ['low+ba [low ba]', 'ba [ba]']],
    ['(knee OR sho|)', ['sho [sho]']],
    ['"knee brace" epid|', ['epid [epid]']],
    ['service:gym low b|', ['low+b [low b]', 'b [b]']],
    ['kn|"red flags"', ['kn [kn]']],
    ['L4-5 fus|', ['l4+5+fus [L4-5 fus]', 'fus [fus]']],
    ['Épid|', ['epid [Épid]']],
    ['a b c d e f|', ['b+c+d+e+f [b c d e f]', 'c+d+e+f [c d e f]', 'd+e+f [d e f]', 'e+f [e f]', 'f [f]']],
  ])('%s', (typed, expected) => {
    expect(windowsAt(typed)).toEqual(expected);
  });
});

describe('the value of a field', () => {
  it.each([
    ['body:low|', 'body: low [low]'],
    ['body:|', 'body:  []'],
    ['-body:kn| mri', 'body: kn [kn ]'],
    ['(Service:"physical th|', 'Service: physical+th ["physical th]'],
    ['service:"physical th|" knee', 'service: physical+th ["physical th" ]'],
    ['service:"phys|ical therapy" knee', 'service: phys ["physical therapy" ]'],
    ['service:"phys| knee', 'service: phys ["phys ]'],
    ['service:"phys| knee "red flags"', 'service: phys ["phys ]'],
    ['service:"|', 'service:  ["]'],
    ['month:2016-1|', 'month: 2016+1 [2016-1]'],
  ])('%s', (typed, expected) => {
    expect(windowsAt(typed)).toBe(expected);
  });
});

it.each(['|', '"knee br|', '“knee br|', 'knee OR|', 'arthro*|', '"a b"~5|', 'knee & |', '"service:phys|'])('nothing at %s', (typed) => {
  expect(windowsAt(typed)).toBeNull();
});

it('is read no slower than a text is long', () => {
  const long = typedEnd(`${'knee '.repeat(399)}ep`, 2_000);
  expect(long).toMatchObject({ kind: 'words', windows: [{}, {}, {}, {}, { words: ['ep'] }] });
});
