/** The vocabularies against their own examples: what a row says it finds, it finds; what it says it refuses, it refuses. */
import { describe, expect, it } from 'vitest';
import { findDrugs } from '#mappings/recognise/drugs/drugs.ts';
import { classifyService } from '#mappings/recognise/services/service.ts';
import { scanSpan } from '#mappings/text/scan.ts';
import { DRUGS, GUIDELINES, SERVICES } from '#mappings/vocabulary/vocabulary.ts';
import { extractGuidelineSide } from '../../../ingest/extract/guideline-side.ts';
import guidelineFields from './tables/guideline-fields.json' with { type: 'json' };
import serviceHeadings from './tables/service-headings.json' with { type: 'json' };

const serviceOf = (text: string) => classifyService(text)?.service ?? 'other.unclassified';

describe('services', () => {
  it.each(serviceHeadings)('$raw is $expect', ({ raw, expect: service }) => {
    expect(serviceOf(raw)).toBe(service);
  });

  it('every example of every row is of that row', () => {
    const missed = SERVICES.services.flatMap((row) =>
      row.examples.filter((text) => serviceOf(text) !== row.id).map((text) => `${text} (${row.id}): ${serviceOf(text)}`),
    );
    expect(missed).toEqual([]);
  });

  it('no counter-example of any row is of that row', () => {
    const taken = SERVICES.services.flatMap((row) =>
      row.counterexamples.filter((text) => serviceOf(text) === row.id).map((text) => `${text} (${row.id})`),
    );
    expect(taken).toEqual([]);
  });

  it('every row has an example, a counter-example and a source; only the rest row has no request of its own', () => {
    const bare = SERVICES.services.filter((row) => row.examples.length === 0 || row.counterexamples.length === 0 || row.source === '');
    expect(bare.map((row) => row.id)).toEqual([]);
  });

  it('has a category for every service, and a label for every category', () => {
    const categories = new Set(SERVICES.categories.map((row) => row.id));
    expect(SERVICES.services.filter((row) => !categories.has(row.category))).toEqual([]);
  });
});

describe('drugs', () => {
  it('every example of every drug names that drug and no other', () => {
    const missed = DRUGS.drugs.flatMap((row) =>
      row.examples
        .map((text) => [text, findDrugs(text).map((hit) => hit.base)] as const)
        .filter(([, found]) => found.join('+') !== (row.parts ?? [row.base]).join('+'))
        .map(([text, found]) => `${text} (${row.base}): ${found.join('+')}`),
    );
    expect(missed).toEqual([]);
  });

  it('no counter-example, a name that looks alike, is that drug', () => {
    const taken = DRUGS.drugs.flatMap((row) =>
      row.counterexamples.filter((text) => findDrugs(text).some((hit) => hit.base === row.base)).map((text) => `${text} (${row.base})`),
    );
    expect(taken).toEqual([]);
  });

  it('every alias is found as its own drug, and stands in one row only', () => {
    const names = DRUGS.drugs.flatMap((row) => row.aliases.map((alias) => [alias.toLowerCase(), row.base] as const));
    expect(names.filter(([alias], i) => names.findIndex(([other]) => other === alias) !== i)).toEqual([]);
    expect(names.filter(([alias, base]) => !findDrugs(`${alias} #30`).some((hit) => hit.base === base))).toEqual([]);
  });

  it('no request for a therapy, test, device, operation or visit names a drug by chance', () => {
    const found = SERVICES.services
      .filter((row) => /^(?:rehab|diag|dme|surg|psych|em|prog|home|dental|transport|other)$/.test(row.category))
      .flatMap((row) => row.examples.flatMap((text) => findDrugs(text).map((hit) => `${text}: ${hit.alias} as ${hit.base}`)));
    expect(found).toEqual([]);
  });

  it('every class has a service', () => {
    const services = new Set(SERVICES.services.map((row) => row.id));
    const classes = new Map(DRUGS.classes.map((row) => [row.id, row.service]));
    expect(DRUGS.drugs.filter((row) => !services.has(classes.get(row.class) ?? ''))).toEqual([]);
  });
});

describe('guidelines', () => {
  it.each(guidelineFields)('$raw', ({ raw, expect: expected }) => {
    const side = extractGuidelineSide(raw, scanSpan(0, raw.length), 'test', null);
    const found = side.citations.map((citation) => citation.guideline);
    expect(found.length === 0 ? ['none.not_stated'] : found).toEqual(expected);
  });

  it('has a family for every guideline', () => {
    const families = new Set(GUIDELINES.families.map((row) => row.id));
    expect(GUIDELINES.guidelines.filter((row) => !families.has(row.family))).toEqual([]);
  });
});
