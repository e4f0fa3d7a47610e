/** What a sentence says for a request. What no row knows of is a criterion that is there: `criteria_met`. */
import type { ReasonRow } from './reason-row.ts';
import { CARE, pattern } from './words.ts';

const raw = String.raw;

export const FOR_ROWS: readonly ReasonRow[] = [
  {
    id: 'within.count',
    reason: 'within_guideline_count',
    what: 'No more than the guideline allows, or a first trial',
    pattern: pattern(
      raw`\b(?:within|inside of|does not exceed|not exceed(?:ing)?|(?:consistent|in (?:line|accordance|keeping)|compliant|concordant|congruent|complies|comply|conforms?|accords?) with|falls? (?:within|under)|less than|recommended by|equal to|short of)\b[^.;]{0,60}\b(?:guidelines?|recommend\w+|limits?|MTUS|ODG|ACOEM|maximum|range|parameters|allow\w*|initial half|number)\b`,
      raw`\b(?:initial|short|brief|six|6)[- ](?:\w+[- ]){0,2}(?:trial|course)\b`,
      raw`\bexceed[^.;]{0,40}\bby only\b`,
      raw`\btreatments? are the number\b`,
      raw`\bwell (?:within|inside)\b`,
      raw`\bthat the guideline foresees`,
      raw`\bnot excessive\b`,
      raw`\bprescribed for a (?:\w+ )?month\b`,
    ),
    examples: ['The six visits are within the guideline.', 'An initial trial of six sessions is reasonable.'],
    counterexamples: ['The guideline recommends six visits.', 'The findings are within normal bounds.'],
  },
  {
    id: 'conservative.failed',
    reason: 'conservative_care_failed',
    what: 'Lesser care was tried and did not help',
    pattern: pattern(
      raw`\b(?:fail(?:ed|ure|ing)?|despite|refractory|unresponsive|not (?:responded|improved|respond|improve|benefited)|exhausted|remain(?:s|ed)? symptomatic|without (?:\w+ ){0,2}(?:relief|improvement|benefit|success)|inadequate (?:response|relief)|intoleran\w+|tried|trialed|attempted|did not tolerate|upset)\b[^.;]{0,120}\b(?:conservative|${CARE})\b`,
      raw`\b(?:conservative|${CARE}|splinting|shots?|steroid|injected)\b[^.;]{0,110}\b(?:fail(?:ed|ure)?|without (?:\w+ ){0,2}(?:relief|improvement|benefit|success)|(?:has|have|had|did) not (?:\w+ )?(?:help\w*|improv\w+|reliev\w+|work\w*|provid\w+|resolv\w+|change)|ineffective|unsuccessful\w*|no (?:\w+ )?(?:relief|improvement|benefit)|(?:little|only|temporary|brief|short|transient) (?:\w+ )?(?:relief|benefit|lasting)|lasted|lasting|still has|stopped|upset)`,
      raw`\b(?:has|have|had) (?:already )?(?:had|undergone|completed|tried) (?:\w+ )?(?:conservative|extensive)`,
      raw`\bno (?:\w+ )?(?:relief|improvement|benefit) (?:from|with)\b`,
      raw`\bfurther conservative care`,
      raw`\bnauseated`,
      raw`\bsedated`,
    ),
    unless: /\bwould not (?:respond|benefit)|\bnot (?:yet )?(?:undergone|had|tried|completed)\b/i,
    examples: ['The worker failed therapy and medication.', 'An injection gave only brief relief.'],
    counterexamples: ['The worker completed therapy and is better.'],
  },
  {
    id: 'function.shown',
    reason: 'functional_improvement_shown',
    what: 'Earlier care helped: less pain, more function',
    pattern: pattern(
      raw`\b(?:functional|objective|significant|quantifi\w+|measurable|documented|symptomatic|good|excellent|reported|substantial) (?:\w+ ){0,3}(?:improvements?|benefits?|gains?|progress|relief|reduction)\b`,
      raw`\bquantifiable (?:\w+ )?change`,
      raw`\b(?:improv\w+|benefit(?:ed|s)?|reduc(?:ed|es|tion)|lower(?:ed|s)|reliev\w+|decreas(?:ed|es)|increas(?:ed|es)|responds|responded|progress(?:ed|ing)?|effective|drops?|goes|gone|went|down|cut|rated relief|relief (?:at|of|was))\b[^.;]{0,90}\b(?:pain|function\w*|with (?:the |his |her )?(?:prior|previous|current|past|treatment|therapy|medication)|from (?:the |his |her )?(?:prior|previous|past|treatment|therapy|\d)|to (?:the )?(?:prior|previous|treatment|therapy|medication|\d+)|activit\w+|strength|VAS|ability|tolerance|percent|\d+ ?%)\b`,
      raw`\b(?:pain|function\w*)\b[^.;]{0,60}\b(?:improv\w+|decreas(?:ed|es)|reduc\w+|goes down|\d+\/10 without)`,
      raw`\breturned to (?:work|function|modified|full)\b`,
      raw`\bable to (?:continue|work|perform|exercise|function)\b`,
    ),
    unless:
      /\b(?:did not|no|without|little|temporary|not) (?:\w+ ){0,3}(?:improve|benefit|relief|change|respond)|\bwill\b|\bwould\b|\bdecreased (?:range|sensation|strength|motor|grip|wrist)/i,
    examples: ['Functional improvement with the first visits is documented.', 'With the drug his pain goes down from 8 to 4.'],
    counterexamples: ['There was decreased sensation in the thumb.', 'Therapy will reduce pain.'],
  },
  {
    id: 'findings.new',
    reason: 'new_or_changed_findings',
    what: 'Something is new, worse or acute',
    pattern: pattern(
      raw`\b(?:new(?:ly)?(?! york| patient)|worsen\w*|progressive|progression|progressing|deteriorat\w+|chang(?:e|ed|es) in (?:\w+ )?(?:symptoms|condition|status|findings|function)|flare\S*|exacerbat\w*|re-?injur\w+|recurr\w+|acute (?:\w+ ){0,3}(?:injury|fracture|trauma|tear|syndrome|onset)|recent injury|red flags?|appearance of|since (?:that|the last|the prior|the previous) (?:study|visit))\b`,
    ),
    unless: /\b(?:no|not|without) (?:\w+ )?(?:new|worsen|progress|red flag)|\bnegative for fracture/i,
    examples: ['There is new weakness of the foot.', 'Symptoms worsened after the fall.'],
    counterexamples: ['There are no new findings.', 'Symptoms are the same.'],
  },
  {
    id: 'perioperative.approved',
    reason: 'perioperative_standard',
    what: 'The operation is approved, and this belongs to it; only of an item around an operation',
    pattern: pattern(
      raw`\b(?:surg(?:ery|ical procedure|ical intervention)|procedure|operation|repair|arthroplasty|arthroscopy|fusion)\b[^.;]{0,40}\b(?:is|was|has been|have been|been|were)? ?(?:already )?(?:approved|certified|authorized|supported|scheduled|undergo\w*)\b`,
      raw`\b(?:approved|certified|scheduled|authorized|is) to undergo\b`,
      raw`\b(?:post-?\s?operative|postoperative|immediate postoperative|perioperative|post-?surgical)\b[^.;]{0,30}\b(?:period|phase|time|recovery|pain|course|therapy|visits)\b`,
      raw`\b(?:prior to|before|after|following|for) (?:\w+ ){0,4}(?:surgery|anesthesia|arthroplasty|operation|discharge)\b`,
    ),
    unless: /\b(?:denied|not (?:been )?(?:approved|certified|authorized)|declined)\b|\bnot post-?operative/i,
    examples: ['The surgery was approved.', 'It is for the immediate postoperative period.'],
    counterexamples: ['The surgery was denied.'],
  },
  {
    id: 'safety.monitoring',
    reason: 'monitoring_or_safety',
    what: 'It watches over a treatment, or keeps from harm',
    pattern: pattern(
      raw`\b(?:monitor(?:ing|ed)?|safety|safe(?:ly)?|complian\w+|toxicity|fall risk|risk of (?:fall\w*|overdose|relapse|withdrawal|abuse|addiction)|high[- ]risk (?:group|category)|(?:opioid )?risk (?:score|tool|assessment)|hazard|aberran\w+|diversion|overdose|abrupt\w*|withdrawal|constipation|(?:hepatic|liver|renal|kidney) (?:function|enzymes)|creatinine)\b`,
    ),
    examples: ['Periodic monitoring of the kidneys is reasonable.', 'A walker is needed for safety.'],
    counterexamples: ['The knee gives way.'],
  },
];
