/**
 * The FICTIONAL letters that every metric is counted over by hand: twenty letters with 41 disputed items, of which 38 are counted in rates, and thirteen rows
 * of a published table. Each letter is one line: when it was decided, what of it is not as in the others, its items. The tables of
 * `hand-counted/` are counted from these lines with pencil and paper; who changes a line counts again.
 */
import type { Letter } from '#contract/determination.ts';
import type { Decision } from '#contract/lists.ts';
import { type ItemParts, type LetterParts, makeLetter, type SideParts } from '../fixtures/factories.ts';

const U: Decision = 'upheld';
const O: Decision = 'overturned';
const P: Decision = 'overturned_in_part';
const X: Decision = 'undetermined';

/** What a side cites: ACOEM's low back chapter, which was replaced; ODG's low back and pain; the chronic pain guidelines, which were replaced. */
const ACOEM = { guideline: 'mtus.acoem2.ch12', family: 'mtus.acoem2', replacedOn: '2017-12-01' };
const ODG_BACK = { guideline: 'odg.low_back', family: 'odg' };
const ODG_PAIN = { guideline: 'odg.pain', family: 'odg' };
const CHRONIC = { guideline: 'mtus.cpmtg2009', family: 'mtus.cpmtg', replacedOn: '2017-12-01' };

const acoem: SideParts = { printed: 'Decision based on MTUS Low Back Complaints 2004.', basis: 'mtus', citations: [ACOEM] };
const both: SideParts = {
  printed: 'Decision based on MTUS Low Back 2004 and ODG, Low Back.',
  basis: 'mixed',
  citations: [ACOEM, ODG_BACK],
};
const odgBack: SideParts = { printed: 'Decision based on Non-MTUS Citation ODG, Low Back.', basis: 'non_mtus', citations: [ODG_BACK] };
const odgPain: SideParts = { printed: 'Decision based on Non-MTUS Citation ODG, Pain.', basis: 'non_mtus', citations: [ODG_PAIN] };
const chronic: SideParts = { printed: 'Decision based on MTUS Chronic Pain 2009.', basis: 'mtus', citations: [CHRONIC] };
const none: SideParts = { printed: 'No guideline was cited.', basis: 'none', citations: [] };
const silent: SideParts = { printed: null, basis: null, citations: [] };

/** What an item has of its own, beside what is usual for its kind. */
type Own = Partial<ItemParts>;

/** Physical therapy: UR cites ACOEM. */
const pt = (decision: Decision, reviewer: SideParts, own: Own = {}): Own => ({
  request: 'Physical therapy for the low back',
  service: 'rehab.pt',
  category: 'rehab',
  administrator: acoem,
  reviewer,
  decision,
  reasons: [],
  rationale: 'The chart was read as a whole.',
  ...own,
});

/** An opioid: UR cites the chronic pain guidelines. */
const opioid = (decision: Decision, reviewer: SideParts, own: Own = {}): Own => ({
  request: 'Norco 10/325mg',
  service: 'pharm.opioid',
  category: 'pharm',
  drugs: [{ generic: 'hydrocodone/acetaminophen', class: 'opioid' }],
  administrator: chronic,
  reviewer,
  decision,
  reasons: decision === U ? ['missing_documentation'] : ['criteria_met'],
  rationale: 'The refill log is missing.',
  ...own,
});

/** An epidural: IMR cites ACOEM. */
const epidural = (decision: Decision, administrator: SideParts, own: Own = {}): Own => ({
  request: 'Epidural steroid injection at L4-L5',
  service: 'inj.esi',
  category: 'inj',
  administrator,
  reviewer: acoem,
  decision,
  reasons: decision === U ? ['criteria_not_met'] : [],
  rationale: 'The imaging was weighed.',
  ...own,
});

/** An MRI around an operation: neither side cites anything. */
const mri = (decision: Decision, own: Own): Own => ({
  request: 'MRI of the lumbar spine',
  service: 'diag.mri',
  category: 'diag',
  administrator: none,
  reviewer: none,
  decision,
  perioperative: true,
  rationale: 'The operation was planned.',
  ...own,
});

const gains = (rationale: string): Own => ({ reasons: ['no_functional_improvement'], rationale });
const exceeds: Own = { reasons: ['exceeds_guideline_count', 'missing_documentation'] };
const shown = (rationale: string): Own => ({ reasons: ['functional_improvement_shown'], rationale });
const met: Own = { reasons: ['criteria_met', 'conservative_care_failed'] };
const modified: Own = { urAction: 'modified', authorized: 'Six visits' };

type Line = readonly [decidedOn: string | null, daysBehindAssignment: number | null, letter: Partial<LetterParts>, ...items: Own[]];

const EXPEDITED = { priority: 'expedited' } as const;
const INTERNAL = { specialties: ['Internal Medicine'] } as const;
const TEXAS = { ...INTERNAL, states: ['Texas'] } as const;
const NO_STATE = { ...INTERNAL, states: [] } as const;

/** The first is letter 1. */
const LINES: readonly Line[] = [
  [
    '2015-01-20',
    10,
    {},
    pt(U, both, { ...gains('Therapy brought no objective gains that the chart could show.'), ...modified, sessions: 12 }),
    opioid(U, chronic, { units: 60 }),
  ],
  [
    '2015-02-20',
    10,
    {},
    pt(U, both, { ...gains('Since February nobody wrote of objective gains at work or at home.'), sessions: 12 }),
    opioid(U, chronic, { units: 60 }),
  ],
  [
    '2015-07-20',
    12,
    EXPEDITED,
    pt(O, both, { ...shown('A walking test in June gave measured improvement over the spring.'), sessions: 6 }),
    epidural(O, none, { ...met, perioperative: true }),
  ],
  [
    '2015-07-21',
    20,
    EXPEDITED,
    pt(O, both, shown('Lifting records prove measured improvement, twice the load of May.')),
    epidural(O, none, met),
  ],
  [
    '2015-08-20',
    20,
    {},
    pt(U, acoem, { ...exceeds, sessions: 8, rationale: 'Forty visits went by while objective gains stayed out.' }),
    epidural(U, none),
  ],
  ['2015-09-20', 20, {}, pt(U, acoem, exceeds), mri(U, { reasons: ['criteria_not_met'] })],
  [
    '2015-10-20',
    30,
    {},
    pt(P, acoem, { ...modified, reasons: ['within_guideline_count', 'exceeds_guideline_count'] }),
    opioid(U, chronic, { units: 30 }),
  ],
  ['2015-12-20', 30, {}, pt(X, acoem), opioid(U, chronic)],
  ['2016-01-20', 5, EXPEDITED, pt(U, odgBack), opioid(O, odgPain, { rationale: 'Pain scores and a diary agree on measured improvement.' })],
  ['2016-01-21', null, {}, pt(U, odgBack, { retrospective: 'unknown' }), opioid(U, odgPain)],
  ['2016-02-20', 5, { specialties: ['Internal Medicine', 'Pain Medicine'] }, pt(U, odgBack, { retrospective: null }), opioid(U, odgPain)],
  [
    '2016-02-21',
    8,
    { ...INTERNAL, ...EXPEDITED },
    pt(O, odgBack, { ...modified, ...shown('The therapist counted stairs: measured improvement from ten to forty.') }),
    opioid(U, odgPain),
  ],
  ['2016-03-20', 14, TEXAS, pt(U, odgBack), opioid(U, odgPain)],
  ['2016-03-21', 15, { ...TEXAS, ...EXPEDITED }, epidural(U, acoem), mri(O, { reasons: ['new_or_changed_findings'] })],
  ['2016-04-20', 40, TEXAS, epidural(U, acoem), opioid(U, none, { rationale: 'Nothing here speaks of measured improvement.' })],
  [
    '2016-04-21',
    40,
    { ...TEXAS, ...EXPEDITED },
    epidural(O, acoem),
    opioid(O, none, { rationale: 'He sleeps again, a measured improvement by his watch.' }),
  ],
  [
    '2016-05-02',
    7,
    { ...INTERNAL, ...EXPEDITED, states: ['Nevada', 'California'] },
    epidural(O, acoem),
    opioid(O, none, { rationale: 'Her hours at the desk are measured improvement enough.' }),
  ],
  [
    '2016-05-10',
    20,
    NO_STATE,
    epidural(U, acoem),
    opioid(U, none, { followsItem: 1 }),
    opioid(O, none, { followsItem: 1, retrospective: 'yes' }),
  ],
  ['2016-05-20', -3, NO_STATE, epidural(U, acoem), pt(U, both, { retrospective: 'yes' })],
  [
    null,
    20,
    { ...NO_STATE, priority: null },
    epidural(U, acoem),
    {
      request: 'Fictional care',
      service: null,
      category: null,
      decision: X,
      urAction: 'unknown',
      administrator: silent,
      reviewer: silent,
      reasons: [],
      rationale: 'The page is torn.',
    },
  ],
];

function dwcLetter([decidedOn, days, letter, ...items]: Line, at: number): Letter {
  const number = String(at + 1).padStart(2, '0');
  return makeLetter({
    caseNumber: `CM15-00000${number}`,
    decidedOn,
    assignedOn: decidedOn === null || days === null ? null : daysBefore(decidedOn, days),
    specialties: ['Orthopedic Surgery'],
    summary: null,
    fileName: `fictional-${number}.txt`,
    ...letter,
    items,
  });
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}

type Row = readonly [year: string, treatment: string | null, decision: Decision, reviewType: string];

const MEDICAL = 'Medical Necessity';
const EXPERIMENTAL = 'Experimental';

/** The first is row 1. */
const ROWS: readonly Row[] = [
  ['2014', 'surgery', U, MEDICAL],
  ['2014', 'surgery', U, MEDICAL],
  ['2014', 'surgery', O, MEDICAL],
  ['2014', 'surgery', O, MEDICAL],
  ['2014', 'pharmacy', O, MEDICAL],
  ['2014', 'pharmacy', U, EXPERIMENTAL],
  ['2015', 'surgery', O, EXPERIMENTAL],
  ['2015', 'surgery', O, MEDICAL],
  ['2015', 'surgery', U, MEDICAL],
  ['2015', 'surgery', O, MEDICAL],
  ['2015', 'surgery', O, EXPERIMENTAL],
  ['2015', 'surgery', U, MEDICAL],
  ['2015', null, X, MEDICAL],
];

function tableRow([year, treatment, decision, reviewType]: Row, at: number): Letter {
  return makeLetter({
    programme: 'dmhc',
    caseNumber: `MN${year.slice(2)}-${String(10_001 + at)}`,
    injuredOn: null,
    receivedOn: null,
    decidedOn: null,
    publishedYear: year,
    publishedAs: { reviewType, ...(treatment === null ? {} : { treatmentCategories: [treatment] }) },
    priority: null,
    specialties: [],
    states: [],
    summary: null,
    items: [{ decision, reasons: [], retrospective: null }],
    fileName: 'fictional-rows.txt',
    note: `Row ${at + 1}.`,
  });
}

export const COUNTED_LETTERS: readonly Letter[] = [...LINES.map(dwcLetter), ...ROWS.map(tableRow)];
