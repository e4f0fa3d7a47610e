/**
 * Grounds in front of a verdict, up to their comma: "As there is no proof of gains, the request is not ...". Words of any kind may stand
 * in them, but nobody else may speak there: then it is that one's verdict. A `not-` row refuses the clause.
 */
import type { ClauseRow } from './clause-row.ts';

export const GROUNDS_ROWS = [
  {
    kind: 'grounds',
    id: 'grounds.because',
    what: 'Opens a reason',
    pattern: /as|since|because/,
    examples: [
      ['Because the knee gives way, the request is medically necessary.', 'overturned'],
      ['As gains are missing, the request is not medically necessary.', 'upheld'],
    ],
    counterexamples: [
      ['Before the knee gives way, the request is medically necessary.', 'nothing'],
      ['In 2010, the request was medically necessary.', 'nothing'],
    ],
  },
  {
    kind: 'grounds',
    id: 'grounds.given',
    what: 'Opens a reason that is a thing',
    pattern: /given|due\s+to|based\s+(?:up)?on|in\s+(?:view|light)\s+of|considering/,
    examples: [
      ['Given the weak knee, the request is medically necessary.', 'overturned'],
      ['Based on poor gains, the request is not medically necessary.', 'upheld'],
    ],
    counterexamples: [['Besides the weak knee, the request is medically necessary.', 'nothing']],
  },
  {
    kind: 'grounds',
    id: 'grounds.although',
    what: 'Grants something that does not change the verdict',
    pattern: /although|though|despite/,
    examples: [
      ['Although the knee holds, the request is medically necessary.', 'overturned'],
      ['Despite great pain, the request is not medically necessary.', 'upheld'],
    ],
    counterexamples: [['Once the knee holds, the request is medically necessary.', 'nothing']],
  },
  {
    kind: 'grounds-of-denial',
    id: 'grounds-of-denial.without',
    what: 'Something is missing: only a denial may follow',
    pattern: /without|absent|lacking|in\s+the\s+absence\s+of/,
    examples: [
      ['Without proof of gains, the request is not medically necessary.', 'upheld'],
      ['In the absence of gains, the request is not medically necessary.', 'upheld'],
    ],
    counterexamples: [['Without proof of gains, the request is medically necessary.', 'nothing']],
  },
  {
    kind: 'grounds-of-denial',
    id: 'grounds-of-denial.with',
    what: '"With poor gains"; not "with a cane", "with proper teaching", under which it may be necessary',
    pattern: /with(?!\s+(?:a|an|the|proper|further|more)\b)/,
    examples: [['With such poor gains, the request is not medically necessary.', 'upheld']],
    counterexamples: [
      ['With a cane, the request is not medically necessary.', 'nothing'],
      ['With such good gains, the request is medically necessary.', 'nothing'],
    ],
  },
  {
    kind: 'grounds-of-denial',
    id: 'grounds-of-denial.there-is-no',
    what: 'A whole sentence of what is missing',
    pattern: /there\s+(?:is|are)\s+(?:no|insufficient|little)|no/,
    examples: [
      ['There is little gain, the request is not medically necessary.', 'upheld'],
      ['No gains were shown, the request is not medically necessary.', 'upheld'],
    ],
    counterexamples: [
      ['There is great gain, the request is not medically necessary.', 'nothing'],
      ['There is no gain, the request is medically necessary.', 'nothing'],
    ],
  },
  {
    kind: 'prior-stands',
    id: 'prior-stands.prior',
    what: 'What becomes of the earlier decision, in front of the verdict',
    pattern: /the\s+(?:prior|previous|earlier|original)\s+(?:decision|denial|determination)\s+(?:stands|is\s+(?:upheld|affirmed))/,
    examples: [
      ['The prior decision stands, the request is not medically necessary.', 'upheld'],
      ['The earlier denial is upheld, and the request is not medically necessary.', 'upheld'],
    ],
    counterexamples: [['The prior decision fell, the request is medically necessary.', 'nothing']],
  },
  {
    kind: 'therefore',
    id: 'therefore.therefore',
    what: 'Behind a comma: what stands before it are grounds',
    pattern: /therefore|thus|hence|consequently|accordingly|so/,
    examples: [
      ['The knee holds, therefore the request is not medically necessary.', 'upheld'],
      ['The knee gives way, and so the request is medically necessary.', 'overturned'],
    ],
    counterexamples: [['The knee holds, still the request is medically necessary.', 'nothing']],
  },
  {
    kind: 'told-of-another',
    id: 'told-of-another.not-necessary',
    what: 'At the end of grounds: the verdict on another item, whose "not" is nobody’s doubt',
    pattern: /(?:is|are|was|were)\s+not\s+(?:medically\s+necessary|supported|certified|approved)/,
    examples: [['As the operation is not supported, the requested brace is medically necessary.', 'overturned']],
    counterexamples: [['As the operation is not near, the requested brace is medically necessary.', 'nothing']],
  },
  {
    kind: 'not-other-side',
    id: 'not-other-side.insurer',
    what: 'Those who decide or speak for the insurer; of a denial too the grounds must be the reviewer’s',
    pattern:
      /\b(?:utilization|UR|insurer|carrier|administrator|adjuster|(?:prior|previous|first)\s+(?:review\w*|decision|denial)|QME|AME|attorney)/,
    examples: [
      ['As the carrier knows, the request is not medically necessary.', 'nothing'],
      ['As the QME knows, the request is not medically necessary.', 'nothing'],
      ['As the first denial was right, the request is not medically necessary.', 'nothing'],
    ],
    counterexamples: [['As the worker knows, the request is not medically necessary.', 'upheld']],
  },
  {
    kind: 'not-other-side',
    id: 'not-other-side.appeal',
    what: 'What those say',
    pattern: /\b(?:appeal\w*|opin(?:es?|ed|ion)\w*|disagree\w*|argu\w+|contend\w*)/,
    examples: [
      ['As was opined, the request is not medically necessary.', 'nothing'],
      ['Given the appeal, the request is not medically necessary.', 'nothing'],
    ],
    counterexamples: [['As was read, the request is not medically necessary.', 'upheld']],
  },
  {
    kind: 'not-anyone',
    id: 'not-anyone.doctor',
    what: 'Those who may speak; in grounds of an approval none of them may stand',
    pattern: /\b(?:provider|physician|doctor|dr|surgeon|therapist|clinician|reviewer|examiner|report|note|letter|request(?:er|or))/,
    examples: [
      ['Given the doctor, the request is medically necessary.', 'nothing'],
      ['Given the letter, the request is medically necessary.', 'nothing'],
      ['Given the physician, the request is medically necessary.', 'nothing'],
    ],
    counterexamples: [
      ['Given the knee, the request is medically necessary.', 'overturned'],
      ['Given the doctor, the request is not medically necessary.', 'upheld'],
    ],
  },
  {
    kind: 'not-anyone',
    id: 'not-anyone.says',
    what: 'The words for it',
    pattern:
      /\b(?:stat(?:es?|ed|ing)|writ(?:es?|ten|ing)|wrote|sa(?:ys?|id|ying)|believ\w*|feels?|felt|thinks?|thought|claim(?:s|ed)|assert\w*|maintain(?:s|ed)|alleg\w*|according|suppos\w*|puts?)/,
    examples: [
      ['As he says, the request is medically necessary.', 'nothing'],
      ['As the wife believes, the request is medically necessary.', 'nothing'],
    ],
    counterexamples: [['As he walks, the request is medically necessary.', 'overturned']],
  },
  {
    kind: 'not-anyone',
    id: 'not-anyone.condition',
    what: 'A condition or a time of an approval',
    pattern: /\b(?:once|might|could|would|if|unless|whether|when|until)/,
    examples: [
      ['Since it hurts when he walks, the request is medically necessary.', 'nothing'],
      ['As it once held, the request is medically necessary.', 'nothing'],
    ],
    counterexamples: [['Since it hurts, the request is medically necessary.', 'overturned']],
  },
  {
    kind: 'not-anyone',
    id: 'not-anyone.negation',
    what: 'A negation in grounds of an approval',
    pattern: /\b(?:no|not|nor|never|cannot)/,
    examples: [
      ['As there is no pain, the request is medically necessary.', 'nothing'],
      ['As he cannot walk, the request is medically necessary.', 'nothing'],
    ],
    counterexamples: [
      ['As there is pain, the request is medically necessary.', 'overturned'],
      ['As there is no pain, the request is not medically necessary.', 'upheld'],
    ],
  },
  {
    kind: 'not-anyone',
    id: 'not-anyone.joined-negation',
    what: 'The same as the end of a verb',
    pattern: /n't/,
    examples: [["As he didn't walk, the request is medically necessary.", 'nothing']],
    counterexamples: [['As he walked, the request is medically necessary.', 'overturned']],
  },
  {
    kind: 'not-doubt',
    id: 'not-doubt.if',
    what: 'A condition or a doubt, in grounds of either outcome',
    pattern: /\b(?:if|unless|whether|until|might|could|would|true|doubt\w*)/,
    examples: [
      ['Since it might hurt, the request is not medically necessary.', 'nothing'],
      ['As is doubtful, the request is not medically necessary.', 'nothing'],
    ],
    counterexamples: [['Since it hurts, the request is not medically necessary.', 'upheld']],
  },
] as const satisfies readonly ClauseRow[];
