/**
 * The words of a verdict: "is not medically necessary and appropriate". Each list is closed. Between "is" and "medically" nothing but
 * these may stand, since the negation is the only difference between the outcomes. An example tells the decision of the text's verdict.
 */
import type { Decision } from '#contract/lists.ts';
import type { ListRow } from '../list-rows.ts';

export type VerdictKind =
  | 'copula'
  | 'negation'
  | 'filler'
  | 'partly'
  | 'necessary'
  | 'shown-filler'
  | 'shown'
  | 'deem'
  | 'deem-filler'
  | 'not-deemed'
  | 'numbering'
  | 'not-all'
  | 'none'
  | 'some';
/** What a text is read as: the decision of its one verdict (null where its words are not clear), or that it holds none. */
type ToldVerdict = Extract<Decision, 'upheld' | 'overturned' | 'overturned_in_part'> | null | 'nothing';
export type VerdictRow = ListRow<VerdictKind, ToldVerdict>;

export const VERB_ROWS = [
  {
    kind: 'copula',
    id: 'copula.now',
    what: 'The verb of a verdict',
    pattern: /is|are/,
    examples: [
      ['The cane is medically necessary.', 'overturned'],
      ['The canes are not medically necessary.', 'upheld'],
    ],
    counterexamples: [
      ['The cane was medically necessary.', 'overturned'],
      ['The cane seems medically necessary.', 'nothing'],
    ],
  },
  {
    kind: 'copula',
    id: 'copula.past',
    what: 'The verb of a verdict that is told as past',
    pattern: /was|were/,
    examples: [
      ['The cane was medically necessary.', 'overturned'],
      ['The canes were not medically necessary.', 'upheld'],
    ],
    counterexamples: [
      ['The cane is medically necessary.', 'overturned'],
      ['The cane had been medically necessary.', 'nothing'],
    ],
  },
  {
    kind: 'negation',
    id: 'negation.not',
    what: 'Turns the verdict. Never read from a damaged form: "nol" makes the verdict unreadable',
    pattern: /not/,
    examples: [
      ['The cane is not medically necessary.', 'upheld'],
      ['The cane is notmedically necessary.', 'upheld'],
      ['The cane is not not medically necessary.', null],
    ],
    counterexamples: [
      ['The cane is nol medically necessary.', 'nothing'],
      ['The cane is n0t medically necessary.', 'nothing'],
      ['The cane is medically necessary.', 'overturned'],
    ],
  },
  {
    kind: 'negation',
    id: 'negation.joined',
    what: 'The negation as the end of a verb',
    pattern: /n't/,
    examples: [["The cane isn't medically necessary.", 'upheld']],
    counterexamples: [['The cane isnt medically necessary.', 'nothing']],
  },
  {
    kind: 'negation',
    id: 'negation.non',
    what: 'The negation as a prefix',
    pattern: /non-?/,
    examples: [
      ['The cane is non-medically necessary.', 'upheld'],
      ['The cane is not non-medically necessary.', null],
    ],
    counterexamples: [['The cane is none medically necessary.', 'nothing']],
  },
  {
    kind: 'filler',
    id: 'filler.therefore',
    what: 'Joins the verdict to its reasons, and says nothing more',
    pattern: /therefore|thus|hereby|also|both/,
    examples: [
      ['The cane is therefore not medically necessary.', 'upheld'],
      ['The cane is thus medically necessary.', 'overturned'],
      ['The cane is both medically necessary and appropriate.', 'overturned'],
    ],
    counterexamples: [['The cane is however medically necessary.', 'nothing']],
  },
  {
    kind: 'filler',
    id: 'filler.clearly',
    what: 'How sure, or since when',
    pattern: /clearly|currently|presently/,
    examples: [
      ['The cane is clearly not medically necessary.', 'upheld'],
      ['The cane is presently medically necessary.', 'overturned'],
    ],
    counterexamples: [
      ['The cane is hardly medically necessary.', 'nothing'],
      ['The cane is rarely medically necessary.', 'nothing'],
    ],
  },
  {
    kind: 'filler',
    id: 'filler.found',
    what: 'The reviewer’s own judgement as the verb',
    pattern: /felt|deemed|considered|found|determined|judged|seen/,
    examples: [
      ['The cane is not deemed medically necessary.', 'upheld'],
      ['The cane was found medically necessary.', 'overturned'],
    ],
    counterexamples: [
      ['The cane was called medically necessary.', 'nothing'],
      ['The cane was claimed medically necessary.', 'nothing'],
    ],
  },
  {
    kind: 'filler',
    id: 'filler.to-be',
    what: '"to be", "as": between the judgement and what is judged',
    pattern: /to|be|being|as/,
    examples: [
      ['The cane was not felt to be medically necessary.', 'upheld'],
      ['The cane was seen as medically necessary.', 'overturned'],
    ],
    counterexamples: [['The cane was felt to have been medically necessary.', 'nothing']],
  },
  {
    kind: 'partly',
    id: 'partly.partially',
    what: 'A part is necessary, and a part is not',
    pattern: /partially/,
    examples: [
      ['The cane is partially medically necessary.', 'overturned_in_part'],
      ['The cane is partia1ly medically necessary.', 'overturned_in_part'],
      ['The cane is not partially medically necessary.', null],
    ],
    counterexamples: [['The cane is partly medically necessary.', 'nothing']],
  },
  {
    kind: 'partly',
    id: 'partly.in-part',
    what: 'The same in two words',
    pattern: /in part/,
    examples: [['The visits are in part medically necessary.', 'overturned_in_part']],
    counterexamples: [['The visits are apart medically necessary.', 'nothing']],
  },
  {
    kind: 'necessary',
    id: 'necessary.medically',
    what: 'What a verdict is on; blanks may be lost, and letters taken for each other',
    pattern: /medically[\s-]*(?:necessary|appropriate)(?:\s*(?:and|or)(?:\s*\/\s*or)?\s*(?:medically\s*)?(?:appropriate|necessary))?/,
    examples: [
      ['The cane is not medically necessary and appropriate.', 'upheld'],
      ['The cane is medicallynecessary and/or appropriate.', 'overturned'],
      ['The cane is not rnedica1ly necessary.', 'upheld'],
      ['The cane is medically appropriate.', 'overturned'],
    ],
    counterexamples: [
      ['The cane is medically unnecessary.', 'nothing'],
      ['The cane is necessary.', 'nothing'],
      ['This medically necessary cane.', 'nothing'],
    ],
  },
] as const satisfies readonly VerdictRow[];

export const SHOWN_ROWS = [
  {
    kind: 'shown-filler',
    id: 'shown-filler.been',
    what: 'Stands between "has" and what became of the necessity, beside the negations',
    pattern: /been|yet|therefore|thus|clearly|also|adequately|sufficiently/,
    examples: [
      ['Medical necessity has not been established.', 'upheld'],
      ['Medical necessity is adequately established.', 'overturned'],
    ],
    counterexamples: [
      ['Medical necessity has never been established.', 'nothing'],
      ['Medical necessity is hardly established.', 'nothing'],
    ],
  },
  {
    kind: 'shown',
    id: 'shown.established',
    what: 'What becomes of the necessity',
    pattern: /established|supported|demonstrated|substantiated|shown|documented|met|confirmed|evident/,
    examples: [
      ['The medical necessity of the cane is not established.', 'upheld'],
      ['Medical necessity has been demonstrated.', 'overturned'],
    ],
    counterexamples: [
      ['Medical necessity is argued.', 'nothing'],
      ['The need of the cane is established.', 'nothing'],
    ],
  },
  {
    kind: 'deem',
    id: 'deem.deem',
    what: 'The verb in front of a thing that is judged: "I deem the cane to be ..."',
    pattern: /deem|find|consider/,
    examples: [
      ['I deem the cane to be medically necessary.', 'overturned'],
      ['I find the cane not to be medically necessary.', 'upheld'],
    ],
    counterexamples: [
      ['I want the cane to be medically necessary.', 'nothing'],
      ['I do not deem the cane to be medically necessary.', 'nothing'],
    ],
  },
  {
    kind: 'deem-filler',
    id: 'deem-filler.to-be',
    what: 'Stands between the thing and what it is judged to be, beside the negations',
    pattern: /to|be|as/,
    examples: [
      ['I deem the cane to be medically necessary.', 'overturned'],
      ['I consider the cane as medically necessary.', 'overturned'],
    ],
    counterexamples: [['I deem the cane possibly medically necessary.', 'nothing']],
  },
  {
    kind: 'not-deemed',
    id: 'not-deemed.clause',
    what: 'The thing that is judged holds a clause or another verb: whose verdict it is is not clear',
    pattern: /that|than|what|how|which|who|deem|find|consider|is|are|was|were/,
    examples: [['I find the cane that he wants to be medically necessary.', null]],
    counterexamples: [['I find the cane to be medically necessary.', 'overturned']],
  },
  {
    kind: 'not-deemed',
    id: 'not-deemed.little',
    what: 'What stands as the thing says how little speaks for it',
    pattern: /no|not|any|insufficient|inadequate|little|few|scant|lack\w*|absence|hard|difficult|impossible/,
    examples: [
      ['I find 1ittle in the file for the cane to be medically necessary.', null],
      ['I find it hard for the cane to be medically necessary.', null],
    ],
    counterexamples: [['I find the cane to be medically necessary.', 'overturned']],
  },
  {
    kind: 'not-deemed',
    id: 'not-deemed.evidence',
    what: 'Evidence is no thing that was asked for',
    pattern: /reasons?|evidence|proof|support|basis|grounds?/,
    examples: [
      ['I find evidence for the cane to be medically necessary.', null],
      ['I consider the proof of the cane to be medically necessary.', null],
    ],
    counterexamples: [['I find the cane to be medically necessary.', 'overturned']],
  },
] as const satisfies readonly VerdictRow[];
