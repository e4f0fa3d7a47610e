/** By hand: what both sides cite, what was in dispute, what decided, and what is typically written. */
import type { HandCounted } from '../hand-counted.ts';
import { ALL_LETTERS } from './outcomes.ts';

const REHAB = 'rehab | 13 | 13 12 | 8 3 1 1 | 24 | 3/12 | few sum';
const PHARM = 'pharm | 12 | 12 12 | 9 3 0 0 | 23 | 3/12 | few sum';
const INJ = 'inj | 10 | 10 10 | 6 4 0 0 | 20 | 4/10 | few sum';
const DIAG = 'diag | 2 | 2 2 | 1 1 0 0 | 4 | none | sum';
const NONE = 'not_stated | 1 | 1 0 | 0 0 0 1 | 0 | none | sum';
/** The categories as rows that sum up a table. */
export const CATEGORY_SUMS: readonly string[] = [REHAB, PHARM, INJ, DIAG, NONE];

export const DECIDED: readonly HandCounted[] = [
  {
    title: 'what UR cited against what the IMR reviewer cited: each item in one cell',
    metric: 'matrix',
    asked: {},
    parts: [
      {
        id: 'cells',
        rows: [
          'mtus.acoem2 × mtus.acoem2 | 11 | 11 10 | 7 2 1 1 | 20 | 2/10 | few',
          'mtus.acoem2 × odg | 5 | 5 5 | 4 1 0 0 | 10 | none',
          'mtus.cpmtg × odg | 5 | 5 5 | 4 1 0 0 | 10 | none',
          'mtus.acoem2 × several | 4 | 4 4 | 2 2 0 0 | 8 | none',
          'mtus.cpmtg × mtus.cpmtg | 4 | 4 4 | 4 0 0 0 | 7 | none',
          'mtus.cpmtg × not_stated | 3 | 3 3 | 1 2 0 0 | 6 | none',
          'not_stated × mtus.acoem2 | 3 | 3 3 | 1 2 0 0 | 6 | none',
          'not_stated × not_stated | 3 | 3 2 | 1 1 0 1 | 4 | none',
        ],
        total: ALL_LETTERS,
      },
      {
        id: 'rows',
        rows: [
          'mtus.acoem2 | 20 | 20 19 | 13 5 1 1 | 38 | 5/19 | few',
          'mtus.cpmtg | 12 | 12 12 | 9 3 0 0 | 23 | 3/12 | few',
          'not_stated | 6 | 6 5 | 2 3 0 1 | 10 | none',
        ],
      },
      {
        id: 'columns',
        rows: [
          'mtus.acoem2 | 14 | 13 12 | 8 4 1 1 | 26 | 4/13 | few',
          'odg | 10 | 5 5 | 8 2 0 0 | 20 | 2/10 | few',
          'mtus.cpmtg | 4 | 4 4 | 4 0 0 0 | 7 | none',
          'several | 4 | 4 4 | 2 2 0 0 | 8 | none',
          'not_stated | 6 | 6 5 | 2 3 0 1 | 10 | none',
        ],
      },
    ],
  },
  {
    title: 'what UR did, and how much was asked for',
    metric: 'dispute',
    asked: { by: 'category' },
    parts: [
      {
        id: 'actions',
        rows: [
          'pharm × denied | 12 | 12 12 | 9 3 0 0 | 23 | 3/12 | few',
          'inj × denied | 10 | 10 10 | 6 4 0 0 | 20 | 4/10 | few',
          'rehab × denied | 10 | 10 9 | 7 2 0 1 | 18 | none',
          'rehab × modified | 3 | 3 3 | 1 1 1 0 | 6 | none',
          'diag × denied | 2 | 2 2 | 1 1 0 0 | 4 | none',
          'not_stated × not_stated | 1 | 1 0 | 0 0 0 1 | 0 | none',
          ...CATEGORY_SUMS,
          'denied | 34 | 20 20 | 23 10 0 1 | 65 | 10/33 | sum',
          'modified | 3 | 3 3 | 1 1 1 0 | 6 | none | sum',
          NONE,
        ],
        total: ALL_LETTERS,
      },
      {
        id: 'ur',
        rows: [
          'denied | 34 | 20 20 | 23 10 0 1 | 65 | 10/33',
          'modified | 3 | 3 3 | 1 1 1 0 | 6 | none',
          'not_stated | 1 | 1 0 | 0 0 0 1 | 0 | none',
        ],
        total: ALL_LETTERS,
        numbers: { denied: { volume: 34 / 38 }, modified: { volume: 3 / 38 }, not_stated: { volume: 1 / 38 } },
      },
      {
        id: 'sessions',
        rows: [
          '6 | 1 | 1 1 | 0 1 0 0 | 2 | none',
          '8 | 1 | 1 1 | 1 0 0 0 | 2 | none',
          '12 | 2 | 2 2 | 2 0 0 0 | 4 | none',
          'not_stated | 34 | 20 20 | 21 10 1 2 | 63 | 10/32',
        ],
        total: ALL_LETTERS,
      },
      {
        id: 'units',
        rows: [
          '30 | 1 | 1 1 | 1 0 0 0 | 2 | none',
          '60 | 2 | 2 2 | 2 0 0 0 | 4 | none',
          'not_stated | 35 | 20 20 | 21 11 1 2 | 65 | 11/33',
        ],
        total: ALL_LETTERS,
      },
    ],
  },
  {
    title: 'reasons of both outcomes, by category: an item overturned in part is in the rows of its reasons and in no share',
    metric: 'reasons',
    asked: { by: 'category' },
    parts: [
      {
        id: 'upheld',
        rows: [
          'missing_documentation | 11 | 11 11 | 11 0 0 0 | 21 | none',
          'criteria_not_met | 7 | 7 7 | 7 0 0 0 | 14 | none',
          'exceeds_guideline_count | 3 | 3 3 | 2 0 1 0 | 6 | none',
          'no_functional_improvement | 2 | 2 2 | 2 0 0 0 | 4 | none',
          'not_stated | 8 | 8 6 | 4 2 0 2 | 12 | none',
        ],
        total: ALL_LETTERS,
        overlapping: true,
        numbers: {
          missing_documentation: { share: 11 / 24 },
          criteria_not_met: { share: 7 / 24 },
          exceeds_guideline_count: { share: 2 / 24 },
          no_functional_improvement: { share: 2 / 24 },
          not_stated: { share: 4 / 24 },
        },
      },
      {
        id: 'overturned',
        rows: [
          'criteria_met | 5 | 5 5 | 0 5 0 0 | 10 | none',
          'functional_improvement_shown | 3 | 3 3 | 0 3 0 0 | 6 | none',
          'conservative_care_failed | 2 | 2 2 | 0 2 0 0 | 4 | none',
          'new_or_changed_findings | 1 | 1 1 | 0 1 0 0 | 2 | none',
          'not_stated | 8 | 8 6 | 4 2 0 2 | 12 | none',
        ],
        total: ALL_LETTERS,
        overlapping: true,
        numbers: {
          criteria_met: { share: 5 / 11 },
          functional_improvement_shown: { share: 3 / 11 },
          conservative_care_failed: { share: 2 / 11 },
          new_or_changed_findings: { share: 1 / 11 },
          not_stated: { share: 2 / 11 },
        },
      },
      {
        id: 'upheld-groups',
        rows: [
          'pharm × missing_documentation | 9 | 9 9 | 9 0 0 0 | 17 | none',
          'inj × criteria_not_met | 6 | 6 6 | 6 0 0 0 | 12 | none',
          'rehab × not_stated | 5 | 5 4 | 4 0 0 1 | 8 | none',
          'rehab × exceeds_guideline_count | 3 | 3 3 | 2 0 1 0 | 6 | none',
          'rehab × missing_documentation | 2 | 2 2 | 2 0 0 0 | 4 | none',
          'rehab × no_functional_improvement | 2 | 2 2 | 2 0 0 0 | 4 | none',
          'diag × criteria_not_met | 1 | 1 1 | 1 0 0 0 | 2 | none',
        ],
        overlapping: true,
        numbers: {
          'pharm × missing_documentation': { share: 1 },
          'rehab × not_stated': { share: 4 / 8 },
          'rehab × exceeds_guideline_count': { share: 2 / 8 },
        },
      },
      {
        id: 'overturned-groups',
        rows: [
          'pharm × criteria_met | 3 | 3 3 | 0 3 0 0 | 6 | none',
          'rehab × functional_improvement_shown | 3 | 3 3 | 0 3 0 0 | 6 | none',
          'inj × conservative_care_failed | 2 | 2 2 | 0 2 0 0 | 4 | none',
          'inj × criteria_met | 2 | 2 2 | 0 2 0 0 | 4 | none',
          'inj × not_stated | 2 | 2 2 | 0 2 0 0 | 4 | none',
          'diag × new_or_changed_findings | 1 | 1 1 | 0 1 0 0 | 2 | none',
        ],
        overlapping: true,
        numbers: {
          'pharm × criteria_met': { share: 1 },
          'inj × conservative_care_failed': { share: 2 / 4 },
          'inj × not_stated': { share: 2 / 4 },
        },
      },
    ],
  },
  {
    title: 'what is typically written: counted in the texts of all items, also those of the other outcome',
    metric: 'phrases',
    asked: {},
    parts: [
      { id: 'upheld', rows: ['objective gains | 3 | 3 3 | 3 0 0 0 | 6 | none'], overlapping: true },
      { id: 'overturned', rows: ['measured improvement | 7 | 7 7 | 1 6 0 0 | 14 | none'], overlapping: true },
    ],
    // The shortest sentences with the phrase.
    examples: [
      'upheld CM15-0000005 #1',
      'upheld CM15-0000001 #1',
      'upheld CM15-0000002 #1',
      'overturned CM15-0000009 #2',
      'overturned CM15-0000016 #2',
      'overturned CM15-0000017 #2',
      'overturned CM15-0000004 #1',
      'overturned CM15-0000012 #1',
    ],
  },
];
