/** How the case numbers of each programme are typed and printed. A closed table: a programme has its row here. */
import { determinationId, formatCaseNumber } from '#contract/determination.ts';
import { PROGRAMME_IDS, type Programme } from '#contract/programmes.ts';

interface CaseNumbers {
  /** The number as letters print it; null where the text is none. */
  readonly read: (typed: string) => string | null;
  /** The numbers that a part of one may mean, where users type parts. */
  readonly ofPart?: (typed: string) => readonly string[];
  /** How one begins that is typed with blanks inside, and what its other pieces are. */
  readonly pieces?: { readonly first: RegExp; readonly others: RegExp };
  /** The first one in running text. */
  readonly inText: (text: string) => string | null;
}

const DASHES = '\\-\\u2010-\\u2015\\u2212';
/** The digits of a serial stand in one run: "12-1-2016" and "555-1234" are other numbers. */
const DWC = new RegExp(`^(?:CM[\\s${DASHES}]*)?(\\d{2})[\\s${DASHES}]*(\\d{7})$`, 'iu');
const DWC_SERIAL = new RegExp(`^(?:CM[\\s${DASHES}]*)?(\\d{7})$`, 'iu');
/** The years of a case number: the programme began in 2013. A closed list, so that a query means the same on every day. */
const DWC_YEARS = Array.from({ length: 27 }, (_, index) => String(13 + index));

const CASE_NUMBERS: Readonly<Record<Programme, CaseNumbers>> = {
  /** With or without CM, dashes and blanks, in any case, or the last seven digits alone. */
  dwc: {
    read: (typed) => written(DWC.exec(typed), formatCaseNumber),
    ofPart: (typed) => {
      const serial = DWC_SERIAL.exec(typed)?.[1];
      return serial === undefined ? [] : DWC_YEARS.map((year) => formatCaseNumber(year, serial));
    },
    pieces: { first: /^(?:cm|\d{2}\b|$)/i, others: new RegExp(`^[${DASHES}\\d]{1,10}$`, 'u') },
    inText: (text) => written(/\bCM(\d{2})[- ]?(\d{7})\b/i.exec(text), formatCaseNumber),
  },
  /** The kind of review, two digits of the year, a number. */
  dmhc: {
    read: (typed) => written(/^((?:MN|EI|UR)\d{2})-(\d{4,6})$/i.exec(typed), dashed),
    inText: (text) => written(/\b((?:MN|EI|UR)\d{2})-(\d{4,6})\b/.exec(text), dashed),
  },
  /** Year and month, a number. */
  ny_dfs: {
    read: (typed) => written(/^(20\d{2}(?:0[1-9]|1[0-2]))-(\d{5,7})$/.exec(typed), dashed),
    inText: (text) => written(/\b(20\d{2}(?:0[1-9]|1[0-2]))-(\d{5,7})\b/.exec(text), dashed),
  },
};

function written(parts: RegExpExecArray | null, write: (first: string, second: string) => string): string | null {
  return parts === null ? null : write(parts[1] ?? '', parts[2] ?? '');
}

function dashed(first: string, second: string): string {
  return `${first.toUpperCase()}-${second}`;
}

/** The case number as letters of its programme print it; null where the text is none of any. Takes "CM14-0039143", "cm140039143", "14 0039143". */
export function normaliseCaseNumber(typed: string): string | null {
  return firstOf((numbers) => numbers.read(typed.trim()))?.found ?? null;
}

/** The case numbers that a text may mean: one, those that a part of one may be, or none. */
export function caseNumbersOf(typed: string): readonly string[] {
  const whole = normaliseCaseNumber(typed);
  return whole === null ? PROGRAMME_IDS.flatMap((id) => CASE_NUMBERS[id].ofPart?.(typed.trim()) ?? []) : [whole];
}

/** Whether a text may begin a case number typed with blanks inside, and whether another may go on with it. */
export function beginsCaseNumber(text: string): boolean {
  return PROGRAMME_IDS.some((id) => CASE_NUMBERS[id].pieces?.first.test(text) === true);
}
export function continuesCaseNumber(text: string): boolean {
  return PROGRAMME_IDS.some((id) => CASE_NUMBERS[id].pieces?.others.test(text) === true);
}

/** The id of the letter whose case number this is; with `programme`, of that one. Null where it is none. */
export function letterIdOf(typed: string, programme?: Programme): string | null {
  const read = firstOf((numbers) => numbers.read(typed.trim()), programme === undefined ? PROGRAMME_IDS : [programme]);
  return read === null ? null : determinationId(read.id, read.found);
}

/** The id of the letter that running text names first; null where it names none. */
export function letterIdInText(text: string): string | null {
  const named = firstOf((numbers) => numbers.inText(text));
  return named === null ? null : determinationId(named.id, named.found);
}

/** What the first programme finds, and its id. */
function firstOf(find: (numbers: CaseNumbers) => string | null, among: readonly Programme[] = PROGRAMME_IDS) {
  for (const id of among) {
    const found = find(CASE_NUMBERS[id]);
    if (found !== null) return { id, found };
  }
  return null;
}
