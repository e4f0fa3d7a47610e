/** What the kill test does to an index: letters come in, are read anew, move to another case, and go. */
import type { Intake } from '../../server/library/library.ts';
import { makeUnreadable } from '../fixtures/factories.ts';
import { lettersOfSteps } from '../server/index/steps-letters.ts';

export async function loadSteps(index: Intake): Promise<void> {
  const { first, second } = lettersOfSteps();
  for (let from = 0; from < first.length; from += 4) await index.put(first.slice(from, from + 4));
  await index.putUnreadable([makeUnreadable('scan.pdf')]);
  await index.put(second, { replace: true });
  await index.remove(first.slice(0, 2).map(({ determination }) => determination.id));
}
