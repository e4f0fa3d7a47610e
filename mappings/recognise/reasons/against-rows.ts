/** What a sentence says outright against a request. A row of `lack-rows.ts` reads what it says is not there. */
import type { ReasonRow } from './reason-row.ts';
import { CARE, GUIDELINE, pattern, STUDY } from './words.ts';

const raw = String.raw;
/** What other items of a letter lean on. */
const PRIMARY =
  '(?:surg\\w+|procedure|operati\\w+|intervention|primary|injections?|request(?:ed)?|acupuncture|therapy|medication|treatment|NSAIDs?|opioids?|unit|stimulator|admission|testing|study|use|arthroscopy|fusion|repair)';

export const AGAINST_ROWS: readonly ReasonRow[] = [
  {
    id: 'primary.since',
    reason: 'primary_not_necessary',
    what: 'What the item depends on was not necessary, and so it is not either',
    pattern: pattern(
      raw`\b(?:since|because|as|given(?: that)?|due to|in (?:view|light) of|with|if|until)\b[^.;]{0,140}?\b${PRIMARY}\b[^.;]{0,60}?\b(?:not|non|denied|denial|never)\b`,
    ),
    behind:
      /^[^.;]{0,140}\b(?:associated|ancillary|related|also not|not (?:medically )?(?:necessary|indicated|needed|required|supported|warranted|appropriate)|unnecessary|moot|no longer)/i,
    examples: [
      'As the knee surgery is not medically necessary, the associated crutches are not medically necessary.',
      'Since the injection was not certified, the sedation is not needed.',
    ],
    counterexamples: [
      'As the knee surgery is medically necessary, the crutches are medically necessary.',
      'The knee surgery is not medically necessary.',
    ],
  },
  {
    id: 'primary.therefore',
    reason: 'primary_not_necessary',
    what: 'The same, with the consequence behind',
    pattern: pattern(
      raw`\b(?:use of|surg\w+|procedure|NSAIDs?|opioids?|primary)\b[^.;]{0,40}\b(?:is|are|was|were) not (?:\w+ )?(?:appropriate|necessary|supported|indicated|certified|approved|warranted)\b[^.]{0,10}\b(?:and )?(?:therefore|thus|so|hence)\b[^.;]{0,60}\bnot\b`,
    ),
    examples: [
      'Use of ibuprofen is not appropriate and therefore the stomach protection is not needed.',
      'The shoulder surgery is not medically necessary; therefore, the sling is not medically necessary.',
    ],
    counterexamples: ['Use of ibuprofen is not appropriate.'],
  },
  {
    id: 'primary.related-request',
    reason: 'primary_not_necessary',
    what: 'The related request is said not to be necessary',
    pattern: pattern(
      raw`\b(?:related|primary|underlying|index|main|concurrent|associated)\b (?:\w+ ){0,2}(?:request|procedure|surgery|operation)\b[^.;]{0,80}\b(?:is|are|was|were|has) not\b[^.;]{0,40}\b(?:necessary|supported|certified|approved|authorized|established)\b`,
      raw`\bfor which (?:this|the|these) [^.;]{0,40}\b(?:is|was|are|were) (?:requested|needed|meant)\b[^.;]{0,40}\bnot\b`,
      raw`\brequest falls with\b`,
    ),
    examples: [
      'The related request for shoulder surgery is not medically necessary.',
      'The operation for which this brace was requested is not certified.',
    ],
    counterexamples: ['The related request for shoulder surgery is medically necessary.'],
  },
  {
    id: 'exceeds.more-than',
    reason: 'exceeds_guideline_count',
    what: 'More than a guideline allows: visits, weeks, pieces',
    pattern: pattern(
      raw`(?<!\b(?:not|n't|when|if|whether|may|can|and\/or|should|unless)\b[^.;]{0,60})\b(?:exceed(?:s|ed|ing|ance)?|in excess of|over and above|(?:is|are|was|were|be|seems?) (?:\w+ )?excessive|excess (?:physical|therapy|treatments?|visits|sessions)|surpass\w*|beyond (?:the |what (?:is|the) |that )?(?:guideline|recommend|number|total|MTUS|ODG|ACOEM|allow|maximum|usual|limit|trial)|(?:more|greater|longer) than (?:the |what |is |what is )?(?:number|amount|quantity|recommend\w*|guidelines?|MTUS|ODG|allowed|maximum|suggested|supported|trial)|(?:more|greater) than (?:the )?\d+ [^.;]{0,30}(?:recommended|allowed|supported)|too many|(?:well )?over the (?:upper |usual |recommended )?(?:limit|maximum|number)|past the (?:\w+ )?(?:weeks|period|limit)|is outside (?:of )?the guideline|bypass the trial)\b`,
    ),
    unless: /\bexceed[^.;]{0,40}\bby only\b/i,
    examples: ['The request for twelve visits exceeds what is recommended.', 'The number asked for is in excess of the guidelines.'],
    counterexamples: ['Doses should not exceed eighteen units.', 'The request will exceed the guideline by only one visit.'],
  },
  {
    id: 'exceeds.limit',
    reason: 'exceeds_guideline_count',
    what: 'A limit of the guideline that the request does not keep',
    pattern: pattern(
      raw`\bguidelines?\b[^.;]{0,40}\b(?:limit|only (?:allow|recommend|support))\b[^.;]{0,80}\bnot\b`,
      raw`\brequest(?:ed)?\b[^.;]{0,80}\b(?:whereas|while|but)\b[^.;]{0,60}\bguidelines?\b[^.;]{0,60}\bonly\b`,
      raw`\bnot (?:suggest|reflect|indicate) (?:a )?short[- ](?:term|course)`,
      raw`\b(?:not|n't)\b[^.;]{0,40}\b(?:within|consistent with|in accordance with|aligned with|congruent with)\b[^.;]{0,40}\b(?:guideline|recommend)[^.;]{0,30}\b(?:number|duration|visits|frequency|length)`,
    ),
    examples: ['Given that the guidelines limit its use to two weeks, a refill would not be supported.'],
    counterexamples: ['The guidelines limit its use to two weeks.'],
  },
  {
    id: 'exceeds.long-term',
    reason: 'exceeds_guideline_count',
    what: 'Long-term use is not recommended',
    pattern: pattern(
      raw`\b(?:long[- ]term|chronic|prolonged|ongoing)\b[^.;]{0,30}\b(?:use|usage)\b[^.;]{0,60}\bnot\b[^.;]{0,20}\b(?:recommended|supported|indicated|appropriate)`,
    ),
    examples: ['Long-term use is not recommended.'],
    counterexamples: ['Long-term use is recommended.'],
  },
  {
    id: 'exceeds.used-long',
    reason: 'exceeds_guideline_count',
    what: 'Used for months or years, where the rationale says that it is for a short course',
    pattern: pattern(
      raw`\b(?:taking|taken|been on|been given|used|using|continued|prescribed|dispensed|refilled)\b[^.;]{0,60}\b(?:for (?:at least|more than|over|a minimum of|several|many|\w+) (?:\w+ )?(?:months|years)|since (?:before|at least|the (?:spring|summer|fall|winter|beginning)|(?:19|20)\d\d|january|february|march|april|may|june|july|august|september|october|november|december|\d{1,2}\/\d))`,
    ),
    examples: ['The worker has been taking it for several months.', 'It was prescribed since 2012.', 'It was used since March 2012.'],
    counterexamples: ['The worker has been taking it for pain.', 'The pain has been present for several months.'],
  },
  {
    id: 'exceeds.exceptional',
    reason: 'exceeds_guideline_count',
    what: 'No exceptional circumstances that more would need',
    pattern: pattern(
      raw`\b(?:no|not|lack\w*|without|absence)\b[^.;]{0,60}\b(?:exceptional|extenuating|special|unusual|compelling)\b[^.;]{0,20}\b(?:factors?|circumstances?|reasons?|findings)\b[^.;]{0,90}\b(?:exceed\w*|beyond|additional|initial|excess|departure|deviat\w+)`,
    ),
    examples: ['There are no exceptional factors to support additional visits.'],
    counterexamples: ['There are no exceptional factors.'],
  },
  {
    id: 'not-recommended.by-guideline',
    reason: 'not_recommended',
    what: 'A guideline does not recommend it',
    pattern: pattern(
      raw`\b${GUIDELINE}\b[^.;]{0,90}\b(?:do(?:es)? not|not|never)\b (?:\w+ ){0,2}?(?:recommend|support|endorse|advise|favor)`,
      raw`\bnot (?:\w+ ){0,2}?(?:recommended|supported|endorsed|approved|advised)\b(?: \w+){0,3} (?:by|in|under|per|for|over|according|as an?)\b`,
      raw`\b(?:is|are|was|were) (?:generally |currently |typically |also )?(?:not|under) (?:\w+ )?(?:recommended|study)\b`,
      raw`\blisted (?:there |here )?as not recommended`,
      raw`\brecommend(?:s|ed)? against`,
      raw`\b(?:use of|its|their|the use|the usage)\b[^.;]{0,80}\b(?:is|are) not (?:indicated|supported|recommended)`,
      raw`\balmost never`,
    ),
    unless: pattern(
      raw`\bnot\b[^.;]{0,40}\brecommend\w*\b[^.;]{0,60}\b(?:longer than|more than|beyond|(?:in|and|or) the absence|without|unless|until|during the first|before|if|prior to|long[- ]term|as (?:a )?(?:primary|first)|routine\w*)\b`,
      raw`^[^,;]*\bnot (?:be )?(?:needed|necessary)\b`,
      raw`\bnot\b[^.;]{0,20}\b(?:supported|support) by (?:the )?(?:\w+ )?(?:records?|documentation|documents|findings)`,
      raw`\bnot supported unless`,
      raw`\broutine(?:ly)?\b`,
    ),
    examples: ['The ODG does not recommend magnets for the back.', 'This supplement is not recommended.'],
    counterexamples: ['It is not recommended for longer than two weeks.', 'The ODG recommends a brace for the knee.'],
  },
  {
    id: 'not-recommended.unproven',
    reason: 'not_recommended',
    what: 'It is not proven, or not approved',
    pattern: pattern(
      raw`\b(?:experimental|investigational|unproven|is contraindicat\w+)\b`,
      raw`\b(?:no|not|n't)\b[^.;]{0,20}\bFDA\b`,
      raw`\bno (?:\w+ )?(?:evidence|proof|studies|literature)\b[^.;]{0,40}\b(?:efficacy|effective|that (?:this|these|it) (?:is|are|works?)|benefit of)`,
      raw`\b(?:without|no) (?:high quality |peer[- ]reviewed )?(?:support|literature)(?: (?:to back|for)\b|$|\.)`,
    ),
    examples: ['The device is investigational.', 'There is no evidence that it is of use.'],
    counterexamples: ['There is no evidence of a fracture.'],
  },
  {
    id: 'silent.guideline',
    reason: 'guideline_silent',
    what: 'The guideline does not speak of it',
    pattern: pattern(
      raw`\b(?:guidelines?|MTUS|ACOEM|ODG)\b[^.;]{0,30}\b(?:is|are|was|were|remains?) silent\b`,
      raw`\b${GUIDELINE}\b[^.;]{0,80}\b(?:do(?:es)? not|did not|fails? to|have not)(?: \w+)? (?:address|discuss|mention|provide (?:any )?(?:specific )?recommendations?|comment|contain|reference)\b`,
      raw`\bnot (?:specifically )?(?:addressed|discussed|mentioned|referenced|covered) (?:in|by) (?:the )?(?:\w+ )?${GUIDELINE}\b`,
      raw`\bno (?:specific )?(?:guidelines?|recommendations?|guideline support) (?:for|on|regarding|that address)\b`,
    ),
    examples: ['The MTUS is silent on this device.', 'The ACOEM guidelines do not specifically address gym memberships.'],
    counterexamples: ['The records are silent on the outcome.', 'The treating physician did not mention a trial.'],
  },
  {
    id: 'already.done',
    reason: 'already_done',
    what: 'The same was done before, or is asked for twice',
    pattern: pattern(
      raw`\balready (?:been )?(?:had|received|undergone|completed|performed|obtained|authorized|approved|certified|done|has|have|tak\w+|using|prescrib\w+|own\w*|in possession)\b`,
      raw`\bpreviously (?:had|did|underwent|received|completed) (?:an? |the )?(?:\w+ ){0,3}?${STUDY}\b`,
      raw`\bduplicat\w+`,
      raw`\bredundan\w+`,
      raw`\brepeat(?:ed|ing)?\b[^.;]{0,30}\b(?:${STUDY}|not|necessary)`,
      raw`\banother (?:${STUDY})`,
      raw`\b(?:had|received|undergone|underwent|obtained|completed)\b (?:an? |the )?(?:\w+ ){0,2}?(?:prior |previous |recent )(?:\w+ ){0,2}?${STUDY}\b`,
      raw`\b(?:had|received|underwent|undergone|obtained) (?:an? |the )?(?:\w+ ){0,2}?${STUDY}\b[^.;]{0,60}\b(?:previously|dated|of unknown date|done on|on \d|in (?:19|20)\d\d|(?:last|this) (?:month|year)|ago|that (?:revealed|showed))`,
      raw`\b${STUDY} (?:was|were|has been|had been|have been) (?:already |previously |recently )?(?:obtained|performed|done|carried out|completed)\b`,
      raw`\b(?:prior|earlier|similar|previous) (?:\w+ ){0,2}?${STUDY}\b[^.;]{0,40}\b(?:was|were|has been|had been|on|dated|performed|showed|revealed)\b`,
    ),
    unless:
      /\b(?:no|not|lack\w*|unclear|without|any)\b[^.;]{0,40}\b(?:prior|previous|repeat|already|had|received|undergone|completed)|\bwere not performed|\bhistory of|\b(?:until|before)\b/i,
    examples: ['The worker had a prior MRI.', 'A scan was obtained in the spring.', 'The request is a duplicate.'],
    counterexamples: ['The worker has not had a prior MRI.', 'An MRI is requested.'],
  },
  {
    id: 'already.authorized',
    reason: 'already_done',
    what: 'Care that was authorized already, whose response is awaited',
    pattern: pattern(
      raw`\b(?:authorized|approved|certified)\b (?:for )?(?:\w+ ){0,3}?(?:initial|trial|\d+|six|eight|ten|twelve|prior|previous)\b(?![^.;]*\bnot\b)`,
      raw`\b(?:sessions|visits|trial|treatment)\b[^.;]{0,60}\b(?:authorized|approved|certified) (?:by (?:a |the )?(?:prior|previous)|previously)`,
      raw`\bcontingent (?:up)?on\b[^.;]{0,40}\bresponse`,
      raw`\b(?:await\w*|pending|until)\b[^.;]{0,40}\b(?:response|outcome|results?|completion)\b`,
      raw`\b(?:outcome|response|results?) (?:of|to)\b[^.;]{0,40}\b(?:is|are|was) not yet`,
      raw`\bprior review has already`,
      raw`\balready certified\b`,
      raw`\bmust be completed\b[^.;]{0,60}\bbefore (?:more|further|additional)`,
    ),
    unless: /\b(?:surgery|procedure|operation|repair)\b[^.;]{0,30}\b(?:authorized|approved|certified)/i,
    examples: ['The worker was authorized an initial trial of six visits.', 'More visits are contingent upon the response.'],
    counterexamples: ['The surgery was approved.', 'Six visits are requested.'],
  },
  {
    id: 'alternative.other',
    reason: 'alternative_suffices',
    what: 'Something else does as well, or better',
    pattern: pattern(
      raw`\b(?:instead of|in lieu of|as opposed to|over[- ]the[- ]counter|available without (?:a )?prescription|(?:is|are|be) (?:generally |usually )?preferred|suffic(?:e|es|ed)|(?:is|are|be) sufficient|less (?:costly|expensive|invasive)|equally effective|generic (?:form|version|equivalent)|already does the job|is enough\b|would (?:do|be enough)\b|will answer the question|(?:lesser|other) (?:\w+ )?(?:options|alternatives|means)|(?:more|better) (?:appropriate|suited)|alternatives? (?:is|are|exist|available|would))\b`,
    ),
    examples: ['A cane is enough.', 'A plain film is generally preferred.'],
    counterexamples: ['The findings are not enough to tell.'],
  },
  {
    id: 'alternative.home',
    reason: 'alternative_suffices',
    what: 'Exercise at home instead of supervised care',
    pattern: pattern(
      raw`\b(?:transition\w* to (?:an? )?(?:active|self|home|independent)|self[- ](?:directed|administered|guided)|(?:established|independent|taught|fully|continu\w+|proficient|with|in|to) (?:\w+ ){0,2}?home exercise|home exercise (?:program|regimen) (?:is|would|should|could|can)|no longer (?:needs?|requires?)|(?:done|performed|exercis\w+) independently|no reason (?:why |that )?[^.;]{0,60}(?:cannot|could not)[^.;]{0,40}(?:home exercise|independent)\w*|additional exercises cannot)\b`,
    ),
    unless: /\b(?:documentation|evidence|indication|participating)\b[^.;]{0,40}\bhome exercise\b/i,
    examples: ['By now the worker should have transitioned to a home program.', 'He no longer needs a therapist.'],
    counterexamples: ['There is no documentation of a home exercise program.'],
  },
  {
    id: 'conservative.before',
    reason: 'conservative_care_not_tried',
    what: 'Lesser care is not tried or not finished yet',
    pattern: pattern(
      raw`\b(?:prior to|before|pending|until) (?:the )?(?:completi\w+|exhaust\w+|trial|failure|attempt\w*|trying|first|initiat\w+|\w+ therapy)\b[^.;]{0,60}\b(?:${CARE}|conservative|visit)`,
      raw`\bis premature\b`,
      raw`\b(?:had|has|have) (?:been to|attended|completed|had) only (?:\w+ ){0,8}(?:visits|sessions|therapy|injections?)`,
      raw`\b(?:had|has|have) (?:not )?yet (?:to (?:receive|undergo|complete|attend|try|begin)|had|begun|undergone)`,
      raw`\b(?:therapy|treatment|care)\b[^.;]{0,40}\b(?:had|has|have) not (?:yet )?(?:begun|started)`,
      raw`\b(?:treatment|therapy|care|medications?|exercises?|it) (?:was|is|were|are) (?:also )?(?:working|helping)\b`,
      raw`\bimproving (?:with|by|per)`,
      raw`\b(?:has|have|was|were) not (?:been )?(?:offered|prescribed|tried|attempted)\b`,
      raw`\bremains a treatment option`,
      raw`\bplace for a second-line`,
    ),
    examples: [
      'Imaging is premature.',
      'There is no reason for it prior to completion of the therapy.',
      'An antidepressant has not been tried.',
    ],
    counterexamples: ['Therapy was completed.', 'He was seen prior to the injury.'],
  },
  {
    id: 'function.unchanged',
    reason: 'no_functional_improvement',
    what: 'Earlier care changed nothing',
    pattern: pattern(
      raw`\b(?:were|was|is|are) not (?:been )?(?:beneficial|helpful|effective)\b`,
      raw`\b(?:remain(?:s|ed)?|still) (?:\w+ ){0,2}(?:at|unchanged|the same|off work|on (?:total )?temporary|only)\b`,
      raw`\bunchanged\b`,
      raw`\bnot meaningful\b`,
      raw`\b(?:has|have|had) not been (?:reduced|decreased|resumed)\b`,
      raw`\b(?:continu\w+|ongoing) (?:\w+ )?(?:difficulty|dependence|reliance)\b`,
      raw`\bnearly identical\b`,
      raw`\bfail\w* to (?:\w+ ){0,3}(?:effect|demonstrate|show|produce) (?:\w+ ){0,3}(?:improvement|function)`,
    ),
    examples: ['Eight visits were not beneficial.', 'Work restrictions remain unchanged.'],
    counterexamples: ['Eight visits were beneficial.'],
  },
];
