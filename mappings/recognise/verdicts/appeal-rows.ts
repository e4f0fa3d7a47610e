/**
 * How the reviewers of sister programmes word what becomes of a health plan's denial: "the denial should be upheld", "is likely to be more
 * beneficial", "2 of 3 reviewers determined". Lists of `appeal-verdict.ts`; an example tells the decision of the text.
 */
import type { Decision } from '#contract/lists.ts';
import type { ListRow } from '../list-rows.ts';

export type AppealKind =
  | 'stands'
  | 'falls'
  | 'outcome-verb'
  | 'outcome-filler'
  | 'acts-stands'
  | 'acts-falls'
  | 'benefit-word'
  | 'indicated'
  | 'not-own-voice'
  | 'not-told'
  | 'not-here'
  | 'votes';
type ToldAppeal = Exclude<Decision, 'undetermined'> | 'nothing';
export type AppealRow = ListRow<AppealKind, ToldAppeal>;

export const APPEAL_ROWS = [
  {
    kind: 'stands',
    id: 'stands.upheld',
    what: 'The denial stands',
    pattern: /upheld|affirmed|sustained/,
    examples: [
      ['The denial should be upheld.', 'upheld'],
      ['The denial was upheld in part.', 'overturned_in_part'],
      ['Upheld', 'upheld'],
    ],
    counterexamples: [['The denial should be reviewed.', 'nothing']],
  },
  {
    kind: 'falls',
    id: 'falls.overturned',
    what: 'The denial falls',
    pattern: /overturned|reversed/,
    examples: [
      ['The denial should be overturned.', 'overturned'],
      ['The denial should not be overturned.', 'upheld'],
      ['The plan’s determination is overturned in part.', 'overturned_in_part'],
    ],
    counterexamples: [['The denial should be returned.', 'nothing']],
  },
  {
    kind: 'outcome-verb',
    id: 'outcome-verb.is',
    what: 'What binds the outcome to the denial',
    pattern: /should|shall|must|will|is|are|was|were/,
    examples: [
      ['The denial is upheld.', 'upheld'],
      ['The denial must be overturned.', 'overturned'],
    ],
    counterexamples: [['The denial could be upheld.', 'nothing']],
  },
  {
    kind: 'outcome-filler',
    id: 'outcome-filler.therefore',
    what: 'May stand between verb and outcome',
    pattern: /therefore|thus|hereby|accordingly|also|be|been/,
    examples: [
      ['The denial is therefore upheld.', 'upheld'],
      ['The denial is hereby overturned.', 'overturned'],
    ],
    counterexamples: [['The denial is rarely upheld.', 'nothing']],
  },
  {
    kind: 'acts-stands',
    id: 'acts-stands.uphold',
    what: 'The reviewer upholds',
    pattern: /upholds?/,
    examples: [['The reviewer would uphold the denial.', 'upheld']],
    counterexamples: [['The plan chose to uphold the denial.', 'nothing']],
  },
  {
    kind: 'acts-falls',
    id: 'acts-falls.overturn',
    what: 'The reviewer overturns',
    pattern: /overturns?/,
    examples: [['The reviewers overturn the denial.', 'overturned']],
    counterexamples: [['The patient asks to overturn the denial.', 'nothing']],
  },
  {
    kind: 'benefit-word',
    id: 'benefit-word.likely',
    what: 'Words in front of "beneficial", where "more" is one of them',
    pattern: /likely|unlikely|expected|to|be|more|or|equally|as|any|also|therefore|not/,
    examples: [
      ['The drug is likely to be more beneficial than the usual therapy.', 'overturned'],
      ['The drug is not likely to be more beneficial than the usual therapy.', 'upheld'],
      ['The drug is unlikely to be more beneficial.', 'upheld'],
    ],
    counterexamples: [
      ['The drug is hopefully to be more beneficial.', 'nothing'],
      ['The drug is likely to be beneficial.', 'nothing'],
    ],
  },
  {
    kind: 'indicated',
    id: 'indicated.medically',
    what: 'Said for medically necessary',
    pattern: /(?:medically|clinically)\s+indicated/,
    examples: [
      ['The stay was medically indicated.', 'overturned'],
      ['The stay is not clinically indicated.', 'upheld'],
    ],
    counterexamples: [['The stay was indicated on the chart.', 'nothing']],
  },
  {
    kind: 'not-own-voice',
    id: 'not-own-voice.plan',
    what: 'What the plan or those who asked say is no verdict',
    pattern:
      /(?:plan|insurer|hmo|company|provider|physician(?!\s+reviewer)|doctor|surgeon|patient|parent|mother|father|enrollee)(?:['’\u0092]?s)?\s+(?:[a-z]+\s+){0,2}?(?:determined|denied|den(?:ies|ial)|stat(?:es|ed)|indicates?|indicated|argue[sd]?|reports?|reported|contends?|believes?|claims?|claimed|concluded|found|sa(?:ys|id)|considers?|considered|feels|felt|requests?|requested)\s+(?:[a-z]+\s+){0,3}?(?:that|because|as)/,
    examples: [
      ['The health plan determined that the stay was not medically necessary.', 'nothing'],
      ['The patient’s parent believes strongly that the stay is medically necessary.', 'nothing'],
    ],
    counterexamples: [
      ['The physician reviewer found that the stay was not medically necessary.', 'upheld'],
      ["The reviewer determined that the plan's denial should be overturned.", 'overturned'],
    ],
  },
  {
    kind: 'not-told',
    id: 'not-told.whether',
    what: 'A question or a condition',
    pattern: /whether|if|unless/,
    examples: [
      ['The question is whether the stay was medically necessary.', 'nothing'],
      ['The reviewer would act if the denial is upheld.', 'nothing'],
    ],
    counterexamples: [['The stay was medically necessary.', 'overturned']],
  },
  {
    kind: 'not-here',
    id: 'not-here.internal-appeal',
    what: 'Behind the outcome: another review had it',
    pattern:
      /(?:by|on|at|after|upon|following)\s+(?:(?:the|its|an?)\s+)?(?:health\s+plan|plan|insurer|internal|initial|first|second|appeal|grievance|reconsideration)/,
    examples: [['The denial was upheld on internal appeal.', 'nothing']],
    counterexamples: [['The denial was upheld on these grounds.', 'upheld']],
  },
  {
    kind: 'votes',
    id: 'votes.of',
    what: 'How many of a panel say so',
    pattern:
      /(?<n>\d{1,2}|one|two|three|four|five)\s+(?:out\s+)?of\s+(?:the\s+)?(?:\d{1,2}|two|three|four|five)\s+(?:[a-z]+\s+)?reviewers?/,
    examples: [
      [
        '2 of 3 reviewers determined that the drug was medically necessary. 1 of 3 reviewers determined that the drug was not medically necessary.',
        'overturned',
      ],
      [
        'One of the three physician reviewers determined that the denial should be overturned. Two of the three physician reviewers determined that the denial should be upheld.',
        'upheld',
      ],
    ],
    counterexamples: [['The reviewers determined that the drug was medically necessary.', 'overturned']],
  },
  {
    kind: 'votes',
    id: 'votes.count',
    what: 'The same without the size of the panel',
    pattern: /(?<n>one|two|three|four|five)\s+(?:[a-z]+\s+)?reviewers?/,
    examples: [
      ['Two reviewers found that the denial should be upheld. One reviewer found that the denial should be overturned.', 'upheld'],
    ],
    counterexamples: [['The other reviewer found that the denial should be upheld.', 'upheld']],
  },
] as const satisfies readonly AppealRow[];
