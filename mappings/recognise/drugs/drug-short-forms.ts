/**
 * Pharmacies' short forms of ingredients in mixtures: "Flurbi 25%/Lido 5%", "Keto/Cyclo/Lido cream". They count only with
 * a percentage behind them or beside another ingredient, since "caps" and "keto" are words of other things.
 */
import { DRUGS } from '../../vocabulary/vocabulary.ts';
import type { DrugHit } from './drug-hit.ts';
import type { Token } from './drug-names.ts';

type DrugRow = (typeof DRUGS.drugs)[number];

/** The rows that are written so. */
const SHORT: ReadonlyMap<string, DrugRow> = new Map(DRUGS.drugs.flatMap((row) => row.shortForms.map((form) => [form, row] as const)));
const PERCENT = /^\s{0,2}\(?\d{0,3}\.?\d{1,4}\s?%/;
const JOINED = /^(?:\s?\d{0,3}\.?\d{0,4}\s?%)?\s{0,2}[/+,-]\s{0,2}$/;

/** The ingredients named by short forms, beside the drugs found already. */
export function shortIngredients(tokens: readonly Token[], hits: readonly DrugHit[], text: string): DrugHit[] {
  const taken = (token: Token) => hits.some((hit) => token.start < hit.end && hit.start < token.end);
  const words = tokens.filter((token) => SHORT.has(token.word) && !taken(token));
  if (words.length === 0) return [];
  const named = [...words, ...hits].sort((a, b) => a.start - b.start);
  const joined = (a: { end: number } | undefined, b: { start: number } | undefined) =>
    a !== undefined && b !== undefined && JOINED.test(text.slice(a.end, b.start));
  return words.flatMap((token) => {
    const at = named.indexOf(token);
    const beside = joined(named[at - 1], token) || joined(token, named[at + 1]);
    const row = beside || PERCENT.test(text.slice(token.end, token.end + 10)) ? SHORT.get(token.word) : undefined;
    if (row === undefined) return [];
    const { generic, base, class: drugClass, dwcCategory } = row;
    return [{ alias: token.word, generic, base, class: drugClass, dwcCategory: dwcCategory ?? null, start: token.start, end: token.end }];
  });
}
