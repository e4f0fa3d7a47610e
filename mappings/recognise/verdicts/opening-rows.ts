/** What may open a sentence that tells a verdict: words that conclude, and the reviewer’s own voice. */
import type { ClauseRow } from './clause-row.ts';

export const OPENING_ROWS = [
  {
    kind: 'connective',
    id: 'connective.and',
    what: 'Goes on from what was said; alone or in front of another connective',
    pattern: /and|so|then/,
    examples: [
      ['And so, a cane is not medically necessary.', 'upheld'],
      ['Then a cane is medically necessary.', 'overturned'],
    ],
    counterexamples: [
      ['But a cane is medically necessary.', 'nothing'],
      ['Or a cane is medically necessary.', 'nothing'],
    ],
  },
  {
    kind: 'connective',
    id: 'connective.therefore',
    what: 'Concludes, in one word',
    pattern: /therefore|thus|hence|consequently|accordingly|likewise|overall|currently/,
    examples: [
      ['Therefore, a cane is not medically necessary.', 'upheld'],
      ['Hence a cane is medically necessary.', 'overturned'],
      ['Likewise, a cane is not medically necessary.', 'upheld'],
    ],
    counterexamples: [
      ['However, a cane is medically necessary.', 'nothing'],
      ['Perhaps a cane is medically necessary.', 'nothing'],
      ['Formerly, a cane was medically necessary.', 'nothing'],
    ],
  },
  {
    kind: 'connective',
    id: 'connective.as-such',
    what: 'Concludes, in two words or three',
    pattern: /as\s+such|as\s+a\s+result|in\s+(?:summary|conclusion|sum|short|this\s+case)|at\s+(?:this\s+time|present)/,
    examples: [
      ['As such a cane is not medically necessary.', 'upheld'],
      ['In summary, a cane is medically necessary.', 'overturned'],
      ['At this time, a cane is not medically necessary.', 'upheld'],
    ],
    counterexamples: [
      ['In theory, a cane is medically necessary.', 'nothing'],
      ['At that time, a cane was medically necessary.', 'nothing'],
    ],
  },
  {
    kind: 'connective',
    id: 'connective.for-these-reasons',
    what: 'Points back to the reasons',
    pattern: /for\s+(?:all\s+)?(?:these|this|the\s+above)\s+reasons?|for\s+the\s+reasons\s+(?:given|stated|noted)(?:\s+above)?/,
    examples: [
      ['For all these reasons, a cane is not medically necessary.', 'upheld'],
      ['For the reasons stated above, a cane is medically necessary.', 'overturned'],
    ],
    counterexamples: [
      ['For some reason, a cane is medically necessary.', 'nothing'],
      ['For the reasons that the doctor gave, a cane is medically necessary.', 'nothing'],
    ],
  },
  {
    kind: 'connective',
    id: 'connective.based-on-the-above',
    what: 'Points back to what was read, and names nothing of its own',
    pattern:
      /(?:based\s+(?:up)?on|given|in\s+(?:view|light)\s+of|due\s+to|because\s+of|considering)\s+(?:all\s+(?:of\s+)?)?(?:the\s+(?:above|foregoing|aforementioned)|this|these)(?:\s+(?:information|reasons?|findings|facts|discussion|issues?|concerns))?/,
    examples: [
      ['Based on the above a cane is not medically necessary.', 'upheld'],
      ['Due to all of these concerns a cane is not medically necessary.', 'upheld'],
      ['In light of this information a cane is medically necessary.', 'overturned'],
    ],
    counterexamples: [
      ['Based on the letter a cane is medically necessary.', 'nothing'],
      ['Beside the above a cane is medically necessary.', 'nothing'],
    ],
  },
  {
    kind: 'connective',
    id: 'connective.under-the-circumstances',
    what: 'Points back to the case',
    pattern: /under\s+(?:these|the)\s+circumstances/,
    examples: [['Under these circumstances, a cane is not medically necessary.', 'upheld']],
    counterexamples: [['Under other circumstances, a cane is medically necessary.', 'nothing']],
  },
  {
    kind: 'own-voice',
    id: 'own-voice.find',
    what: 'The reviewer says so',
    pattern: /(?:I|we)\s+(?:(?:therefore|thus)\s+)?(?:find|conclude|determine)\s+that/,
    examples: [
      ['I find that the request for a cane is medically necessary.', 'overturned'],
      ['We therefore conclude that the request is not medically necessary.', 'upheld'],
    ],
    counterexamples: [
      ['They find that the request is medically necessary.', 'nothing'],
      ['I doubt that the request is medically necessary.', 'nothing'],
    ],
  },
  {
    kind: 'own-voice',
    id: 'own-voice.my-opinion',
    what: 'The same with a noun',
    pattern: /it\s+is\s+my\s+(?:opinion|conclusion|determination)\s+that/,
    examples: [['It is my opinion that the request is not medically necessary.', 'upheld']],
    counterexamples: [
      ['It is his opinion that the request is medically necessary.', 'nothing'],
      ['It is my hope that the request is medically necessary.', 'nothing'],
    ],
  },
  {
    kind: 'own-deem',
    id: 'own-deem.i',
    what: 'In front of "deem the request to be": the reviewer, and nobody else',
    pattern: /(?:I|we)\s+(?:therefore|thus|also)?\s*/,
    examples: [
      ['I deem the request to be medically necessary.', 'overturned'],
      ['Therefore, we also find the cane not to be medically necessary.', 'upheld'],
    ],
    counterexamples: [
      ['They deem the request to be medically necessary.', 'nothing'],
      ['I cannot deem the request to be medically necessary.', 'nothing'],
    ],
  },
  {
    kind: 'own-deem',
    id: 'own-deem.nobody',
    what: 'The same without a word for the reviewer',
    pattern: /(?:)/,
    examples: [['Therefore deem the request to be medically necessary.', 'overturned']],
    counterexamples: [['Therefore others deem the request to be medically necessary.', 'nothing']],
  },
  {
    kind: 'own-deem',
    id: 'own-deem.reversing',
    what: 'The same behind what becomes of the earlier decision',
    pattern: /I\s+am\s+(?:reversing|overturning)\s+the\s+(?:prior|previous|earlier)\s+(?:decision|denial|determination)\s+and\s*/,
    examples: [['I am reversing the prior decision and deem the request to be medically necessary.', 'overturned']],
    counterexamples: [['I am reading the prior decision and deem the request to be medically necessary.', 'nothing']],
  },
] as const satisfies readonly ClauseRow[];
