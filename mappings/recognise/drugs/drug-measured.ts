/** Words around a drug's name by which the drug is measured, taught, a person's name or the base of a cream, and not asked for. */
import { classHas } from './drug-class.ts';

/** "Testosterone level", "B12 and folate levels", "vitamin D 25-hydroxy", "nicotine cessation", "Botox clinic". */
const BEHIND =
  /^(?:\s{0,2}(?:,|and|&|\/)\s{0,2}[a-z]\w{2,14}){0,2}\W{0,3}(?:serum |blood |drug |25-?\s?(?:hydroxy|OH)\b ?)?(?:levels?|test(?:s|ing)?|assays?|screen(?:s|ing)?|clinics?|cessation|metabolism|counsell?ing|restriction)\b|^\W{0,3}25-?\s?(?:hydroxy|OH)/i;
const AHEAD = /\b(?:serum|total|free)\s{1,2}(?:and \w{4,8} )?$|\b(?:screen|test|assay|panel)(?:s|ed|ing)?\s?(?:for|of|:)\s[^.;#]{0,80}$/i;
/** Case counts: "DR" is also delayed release. */
const PERSON = /\b(?:Drs?\.?|Mrs?\.|Ms\.)\s{1,2}(?:[A-Z][a-z]{1,14}\s{1,2})?$/;
const STUDIES = /^(?:studies|study|panel|saturation|deficien)/i;
/** Blood counts in the same request: hormones and vitamins without a dose are measured with them. */
const LABS = /\b(?:labs?|laborator\w{1,4}|blood (?:tests?|work|draw)|CBC|CMP|TSH|A1C|ferritin|lipid panel)\b/i;
const DOSED = /\d\s?(?:mg|mcg|ml|iu|%)|#\s?\d|\binject/i;
/** "in Lipoderm base": what a cream is mixed into, whatever drug its name resembles. */
const BASE = /^\s{1,2}(?:(?:active|max|cream|gel|anhydrous)\s{1,2}){0,2}base\b/i;
const REACH = 100;

/** Whether the text around a name takes it out of the request. */
export function isMeasured(hit: { readonly start: number; readonly end: number; readonly class: string }, text: string): boolean {
  const { start, end } = hit;
  if (classHas(hit.class, 'measured') && LABS.test(text) && !DOSED.test(text)) return true;
  const behind = text.slice(end, end + REACH);
  const ahead = text.slice(Math.max(0, start - REACH), start);
  return BASE.test(behind) || BEHIND.test(behind) || STUDIES.test(behind.trimStart()) || AHEAD.test(ahead) || PERSON.test(ahead);
}
