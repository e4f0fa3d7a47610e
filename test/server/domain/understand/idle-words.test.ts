/** Words that narrow nothing among disputed items, and where the same words tell something. */
import { describe, expect, it } from 'vitest';
import { plainTerms } from '../../../../server/domain/query-language/parse-query.ts';
import { idleIn } from '../../../../server/domain/understand/idle-words.ts';
import { readingOf } from '../../../../server/domain/understand/reading.ts';
import { expectLinear } from '../../../growth.ts';

const termsOf = (q: string) => readingOf(plainTerms(q, { values: () => [] }) ?? [], new Map()).terms;

/** The words that are looked for, then those that tell of a denial behind a bar. */
function read(q: string, literal: string[] = [], byCase = false): string {
  const terms = termsOf(q);
  const { terms: idle, denials } = idleIn(terms, { literal: new Set(literal), taken: () => false, byCase });
  const said = (isIn: (at: number) => boolean) => terms.flatMap(({ typed }, at) => (isIn(at) ? typed : [])).join(' ');
  return `${said((at) => !idle.has(at))} / ${said((at) => denials.has(at))}`;
}

describe('words that narrow nothing', () => {
  it.each([
    ['yoga denials', 'yoga / denials'],
    ['denied kazoo lessons', 'kazoo lessons / denied'],
    ['why was the yoga denied', 'yoga / denied'],
    ['denied because of the swelling', 'swelling / denied'],
    ['request for a wobble board', 'wobble board / '],
    ['UR refused yoga', 'yoga / UR refused'],
    ['yoga was denied by the claims administrator', 'yoga / was denied by the claims administrator'],
    ['yoga non-certified', 'yoga / non-certified'],
    ['show me yoga cases', 'yoga / '],
    ['please find yoga decisions', 'yoga / '],
    ['how many yoga requests were there', 'yoga / '],
    ['yoga rejected', 'yoga / rejected'],
    ['denied', ' / denied'],
    ['why do reviewers deny yoga', 'yoga / reviewers deny'],
    ['denying yoga', 'yoga / denying'],
    ['why does the insurer deny yoga', 'yoga / the insurer deny'],
    ['UR denies yoga', 'yoga / UR denies'],
    ['yoga denied by the reviewer', 'yoga / denied by the reviewer'],
    ['what do reviewers say about yoga', 'say yoga / '],
    ['what does the reviewer want for yoga', 'want yoga / '],
    ['yoga claims', 'yoga / '],
    ['claims of yoga', 'yoga / '],
    ['claims denied', ' / denied'],
    ['films with or without contrast', 'films contrast / '],
  ])('%s', (q, expected) => {
    expect(read(q)).toBe(expected);
  });

  it.each([
    ['yoga was not denied', 'yoga not denied / '],
    ["yoga wasn't denied", "yoga wasn't denied / "],
    ['the patient refused yoga', 'patient refused yoga / '],
    ['denies numbness', 'denies numbness / '],
    ['patients deny numbness', 'patients deny numbness / '],
    ['reviewers did not deny yoga', 'not deny yoga / '],
    ['reviewer cited a study', 'reviewer cited study / '],
    ['reviewers cited a study', 'reviewers cited study / '],
    ['peer reviewers', 'peer reviewers / '],
    ['claims administrator', 'claims administrator / '],
    ['the worker claims numbness', 'worker claims numbness / '],
    ['yoga declined', 'yoga declined / '],
    ['yoga refused by the patient', 'yoga refused patient / '],
    ['IT band', 'IT band / '],
    ['yoga before surgery', 'yoga before surgery / '],
    ['more than six visits', 'more than six visits / '],
    ['the worker has declined a brace', 'worker declined brace / '],
    ['no red flags', 'no red flags / '],
    ['films without contrast', 'films without contrast / '],
    ['work up', 'work up / '],
    ['hepatitis A', 'hepatitis A / '],
    ['case manager', 'case manager / '],
    ['records show swelling', 'records show swelling / '],
    ['letter of medical necessity', 'letter medical necessity / '],
  ])('but not in: %s', (q, expected) => {
    expect(read(q)).toBe(expected);
  });

  it('are looked for where they are taken as typed', () => {
    expect(read('yoga denied because', ['denied', 'because'])).toBe('yoga denied because / ');
  });

  it('are what a case number is called, beside one', () => {
    expect(read('IMR case number', [], true)).toBe(' / ');
    expect(read('IMR case number')).toBe('IMR case number / ');
  });

  it.each(['was ', 'denied ', 'the reviewers ', 'do reviewer ', 'claims ', 'UR was denied by the ', 'non ', 'the patient '])(
    '2,000 characters of %j cost as much as they are long',
    async (piece) => {
      await expectLinear(
        (text) => Promise.resolve(idleIn(termsOf(text), { literal: new Set(), taken: () => false, byCase: true })),
        piece,
        2_000,
      );
    },
  );
});
