/** Pieces of patterns that several lists of this folder share: who and what a rationale speaks of. Sources of regular expressions, without groups. */

/** What a rule is cited from. */
export const GUIDELINE =
  '(?:guidelines?|guidance|MTUS|ACOEM|ODG|Official Disability|FDA|Medicare|CMS|AAOS|AMA|UpToDate|literature|peer[- ]reviewed|studies|trials|medical evidence|evidence[- ]based|Chapter|treatment utilization schedule|Cochrane|American (?:College|Academy|Association) of)';
/** Who the letter is about. */
export const WORKER =
  '(?:patient|claimant|applicant|injured worker|worker|employee|member|individual|IW|enrollee|(?:\\d+[- ]year[- ]old )?(?:man|woman|male|female))';
/** Who asks for the treatment. */
export const PRESCRIBER =
  '(?:provider|physician|treater|clinician|surgeon|doctor|podiatrist|chiropractor|psychologist|therapist|prescriber|PTP)';
/** What was sent in. */
export const RECORD =
  '(?:records?|documentation|documents?|notes?|reports?|file|chart|submission|summary|clinical information|information|RFA|letter|form)';
/** Care that comes before something greater, each kind of it. */
export const CARE =
  '(?:therap\\w+|PT|medications?|meds|medicines?|NSAIDs?|anti-?\\s?inflammator\\w+|anti-?\\s?depressants?|anti-?\\s?convulsants?|exercis\\w+|injections?|treatments?|analgesics?|acetaminophen|opioids?|drugs?|modalit\\w+|care|measures|management|agents?|options?|orthotics|splint\\w*|brac\\w+|strengthening|acupuncture|chiropractic|rest|interventions?|hygiene)';
/** That such care was tried, or did not help. */
export const TRIED =
  "(?:tried|trial(?:s|ed|led)?|attempt(?:s|ed)?|exhaust\\w*|fail(?:ed|s|ing|ure|ures)?|intoleran\\w+|unable to tolerate|(?:not|n't|cannot) tolerat\\w+|refractory|unresponsive|complet(?:ed|ion)|undergone|participat\\w+|(?:adequate|initial|full|complete) course|non-?respon\\w+|ineffective\\w*|unsuccessful\\w*)";
/** What is done once, or at intervals: a study, a visit, an operation. */
export const STUDY =
  '(?:MRIs?|CT|x-?rays?|radiographs?|imaging|EMG\\S*|NCV|NCS|stud(?:y|ies)|scans?|tests?|testing|screens?|UDS|evaluation|consultation|referral|surgery|injections?|labs?|panel|unit|brace|device|confirmation)';

/** A pattern of these sources, any of which may stand, whatever the case of the letters. */
export const pattern = (...sources: readonly string[]): RegExp => new RegExp(sources.join('|'), 'i');
