/** Pieces that the patterns of several rows are made of. None begins with an open run, so that no text is read twice for nothing. */

/** "2", "2-3", "2 to 3": two groups, of which the last that is stated counts. */
export const RANGE = String.raw`(\d{1,2})(?:\s*(?:-|to|or)\s*(\d{1,2}))?`;
export const WEEKS = String.raw`(?:weeks?|wks?)\b`;
/** "a week", "/wk", "weekly". */
export const A_WEEK = String.raw`(?:\/|per|a|each|every)?\s*(?:weekly|wkly|weeks?|wks?)\b`;
/** How often, in so many words: "per week", "each month". */
export const PER = String.raw`(?:per|a|each|\/|every)\s*(?:week|wk|day|month|year)`;
/** How often: the same, and "daily". */
export const EVERY = `(?:${PER}|weekly|daily|monthly)`;
/** More visits than there are days in a week are no pace where only a rhythm is said: "12 sessions weekly" are twelve, one a week. */
export const NOT_IN_RHYTHM = String.raw`(?!(?:\d{1,3}\s*(?:-|to|or)\s*)?(?:[89]|\d{2,3})\b[^\d,;]{0,80}?\b(?:sessions?|visits?|treatments?|appointments?)\b[^\d,;]{0,80}?\b(?:weekly|wkly|daily|monthly)\b)`;
/** Words between a count and what is counted: "12 additional physical therapy visits". */
export const BETWEEN = String.raw`(?:(?!(?:times?|x|per|a|week|weeks|weekly|wk|wks|days?|daily|hours?|hrs?|months?|minutes?|units?|levels?|for|to|and|of|or|the|with|plus|after|before|following)\b)[a-z][a-z/'.-]*\s+){0,5}`;
export const VISITS = String.raw`(?:visits?|sessions?|treatments?|appointments?|classes|lessons|evaluations?(?=\s*$))\b`;
/** "of physical therapy", between visits and how often they are. */
export const OF_WHAT = String.raw`(?:\s(?:of|for)(?:\s(?!(?:per|a|each|every|weekly|daily|monthly|x|times|over)\b)[a-z][a-z'-]*){1,8})?`;
/** What is counted a week, a day or a month: "x", "times", "physical therapy visits", "sessions of acupuncture". */
export const COUNTED = `(?:x|times?|${BETWEEN}(?:sessions?|visits?|treatments?|appointments?)${OF_WHAT}|days?)`;
