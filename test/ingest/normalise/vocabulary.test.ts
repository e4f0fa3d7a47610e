/** The vocabularies against their own examples: what a row says it finds, it finds. */
import { describe, expect, it } from 'vitest';
import guidelinesJson from '#mappings/vocabulary/guidelines.json' with { type: 'json' };
import { GUIDELINES, SERVICES } from '#mappings/vocabulary/vocabulary.ts';
import { extractGuidelineSide } from '../../../ingest/extract/guideline-side.ts';
import { classifyService } from '../../../ingest/normalise/service.ts';
import { scanSpan } from '../../../ingest/text/scan.ts';

describe('services', () => {
  it.each(SERVICES.examples)('$raw is $expect', ({ raw, expect: service }) => {
    expect(classifyService(raw)?.service ?? 'other.unclassified').toBe(service);
  });

  it('every form of every row is found to be of that row', () => {
    const missed = SERVICES.services.flatMap((row) =>
      row.forms
        .filter((form) => (classifyService(form)?.service ?? 'other.unclassified') !== row.id)
        .map((form) => `${form} (${row.id}): ${classifyService(form)?.service}`),
    );
    expect(missed).toEqual([]);
  });

  it('has a category for every service, and a label for every category', () => {
    const categories = new Set(SERVICES.categories.map((row) => row.id));
    expect(SERVICES.services.filter((row) => !categories.has(row.category))).toEqual([]);
  });
});

describe('guidelines', () => {
  it.each(guidelinesJson.testCases)('$raw', ({ raw, expect: expected }) => {
    const side = extractGuidelineSide(raw, scanSpan(0, raw.length), 'test');
    const found = side.citations.map((citation) => citation.guideline);
    expect(found.length === 0 ? ['none.not_stated'] : found).toEqual(expected.map((one) => one.id));
  });

  it('has a family for every guideline', () => {
    const families = new Set(GUIDELINES.families.map((row) => row.id));
    expect(GUIDELINES.guidelines.filter((row) => !families.has(row.family))).toEqual([]);
  });
});
