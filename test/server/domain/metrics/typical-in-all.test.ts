/** A phrase is typical only where all that is counted bears it out, not the sentences alone that were read. The letters are fictional. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MetricResponseSchema } from '#contract/metrics.ts';
import { makeLetter } from '../../../fixtures/factories.ts';
import { type Running, run } from '../../running-server.ts';

const UPHELD = [
  'Its amber log and paper trail are thin.',
  'No paper trail ends in an amber log today.',
  'Half an amber log is without a paper trail.',
];
/** What decided is the first sentence; the second has the phrase too. */
const OVERTURNED = ['Strength came back by June.', 'Sleep is sound again now.', 'Walking uphill hurts no more.'];

let server: Running;
beforeAll(async () => {
  const letter = (at: number, decision: 'upheld' | 'overturned', rationale: string) =>
    makeLetter({ caseNumber: `CM16-000010${at}`, items: [{ decision, rationale, reasons: ['criteria_met'] }] });
  server = await run([
    ...UPHELD.map((rationale, at) => letter(at, 'upheld', rationale)),
    ...OVERTURNED.map((first, at) => letter(at + UPHELD.length, 'overturned', `${first} An amber log was read.`)),
  ]);
});
afterAll(() => server.stop());

it('a phrase that items of both outcomes have equally often is typical of none, whatever decided', async () => {
  const { parts } = await server.get('/metrics/phrases', MetricResponseSchema);
  const [upheld] = parts;
  expect(upheld?.rows.map(({ keys, decisions }) => [keys[0]?.label, decisions.upheld, decisions.overturned])).toEqual([
    ['paper trail', 3, 0],
  ]);
});
