/**
 * Codes that a request prints. Five digits are a CPT code only behind "CPT" or "code" or alone in brackets; "724.4" is an
 * ICD-9 code only behind "ICD" or "diagnosis"; an ICD-10 code has its point ("M54.16") or stands behind "ICD".
 */
import type { CodeSystem } from '#contract/lists.ts';
import { type Finding, finding } from '../text/finding.ts';
import type { Line } from '../text/line.ts';
import { TakenPlaces } from '../text/places.ts';

export interface Code {
  readonly system: CodeSystem;
  readonly code: string;
}

const CPT = String.raw`(?:\d{5}|\d{4}[TFU])(?:-[A-Z0-9]{2})?(?![\w.])`;
/** Lists behind a word that says what they are: "CPT 97110, 97140", "(64483)". */
const CPT_LISTS = new RegExp(
  String.raw`\b(?:CPT|procedure)\W{0,3}(?:codes?|#)?\W{0,3}(?:${CPT}(?:\s*(?:,|x\d+,|and|&|\/|;)?\s*)){1,12}|\bcodes?\W{1,3}(?:${CPT}\s*(?:,|and|&|\/|;)?\s*){1,12}|\(\s*(?:${CPT}\s*(?:,|and|&|\/|;)?\s*){1,12}\)`,
  'gi',
);
const HCPCS = /\b(?:CPT\W{0,3})?([A-EGHJ-MP-V]\d{4})\b(?!\.)/g;
const ICD_LISTS =
  /\b(?:ICD-?\s?(?:9|10)?(?:-CM)?|Dx|diagnos[ie]s(?: codes?)?)\W{0,3}(?:codes?\W{0,3})?((?:[A-Z]?\d[\dA-Z]{1,5}(?:\.[\dA-Z]{1,4})?\s*(?:,|and|&|;|\/)?\s*){1,12})/gi;
const ICD10_POINT = /\b[A-TV-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4}\b/g;
/** Behind "ICD" the point may be lost. */
const ICD9 = /^(?:\d{3}(?:\.?\d{1,2})?|V\d{2}(?:\.?\d{1,2})?|E\d{3}(?:\.?\d)?)$/;
const ICD10 = /^[A-TV-Z]\d[0-9A-Z](?:\.?[0-9A-Z]{1,4})?$/;

/** The codes of a line in order of place, each once. */
export function extractCodes(line: Line, rule: string): Finding<Code>[] {
  const found: { code: Code; start: number; end: number }[] = [];
  const taken = new TakenPlaces();
  const add = (system: CodeSystem, code: string, start: number) => {
    const place = { start, end: start + code.length };
    if (taken.touches(place)) return;
    taken.add(place);
    found.push({ code: { system, code: code.toUpperCase() }, ...place });
  };
  const { text } = line;
  for (const list of text.matchAll(CPT_LISTS))
    for (const match of list[0].matchAll(new RegExp(CPT, 'gi'))) add('cpt', match[0], list.index + match.index);
  for (const list of text.matchAll(ICD_LISTS)) {
    const from = list.index + list[0].length - (list[1]?.length ?? 0);
    for (const match of (list[1] ?? '').matchAll(/[A-Z]?\d[\dA-Z]{1,5}(?:\.[\dA-Z]{1,4})?/gi)) {
      const code = match[0].toUpperCase();
      if (ICD9.test(code)) add('icd9', match[0], from + match.index);
      else if (ICD10.test(code)) add('icd10', match[0], from + match.index);
    }
  }
  for (const match of text.matchAll(HCPCS)) {
    const code = match[1] ?? '';
    add('hcpcs', code, match.index + match[0].length - code.length);
  }
  for (const match of text.matchAll(ICD10_POINT)) add('icd10', match[0], match.index);
  const seen = new Set<string>();
  return found
    .sort((a, b) => a.start - b.start)
    .filter(({ code }) => !seen.has(code.code) && seen.add(code.code) !== undefined)
    .map(({ code, start, end }) => finding(code, rule, line.at(start, end)));
}
