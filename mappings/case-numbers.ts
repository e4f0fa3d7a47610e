/** How the case numbers of each programme are typed and printed. A closed table: a programme has its row here. */
import { determinationId, formatCaseNumber } from '#contract/determination.ts';
import { type KnownProgramme, PROGRAMME_IDS, type Programme } from '#contract/programmes.ts';

interface CaseNumbers {
  /** The number as letters print it; null where the text is none. */
  readonly read: (typed: string) => string | null;
  /** The numbers that a part of one may mean, where users type parts. */
  readonly ofPart?: (typed: string) => readonly string[];
  /** How the numbers begin that a text may be the beginning of, or from their serial on; none where it tells too little. */
  readonly beginnings: (typed: string) => readonly string[];
  /** Numbers as near to a whole one as a slip of the hand. */
  readonly near?: (caseNumber: string) => readonly string[];
  /** How one begins that is typed with blanks inside, and what its other pieces are. */
  readonly pieces?: { readonly first: RegExp; readonly others: RegExp };
  /** The first one in running text. */
  readonly inText: (text: string) => string | null;
}

const DASHES = '\\-\\u2010-\\u2015\\u2212';
/** Digits, and the letters that look like them, which are taken for them behind CM alone. */
const DIGIT = '[\\dOIL]';
/**
 * The digits of a serial stand in one run: "12-1-2016" and "555-1234" are other numbers. Zeros at its beginning may be lost behind CM (down to
 * four digits), and one of them without: "97110" is a code.
 */
const DWC = [
  new RegExp(`^(\\d{2})[\\s${DASHES}]*(\\d{7})$`, 'iu'),
  new RegExp(`^(1[3-9]|[23]\\d)[${DASHES}](\\d{6})$`, 'iu'),
  new RegExp(`^CM[\\s_${DASHES}]*(${DIGIT}{2})[\\s_${DASHES}]*(${DIGIT}{7})$`, 'iu'),
  new RegExp(`^CM[\\s_${DASHES}]*(${DIGIT}{2})[\\s_${DASHES}]+(${DIGIT}{4,6})$`, 'iu'),
];
const DWC_SERIAL = [/^(\d{6,7})$/iu, new RegExp(`^CM[\\s_${DASHES}]*(${DIGIT}{6,7})$`, 'iu')];
/** The years of a case number: the programme began in 2013. A closed list, so that a query means the same on every day. */
const DWC_YEARS = Array.from({ length: 27 }, (_, index) => String(13 + index));

const CASE_NUMBERS: Readonly<Record<KnownProgramme, CaseNumbers>> = {
  /** With or without CM, dashes and blanks, in any case, with zeros lost and letters for digits, or the serial alone. */
  dwc: {
    read: (typed) => written(firstMatch(DWC, typed), dwcNumber),
    ofPart: (typed) => {
      const serial = firstMatch(DWC_SERIAL, typed)?.[1];
      return serial === undefined ? [] : DWC_YEARS.map((year) => dwcNumber(year, serial));
    },
    beginnings: (typed) => dwcBeginnings(typed),
    near: (caseNumber) => {
      const digits = caseNumber.replace(/\D/g, '');
      return slips(digits).map((slip) => dwcNumber(slip.slice(0, 2), slip.slice(2)));
    },
    pieces: { first: /^(?:cm|\d{2}\b|$)/i, others: new RegExp(`^[${DASHES}\\d]{1,10}$`, 'u') },
    inText: (text) => written(/\bCM(\d{2})[- ]?(\d{7})\b/i.exec(text), formatCaseNumber),
  },
  /** The kind of review, two digits of the year, a number. */
  dmhc: {
    read: (typed) => written(/^((?:MN|EI|UR)\d{2})-(\d{1,6})$/i.exec(typed), dashed),
    beginnings: (typed) => (/^(?:MN|EI|UR)\d{2}(?:-\d{0,6})?$/i.test(typed) ? [typed.toUpperCase()] : []),
    inText: (text) => written(/\b((?:MN|EI|UR)\d{2})-(\d{1,6})\b/.exec(text), dashed),
  },
  /** Year and month, a number. */
  ny_dfs: {
    read: (typed) => written(/^(20\d{2}(?:0[1-9]|1[0-2]))-(\d{5,7})$/.exec(typed), dashed),
    beginnings: (typed) => /^20\d{2}(?:0[1-9]|1[0-2])-\d{0,7}$/.exec(typed) ?? [],
    inText: (text) => written(/\b(20\d{2}(?:0[1-9]|1[0-2]))-(\d{5,7})\b/.exec(text), dashed),
  },
};

function dwcNumber(year: string, serial: string): string {
  return formatCaseNumber(digitsOf(year), digitsOf(serial).padStart(7, '0'));
}

/** "CM16-02", "16-02", "1602": year and serial; "02130": a serial of any year. */
const DWC_BEGINNING = new RegExp(`^(?:CM[\\s_${DASHES}]*(\\d{2})[\\s_${DASHES}]*|(1[3-9]|[23]\\d)[${DASHES}])(\\d{0,7})$`, 'iu');
/** Fewer digits alone are a year, a strength, a count. */
const DWC_DIGITS = /^\d{5,9}$/;

function dwcBeginnings(typed: string): string[] {
  const [, behindCm, alone, serial = ''] = DWC_BEGINNING.exec(typed) ?? [];
  const year = behindCm ?? alone;
  if (year !== undefined) return [`CM${year}-${serial}`];
  if (!DWC_DIGITS.test(typed)) return [];
  const whole = DWC_YEARS.includes(typed.slice(0, 2)) ? [`CM${typed.slice(0, 2)}-${typed.slice(2)}`] : [];
  return typed.length > 7 ? whole : [...whole, ...DWC_YEARS.map((each) => `CM${each}-${typed}`)];
}

function digitsOf(typed: string): string {
  return typed.replace(/o/gi, '0').replace(/[il]/gi, '1');
}

/** Digits with one of them another, two neighbours swapped, or one that was lost put back and the zero before the serial taken for it. */
function slips(digits: string): string[] {
  const others = [...digits].flatMap((_, at) =>
    Array.from({ length: 10 }, (_, digit) => `${digits.slice(0, at)}${digit}${digits.slice(at + 1)}`),
  );
  const swapped = [...digits].map((digit, at) => `${digits.slice(0, at)}${digits[at + 1] ?? ''}${digit}${digits.slice(at + 2)}`);
  const short = digits[2] === '0' ? digits.slice(0, 2) + digits.slice(3) : '';
  const longer = Array.from({ length: short.length }, (_, at) =>
    Array.from({ length: 10 }, (_, digit) => `${short.slice(0, at)}${digit}${short.slice(at)}`),
  ).flat();
  return [...new Set([...others, ...swapped, ...longer])].filter((slip) => slip !== digits);
}

function firstMatch(patterns: readonly RegExp[], typed: string): RegExpExecArray | null {
  for (const pattern of patterns) {
    const match = pattern.exec(typed);
    if (match !== null) return match;
  }
  return null;
}

/** What is written to a case number: a sign, the review's name, the item, the file. "#CM14-0039143", "IMR-CM14-0039143#2.pdf". */
const AROUND = new RegExp(
  `^(?:\\S*[/\\\\])?(?:[#№]|imr[\\s_${DASHES}:#]*(?=[\\dc]))?|(?:#\\d{1,2})?(?:\\.(?:pdf|txt|html?|md|docx?|json))?$`,
  'giu',
);

function bare(typed: string): string {
  return typed.trim().replace(AROUND, '');
}

function written(parts: RegExpExecArray | null, write: (first: string, second: string) => string): string | null {
  return parts === null ? null : write(parts[1] ?? '', parts[2] ?? '');
}

function dashed(first: string, second: string): string {
  return `${first.toUpperCase()}-${second}`;
}

/** The case number as letters of its programme print it; null where the text is none of any. Takes "CM14-0039143", "cm140039143", "14 0039143", "CM14-39143", "#CM14-0039143.pdf". */
export function normaliseCaseNumber(typed: string): string | null {
  return firstOf((numbers) => numbers.read(bare(typed)))?.found ?? null;
}

/** The case numbers that a text may mean: one, those that a part of one may be, or none. */
export function caseNumbersOf(typed: string): readonly string[] {
  const whole = normaliseCaseNumber(typed);
  return whole === null ? PROGRAMME_IDS.flatMap((id) => CASE_NUMBERS[id].ofPart?.(bare(typed)) ?? []) : [whole];
}

/** How the case numbers begin that a text which is still typed may become: "CM16-02", "16-02", "02130" (a serial of any year). */
export function caseNumberBeginnings(typed: string): readonly string[] {
  return [...new Set(PROGRAMME_IDS.flatMap((id) => CASE_NUMBERS[id].beginnings(bare(typed))))];
}

/** Case numbers that may have been meant by one, nearest kinds of slip only; it is not among them. */
export function nearCaseNumbers(caseNumber: string): readonly string[] {
  return PROGRAMME_IDS.flatMap((id) =>
    CASE_NUMBERS[id].read(caseNumber) === caseNumber ? (CASE_NUMBERS[id].near?.(caseNumber) ?? []) : [],
  );
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
  const among = PROGRAMME_IDS.filter((id) => programme === undefined || id === programme);
  const read = firstOf((numbers) => numbers.read(typed.trim()), among);
  return read === null ? null : determinationId(read.id, read.found);
}

/** The id of the letter that running text names first; null where it names none. */
export function letterIdInText(text: string): string | null {
  const named = firstOf((numbers) => numbers.inText(text));
  return named === null ? null : determinationId(named.id, named.found);
}

/** What the first programme finds, and its id. */
function firstOf(find: (numbers: CaseNumbers) => string | null, among: readonly KnownProgramme[] = PROGRAMME_IDS) {
  for (const id of among) {
    const found = find(CASE_NUMBERS[id]);
    if (found !== null) return { id, found };
  }
  return null;
}
