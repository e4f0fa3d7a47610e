/**
 * What opens a text that is no letter: the vocabulary and the looks of what people put around one. A rationale is prose; orders, briefs, forms,
 * faxes, mails and reports have titles, labels or turns of their own. Only what opens a paragraph or a page is looked at.
 */
import { ANY_DECISION } from '#mappings/recognise/verdicts/decision-words.ts';
import { OTHER_LABEL } from './header-cells.ts';

/** Words that open a paragraph of something else, by what it is. */
const OPENINGS: readonly (readonly [string, string])[] = [
  [
    'an order',
    String.raw`IT\s+IS\s+(?:HEREBY\s+|SO\s+|FURTHER\s+)*ORDERED|(?:IT\s+IS\s+)?SO\s+ORDERED|GOOD\s+CAUSE\s+(?:HAVING|APPEARING)|ORDER(?:ED)?\b\s*[:.]?$`,
  ],
  [
    'an opinion',
    String.raw`(?:For|On)\s+the\s+(?:foregoing|above|following|reasons)\b|(?:Based|Accordingly|Therefore|Thus|Here|Moreover|Finally|In\s+(?:this\s+case|conclusion|sum))?,?\s*(?:(?:we|the\s+(?:WCAB|WCJ|Appeals\s+Board|Board|court|undersigned))\s+(?:find|finds|hold|holds|affirm|affirms|conclude|concludes|deny|denies|grant|grants|adopt|adopts|agree|agrees|believe|note|notes|observe|are\s+(?:not\s+)?persuaded)\b)`,
  ],
  [
    'a brief',
    String.raw`(?:The\s+)?(?:Applicant|Defendant|Petitioner|Respondent|Lien\s+claimant|Appellant)(?:'?s?)?\s+(?:contends|argues|asserts|alleges|seeks|submits|requests\s+that|appeals|petitions?|objects|respectfully|attorney|counsel|was\s+served|filed)\b|(?:The|This)\s+(?:above|foregoing|quoted|attached|enclosed)\s+(?:determination|letter|decision|IMR)\b|Respectfully\s+submitted|Petition\s+for\s+\p{L}+|Points\s+and\s+Authorities|Pursuant\s+to\s+(?:Labor\s+Code|section|Rule)\b|Under\s+Labor\s+Code\b|Labor\s+Code\s+section\b`,
  ],
  [
    'a service',
    String.raw`(?:PROOF|DECLARATION|CERTIFICATE)\s+OF\s+(?:SERVICE|MAILING|CUSTODIAN)\b|I\s+(?:declare|certify|hereby\s+(?:declare|certify)|am\s+(?:over|employed|a\s+resident))\b|I,\s+(?:the\s+undersigned|\p{L}+\s+\p{L}+,)|Executed\s+(?:on|at|this)\b|On\s+[^\n]{4,30},\s+I\s+served\b`,
  ],
  [
    'a mail',
    String.raw`(?:From|To|Sent|Subject|Attn|Attention|Re|RE|Cc|Bcc)\s*:\s*\S|Dear\s+[^\n]{1,60}[,:][ \t]*(?=\n|$)|(?:Best|Kind|Warm)?\s*regards\s*,|Thank\s+you\b|Yours\s+(?:truly|sincerely|faithfully)|Please\s+(?:note|contact|call|find|see\s+(?:the\s+)?attached|be\s+advised|do\s+not)\b|If\s+you\s+have\s+(?:any\s+)?questions\b|(?:Enclosures?|Encl|Attachments?)\b\s*[:.(]|-{2,}\s*(?:Original|Forwarded)\s+Message|Begin\s+forwarded\s+message`,
  ],
  [
    'a fax',
    String.raw`(?:FAX|FACSIMILE|TELECOPIER|TRANSMISSION)\b[^\n]{0,60}$|(?:This\s+(?:fax|facsimile|e-?mail|message|transmission|communication)|CONFIDENTIALITY)\b|(?:Number\s+of\s+)?Pages?\s*(?:\(including\s+cover\))?\s*:\s*\d`,
  ],
  [
    'a form or a report',
    String.raw`(?:EXHIBIT|ATTACHMENT|APPENDIX|ENCLOSURE|TAB)\s+[A-Z0-9]{1,3}\b|(?:STATE\s+OF\s+CALIFORNIA|State\s+of\s+California)\b|DEPARTMENT\s+OF\s+INDUSTRIAL\s+RELATIONS\b|DIVISION\s+OF\s+WORKERS'?\s+COMPENSATION\b|WORKERS'?\s+COMPENSATION\s+APPEALS\s+BOARD\b|(?:Patient|Claimant|Employee|Insured|Client)(?:\s+Name)?\s*:\s*\S|(?:Claim|Policy|File|MRN|Account)\s*(?:Number|No\.?|#)\s*:\s*\S|(?:Chief\s+complaint|Subjective|Objective|Assessment|History\s+of\s+present\s+illness|Physical\s+examination|Impression|Vital\s+signs)\s*:|(?:NOTICE|APPLICATION|REQUEST|CERTIFICATION|DENIAL|MODIFICATION)\s+(?:OF|FOR|TO)\b`,
  ],
  [
    'the end of a quotation',
    String.raw`[[(]?\s*End\s+of\s+(?:quot|excerpt|letter|determination|document|attachment|exhibit)|[[(]\s*(?:end|END)\s*[\])]|\*\s*\*\s*\*|-{5,}|_{5,}|={5,}`,
  ],
];
const OPENS_HERE = new RegExp(String.raw`^\s*["“]?(?:${OPENINGS.map(([, words]) => words).join('|')})`, 'u');
/** What a letter itself may end in: what its decision means, the signature, copies, its organisation's disclaimer. */
const CLOSING = /^\s*(?:Effect\s+of\s+the\s+Decision|Sincerely|cc\s*:|Disclaimer)/iu;
const HAS_DECISION = new RegExp(String.raw`(?:[:]|\bis|\bare)\s*${ANY_DECISION}\s*\.?\s*$`, 'imu');

/** Whether something is needed, in the words of a reviewer. */
const NECESSITY = /medical(?:ly)?[\s-]*(?:necess|appropriate|indicated|reasonable)|\bnecess(?:ary|ity)\b/iu;
/** Words of a verdict. */
const VERDICT = new RegExp(
  String.raw`${NECESSITY.source}|\b(?:upheld|overturned)\b|\bnot\s+(?:supported|established|warranted|indicated|certified|recommended|approved|justified)\b`,
  'iu',
);
/**
 * What a rationale may go on with in a paragraph of its own behind its verdict: the request, what the guidelines say, advice. In published letters
 * hardly anything does.
 */
const GOES_ON =
  /^\s*References?\b|\b(?:licensed|board[\s-]certified|requests?(?:ed)?\s+(?:for|is|was)|th(?:is|e)\s+request|MTUS|ODG|ACOEM|guidelines?\s+(?:recommend|state|support|indicate)\w*|advis\w*|abrupt\w*|gradual\w*|withdraw\w*|dos(?:e|es|age|ing)|wean\w*|taper\w*|discontinu\w*|recommend\w*)\b/iu;
/** Words of proceedings, of offices and of the web. */
const OF_OTHERS = new RegExp(
  String.raw`\b(?:${[
    String.raw`plainly\s+erroneous|independent\s+medical\s+reviewer|expert\s+opinion|findings?\s+of\s+fact|argues|contends|affirm(?:s|ed)?|WCJ|WCAB|Appeals\s+Board|court|judge|judicial|hearing|petition\w*|reconsideration|appeal(?:s|ed|ing)?|lien|stipulat\w*|defendant|respondent|counsel|attorneys?|esq|law\s+firm|legislat\w*|statut\w*|regulation|rebut\w*|convincing\s+evidence|presum\w*|administrative\s+director|labor\s+code|section\s+4\d{3}|exhibits?|admitted\s+into|timely\s+filed|parties|party|proceeding\w*|deposition|subpoena|jurisdiction|constitution\w*|penalty\s+of\s+perjury|IMR\s+reviewer|this\s+office|our\s+client|served\s+(?:on|by)|calendar`,
    String.raw`all\s+rights\s+reserved|privacy\s+policy|terms\s+of\s+use|posted\s+by|share\s+on|comments?|log\s?in|subscribe|newsletter`,
  ].join('|')})\b|©|\bhttps?:\/\/|\bwww\.|\b[A-Z]:\\|\S@\S`,
  'iu',
);

/** Whether a stretch tells whether something is necessary, and speaks of no proceedings. */
export function isOfRationale(text: string): boolean {
  return NECESSITY.test(text) && !OF_OTHERS.test(text);
}

/** Whether a stretch goes on about the request, and speaks of no proceedings. */
export function isOnRequest(text: string): boolean {
  return /\bth(?:is|e)\s+request\b/iu.test(text) && !OF_OTHERS.test(text);
}

/** Whether a stretch has words of a verdict. */
export function hasVerdict(text: string): boolean {
  return VERDICT.test(text);
}

/** Whether a letter closes itself here, with what the decision means or its signature. */
export function isClosing(paragraph: string): boolean {
  return CLOSING.test(paragraph);
}

/** Whether a paragraph behind the verdict is of another text: it goes on with nothing that a rationale does. */
export function speaksOfOthers(paragraph: string): boolean {
  if (CLOSING.test(paragraph) || HAS_DECISION.test(paragraph) || isOfRationale(paragraph)) return false;
  return OF_OTHERS.test(paragraph) || !GOES_ON.test(paragraph);
}

/** The mark of whoever typed a letter, or furniture of its page: no words. */
export function isMark(paragraph: string): boolean {
  return !/\p{L}{4}/u.test(paragraph);
}

/** A title in capitals: two words or more, and no sentence. */
const TITLE = /^[^\p{Ll}\n]*\p{Lu}{2,}[^\p{Ll}\n]*[\s/][^\p{Ll}\n]*\p{Lu}{2,}[^\p{Ll}\n]*$/u;
const LONGEST_TITLE = 90;
/** Titles that a rationale quotes. */
const CITED = /\b(?:MTUS|ODG|ACOEM|GUIDELINES?|CRITERIA|INDICATIONS?|RECOMMEND\w*|MG)\b/u;
/** "Label: value", as forms have them. */
const FORM_LINE = /^\p{Lu}[\p{L}\d .,'’/()#&-]{1,34}:(?:\s+\S[^\n]{0,60})?$/u;
const LETTER_LABEL = new RegExp(String.raw`^(?:${OTHER_LABEL}|Case\s+(?:Number|No))\s*:`, 'iu');
const ENDS_SENTENCE = /[.!?:]["'”’)\]]*$/u;
/** A line this short is no line of prose that the page's width has broken. */
const SHORT = 60;

/**
 * Whether a paragraph opens a text that is no letter's. `paragraph`: its first lines; `border`: how it is set apart from what stands before it. In
 * the middle of a paragraph only the vocabulary counts.
 */
export function opensOtherText(paragraph: string, border: 'page' | 'paragraph' | 'line'): boolean {
  if (CLOSING.test(paragraph) || HAS_DECISION.test(paragraph)) return false;
  if (OPENS_HERE.test(paragraph)) return true;
  const [first = '', second = ''] = paragraph
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  // A guideline's own title, and a verdict in capitals, are of the rationale.
  if (first.length <= LONGEST_TITLE && TITLE.test(first) && !CITED.test(first) && !VERDICT.test(first)) return true;
  if (border === 'line') return false;
  const isForm = FORM_LINE.test(first) && !LETTER_LABEL.test(first) && (second === '' ? border === 'page' : FORM_LINE.test(second));
  if (isForm) return true;
  // A page that goes on with a rationale begins with a full line of it.
  return border === 'page' && first.length <= SHORT && second !== '' && !ENDS_SENTENCE.test(first) && /^\p{Lu}/u.test(second);
}
