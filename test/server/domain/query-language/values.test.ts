/** Values of a field typed by a name of the synonyms. */
import { describe, expect, it } from 'vitest';
import { REASON_LABELS } from '#contract/lists.ts';
import { parseQuery } from '../../../../server/domain/query-language/parse-query.ts';
import { choicesOf } from '../../../../server/domain/query-language/values.ts';
import { short } from '../short-tree.ts';

const parse = (text: string) => short(parseQuery(text, { values: () => [] }));

describe('a value by another name', () => {
  it.each([
    ['service:pt', 'service:rehab.pt'],
    ['service:PT', 'service:rehab.pt'],
    ['service:OT', 'service:rehab.ot'],
    ['service:rfa', 'service:inj.facet_rf'],
    ['service:physiotherapy', 'service:rehab.pt'],
    ['body:"lower back"', 'bodyPart:low_back'],
  ])('%s', (text, expected) => {
    expect(parse(text)).toBe(expected);
  });

  it('is refused in a field that the name is of no value of', () => {
    expect(() => parse('body:pt')).toThrow();
    expect(() => parse('drug:pt')).toThrow();
  });
});

describe('what is not stated', () => {
  it.each([
    ['body:none', 'bodyPart:not_stated'],
    ['body:not-stated', 'bodyPart:not_stated'],
    ['body:"Body part not stated"', 'bodyPart:not_stated'],
    ['drug:none', 'drug:not_stated'],
    ['drug:"no drug"', 'drug:not_stated'],
    ['drug:not_stated', 'drug:not_stated'],
    ['service:none', 'service:not_stated'],
    ['imr-guideline:"no guideline cited by IMR"', 'imrGuideline:not_stated'],
    ['imr-guideline:"no guideline cited"', 'imrGuideline:not_stated'],
    ['imr-guideline:"no guidelines"', 'imrGuideline:not_stated'],
    ['ur-guideline-family:none', 'urGuidelineFamily:not_stated'],
    ['guideline:"not stated"', 'guideline:not_stated'],
    ['category:"not classified"', 'category:not_stated'],
    ['claim-age:"not known"', 'claimAge:not_stated'],
    ['diagnosis:"no diagnosis"', 'diagnosis:not_stated'],
    ['perioperative:"not perioperative"', 'perioperative:not_stated'],
    ['follows:none', 'follows:not_stated'],
    ['specialty:none', 'specialty:not_stated'],
    ['year:none', 'decidedYear:not_stated'],
    ['month:none', 'decidedMonth:not_stated'],
    ['cites:none', 'citation:not_stated'],
    // A field's own value wins: the letter prints that none was cited.
    ['ur-basis:none', 'urBasis:none'],
    ['ur-basis:"no guideline cited"', 'urBasis:none'],
    ['ur-basis:not-stated', 'urBasis:not_stated'],
    ['retrospective:unknown', 'retrospective:unknown'],
    // Stated is a value of its own.
    ['decision-grade:stated', 'decisionGrade:stated'],
    ['decision-grade:inferred', 'decisionGrade:inferred'],
    ['decision-grade:none', 'decisionGrade:not_stated'],
    ['decision-grade:"not known"', 'decisionGrade:not_stated'],
    ['service:unclassified', 'service:other.unclassified'],
    ['body:unknown', 'bodyPart:not_stated'],
    ['year:unknown', 'decidedYear:not_stated'],
    // A letter may say so itself of what has no list.
    ['diagnosis:unknown', 'diagnosis:unknown'],
  ])('%s', (text, expected) => {
    expect(parse(text)).toBe(expected);
  });

  it('can be negated', () => {
    expect(parse('-drug:none')).toEqual({ not: 'drug:not_stated' });
  });

  it('is whatever letters say in an open list', () => {
    expect(short(parseQuery('diagnosis:none', { values: () => ['none'] }))).toBe('diagnosis:not_stated');
  });

  it.each(['specialty:unknown', 'body:not', 'body:"part not"', 'drug:"no drugstore"'])('is not what %s says', (text) => {
    expect(() => parse(text)).toThrow();
  });

  it('has one name: nothing that can be typed of a guideline is a second one', () => {
    for (const field of ['imrGuideline', 'urGuidelineFamily', 'guideline'] as const) {
      const choices = choicesOf(field, () => []).map(({ label }) => label);
      expect(choices.length).toBeGreaterThan(5);
      expect(choices.filter((label) => /^no(?:ne|t)?\b/i.test(label))).toEqual([]);
    }
  });

  it('is refused of what every item has', () => {
    expect(() => parse('decision:none')).toThrow();
    expect(() => parse('case:none')).toThrow();
  });
});

describe('a quarter', () => {
  it.each([
    ['quarter:2016-Q4', 'decidedQuarter:2016-Q4'],
    ['quarter:2016q4', 'decidedQuarter:2016-Q4'],
    ['quarter:"Q4 2016"', 'decidedQuarter:2016-Q4'],
    ['quarter:none', 'decidedQuarter:not_stated'],
  ])('%s', (text, expected) => {
    expect(parse(text)).toBe(expected);
  });

  it('is refused where it is none', () => {
    expect(() => parse('quarter:2016-Q5')).toThrow();
    expect(() => parse('quarter:2016')).toThrow();
  });
});

it('a treatment category of the DWC is found by its words', () => {
  expect(parse('dwc-category:opioids')).toBe('dwcCategory:Pharmaceuticals: Opioids');
});

describe('a reason', () => {
  it.each(Object.entries(REASON_LABELS))('%s is found by its id and by its words', (id, label) => {
    expect(parse(`reason:${id}`)).toBe(`reason:${id}`);
    expect(parse(`reason:"${label}"`)).toBe(`reason:${id}`);
  });

  it.each(['reason:not_indicated', 'reason:NOT_INDICATED', 'reason:"not indicated"'])('%s is what it was called before', (text) => {
    expect(parse(text)).toBe('reason:criteria_not_met');
  });
});

describe('a group that outcomes are counted by', () => {
  const TOPICS = ['mtus.cpmtg2009#Opioids, dosing', 'odg.low_back#Magnetic resonance imaging (MRI)', 'odg.low_back'];
  const typed = (text: string) => short(parseQuery(text, { values: (field) => (field === 'imrTopic' ? TOPICS : []) }));

  it.each([
    ['imr-source:odg', 'imrSource:odg'],
    ['imr-source:"more than one"', 'imrSource:several'],
    ['ur-source:none', 'urSource:not_stated'],
    ['sources:different', 'sidesAgree:different'],
    ['sources:none', 'sidesAgree:not_stated'],
    ['licensed:california', 'licensed:california'],
    ['days-to-decide:31-60', 'daysToDecide:31-60'],
    ['days-in-review:"over 365 days"', 'daysInReview:over_365'],
    ['days-to-apply:"not dated"', 'daysToApply:not_stated'],
    ['sessions:012', 'sessionsAsked:12'],
    ['units:2.50', 'unitsAsked:2.5'],
    ['units:none', 'unitsAsked:not_stated'],
    ['sessions:twelve', null],
    ['tally:"1 of 3"', 'letterTally:1 of 3'],
    ['tally:01/3', 'letterTally:1 of 3'],
    ['tally:3', null],
    ['imr-topic:dosing', 'imrTopic:mtus.cpmtg2009#Opioids, dosing'],
    ['imr-topic:"low back mri"', 'imrTopic:odg.low_back#Magnetic resonance imaging (MRI)'],
    ['imr-topic:odg', 'imrTopic:odg.low_back#Magnetic resonance imaging (MRI)|odg.low_back'],
    ['imr-topic:"odg.low_back"', 'imrTopic:odg.low_back'],
    ['imr-topic:yoga', null],
  ])('%s', (text, expected) => {
    if (expected === null) expect(() => typed(text)).toThrow();
    else expect(typed(text)).toBe(expected);
  });
});
