/** Words that tell nothing by themselves: they join other words, and no one looks for a decision by them. Folded. */
const SLIGHT: ReadonlySet<string> = new Set(
  (
    'a about after again all also although am an and any are as at be because been before being between both but by can could did do does either ' +
    'doing down during each few for from further had has have having he her here hers him his how i if in into is it its itself just me ' +
    'may might more most my no nor not now of off on once only or other our out over own per same she should so some such than that the their them ' +
    'then there these they this those through to too under until up very via vs was we were what when where which while who whom why will ' +
    'with within without would you your'
  ).split(' '),
);

/** Slight words that turn the word beside them or are half of a name ("not", "work up", "off label"): they are looked for. */
const TURNING: ReadonlySet<string> = new Set(
  'no nor not without off up down out over under between or before after during more than once only'.split(' '),
);

/** Whether a folded word tells nothing by itself. */
export function isSlight(word: string): boolean {
  return SLIGHT.has(word);
}

/** Whether a folded word only joins others, so that it need not be looked for. */
export function isJoining(word: string): boolean {
  return SLIGHT.has(word) && !TURNING.has(word);
}
