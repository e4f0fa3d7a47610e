import { describe, expect, it } from 'vitest';
import { asksForAnother } from '../../../ingest/extract/asked-service.ts';

describe('a rationale held against its request', () => {
  it.each([
    ['MR arthrogram of the back', 'No, electrical stimulation is not supported on this record. Work status is the same.'],
    ['Lumbar epidural steroid injection at L5-S1', 'The physician asks for the nerve studies on account of an ache. Films were normal.'],
    ['Office visits x 2', 'The request concerns supervised physical therapy. The findings on examination agree.'],
    ['Norco 10/325mg #60', 'The issue here is whether acupuncture can be supported for the neck.'],
  ])('asks for another service than "%s"', (request, rationale) => {
    expect(asksForAnother(request, rationale)).toBe(true);
  });

  it.each([
    ['Acupuncture x 12', 'The request concerns acupuncture. It was not tried before.'],
    // In passing: no manner of saying what is asked for.
    ['Acupuncture, left knee', 'This worker has medial meniscus tear. Needling was not tried.'],
    // Its own service stands in a later sentence.
    ['Physical therapy x 6', 'The physician asks for an MRI of the knee. The physical therapy was to follow it.'],
    // Two names of one category.
    ['Omeprazole 20mg #60', 'The request is for Norco. Nothing is said of the stomach.'],
    ['Physical therapy x 6', ''],
  ])('may be on "%s"', (request, rationale) => {
    expect(asksForAnother(request, rationale)).toBe(false);
  });
});
