/**
 * Reasons as people say them, in folded words with single blanks ("doesn't" is "doesn t"). A row has wordings of one reason that say nothing
 * else: what names a treatment or a finding ("no red flags", "failed PT") stays words, and so does what could as well be a request's, unless it
 * stands behind a word that asks for a reason. Repeated groups are bounded, so that a long query costs no more than it is long.
 */
import type { Reason } from '#contract/lists.ts';

export interface ReasonRow {
  readonly reason: Reason;
  readonly pattern: string;
  /** Only behind a word that asks for a reason. */
  readonly asked?: true;
}

/** Words that ask for a reason. */
export const CAUSE = '(?:because(?: of)?|due to|since|as|reasons?|on (?:the )?grounds? (?:of|that)|for)';
/** Behind "because" with up to four words between, which stay words: "because [physical therapy] was not tried". */
const BECAUSE_OF_THING = '(?<=(?<![^ ])(?:because|since) (?:[^ ]+ ){1,4})';

const BE = '(?:(?:is|was|are|were|being|been) )?';
const BEEN = '(?:(?:(?:has|have|had) )?(?:is|was|are|were|been|being) |(?:has|have|had) )?';
const NOT =
  '(?:(?:(?:is|was|are|were|has|have|had|do|does|did|could|would) )?(?:not|never)|(?:is|was|are|were|has|have|had|do|does|did|could|would)n ?t|cannot)(?: (?:yet|been|be)){0,2}';
/** Behind a wording that speaks for a request: "failed conservative care is not documented". */
const NOT_NEGATED = `(?! ${NOT}(?= |$))`;

const PAPERS =
  '(?:(?:supporting|clinical|medical|adequate|sufficient|proper|enough) )?(?:documentation|documents|records?|paperwork|information|chart notes|notes)';
const GUIDELINE = '(?:the )?(?:guidelines?|mtus|odg|acoem)';
const COUNTED = '(?:visits|sessions|treatments|pills|tablets|units|requests)';

const EVIDENCE = '(?:(?:documented|documentation of|evidence of|proof of|records? of|objective|significant|meaningful|any|further) ){0,3}';
const IMPROVEMENT = '(?:functional|objective) (?:(?:functional|objective) )?(?:improvements?|benefits?|gains?|progress)';
const SHOWN = '(?:documented|demonstrated|shown|noted|reported|proven|established)';

const CRITERIA = '(?:(?:the|all|any|its|these|required|necessary|clinical|medical|guidelines?|mtus|odg|acoem) ){0,3}(?:criteria|criterion)';
const MET = '(?:met|satisfied|fulfilled)';
const CRITERIA_FOR = '(?<=(?<![^ ])criteria (?:for|of) (?:[^ ]+ ){1,4})';

const CARE =
  '(?:(?:an?|the|all|any|prior|previous|adequate|extensive|initial|other|more) ){0,3}(?:(?:trials?|courses?) of )?' +
  '(?:conservative|non ?operative|non ?surgical|first line) (?:care|treatments?|therap(?:y|ies)|management|measures?|modalit(?:y|ies)|options?|drugs?|medications?|agents?)';
const TRIED = '(?:tried|attempted|exhausted|completed|done|used|undertaken)';

const SURGERY = '(?:surger(?:y|ies)|operations?)';
const PROCEDURE = '(?:surger(?:y|ies)|operations?|procedures?|surgical (?:procedures?|requests?))(?: itself)?';
const APPROVED = '(?:medically )?(?:approved|authorized|certified|granted|necessary|indicated|supported|warranted|needed)';
const FOUND = '(?:found|deemed|considered|determined)(?: to be)?';
const NOT_APPROVED = `(?:${NOT} (?:${FOUND} )?${APPROVED}|(?:is|was|are|were) ${FOUND} (?:not (?:medically )?(?:necessary|indicated)|(?:medically )?unnecessary))`;

const OPERATIVE = '(?:pre|post|peri) ?(?:op|operative(?:ly)?)';
const FINDINGS = '(?:(?:objective|clinical|physical|examination) )?(?:findings?|symptoms?|complaints?)';
const SAFETY = '(?:patient )?(?:safety|side effects|adverse effects|toxicity|compliance|adherence)';

/** The rows for what an upheld item lacks. */
const AGAINST: readonly ReasonRow[] = [
  {
    reason: 'missing_documentation',
    pattern: `(?:missing|insufficient|inadequate|incomplete|lacking|poor|no|not enough|lack of|absence of|absent) ${PAPERS}`,
  },
  {
    reason: 'missing_documentation',
    pattern: `(?:the )?${PAPERS} (?:${BE}(?:missing|lacking|insufficient|inadequate|incomplete|absent)|${NOT} (?:provided|submitted|included|there|enough|sufficient))`,
  },
  { reason: 'missing_documentation', pattern: `(?:it )?${NOT} documented`, asked: true },
  // What it did not specify stays words: they tell which of these items are meant.
  {
    reason: 'missing_documentation',
    pattern: `(?:the )?(?:requests?|prescription|order|rfa)(?: (?:as|itself) (?:submitted|written)?)? (?:${NOT}|fail(?:s|ed|ing)? to) (?:specify|specified|state|stated|include|included|indicate|indicated|mention|mentioned|say)`,
    asked: true,
  },
  {
    reason: 'no_functional_improvement',
    pattern: `(?:no|lack of|without|absence of|not enough|insufficient) ${EVIDENCE}${IMPROVEMENT}(?: ${BE}${SHOWN})?`,
  },
  { reason: 'no_functional_improvement', pattern: `${IMPROVEMENT} ${NOT} ${SHOWN}` },
  {
    reason: 'no_functional_improvement',
    pattern: `(?:${NOT}|fail(?:s|ed|ing|ure)? to) (?:show|shown|demonstrate|demonstrated|document|documented|produce|produced) ${EVIDENCE}${IMPROVEMENT}`,
  },
  {
    reason: 'no_functional_improvement',
    pattern: `(?:no improvements?|not improving|(?:it )?${NOT} (?:help|helped|improve|improved))`,
    asked: true,
  },
  {
    reason: 'exceeds_guideline_count',
    pattern: `(?:too many|excessive(?: number of)?) ${COUNTED}|too many(?= (?:[^ ]+ ){1,2}(?:visits|sessions|treatments|pills|tablets)(?: |$))`,
  },
  {
    reason: 'exceeds_guideline_count',
    pattern: `(?:(?:it )?(?:exceeds?|exceeded|exceeding)|over|above|beyond|more than|in excess of) ${GUIDELINE}(?: (?:limits?|counts?|numbers?|maximum|recommendations?|allows?))?`,
  },
  {
    reason: 'exceeds_guideline_count',
    pattern: `(?:(?:it )?(?:exceeds?|exceeded|exceeding)|more(?: ${COUNTED})? than) (?:the |what is |is )?(?:recommended|allowed|maximum)(?: (?:number|amount|quantity|limit|duration|frequency|dose|visits|sessions))?`,
  },
  { reason: 'not_recommended', pattern: `${NOT} recommended (?:by|in|under|per|according to) ${GUIDELINE}` },
  { reason: 'not_recommended', pattern: `${GUIDELINE} ${NOT} (?:recommend|recommended|endorse|advise)(?: (?:it|this))?` },
  { reason: 'not_recommended', pattern: `${GUIDELINE} (?:${BE}against|(?:recommends?|advises?) against)(?: (?:it|this))?` },
  { reason: 'not_recommended', pattern: `(?:it )?${NOT} recommended`, asked: true },
  { reason: 'guideline_silent', pattern: `${GUIDELINE} ${BE}silent` },
  { reason: 'guideline_silent', pattern: `${NOT} (?:addressed|covered|mentioned|discussed) (?:by|in) ${GUIDELINE}` },
  { reason: 'guideline_silent', pattern: `${GUIDELINE} ${NOT} (?:address|cover|mention|discuss)(?: (?:it|this))?` },
  { reason: 'criteria_not_met', pattern: `${CRITERIA} (?:${NOT} ${MET}|${BE}unmet)` },
  { reason: 'criteria_not_met', pattern: `(?:unmet ${CRITERIA}|(?:no|none of) ${CRITERIA} ${BEEN}${MET})` },
  {
    reason: 'criteria_not_met',
    pattern: `(?:${NOT} (?:meet|met|meeting|satisfy|satisfied|fulfill|fulfilled)|fail(?:s|ed|ing|ure)? to (?:meet|satisfy|fulfill)|without meeting) ${CRITERIA}`,
  },
  { reason: 'criteria_not_met', pattern: `${CRITERIA_FOR}${NOT} ${MET}` },
  {
    reason: 'criteria_not_met',
    pattern: `(?:it )?(?:${NOT} (?:medically |clinically )?(?:indicated|supported|warranted|appropriate)|${BE}contraindicated)`,
    asked: true,
  },
  {
    reason: 'conservative_care_not_tried',
    pattern: `(?:no|without|lack of|absence of|insufficient|inadequate|incomplete|not enough) (?:(?:documented|documentation of|evidence of|records? of|failed|failure of) ){0,2}${CARE}(?: ${BEEN}${TRIED})?`,
  },
  {
    reason: 'conservative_care_not_tried',
    pattern: `(?:fail(?:ed|ing|ure of) )?${CARE} ${NOT} (?:${TRIED}|failed|documented|given|provided)(?: first)?`,
  },
  {
    reason: 'conservative_care_not_tried',
    pattern: `(?:${NOT} (?:try|attempt|exhaust|complete|fail|failed|had|undergone|${TRIED})|fail(?:s|ed|ing|ure)? to (?:try|attempt|exhaust|complete)|without (?:first )?(?:trying|attempting|exhausting|completing|failing)) ${CARE}(?: first)?`,
  },
  {
    reason: 'conservative_care_not_tried',
    pattern: `(?:${NOT} ${TRIED}|(?:should|must|needs? to|ha(?:s|ve|d) to) (?:be|have been) ${TRIED}) first`,
  },
  { reason: 'conservative_care_not_tried', pattern: `${BECAUSE_OF_THING}${NOT} (?:tried|attempted)` },
  { reason: 'already_done', pattern: '(?:(?:is|was|were|has|have|had) )?(?:been )?already (?:been )?done' },
  {
    reason: 'already_done',
    pattern: '(?:(?:is|was|were) already|(?:has|have|had) (?:been already|already been)) (?:performed|obtained|completed|provided)',
  },
  { reason: 'already_done', pattern: '(?:it |one |this )?already (?:had|received|performed|obtained|completed|provided)', asked: true },
  {
    reason: 'already_done',
    pattern:
      '(?:duplicat(?:e|es|ed|ive|ion)(?: of)?|redundant)(?: (?:an?|the|another|other|previous|prior|earlier|existing)){0,2} (?:requests?|services?|orders?|tests?|stud(?:y|ies)|imaging)',
  },
  {
    reason: 'alternative_suffices',
    pattern:
      '(?<=(?<![^ ])(?:exercises?|programs?|alternatives?|medications?|drugs?|generics?|therapy|care|treatments?|counter|rays?|radiographs?) )(?:is|are|was|were) (?:enough|sufficient)',
  },
  {
    reason: 'alternative_suffices',
    pattern:
      '(?<!(?:documentation|documents|records?|notes|information|paperwork) )(?:(?:would|will|should) (?:suffice|be (?:enough|sufficient))|suffices)',
  },
  {
    reason: 'alternative_suffices',
    pattern: `(?:(?:an?|the|other|cheaper|better|safer|simpler|effective|adequate|reasonable|less (?:costly|expensive|invasive|intensive)) ){0,3}alternatives? (?:${BE}available|exists?)`,
  },
  { reason: 'alternative_suffices', pattern: `${BE}available (?:over the counter|otc)` },
  { reason: 'primary_not_necessary', pattern: `(?:the )?(?:primary|associated|underlying|accompanying|main) ${PROCEDURE} ${NOT_APPROVED}` },
  {
    reason: 'primary_not_necessary',
    pattern: `(?:the |that |this )?${PROCEDURE} (?:${NOT_APPROVED}|${BE}(?:denied|non ?certified))`,
    asked: true,
  },
  { reason: 'primary_not_necessary', pattern: `${BECAUSE_OF_THING}${PROCEDURE} ${NOT_APPROVED}` },
  // "knee surgery was not approved" may ask for that operation; without a word before it what was not approved is another thing.
  {
    reason: 'primary_not_necessary',
    pattern: `(?:the |that |(?<=^))${SURGERY} (?:(?:is|was|were) (?:not|never)|(?:is|was|were)n ?t|(?:has|have|had)(?: not|n ?t) been) (?:medically )?(?:approved|authorized|certified|necessary)`,
  },
];

/** The rows for what an overturned item shows. */
const FOR: readonly ReasonRow[] = [
  { reason: 'criteria_met', pattern: `${CRITERIA} ${BEEN}${MET}` },
  {
    reason: 'criteria_met',
    pattern: `(?<!(?<![^ ])(?:must|should|shall|to|will|would|may|might|could|can|needs?|or) )(?:meets?|met|satisfies|satisfied|fulfills|fulfilled) ${CRITERIA}`,
  },
  { reason: 'criteria_met', pattern: `${CRITERIA_FOR}${BEEN}${MET}` },
  { reason: 'functional_improvement_shown', pattern: `${IMPROVEMENT} ${BEEN}${SHOWN}` },
  {
    reason: 'functional_improvement_shown',
    pattern: `(?:documented|demonstrated|showed|shown|shows|proven|documentation of|evidence of|proof of) ${EVIDENCE}${IMPROVEMENT}`,
  },
  {
    reason: 'within_guideline_count',
    pattern:
      '(?<!(?:listed|contained|found|mentioned|addressed|discussed|described|outlined|included|stated|covered|cited|criteria|sections?|recommendations?|recommended|chapters?) )(?:(?:is|was|are|were|falls?|stays?) )?within (?:the )?' +
      '(?:(?:guidelines?|mtus|odg|acoem) (?:limits?|counts?|numbers?|maximum|range|frequency|duration)|(?:recommended|allowed) (?:number|amount|limits?|range|frequency|duration|count|quantity|visits|sessions)|(?:(?:mtus|odg|acoem) )?guidelines?)',
  },
  {
    reason: 'conservative_care_failed',
    pattern: `${CARE} (?:${BEEN}(?:failed|fails|exhausted|unsuccessful|ineffective|(?:tried|attempted) and failed)|${NOT} (?:help|helped|work|worked|succeed))`,
  },
  {
    reason: 'conservative_care_failed',
    pattern: `(?:(?:tried and )?fail(?:ed|s|ing|ures?(?: of)?)|exhausted|despite|refractory to|resistant to|unresponsive to|${NOT} (?:respond|responded|responding|responsive) to|(?:no|without|little) (?:relief|improvement|response|benefit) (?:from|with|to|after)) ${CARE}`,
  },
  {
    reason: 'new_or_changed_findings',
    pattern: `(?:new(?: (?:or|and) (?:changed|different|worsening|worsened))?|changed|worsening|worsened) ${FINDINGS}`,
  },
  {
    reason: 'new_or_changed_findings',
    pattern: `(?:findings?|symptoms?|complaints?) (?:(?:have|has|had|is|are|was|were|got|became) )?(?:worsened|worsening|worse|changed|progressed)`,
  },
  { reason: 'new_or_changed_findings', pattern: `(?:a )?(?:significant )?changes? in (?:the )?${FINDINGS}` },
  { reason: 'new_or_changed_findings', pattern: '(?:(?:it )?(?:got|became|is|has) )?(?:worse|worsened|worsening)(?=$)', asked: true },
  { reason: 'perioperative_standard', pattern: `${OPERATIVE} standards?(?: of care)?` },
  { reason: 'perioperative_standard', pattern: `(?:standard|usual|customary) ${OPERATIVE} (?:care|practice|protocols?)` },
  {
    reason: 'perioperative_standard',
    pattern:
      '(?:is |are )?(?:standard|usual|customary|routine)(?: of care| practice| care)? (?:before|after|around|during|following) (?:(?:an?|the|this|any|such) )?(?:surger(?:y|ies)|operations?|procedures?)',
  },
  {
    reason: 'perioperative_standard',
    pattern:
      '(?:is |are )?(?:standard|usual|customary|routine)(?: of care| practice| care)?(?= (?:before|after|around|during|following) (?:[^ ]+ ){1,3}(?:surger(?:y|ies)|operations?|procedures?)(?: |$))',
  },
  { reason: 'monitoring_or_safety', pattern: 'safety (?:monitoring|reasons?|purposes)' },
  { reason: 'monitoring_or_safety', pattern: `(?:to )?monitor(?:ing)? (?:(?:for|of|and|or) )?${SAFETY}` },
  {
    reason: 'monitoring_or_safety',
    pattern: '(?:needed|necessary|required) for (?:safety|monitoring)(?: (?:and|or) (?:safety|monitoring))?',
  },
];

/** All rows, for every reason that there is. */
export const REASON_ROWS: readonly ReasonRow[] = [
  ...AGAINST,
  ...FOR.map((row) => ({ ...row, pattern: `(?:${row.pattern})${NOT_NEGATED}` })),
];
