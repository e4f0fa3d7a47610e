/** By hand: outcomes by group, of whole letters, and groups that differ most. Intervals by statsmodels 0.15.0, limits of chance by scipy 1.17.1. */
import type { HandCounted } from '../hand-counted.ts';

/** All that is counted of the letters. */
export const ALL_LETTERS = '38 | 20 20 | 24 11 1 2 | 71 | 11/36';

const CATEGORIES = [
  'rehab | 13 | 13 12 | 8 3 1 1 | 24 | 3/12 | few',
  'pharm | 12 | 12 12 | 9 3 0 0 | 23 | 3/12 | few',
  'inj | 10 | 10 10 | 6 4 0 0 | 20 | 4/10 | few',
  'diag | 2 | 2 2 | 1 1 0 0 | 4 | none',
  'not_stated | 1 | 1 0 | 0 0 0 1 | 0 | none',
];

export const OUTCOMES: readonly HandCounted[] = [
  {
    title: 'outcomes by category, without what follows another item or was asked for afterwards',
    metric: 'outcomes',
    asked: { by: 'category' },
    parts: [
      {
        id: 'groups',
        rows: CATEGORIES,
        total: ALL_LETTERS,
        intervals: {
          rehab: [0.07189010643263571, 0.589230910572003, 8.079576970010724],
          pharm: [0.07304082534402473, 0.5850808621442282, 8.30570100829635],
          inj: [0.1388275724506266, 0.7338279810435907, 6.73298080834227],
        },
        numbers: {
          rehab: { volume: 13 / 38, low95: 0, high95: 0.7185870251345403, low998: 0, high998: 0.9163952842854923 },
          inj: { volume: 10 / 38, low95: 0, high95: 0.7470095770043181, low998: 0, high998: 0.9728697733202872 },
          diag: { volume: 2 / 38, low95: null, high95: null, low998: null, high998: null },
        },
      },
    ],
    apart: ['yes | 2 | 1 1 | 1 1 0 0 | 6 | none', 'yes | 1 | 1 1 | 1 0 0 0 | 2 | none'],
    otherProgrammes: { dmhc: 13 },
  },
  {
    title: 'outcomes by what the IMR reviewer cites: groups that overlap',
    metric: 'outcomes',
    asked: { by: 'imrGuidelineFamily' },
    parts: [
      {
        id: 'groups',
        rows: [
          'mtus.acoem2 | 18 | 15 14 | 10 6 1 1 | 34 | 6/17 | few',
          'odg | 14 | 9 9 | 10 4 0 0 | 28 | 4/14 | few',
          'mtus.cpmtg | 4 | 4 4 | 4 0 0 0 | 7 | none',
          'not_stated | 6 | 6 5 | 2 3 0 1 | 10 | none',
        ],
        total: ALL_LETTERS,
        overlapping: true,
        intervals: {
          'mtus.acoem2': [0.14750730839017126, 0.6322811046429655, 11.44606737418186],
          odg: [0.09688248088819007, 0.598633003750896, 9.426173131679178],
        },
      },
    ],
  },
  {
    title: 'outcomes with and without perioperative items',
    metric: 'outcomes',
    asked: { by: 'perioperative' },
    parts: [
      {
        id: 'groups',
        rows: ['yes | 3 | 3 3 | 1 2 0 0 | 6 | none', 'not_stated | 35 | 20 20 | 23 9 1 2 | 65 | 9/33'],
        total: ALL_LETTERS,
        intervals: { not_stated: [0.13246942488110333, 0.4794217275068412, 22.441003911342897] },
      },
    ],
  },
  {
    title: 'outcomes by the editions of what is cited',
    metric: 'outcomes',
    asked: { by: 'edition' },
    parts: [
      {
        id: 'groups',
        rows: [
          'replaced | 35 | 20 20 | 23 10 1 1 | 67 | 10/34',
          'current | 14 | 9 9 | 10 4 0 0 | 28 | 4/14 | few',
          'not_stated | 3 | 3 2 | 1 1 0 1 | 4 | none',
        ],
        total: ALL_LETTERS,
        overlapping: true,
      },
    ],
  },
  {
    title: 'what was asked for afterwards, for who asks for it: then it is counted',
    metric: 'outcomes',
    asked: { by: 'category', filters: { retrospective: ['yes'] } },
    parts: [{ id: 'groups', rows: ['rehab | 1 | 1 1 | 1 0 0 0 | 2 | none'], total: '1 | 1 1 | 1 0 0 0 | 2 | none' }],
    apart: ['yes | 1 | 1 1 | 0 1 0 0 | 3 | none'],
    otherProgrammes: {},
  },
  {
    title: 'outcomes within a service, whatever outcome is asked for',
    metric: 'outcomes',
    asked: { by: 'priority', filters: { service: ['inj.esi'], decision: ['overturned'] } },
    parts: [
      {
        id: 'groups',
        rows: [
          'expedited | 5 | 5 5 | 1 4 0 0 | 10 | none',
          'standard | 4 | 4 4 | 4 0 0 0 | 9 | none',
          'not_stated | 1 | 1 1 | 1 0 0 0 | 1 | none',
        ],
        total: '10 | 10 10 | 6 4 0 0 | 20 | 4/10',
      },
    ],
    apart: [],
  },
  {
    title: 'outcomes by treatment in a table: every row is a letter of its own',
    metric: 'outcomes',
    asked: { by: 'treatmentCategory', filters: { programme: ['dmhc'] } },
    parts: [
      {
        id: 'groups',
        rows: [
          'surgery | 10 | 10 10 | 4 6 0 0 | 10 | 6/10 | few',
          'pharmacy | 2 | 2 2 | 1 1 0 0 | 2 | none',
          'not_stated | 1 | 1 0 | 0 0 0 1 | 0 | none',
        ],
        total: '13 | 13 12 | 5 7 0 1 | 12 | 7/12',
        overlapping: true,
        intervals: { surgery: [0.31267376973365824, 0.8318196702937638, 10] },
      },
    ],
    apart: [],
    otherProgrammes: { dwc: 41 },
  },
  {
    title: 'outcomes of whole letters',
    metric: 'letters',
    asked: {},
    parts: [
      {
        id: 'letters',
        rows: [
          'all_upheld | 17 | 9 9 | 17 0 0 0 | 34 | none',
          'mixed | 9 | 5 5 | 5 3 1 0 | 19 | none',
          'all_overturned | 8 | 4 4 | 0 8 0 0 | 16 | none',
          'not_stated | 4 | 2 2 | 2 0 0 2 | 2 | none',
        ],
        total: ALL_LETTERS,
        numbers: {
          all_upheld: { share: 0.45 },
          mixed: { share: 0.25 },
          all_overturned: { share: 0.2 },
          not_stated: { share: 0.1 },
        },
      },
    ],
  },
  {
    title: 'priorities that differ most from the rest',
    metric: 'differences',
    asked: { by: 'priority' },
    parts: [
      {
        id: 'groups',
        rows: [
          'expedited | 14 | 7 7 | 3 11 0 0 | 28 | 11/14 | few beyond95',
          'standard | 22 | 12 12 | 20 0 1 1 | 42 | 0/21 | few beyond95',
        ],
        total: ALL_LETTERS,
        numbers: { expedited: { rest: 0, difference: 11 / 14 }, standard: { rest: 11 / 15, difference: -11 / 15 } },
        intervals: {
          expedited: [0.4672105618607608, 0.9387687919537911, 9.426173131679178],
          standard: [0, 0.21364323215465866, 14.139259697518767],
        },
      },
    ],
  },
];
