/** A remainder in dispute that names nothing ("2 refills") takes its service from the original request. */
import { expect, it } from 'vitest';
import { readLetter } from '../../../ingest/pipeline.ts';
import { makeLetter } from '../../fixtures/letters/generate.ts';
import { toText } from '../../fixtures/letters/render/to-text.ts';

it('asks the original request for the service where only refills are in dispute', async () => {
  const text = toText(makeLetter({ seed: 2016, layout: '2016' })).replace(
    /^.*(?::|is)\s*(?:Upheld|Overturned).*$/m,
    'Norco 10/325mg #60 with 2 refills was the original request. Norco 10/325mg #60 was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, 2 refills is: Upheld',
  );
  const result = await readLetter(new TextEncoder().encode(text), 'letter.txt');
  if (!result.ok) throw new Error(result.unreadable.reason.reason);
  const [item] = result.letter.determination.items;
  expect(item?.inDispute?.value).toBe('2 refills');
  expect(item?.service?.value).toBe('pharm.opioid');
});
