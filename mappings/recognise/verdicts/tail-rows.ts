/** What may stand behind the verdict of a sentence; behind anything else it tells nothing ("... when the knee gives way"). */
import type { ClauseRow } from './clause-row.ts';

export const TAIL_ROWS = [
  {
    kind: 'tail',
    id: 'tail.at-this-time',
    what: 'When: now',
    pattern: /at\s+this\s+(?:time|point)|at\s+present|currently/,
    examples: [
      ['The request is not medically necessary at this time.', 'upheld'],
      ['The request is medically necessary currently.', 'overturned'],
    ],
    counterexamples: [
      ['The request is medically necessary at times.', 'nothing'],
      ['The request was medically necessary at that time.', 'nothing'],
    ],
  },
  {
    kind: 'tail',
    id: 'tail.for-this-patient',
    what: 'For whom: the one of this case',
    pattern:
      /(?:for|in(?:\s+the\s+care\s+of)?)\s+this\s+(?:patient|worker|injured\s+worker|employee|claimant|applicant|individual|case|instance|setting)/,
    examples: [
      ['The request is medically necessary for this patient.', 'overturned'],
      ['The request is not medically necessary in the care of this worker.', 'upheld'],
    ],
    counterexamples: [
      ['The request is medically necessary for some patients.', 'nothing'],
      ['The request is medically necessary in those with deficits.', 'nothing'],
    ],
  },
  {
    kind: 'tail',
    id: 'tail.as-requested',
    what: 'What: as it was asked for',
    pattern: /as\s+(?:requested|written|submitted|prescribed|well)/,
    examples: [
      ['The request is medically necessary as written.', 'overturned'],
      ['The request is medically necessary as well.', 'overturned'],
    ],
    counterexamples: [['The request is medically necessary as modified.', 'nothing']],
  },
  {
    kind: 'tail',
    id: 'tail.based-on-the-above',
    what: 'Why: what was read',
    pattern: /based\s+on\s+the\s+(?:above|records\s+provided|information\s+provided)/,
    examples: [['The request is medically necessary based on the above.', 'overturned']],
    counterexamples: [['The request is medically necessary based on the appeal.', 'nothing']],
  },
  {
    kind: 'tail',
    id: 'tail.either',
    what: 'As another item; or the rest of the verdict’s formula',
    pattern: /either|also|too|and\s+appropriate/,
    examples: [
      ['The request is not medically necessary either.', 'upheld'],
      ['The medical necessity of the request is not met and appropriate.', 'upheld'],
    ],
    counterexamples: [['The request is not medically necessary yet.', 'nothing']],
  },
  {
    kind: 'tail-of-denial',
    id: 'tail-of-denial.because',
    what: 'Grounds behind a denial, in words of any kind',
    pattern: /because|since|as|due\s+to|based\s+(?:up)?on|given|for\s+lack\s+of|in\s+the\s+absence\s+of|per\s+the/,
    examples: [
      ['The request is not medically necessary because the knee holds.', 'upheld'],
      ['The request is not medically necessary for lack of gains.', 'upheld'],
      ['The request is not medically necessary per the guideline.', 'upheld'],
    ],
    counterexamples: [
      ['The request is medically necessary because the knee holds.', 'nothing'],
      ['The request is not medically necessary before the knee holds.', 'nothing'],
    ],
  },
  {
    kind: 'tail-of-denial',
    id: 'tail-of-denial.and-denied',
    what: 'What follows from a denial',
    pattern: /and\s+(?:(?:is|are|should\s+be)\s+)?(?:denied|upheld|not\s+certified|non-?certified)/,
    examples: [['The request is not medically necessary and is denied.', 'upheld']],
    counterexamples: [
      ['The request is not medically necessary and is granted.', 'nothing'],
      ['The request is medically necessary and is denied.', 'nothing'],
    ],
  },
  {
    kind: 'not-turn',
    id: 'not-turn.if',
    what: 'Turns or limits what stands behind a denial',
    pattern: /\b(?:if|unless|until|when|only|except|however|but|although|though|which|yet|while)/,
    examples: [
      ['The request is not medically necessary because the knee holds, but a cane may help.', 'nothing'],
      ['The request is not medically necessary as long until next year.', 'nothing'],
    ],
    counterexamples: [['The request is not medically necessary because the knee holds, and the hip.', 'upheld']],
  },
  {
    kind: 'same-grounds',
    id: 'same-grounds.because',
    what: 'Opens a verdict of which another clause says that it holds for more',
    pattern: /as|since|because/,
    examples: [['Because the request is not medically necessary, the same holds for the brace.', 'upheld']],
    counterexamples: [['If the request is not medically necessary, the same holds for the brace.', 'nothing']],
  },
  {
    kind: 'same-holds',
    id: 'same-holds.for',
    what: 'Says so; the verdict is told where it stands',
    pattern: /the\s+same\s+(?:holds|applies|goes|is\s+true)\s+(?:for|to|of)/,
    examples: [['As the request is not medically necessary, the same applies to the brace.', 'upheld']],
    counterexamples: [['As the request is not medically necessary, the same cannot be said of the brace.', 'nothing']],
  },
  {
    kind: 'denied',
    id: 'denied.denied',
    what: 'A denial that does not speak of necessity: beside an approval it leaves the decision open, alone it tells nothing',
    pattern:
      /(?:is|are)\s+(?:(?:therefore|thus|hereby|also)\s+)?(?:denied|rejected|upheld|(?:not|non)[\s-]*(?:certified|approved|authorized|granted))/,
    examples: [
      ['The requested cane is medically necessary. The request is denied.', 'overturned, denied'],
      ['The requested cane is medically necessary. The request is not certified.', 'overturned, denied'],
    ],
    counterexamples: [
      ['The request is denied.', 'nothing'],
      ['The requested cane is medically necessary. The earlier request was denied.', 'overturned'],
      ['The requested cane is medically necessary. The request is new.', 'overturned'],
    ],
  },
] as const satisfies readonly ClauseRow[];
