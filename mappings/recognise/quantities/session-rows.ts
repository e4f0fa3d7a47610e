/** How many sessions of a therapy. First wins: what is said as a total, then what can be multiplied, then a number beside the therapy. */
import { A_WEEK, BETWEEN, COUNTED, EVERY, OF_WHAT, PER, RANGE, VISITS } from './fragments.ts';
import type { CountRow, PatternRow } from './row.ts';

const THERAPY = { kind: 'therapy' } as const;

/** The totals of a request; several of them are told apart by the body parts beside them. */
export const TOTAL_ROW = {
  id: 'sessions.total',
  what: 'A total of visits, not one that is said for a week, a day or a month; several that are joined are added, where they are of one service',
  where: THERAPY,
  several: 'added',
  patterns: [
    new RegExp(
      String.raw`(?<![\d.])(?:\b(\d{1,3})\s*(?:-|to)\s*)?(?<![\d.])([1-7](?!\d))[\s-]*${BETWEEN}${VISITS}(?!${OF_WHAT}\s*${EVERY})`,
      'gi',
    ),
    new RegExp(
      String.raw`(?<![\d.])(?:\b(\d{1,3})\s*(?:-|to)\s*)?(?<![\d.])([089]|\d{2,3})[\s-]*${BETWEEN}${VISITS}(?!${OF_WHAT}\s*${PER})`,
      'gi',
    ),
    new RegExp(
      String.raw`\b(?:visits?|sessions?|treatments?)\b[^#\d.;]{0,40}(?:#|\bqty\.?:?|\bquantity:?|\bx|\btimes)\s*(\d{1,3})\b(?!\s*(?:visits?\b|sessions?\b|times?\b|x\b|${A_WEEK}|\s*(?:days?|months?|hours?|minutes?)\b))`,
      'gi',
    ),
    /\b(?:visits?|sessions?|treatments?)\s*[,:(-]?\s*(\d{1,3})\b(?!\s*(?:visits?\b|sessions?\b|times?\b|x\b|per\b|a\b|\/|-|to\b|weeks?|wks?|days?|months?|hours?|minutes?))/gi,
  ],
  examples: [
    ['rehab', 'Twelve (12) physical therapy sessions', 12],
    ['rehab', 'Acupuncture, 6 to 8 visits', 8],
    ['rehab', 'Chiropractic sessions, #8', 8],
    ['rehab', 'Massage visits: 6', 6],
    ['rehab', '4 sessions for the neck and 6 sessions for the left knee', 10],
    ['rehab', '12 PT sessions and 6 chiropractic sessions', 12],
    ['rehab', 'PT 12 sessions and chiropractic 6 sessions', 12],
    ['rehab', '10 massage visits, 2 times a week for 6 weeks', 10],
    ['rehab', 'Massage x 3 areas, 8 visits', 8],
    ['rehab', '12 physical therapy visits, 2 visits per week', 12],
    ['rehab', '12 visits of physical therapy weekly', 12],
    ['psych', '20 individual psychotherapy sessions weekly', 20],
    ['rehab', '12 sessions of acupuncture monthly', 12],
    ['rehab', '18 visits of aquatic therapy daily', 18],
    ['rehab', '8 to 10 massage sessions weekly', 10],
    ['rehab', 'Massage 1x a month for 6 months, 5 visits', 5],
    ['psych', 'One psychotherapy x 12 sessions', 12],
    [null, 'Six sessions', 6],
    ['dme', 'Dry needling, 6 sessions', 6],
  ],
  before: ['sessions.for-weeks', 'sessions.monthly', 'sessions.multiplier', 'sessions.ahead', 'sessions.behind'],
  counterexamples: [
    ['rehab', '2 physical therapy visits per week'],
    ['rehab', '2 physical therapy visits daily'],
    ['rehab', '1 acupuncture session a month'],
    ['rehab', '12 chiropractic treatments per month'],
    ['rehab', 'Follow up visit in 6 weeks'],
    ['rehab', 'Massage 2x6 with follow-up visit'],
    ['dme', '6 splints'],
  ],
} as const satisfies PatternRow;

export const SESSION_ROWS = [
  TOTAL_ROW,
  {
    id: 'sessions.for-weeks',
    what: 'How often a week, by how many weeks',
    where: THERAPY,
    multiplies: ['perWeek', 'weeks'],
    examples: [
      ['rehab', 'Acupuncture 2 times a week for 6 weeks', 12],
      ['rehab', '2 physical therapy visits per week for 6 weeks', 12],
      ['rehab', 'Physical therapy 2x6', 12],
      ['rehab', 'Acupuncture 2 × 6', 12],
      ['rehab', '1 acupuncture 2 times per week for 8 weeks', 16],
      ['rehab', 'Massage 2 times a week for 6 weeks, x 3 areas', 12],
      ['home', 'Home aide 4 hours a day, 5 days a week for 2 weeks', 10],
    ],
    before: ['sessions.multiplier', 'sessions.ahead', 'sessions.behind'],
    counterexamples: [
      ['rehab', '2 physical therapy visits per week'],
      ['rehab', 'Massage for 6 weeks'],
      ['dme', 'Home oxygen, 5 days a week for 2 weeks'],
    ],
  },
  {
    id: 'sessions.monthly',
    what: 'How often a month, by how many months',
    where: THERAPY,
    patterns: [
      new RegExp(
        String.raw`(?<![\d#.-])(?:${RANGE}\s*${COUNTED}?\s*(?:(?:\/|per|a|each|every)\s*month|monthly)|(monthly))\s*,?\s*(?:x|for|times|over)\s*${RANGE}\b(?!\s*(?:weeks?|wks?|years?|days?))`,
        'i',
      ),
    ],
    groups: [
      [1, 3],
      [4, 5],
    ],
    examples: [
      ['psych', '2 psychotherapy sessions per month for 3 months', 6],
      ['psych', 'Psychotherapy 2 times a month x 3', 6],
      ['psych', 'Psychotherapy once a month for 6 months', 6],
      ['psych', 'Psychotherapy, monthly x 6', 6],
    ],
    before: ['sessions.multiplier', 'sessions.behind'],
    counterexamples: [
      ['psych', '2 psychotherapy sessions monthly'],
      ['psych', 'Psychotherapy, monthly for 8 weeks'],
    ],
  },
  {
    id: 'sessions.multiplier',
    what: '"x 12", "times 12", "#8", "qty 6" beside a therapy',
    where: THERAPY,
    patterns: [
      new RegExp(
        String.raw`(?:\b(?:x|times|qty\.?:?|quantity(?: of|:)?)|#)\s*(\d{1,3})\b(?!\s*(?:mg|weeks?|wks?|months?|days?|hours?|hrs?|minutes?|years?|\d|\/|x\b|times\b|${COUNTED}?\s*${EVERY}))`,
        'i',
      ),
    ],
    examples: [
      ['rehab', 'Physical therapy x 12', 12],
      ['rehab', 'Acupuncture #8', 8],
      ['rehab', 'Acupuncture quantity: 6', 6],
      ['rehab', '2 manual therapy areas x 12', 12],
      ['rehab', 'Massage x 12, 6', 12],
    ],
    before: ['sessions.ahead', 'sessions.behind'],
    counterexamples: [
      ['rehab', 'Physical therapy x 2 per week'],
      ['rehab', 'Physical therapy x2 visits per week'],
      ['rehab', 'Massage x 4 weeks'],
      ['dme', 'Wrist splint x 2'],
    ],
  },
  {
    id: 'sessions.ahead',
    what: 'The number that opens a request for a therapy; not one that is said for a week',
    where: THERAPY,
    behindLead: true,
    patterns: [
      new RegExp(
        String.raw`^\s*(\d{1,2})(?!\s[^\d,;]{0,80}\b${EVERY})\s+(?:(?:additional|more|initial|further|post-?op(?:erative)?|outpatient|trial)\s+){0,2}(?=(?:PT|OT|CBT|physical|physio\w*|occupational|aqua\w*|pool|acupuncture|chiro\w*|massage|hand|manual|speech|psycho\w*|biofeedback|cognitive|individual|group|follow|office|shock\w*|ESWT)\b)`,
        'i',
      ),
    ],
    examples: [
      ['rehab', '6 PT for the knee', 6],
      ['rehab', '6 PT for the knee, weekly', 6],
      ['rehab', 'Retrospective request for 6 additional acupuncture', 6],
      ['rehab', '6 massage, 2', 6],
    ],
    before: ['sessions.behind'],
    counterexamples: [
      ['rehab', '2 physical therapy visits per week'],
      ['rehab', '2 areas of massage'],
    ],
  },
  {
    id: 'sessions.behind',
    what: 'A number right behind the therapy, or at the end of the request',
    where: THERAPY,
    patterns: [
      /(?:\b(?:therap(?:y|ies)|physiotherapy|acupuncture|chiropractic|massage|care|manipulation|psychotherapy|biofeedback|counseling|PT|OT|CBT|chiro)\s*[,:-]?\s*|,\s*)(\d{1,2})(?=\s*(?:$|[;.,]|(?:for|to|over|at) ))/i,
      /(?<!\b(?:level|phase|grade|type|number|no|stage|class|age|part|in|every|after|q)\.?\s)(?<=[a-z)]\s)\s{0,2}(\d{1,2})\s?x?\s*$/i,
    ],
    examples: [
      ['rehab', 'Physical therapy 12', 12],
      ['rehab', 'Acupuncture, 6 for the neck', 6],
      ['rehab', 'Massage of the shoulder 6', 6],
    ],
    counterexamples: [
      ['rehab', 'Work conditioning, phase 2'],
      ['rehab', 'Physical therapy at L4-5'],
      ['dme', 'Wrist splint, 2'],
    ],
  },
] as const satisfies readonly CountRow[];
