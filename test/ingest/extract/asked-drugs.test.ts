/** Drugs of a request that are asked for, apart from those that are named in passing. */
import { describe, expect, it } from 'vitest';
import { classifyService } from '#mappings/recognise/services/service.ts';
import { scanSpan } from '#mappings/text/scan.ts';
import { extractAttributes } from '../../../ingest/extract/attributes.ts';
import { extractHeading } from '../../../ingest/extract/heading.ts';

function drugsOf(request: string): string[] {
  const scan = `${request}: Upheld`;
  const heading = extractHeading(scan, scanSpan(0, scan.length), 'test', false);
  const category = classifyService(request)?.category ?? null;
  return extractAttributes(scan, { heading, rationale: null, summary: null, category }).drugs.map(({ value }) => value.generic);
}

describe('drugs named in passing', () => {
  it.each([
    ['Omeprazole 20 mg #60 for gastritis due to naproxen', ['omeprazole']],
    ['Narcan nasal spray for patients on Norco', ['naloxone']],
    ['Urine drug screen to monitor Norco', []],
    ['Lidoderm patch in place of oral naproxen', ['lidocaine']],
  ])('%s', (request, drugs) => {
    expect(drugsOf(request)).toEqual(drugs);
  });

  it.each([
    ['Prescription for Norco', ['hydrocodone/acetaminophen']],
    ['Retrospective request for Norco, following surgery', ['hydrocodone/acetaminophen']],
    ['Norco 10/325 #60 for pain and Flexeril 10 mg #30 for spasm', ['hydrocodone/acetaminophen', 'cyclobenzaprine']],
    ['Detoxification from Norco and Soma', ['hydrocodone/acetaminophen', 'carisoprodol']],
  ])('but not where it is asked for: %s', (request, drugs) => {
    expect(drugsOf(request)).toEqual(drugs);
  });
});
