/** The words behind each value of a record, as marks whose paths name the value. The record is a small fictional one. */
import { describe, expect, it } from 'vitest';
import { type Determination, DeterminationSchema, SCHEMA_VERSION } from '#contract/determination.ts';
import { collectEvidence, kindOf, outcomeOf } from '../../web/src/lib/evidence.ts';

const found = <T>(value: T, start: number, quote: string) => ({
  value,
  grade: 'stated' as const,
  rule: 'test.rule',
  evidence: [{ start, end: start + quote.length, quote }],
});
const silent = { asPrinted: null, basis: null, nonMtus: null, citations: [] };

const record: Determination = DeterminationSchema.parse({
  schemaVersion: SCHEMA_VERSION,
  id: 'dwc:CM14-0000001',
  programme: 'dwc',
  caseNumber: found('CM14-0000001', 0, 'CM14-0000001'),
  layout: { id: 'test', because: [{ start: 90, end: 94, quote: 'THAT' }] },
  dates: { injury: null, urDenial: null, applicationReceived: null, assigned: null, decided: found('2014-07-29', 20, '07/29/2014') },
  priority: null,
  reviewer: { specialtyAsPrinted: null, specialties: [found('Neurology', 40, 'Neurology')], licensedStates: [] },
  clinicalSummary: null,
  documentsReviewed: [],
  diagnoses: [],
  claimAgeDays: null,
  items: [
    {
      id: 'dwc:CM14-0000001#1',
      number: 1,
      heading: null,
      originalRequest: null,
      authorizedAtUr: null,
      inDispute: null,
      urAction: null,
      decision: found('upheld', 60, 'Upheld'),
      foundMedicallyNecessary: 'no',
      service: null,
      category: null,
      dwcCategory: null,
      drugs: [],
      bodyParts: [],
      side: null,
      quantity: { sessions: found(6, 70, 'six'), perWeek: null, weeks: null, hours: null, units: null, refills: null },
      quantityByBodyPart: [],
      acquisition: null,
      trial: null,
      codes: [],
      dateOfService: null,
      retrospective: null,
      associatedSurgicalService: null,
      perioperative: null,
      followsItem: null,
      deciding: [found('No six were tried.', 130, 'No six were tried.')],
      reasons: [found('criteria_not_met', 130, 'No six were tried.')],
      guidelines: {
        administrator: silent,
        reviewer: {
          ...silent,
          asPrinted: found('Decision based on ODG.', 100, 'Decision based on ODG.'),
          citations: [
            {
              guideline: 'odg',
              family: 'odg',
              basis: 'non_mtus',
              title: 'ODG',
              edition: null,
              replacedOn: null,
              chapter: null,
              sectionsAsPrinted: null,
              sections: [],
              pages: [],
              tables: [],
              url: null,
              article: null,
              asPrinted: { start: 118, end: 121, quote: 'ODG' },
              rule: 'test.rule',
            },
          ],
        },
        mentions: [],
      },
      rationale: null,
    },
  ],
  letterOutcome: 'all_upheld',
  published: null,
  source: { fileName: 'fictional.txt', mediaType: 'text/plain', sha256: 'ab'.repeat(32), sizeBytes: 200, pages: 1, part: null },
  messages: [{ code: 'summary.missing', severity: 'info', rule: 'test.rule', reason: 'None.', span: { start: 1, end: 2 }, item: null }],
});

describe('evidence of a record', () => {
  it('has every value and citation with its path and place, and neither layout anchors nor messages', () => {
    expect(collectEvidence(record).map((mark) => [mark.path, mark.kind, mark.start, mark.end])).toEqual([
      ['caseNumber', 'header', 0, 12],
      ['dates.decided', 'header', 20, 30],
      ['reviewer.specialties.0', 'reviewer', 40, 49],
      ['items.0.decision', 'decision', 60, 66],
      ['items.0.quantity.sessions', 'item', 70, 73],
      ['items.0.deciding.0', 'decision', 130, 148],
      ['items.0.reasons.0', 'decision', 130, 148],
      ['items.0.guidelines.reviewer.asPrinted', 'guideline', 100, 122],
      ['items.0.guidelines.reviewer.citations.0', 'guideline', 118, 121],
    ]);
  });

  it('tells how its item was decided of what tells the decision, and of nothing else', () => {
    const told = collectEvidence(record).filter(({ outcome }) => outcome !== null);
    expect(told.map(({ path, outcome }) => [path, outcome])).toEqual([
      ['items.0.decision', 'upheld'],
      ['items.0.deciding.0', 'upheld'],
      ['items.0.reasons.0', 'upheld'],
    ]);
    expect(outcomeOf('items.1.decision', [{ decision: null }, { decision: null }])).toBe('undetermined');
  });

  it.each([
    ['clinicalSummary', 'summary'],
    ['items.10.service', 'service'],
    ['items.0.rationale', 'rationale'],
    ['items.0.deciding.1', 'decision'],
    ['items.0.inDispute', 'item'],
  ])('%s is of kind %s', (path, kind) => {
    expect(kindOf(path)).toBe(kind);
  });
});
