/** How often, how long, how many hours. First of a field wins. */
import { A_WEEK, COUNTED, NOT_IN_RHYTHM, RANGE, WEEKS } from './fragments.ts';
import type { CountRow } from './row.ts';

/** "3 times a week for 2 weeks": the first range is a week, the second weeks. */
const PACE_FOR_WEEKS = new RegExp(
  String.raw`(?<!\b(?:every|each)\s)(?<![\d#.-])${NOT_IN_RHYTHM}${RANGE}\s*${COUNTED}?\s*${A_WEEK}[\s,]*(?:x|for|times|over|during)?\s*(?:(?:a total of|the next|up to|about|approximately)\s+)?${RANGE}[\s/-]*${WEEKS}`,
  'i',
);
/** "2x6": the first range is a week, the second number weeks. */
const TIMES =
  /(?<![\d#.-])([1-7])(?:\s*(?:-|to)\s*([1-7]))?\s*(?:(?:x|times|by)\s*(?:(?:\/|per|a)\s*)?(?:weekly|wkly|week|wk)?\s*(?:x|for|times)?)\s*(\d{1,2})(?:\b|(?=wks?\b|weeks?\b))(?!\s*(?:mg|mcg|ml|cm|%|\d|\/|days?|hours?|years?|months?|(?:more |additional )?(?:visits?|sessions?|treatments?)))/i;

export const PER_WEEK_ROWS = [
  {
    id: 'perWeek.for-weeks',
    what: 'How often a week, with the weeks behind it',
    patterns: [PACE_FOR_WEEKS],
    groups: [1, 2],
    examples: [
      ['rehab', 'Acupuncture twice\nweekly for six weeks', 2],
      ['rehab', 'Aquatic therapy 2-3 x/week x 4-6 weeks', 3],
      ['rehab', '2 visits of physical therapy per week for 6 weeks', 2],
      ['dme', 'Home oxygen, 5 days a week for 2 weeks', 5],
    ],
    counterexamples: [
      ['rehab', 'Massage once every 2 weeks for 12 weeks'],
      ['rehab', 'Massage 12 visits over 6 weeks'],
    ],
  },
  {
    id: 'perWeek.times-weeks',
    what: '"N times M" in a therapy is N a week for M weeks',
    where: { kind: 'therapy' },
    patterns: [TIMES],
    groups: [1, 2],
    examples: [
      ['rehab', 'Physical therapy 2x6', 2],
      ['rehab', 'Massage 1 to 2 times 8', 2],
      ['rehab', 'Massage 2 x 4wks', 2],
      ['rehab', 'Hand therapy 2 x week x 4', 2],
    ],
    counterexamples: [
      ['dme', 'Gauze 4 x 4'],
      ['rehab', 'Physical therapy 1 x 12 visits'],
    ],
  },
  {
    id: 'perWeek.pace',
    what: 'How often a week alone; one word says how often or how many are counted, so that "6 weeks" is none',
    patterns: [
      new RegExp(String.raw`(?<![\d#.-])${NOT_IN_RHYTHM}${RANGE}\s*${COUNTED}\s*${A_WEEK}`, 'i'),
      new RegExp(String.raw`(?<![\d#.-])${RANGE}\s*(?:\/|\b(?:per|a|each|every)\b)\s*(?:week|wk)\b`, 'i'),
    ],
    examples: [
      ['rehab', '12 sessions of therapy, 3 times weekly', 3],
      ['rehab', '2 physical therapy visits per week', 2],
      ['rehab', 'Two (2) physical therapy visits a week', 2],
      ['rehab', '2-3 acupuncture sessions each week', 3],
      ['rehab', '3 chiropractic treatments every week', 3],
      ['rehab', '2 physical therapy sessions weekly', 2],
      ['rehab', '2 sessions of aquatic therapy for the low back weekly', 2],
      ['rehab', 'Physical therapy, 2 visits/week', 2],
      ['rehab', 'Physical therapy, 2 a week', 2],
      [null, 'Home coach, 2 appointments per week', 2],
    ],
    counterexamples: [
      ['rehab', 'Massage for 6 weeks'],
      ['rehab', '2 physical therapy visits per day'],
      ['rehab', '6 physical therapy visits'],
      ['rehab', '12 visits of physical therapy weekly'],
      ['psych', '12 psychotherapy sessions weekly for 12 weeks'],
    ],
  },
] as const satisfies readonly CountRow[];

export const WEEKS_ROWS = [
  {
    id: 'weeks.of-pace',
    what: 'The weeks behind how often a week',
    patterns: [PACE_FOR_WEEKS],
    groups: [3, 4],
    examples: [
      ['rehab', 'Chiropractic care 3 visits per week over 2 weeks', 2],
      ['rehab', 'Aquatic therapy 2-3 x/week x 4-6 weeks', 6],
      ['rehab', 'Massage, a visit for 2 weeks, then 3 times a week for the next 4 weeks', 4],
    ],
    before: ['weeks.of-times', 'weeks.for', 'weeks.bare'],
    counterexamples: [['rehab', 'Massage once every 2 weeks for 12 weeks']],
  },
  {
    id: 'weeks.of-times',
    what: '"N times M" in a therapy is N a week for M weeks',
    where: { kind: 'therapy' },
    patterns: [TIMES],
    groups: [3, 3],
    examples: [
      ['rehab', 'Physical therapy 2x6', 6],
      ['rehab', 'Hydrotherapy 3 times weekly x 4', 4],
      ['rehab', 'Massage 2 x 4wks', 4],
    ],
    counterexamples: [
      ['dme', 'Gauze 4 x 4'],
      ['rehab', 'Physical therapy 1 x 12 visits'],
    ],
  },
  {
    id: 'weeks.for',
    what: 'Weeks behind a word of duration, or as a word with a hyphen',
    patterns: [
      new RegExp(
        String.raw`\b(?:for|over|times|x|during|(?:visits|sessions|treatments),? (?:with)?in)\s*(?:(?:a total of|the next|up to|about|approximately)\s+)?${RANGE}\s*${WEEKS}`,
        'i',
      ),
      /\b(\d{1,2})-(?:week|wk)\b/i,
    ],
    examples: [
      ['rehab', 'Massage for six weeks', 6],
      ['rehab', '6 visits within 4-6 weeks', 6],
      ['dme', '4-week rental of a cold pack', 4],
      ['dme', 'Rental of a cold pack 1 week, extended for 3 weeks', 3],
    ],
    before: ['weeks.bare'],
    counterexamples: [
      ['em', 'Follow up visit in 6 weeks'],
      ['prog', 'Gym for 6 months'],
    ],
  },
  {
    id: 'weeks.bare',
    what: '"2 week rental"; not when something comes ("in 6 weeks", "6 weeks after surgery", "every 4 weeks"), which visits and prescriptions say',
    where: { never: ['em', 'pharm'] },
    patterns: [
      new RegExp(
        String.raw`(?<!\b(?:in|every|each|after|within|at|q\.?|per|than|past|last|to|or|and|once|until|age|x|about|approximately)\s)(?<![\d.#-])${RANGE}\s*${WEEKS}(?!\s*(?:post|after|from|ago|out|old|status|follow|later|apart|prior|x\b|times|supply|of age))`,
        'i',
      ),
    ],
    examples: [
      ['dme', '2 week rental of a cold pack', 2],
      ['rehab', 'Work conditioning, 4 to 6 weeks', 6],
    ],
    counterexamples: [
      ['dme', 'Cold pack, 6 weeks after surgery'],
      ['dme', 'Cold pack every 4 weeks'],
      ['pharm', 'Orchard balm, 6 weeks'],
    ],
  },
] as const satisfies readonly CountRow[];

export const HOURS_ROWS = [
  {
    id: 'hours.any',
    what: 'Hours in all, a day or a week, as printed; those of a prescription are of its dose',
    where: { never: ['pharm'] },
    patterns: [
      /(?<!every )(?<![\d-])\b(\d{1,3})(?:\s*(?:-|to)\s*(\d{1,3}))?[\s-]*(?:hours?|hrs?)\b(?:\s*(?:\/|per|a|each)\s*(?:day|week|wk)|\s*(?:daily|weekly))?/i,
    ],
    examples: [
      ['prog', 'Work hardening, 160 hours', 160],
      ['home', 'Home aide 4 to 6 hrs a day', 6],
    ],
    counterexamples: [
      ['pharm', 'Lidocaine patches, 12 hours on, 12 hours off'],
      ['dme', 'Cold pack every 2 hours'],
    ],
  },
] as const satisfies readonly CountRow[];
