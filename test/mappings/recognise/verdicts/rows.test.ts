/** Every row by which a verdict is read, against its own texts. */
import { describe } from 'vitest';
import { DECISION_ROWS, decisionEndings } from '#mappings/recognise/verdicts/decision-words.ts';
import { findVerdicts, VERDICT_ROWS, verdictReader } from '#mappings/recognise/verdicts/verdict.ts';
import { CLAUSE_ROWS, verdictSentenceReader } from '#mappings/recognise/verdicts/verdict-sentences.ts';
import { walkDecidingRows, walkLists } from '../walk-deciding-rows.ts';

describe('the rows of verdicts', () => {
  walkLists(VERDICT_ROWS);
  walkDecidingRows({
    rows: VERDICT_ROWS,
    readBy: (rows) => {
      const read = verdictReader(rows);
      return (text) => {
        const [first, ...more] = read(text);
        return first === undefined ? 'nothing' : more.length > 0 ? 'several' : first.decision;
      };
    },
  });
});

/** The item of a text whose subject is one of the item's own words. */
const OWN = 'Flexeril 10 mg';

describe('the rows of sentences that tell a verdict', () => {
  walkLists(CLAUSE_ROWS);
  walkDecidingRows({
    rows: CLAUSE_ROWS,
    readBy: (rows, { kind }) => {
      const read = verdictSentenceReader(rows);
      const own = kind === 'own-name' || kind === 'own-empty-word' ? OWN : null;
      return (text) => {
        const told = read(text, own).map(({ start, end }) => findVerdicts(text.slice(start, end)).at(-1)?.decision ?? 'denied');
        return told.length === 0 ? 'nothing' : told.join(', ');
      };
    },
  });
});

describe('the rows of printed decisions', () => {
  walkLists(DECISION_ROWS);
  walkDecidingRows({
    rows: DECISION_ROWS,
    readBy: (rows) => {
      const endings = decisionEndings(rows);
      return (heading) => endings.find(([, pattern]) => pattern.test(heading))?.[0] ?? 'nothing';
    },
  });
});
