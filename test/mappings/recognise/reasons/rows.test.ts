/** Every row of the reasons finds its own examples and refuses its counter-examples, through the reader that asks it. Sentences are invented. */
import { describe, expect, it } from 'vitest';
import { ReasonSchema } from '#contract/list-schemas.ts';
import { OUTCOME_OF_REASON } from '#contract/lists.ts';
import { AGAINST_ROWS } from '#mappings/recognise/reasons/against-rows.ts';
import { extractDecided } from '#mappings/recognise/reasons/decided.ts';
import { FOR_ROWS } from '#mappings/recognise/reasons/for-rows.ts';
import { LACK_ROWS } from '#mappings/recognise/reasons/lack-rows.ts';
import type { ReasonRow } from '#mappings/recognise/reasons/reason-row.ts';
import { outright, plain, reasonsAgainst, reasonsFor, type ToldReason } from '#mappings/recognise/reasons/told-reasons.ts';
import { expectLinear } from '../../../growth.ts';
import { line } from '../read-line.ts';
import { walkRows } from '../walk-rows.ts';

/** Walks rows by a reader of sentences. */
function walk(rows: readonly ReasonRow[], read: (text: string) => readonly ToldReason[]): void {
  const tells = (row: ReasonRow, text: string) => read(plain(text)).some((told) => told.row === row.id && told.reason === row.reason);
  walkRows<string, string, ReasonRow>(rows, {
    wrong: (row, text) => (tells(row, text) ? null : `${text}: ${JSON.stringify(read(plain(text)))}`),
    claims: tells,
  });
}

describe('rows against a request', () => walk(AGAINST_ROWS, (text) => outright(text, { request: '' })));
describe('rows of what is not there', () => walk(LACK_ROWS, (text) => reasonsAgainst(text, { request: '' })));
describe('rows for a request', () => walk(FOR_ROWS, (text) => reasonsFor(text, { request: '', perioperative: true })));

describe('what nearly fits a row, again and again', () => {
  it.each([...AGAINST_ROWS, ...LACK_ROWS, ...FOR_ROWS].map((row) => [row.id, row] as const))(
    '%s: costs no more than it is long',
    async (_, row) => {
      const nearly = `${row.examples[0].replaceAll(/[.;]/g, '').split(' ').slice(0, -1).join(' ')} `;
      const read = (text: string) =>
        extractDecided(line(text), { decision: 'upheld', request: 'Knee surgery', perioperative: true }, 'test');
      await expectLinear(read, nearly, 16_000);
    },
  );
});

describe('the rows together', () => {
  it('know every reason but those that are told where no row fits', () => {
    const told = new Set([...AGAINST_ROWS, ...LACK_ROWS, ...FOR_ROWS].map(({ reason }) => reason));
    expect(ReasonSchema.options.filter((reason) => !told.has(reason))).toEqual(['criteria_met']);
  });

  it('speak for the outcome of their list', () => {
    expect([...AGAINST_ROWS, ...LACK_ROWS].filter(({ reason }) => OUTCOME_OF_REASON[reason] !== 'upheld')).toEqual([]);
    expect(FOR_ROWS.filter(({ reason }) => OUTCOME_OF_REASON[reason] !== 'overturned')).toEqual([]);
  });
});
