/**
 * The subject of a sentence that tells a verdict: "the request for ...", "the requested MRI"; behind a connective any thing. A `not-` row
 * refuses a phrase that is more than a thing, or less.
 */
import type { ClauseRow } from './clause-row.ts';

export const CLAUSE_SUBJECT_ROWS = [
  {
    kind: 'determiner',
    id: 'determiner.the',
    what: 'May stand in front of what was asked for',
    pattern: /the|this|these|those|both|all|each|such/,
    examples: [
      ['The request is medically necessary.', 'overturned'],
      ['Both of the requests are not medically necessary.', 'upheld'],
    ],
    counterexamples: [
      ['Another request is medically necessary.', 'nothing'],
      ['His request is medically necessary.', 'nothing'],
    ],
  },
  {
    kind: 'request-attribute',
    id: 'request-attribute.current',
    what: 'Which request it is: the one that lies here',
    pattern:
      /current|present|above|original|retrospective|prospective|additional|further|medication|prescription|surgical|primary|associated|two|three|four|(?:treating\s+)?(?:physician|provider)'s/,
    examples: [
      ['The current request is medically necessary.', 'overturned'],
      ["The treating physician's request is not medically necessary.", 'upheld'],
      ['The two surgical requests are not medically necessary.', 'upheld'],
    ],
    counterexamples: [
      ['The same request was medically necessary.', 'nothing'],
      ['The earlier request was medically necessary.', 'nothing'],
      ['The request is medically necessary.', 'overturned'],
    ],
  },
  {
    kind: 'asked',
    id: 'asked.request',
    what: 'Names what was asked for',
    pattern: /requests?|requested|disputed/,
    examples: [
      ['The request for a cane is medically necessary.', 'overturned'],
      ['The requested cane is not medically necessary.', 'upheld'],
      ['Disputed canes are not medically necessary.', 'upheld'],
    ],
    counterexamples: [
      ['The cane is medically necessary.', 'nothing'],
      ['The question is medically necessary.', 'nothing'],
    ],
  },
  {
    kind: 'asked',
    id: 'asked.item-in-dispute',
    what: 'The same as a thing and what is wanted with it',
    pattern: /(?:items?|treatments?|services?|medications?|drugs?|procedures?)\s+(?:requested|in\s+dispute|at\s+issue)/,
    examples: [
      ['The treatment at issue is medically necessary.', 'overturned'],
      ['These items in dispute are not medically necessary.', 'upheld'],
    ],
    counterexamples: [['The treatment of choice is medically necessary.', 'nothing']],
  },
  {
    kind: 'necessity-of',
    id: 'necessity-of.medical',
    what: 'In front of the thing, or alone: what the verdict is on',
    pattern: /(?:the\s+)?medical\s*necessity/,
    examples: [
      ['The medical necessity of a cane is not established.', 'upheld'],
      ['Medical necessity has been shown.', 'overturned'],
    ],
    counterexamples: [['The medical necessity that the doctor sees in a cane is not established.', 'nothing']],
  },
  {
    kind: 'remaining',
    id: 'remaining.portion',
    what: 'The portion that is in dispute is the thing, no part of it',
    pattern: /(?:this\s+request\s+for\s+)?the\s+remaining\s+(?:IMR\s*-?\s*eligible\s+)?portion\s+of\s+the\s+(?=(?:original\s+)?request)/,
    examples: [['The remaining portion of the original request, 2 visits, is not medically necessary.', 'upheld']],
    counterexamples: [['The smaller portion of the original request, 2 visits, is not medically necessary.', 'nothing']],
  },
  {
    kind: 'none-of',
    id: 'none-of.none',
    what: 'A subject whose verdict is turned',
    pattern: /none\s+of|neither/,
    examples: [
      ['None of the requested canes is medically necessary.', 'upheld'],
      ['Neither the requested cane nor the walker is medically necessary.', 'upheld'],
    ],
    counterexamples: [['Nothing of the requested canes is medically necessary.', 'nothing']],
  },
  {
    kind: 'none-of',
    id: 'none-of.no',
    what: 'The same in front of a thing',
    pattern: /no(?!\.)/,
    examples: [['No requested cane is medically necessary.', 'upheld']],
    counterexamples: [['No. requested cane is medically necessary.', 'nothing']],
  },
  {
    kind: 'none-of-what',
    id: 'none-of-what.services',
    what: 'Beside a request, what none may be of without a connective',
    pattern: /services?|items?|treatments?/,
    examples: [['None of the services is medically necessary.', 'upheld']],
    counterexamples: [['None of the criteria is medically necessary.', 'nothing']],
  },
  {
    kind: 'harmless-relative',
    id: 'harmless-relative.goes-with',
    what: 'A clause behind a thing that says no more than that it belongs to another',
    pattern: /go(?:es)?\s+with|accompany|accompanies|belongs?\s+to/,
    examples: [
      ['None of the services that go with it is medically necessary.', 'upheld'],
      ['None of the services which accompany it is medically necessary.', 'upheld'],
    ],
    counterexamples: [['None of the services that he wants is medically necessary.', 'nothing']],
  },
  {
    kind: 'own-name',
    id: 'own-name.it',
    what: 'In the text of one item alone, that item',
    pattern: /it|this/,
    examples: [['It is not medically necessary.', 'upheld']],
    counterexamples: [
      ['He is not medically necessary.', 'nothing'],
      ['Flexeril is not medically necessary.', 'upheld'],
    ],
  },
  {
    kind: 'own-empty-word',
    id: 'own-empty-word.the',
    what: 'Stands beside the item’s own words and names nothing',
    pattern: /the|this|and|for|with/,
    examples: [
      ['The Flexeril is not medically necessary.', 'upheld'],
      ['This Flexeril is medically necessary.', 'overturned'],
    ],
    counterexamples: [
      ['Other Flexeril is not medically necessary.', 'nothing'],
      ['The Soma is not medically necessary.', 'nothing'],
    ],
  },
  {
    kind: 'not-more-than-a-thing',
    id: 'not-more-than-a-thing.clause',
    what: 'A clause, a comparison or a condition behind the thing',
    pattern: /\b(?:that|than|what|how|which|who|whom|whose|why|whether|if|unless|until|when|where)/,
    examples: [
      ['The request that he made is medically necessary.', 'nothing'],
      ['The request for more visits than six is medically necessary.', 'nothing'],
      ['The request if made again is medically necessary.', 'nothing'],
    ],
    counterexamples: [['The request for more visits is medically necessary.', 'overturned']],
  },
  {
    kind: 'not-more-than-a-thing',
    id: 'not-more-than-a-thing.verb',
    what: 'A second verb',
    pattern: /\b(?:is|are|was|were|be|been|has|have|had|do|does|did)/,
    examples: [
      ['The requested brace was new and is medically necessary.', 'nothing'],
      ['The request has it and is medically necessary.', 'nothing'],
    ],
    counterexamples: [['The requested new brace is medically necessary.', 'overturned']],
  },
  {
    kind: 'not-more-than-a-thing',
    id: 'not-more-than-a-thing.modal',
    what: 'A possibility or a duty',
    pattern: /\b(?:can|could|may|might|will|would|should|must)/,
    examples: [['The request should help and is medically necessary.', 'nothing']],
    counterexamples: [['The request to help is medically necessary.', 'overturned']],
  },
  {
    kind: 'not-more-than-a-thing',
    id: 'not-more-than-a-thing.negation',
    what: 'A negation in front of the verdict',
    pattern: /\b(?:not|never|cannot)/,
    examples: [['The requested brace, not worn, is medically necessary.', 'nothing']],
    counterexamples: [['The requested brace, plus cane, is medically necessary.', 'overturned']],
  },
  {
    kind: 'not-more-than-a-thing',
    id: 'not-more-than-a-thing.joined-negation',
    what: 'The same as the end of a verb',
    pattern: /n't/,
    examples: [["The request didn't help and is medically necessary.", 'nothing']],
    counterexamples: [['The request to help and walk is medically necessary.', 'overturned']],
  },
  {
    kind: 'not-more-than-a-thing',
    id: 'not-more-than-a-thing.limit',
    what: 'A limit: of what lies beyond it nothing is told',
    pattern: /\b(?:only|but|except|however|exceeds?|beyond)/,
    examples: [
      ['The requested brace, but for a month, is medically necessary.', 'nothing'],
      ['The request beyond six visits is medically necessary.', 'nothing'],
    ],
    counterexamples: [['The requested brace, for a month, is medically necessary.', 'overturned']],
  },
  {
    kind: 'not-more-than-a-thing',
    id: 'not-more-than-a-thing.lacks',
    what: 'What the request or the file does',
    pattern: /\b(?:lacks?|fails?|failed|shows?)/,
    examples: [['The request shows a brace is medically necessary.', 'nothing']],
    counterexamples: [['The request for a brace is medically necessary.', 'overturned']],
  },
  {
    kind: 'not-more-than-a-thing',
    id: 'not-more-than-a-thing.says',
    what: 'A speaker’s verb: the verdict is the speaker’s',
    pattern:
      /\b(?:stat(?:es?|ed|ing)|writ(?:es?|ing)|wrote|sa(?:ys?|id)|believes?|feels?|felt|opin(?:es?|ed)|thinks?|thought|argues?|argued|contends?|claims?|claimed|asserts?|maintains?|alleges?|disagrees?|according)/,
    examples: [
      ['The request says a brace is medically necessary.', 'nothing'],
      ['The request according to him is medically necessary.', 'nothing'],
    ],
    counterexamples: [['The request by him is medically necessary.', 'overturned']],
  },
  {
    kind: 'not-more-than-a-thing',
    id: 'not-more-than-a-thing.reports',
    what: 'A writer’s verb',
    pattern: /\b(?:reports?|reported|notes|noted|suggests?|insists?|considers?|finds?|found|concludes?)/,
    examples: [['The request suggests a brace is medically necessary.', 'nothing']],
    counterexamples: [['The request for a brace is medically necessary.', 'overturned']],
  },
  {
    kind: 'not-more-than-a-thing',
    id: 'not-more-than-a-thing.evidence',
    what: 'Evidence for a verdict is none',
    pattern: /\b(?:evidence|proof)/,
    examples: [['The requested proof of a brace is medically necessary.', 'nothing']],
    counterexamples: [['The requested trial of a brace is medically necessary.', 'overturned']],
  },
  {
    kind: 'not-negated',
    id: 'not-negated.no',
    what: 'A negation inside the thing; "no." is a number',
    pattern: /\b(?:no(?!\.)|none|nor|neither)/,
    examples: [
      ['The request with no cane is medically necessary.', 'nothing'],
      ['The requested brace, nor a cane, is medically necessary.', 'nothing'],
    ],
    counterexamples: [['The request no. 2 is medically necessary.', 'overturned']],
  },
  {
    kind: 'not-second-phrase',
    id: 'not-second-phrase.the',
    what: '"the doctor deems the brace": a second "the" that no preposition leads to',
    pattern:
      /(?<!\b(?:for|of|to|with|without|in|on|at|by|and|or|from|per|under|over|into|after|before|during|as|plus|including|via|about|through|both|all|against|within|between|beside|along|since|following|regarding|around|above|below|near))(?<![,(/:-])\s+(?:the|this|these|those)\s/,
    examples: [['The request grants the brace is medically necessary.', 'nothing']],
    counterexamples: [
      ['The request for the brace is medically necessary.', 'overturned'],
      ['The requested brace, the long one, is medically necessary.', 'overturned'],
    ],
  },
  {
    kind: 'not-part',
    id: 'not-part.count-of',
    what: 'A part of the thing, named anywhere in the phrase',
    pattern:
      /\b(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|some|parts?|half|most|many|few|portion|rest|remainder|majority|quarter|third)\s+(?:\p{L}+\s+)?(?:out\s+)?of\s+(?:the|these|those)/u,
    examples: [
      ['The request for 6 of the visits is medically necessary.', 'nothing'],
      ['Therefore, the majority of the visits is not medically necessary.', 'nothing'],
    ],
    counterexamples: [['The request for 6 visits is medically necessary.', 'overturned']],
  },
  {
    kind: 'not-part',
    id: 'not-part.amount',
    what: 'Only how much is judged',
    pattern: /\brequested\s+(?:amount|number|quantity|frequency|duration)/,
    examples: [['The requested amount is not medically necessary.', 'nothing']],
    counterexamples: [['The requested cane is not medically necessary.', 'upheld']],
  },
  {
    kind: 'not-head',
    id: 'not-head.speaker',
    what: 'Behind a connective: a person is no service',
    pattern:
      /provider|physician|doctor|dr|surgeon|insurer|carrier|administrator|adjuster|reviewer|attorney|patient|worker|employee|claimant/,
    examples: [
      ['Therefore, the treating doctor is medically necessary.', 'nothing'],
      ['Thus the worker is medically necessary.', 'nothing'],
    ],
    counterexamples: [
      ['Therefore, the treatment is medically necessary.', 'overturned'],
      ["Therefore, the worker's cane is medically necessary.", 'overturned'],
    ],
  },
  {
    kind: 'not-head',
    id: 'not-head.paper',
    what: 'Behind a connective: what was decided or read is no service',
    pattern: /denial|decision|determination|appeal|review|records?|documentation|guidelines?/,
    examples: [
      ['Therefore, the denial of the cane is not medically necessary.', 'nothing'],
      ['Thus the prior review is medically necessary.', 'nothing'],
    ],
    counterexamples: [['Therefore, the cane is not medically necessary.', 'upheld']],
  },
] as const satisfies readonly ClauseRow[];
