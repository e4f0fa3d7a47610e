/** Values that are typed in a form instead of being found in a list: case numbers, periods of decision, pages and sections, counts. */
import { FIELDS, type FormedField, type KeywordField } from '#contract/fields.ts';
import { CASE_NUMBER_EXAMPLES, isOwnProgramme } from '#contract/programmes.ts';
import { beginsCaseNumber, caseNumbersOf } from '#mappings/case-numbers.ts';
import { pageOf, sectionOf } from '#mappings/cited-places.ts';
import { readWords } from '#mappings/recognise/named-things.ts';
import { GUIDELINE_LABELS } from '#mappings/vocabulary/vocabulary.ts';

interface Form {
  /** The values that a text means; none where it has not the form. */
  readonly read: (text: string, loaded: () => readonly string[]) => readonly string[];
  readonly expected: string;
}

const FORMS: Readonly<Record<FormedField, Form>> = {
  caseNumber: {
    read: (text, loaded) => [...new Set([...caseNumbersOf(text), ...ownNumbers(text, loaded().some(isOwnProgramme))])],
    expected: `Expected a case number as ${CASE_NUMBER_EXAMPLES} (CM, dash, blanks and the year may be left out)`,
  },
  decidedYear: {
    read: (text) => /^\d{4}$/.exec(text) ?? [],
    expected: 'Expected a year of four digits; for a range write decided:2014..2016',
  },
  decidedQuarter: { read: quarterOf, expected: 'Expected a quarter as 2016-Q4; for a range write decided:2016-10..2016-12' },
  decidedMonth: {
    read: (text) => /^\d{4}-(?:0[1-9]|1[0-2])$/.exec(text) ?? [],
    expected: 'Expected a month as 2016-12; for a range write decided:2016-10..2016-12',
  },
  citation: {
    read: placesOf,
    expected: 'Expected a guideline with a page or section, as cites:"ACOEM chapter 5 page 83" or cites:"mtus.acoem2.ch05|p.83"',
  },
  sessionsAsked: { read: countOf, expected: 'Expected a number of sessions, as 12' },
  unitsAsked: { read: countOf, expected: 'Expected a number of units, as 60' },
  letterTally: { read: tallyOf, expected: 'Expected how many items of the letter were overturned, of how many, as tally:"1 of 3"' },
};

/** The values of a field that has a form instead of a list; null for the others. `loaded`: the programmes that the index holds. */
export function formedValues(
  field: KeywordField,
  typed: string,
  loaded: () => readonly string[],
): { values: string[] } | { expected: string } | null {
  if (!isFormed(field)) return null;
  const { read, expected } = FORMS[field];
  const values = read(typed.trim(), loaded);
  return values.length > 0 ? { values: [...values] } : { expected };
}

function isFormed(field: KeywordField): field is FormedField {
  return FIELDS[field].list === 'formed';
}

/**
 * A number in no known form, as it is typed and in capitals. A table of one's own may have any, also one that reads as a known one or a part of it;
 * without such a table a text is a number of letters or signs and digits that begins no known one.
 */
function ownNumbers(text: string, isOwnLoaded: boolean): string[] {
  const isUnread =
    /\d/.test(text) && /[^\d\s]/.test(text) && text.length >= 4 && !beginsCaseNumber(text) && caseNumbersOf(text).length === 0;
  return isUnread || (isOwnLoaded && /[\p{L}\p{N}]/u.test(text)) ? [text, text.toUpperCase()] : [];
}

/** "2016-Q4", "q4 2016", "2016q4". */
function quarterOf(text: string): string[] {
  const { year, quarter } =
    (/^(?<year>\d{4})[- ]?q(?<quarter>[1-4])$/i.exec(text) ?? /^q(?<quarter>[1-4])[- ]?(?<year>\d{4})$/i.exec(text))?.groups ?? {};
  return year === undefined || quarter === undefined ? [] : [`${year}-Q${quarter}`];
}

/** "12", "2.5". */
function countOf(text: string): string[] {
  return /^\d{1,9}(?:\.\d{1,4})?$/.test(text) ? [String(Number(text))] : [];
}

/** "1 of 3", "1/3". */
function tallyOf(text: string): string[] {
  const { overturned, known } = /^(?<overturned>\d{1,5})\s*(?:of|\/)\s*(?<known>\d{1,5})$/i.exec(text)?.groups ?? {};
  return overturned === undefined || known === undefined ? [] : [`${Number(overturned)} of ${Number(known)}`];
}

/** Pages and sections of guidelines, as stored or in words. */
function placesOf(text: string): string[] {
  const stored = /^([a-z0-9_.]+)\|([ps])\.(.+)$/iu.exec(text);
  if (stored === null)
    return readWords(text).guidelines.flatMap(({ guideline, pages }) => pages.map((page) => pageOf(guideline, Number(page))));
  const guideline = (stored[1] ?? '').toLowerCase();
  const place = stored[3] ?? '';
  if (!GUIDELINE_LABELS.has(guideline)) return [];
  if (/^s$/i.test(stored[2] ?? '')) return [sectionOf(guideline, place) ?? []].flat();
  return /^\d{1,4}$/.test(place) ? [pageOf(guideline, Number(place))] : [];
}
