/**
 * The drugs of a request with their brand and strength as printed: "Norco 10/325mg #60" is hydrocodone/acetaminophen, brand
 * "Norco", strength "10/325mg"; a count ("#60") is no strength.
 */
import type { Item } from '#contract/determination.ts';
import type { Grade } from '#contract/span.ts';
import { type Finding, finding } from '../../text/finding.ts';
import type { Line } from '../../text/line.ts';
import { longWords } from '../../text/words.ts';
import { type DrugHit, findDrugs } from './drugs.ts';

export type Drug = Item['drugs'][number]['value'];

const NUMBER = String.raw`\d+(?:[.,]\d+)*`;
const UNIT = String.raw`(?:(?:mgs?|mcg|µg|meq|iu|percent)\b|%)`;
const PER = String.raw`(?:\s*\/\s*(?:\d+\s*)?(?:hr?|hours?|ml|gm?|day|patch|spray)\b)?`;
/** "50mg", "5/325mg", "4%-27.5%-0.0325%", "50 mcg/hr". */
const STRENGTH = String.raw`${NUMBER}(?:\s*${UNIT}?\s*[-/]\s*${NUMBER}){0,4}\s*${UNIT}${PER}`;
const AFTER = new RegExp(String.raw`(?<![\d#.])${STRENGTH}`, 'i');
/** "10/325", right behind the name; not the first numbers of a date. */
const BARE_PAIR = new RegExp(String.raw`(?<=^[^\w#]{0,3})${NUMBER}\s*[-/]\s*\d{2,3}(?![\d/-]|\.\d|\s*${UNIT})`);
/** "50 mg of tramadol", right before the name. */
const BEFORE = new RegExp(String.raw`(?<![\d#.])${STRENGTH}(?=\s+(?:of\s+)?$)`, 'i');
/** How far behind a name its strength may stand, in characters. */
const REACH = 60;

/** The drugs of a line, each once, with the words that name it and its strength. */
export function extractDrugs(line: Line, rule: string, grade: Grade = 'stated'): Finding<Drug>[] {
  const hits = allNames(line.text);
  const drugs = new Map<string, { names: DrugHit[]; strength: { start: number; end: number } | null }>();
  let taken = 0;
  hits.forEach((hit, index) => {
    const until = Math.min(hits[index + 1]?.start ?? line.text.length, hit.end + REACH);
    const gap = line.text.slice(hit.end, until);
    const from = Math.max(hits[index - 1]?.end ?? 0, taken);
    // A name may hold its strength: "Voltaren 1% gel".
    const inside = AFTER.exec(line.text.slice(hit.start, hit.end));
    const behind = inside === null ? (BARE_PAIR.exec(gap) ?? AFTER.exec(gap)) : null;
    const ahead = behind === null && inside === null ? BEFORE.exec(line.text.slice(from, hit.start)) : null;
    const printed = inside ?? behind ?? ahead;
    const start = (inside !== null ? hit.start : behind !== null ? hit.end : from) + (printed?.index ?? 0);
    const strength = printed === null ? null : { start, end: start + printed[0].length };
    taken = Math.max(taken, strength?.end ?? 0);
    const known = drugs.get(hit.base);
    const name = inside === null ? hit : { ...hit, end: hit.start + line.text.slice(hit.start, start).trimEnd().length };
    drugs.set(hit.base, { names: [...(known?.names ?? []), name], strength: known?.strength ?? strength });
  });
  return [...drugs].map(([generic, { names, strength }]) => {
    const brand = names.find((hit) => !isGenericName(hit));
    const printed = (place: { start: number; end: number } | null | undefined) =>
      place === null || place === undefined ? null : line.text.slice(place.start, place.end);
    const value: Drug = { generic, class: names[0]?.class ?? '', brand: printed(brand), strength: printed(strength) };
    const at = [...names, ...(strength === null ? [] : [strength])].map(({ start, end }) => line.at(start, end));
    return finding(value, rule, at, grade);
  });
}

/** Every name of the drugs of a text, also where one drug is named again: "Ultram (tramadol)". */
function allNames(text: string): DrugHit[] {
  const first = findDrugs(text);
  const known = new Set(first.map((hit) => hit.base));
  const rest = first.reduce((left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end), text);
  const again = first.length === 0 ? [] : findDrugs(rest).filter((hit) => known.has(hit.base));
  return [...first, ...again].sort((a, b) => a.start - b.start);
}

/** Words of a dosage form or a salt, which brands have too: "Lidoderm patch". */
const FORM =
  /^(?:patch(?:es)?|gel|cream|ointment|lotion|topical|oral|solution|suspension|injection|tablets?|capsules?|spray|drops|sodium|potassium|hcl|hydrochloride|extended|release|with|and|kit)$/;
const NO_BRAND = /^(?:apap|asa|gaba|ibu|b ?12|cbd|dok|dss)$/;
/** Letters from which on two names of one drug are the same word: "hydroco/apap" and "hydrocodone", not "Naprosyn" and "naproxen". */
const SAME_WORD = 6;

/** Whether a matched name is the drug's own: it shares a word with the generic name, or is a short form of it. */
function isGenericName(hit: DrugHit): boolean {
  if (NO_BRAND.test(hit.alias)) return true;
  const wordsOf = (name: string) => longWords(name, 3).filter((word) => !FORM.test(word));
  const own = wordsOf(`${hit.generic} ${hit.base}`);
  return wordsOf(hit.alias).some((word) =>
    own.some((name) => name === word || (word.length >= SAME_WORD && name.slice(0, SAME_WORD) === word.slice(0, SAME_WORD))),
  );
}
