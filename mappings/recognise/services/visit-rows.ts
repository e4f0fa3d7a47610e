/**
 * Visits: "consultation for an injection" and "knee surgery consultation" are visits; "evaluation and treatment" is the treatment.
 */
import type { RequestRow } from './request-row.ts';

export const VISIT_ROWS = [
  {
    kind: 'visit',
    id: 'visit.consultation',
    what: 'The patient is seen',
    pattern: /consult\w{0,8}|referral|(?:re-?)?eval(?:uation)?s?|visits?|follow[- ]?ups?|appointments?|opinion|specialist/,
    examples: [
      ['Pain pump evaluation', 'em.consult'],
      ['Referral for acupuncture', 'em.consult'],
    ],
    counterexamples: [
      ['Pain pump refill', 'inj.pump'],
      ['Acupuncture', 'rehab.acupuncture'],
    ],
  },
  {
    kind: 'visit-about',
    id: 'visit-about.consultation',
    what: 'A visit of which may follow what it is about',
    pattern: /consult\w{0,8}|referral|evaluat\w{0,5}/,
    examples: [['Referral for acupuncture', 'em.consult']],
    counterexamples: [['Spine surgeon for lumbar fusion', 'em.ortho']],
  },
  {
    kind: 'visit-about',
    id: 'visit-about.office',
    what: 'A visit to the office, the same',
    pattern: /(?:office|follow[- ]?up|return|clinic|physician|doctor) (?:visit|appointment)s?/,
    examples: [
      ['Follow-up visit for acupuncture', 'em.office_visit'],
      ['Office visit for physical therapy', 'em.office_visit'],
    ],
    counterexamples: [['Visits for acupuncture', 'rehab.acupuncture']],
  },
  {
    kind: 'about',
    id: 'about.for',
    what: 'Leads to what the visit is about',
    pattern: /for|re:|to discuss/,
    examples: [
      ['Referral for acupuncture', 'em.consult'],
      ['Referral to discuss massage', 'em.consult'],
    ],
    counterexamples: [['Consult with spine surgeon, lumbar fusion', 'em.ortho']],
  },
  {
    kind: 'treatment',
    id: 'treatment.treat',
    what: 'The visit is also the treatment',
    pattern: /treat/,
    examples: [
      ['Consultation and treatment for epidural steroid injection', 'inj.esi'],
      ['Evaluation and treatment for lumbar fusion', 'surg.spine_fusion'],
    ],
    counterexamples: [['Consultation for epidural steroid injection', 'em.consult']],
  },
  {
    kind: 'therapist-visit',
    id: 'therapist-visit.evaluation',
    what: 'A therapist looks at the patient',
    pattern: /consult(?:s|ations?)?|(?:re-?)?eval(?:uations?)?|(?:re-?)?assessments?|(?:re-?)?exam(?:ination)?s?/,
    examples: [
      ['Chiropractic evaluation', 'em.consult'],
      ['Hand therapy consult', 'em.consult'],
    ],
    counterexamples: [['Chiropractic care', 'rehab.chiro']],
  },
  {
    kind: 'therapy',
    id: 'therapy.treat',
    what: 'Treatment, whatever is evaluated',
    pattern: /treat/,
    examples: [['Chiropractic evaluation and treatment', 'rehab.chiro']],
    counterexamples: [['Chiropractic evaluation', 'em.consult']],
  },
  {
    kind: 'therapy',
    id: 'therapy.how-often',
    what: 'How often or how long',
    pattern: /\b(?:sessions?|visits?|times|weeks?|wks?|weekly|months?|monthly|daily|program|hours?|trial|once|twice|exercises?)\b/,
    examples: [
      ['Acupuncture evaluation and six sessions', 'rehab.acupuncture'],
      ['Acupuncture evaluation, once', 'rehab.acupuncture'],
    ],
    counterexamples: [['Acupuncture evaluation', 'em.consult']],
  },
  {
    kind: 'therapy',
    id: 'therapy.count',
    what: 'The same as a multiplier',
    pattern: /(?:\b|\d)x ?\d|\d ?x\b/,
    examples: [
      ['Acupuncture evaluation 6x', 'rehab.acupuncture'],
      ['Acupuncture evaluation 2x6', 'rehab.acupuncture'],
      ['Chiropractic re-evaluation x 6', 'rehab.chiro'],
    ],
    counterexamples: [['Acupuncture evaluation 6', 'em.consult']],
  },
  {
    kind: 'therapy-with-evaluation',
    id: 'therapy-with-evaluation.and',
    what: '"Physical therapy with evaluation" is the therapy',
    pattern: /(?:\b(?:and|plus|with|including|w)|[&+/])\s{0,2}(?:an? |1 |one |initial ){0,2}(?:re-?)?(?:eval|assess)/,
    examples: [
      ['Physical therapy and initial evaluation', 'rehab.pt'],
      ['Aquatic therapy plus assessment', 'rehab.aquatic'],
    ],
    counterexamples: [
      ['Chiropractic evaluation and massage', 'em.consult'],
      ['Massage, evaluation', 'em.consult'],
    ],
  },
] as const satisfies readonly RequestRow[];
