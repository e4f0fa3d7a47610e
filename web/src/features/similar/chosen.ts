/**
 * What is chosen to stand side by side, in the address, at most two: items (`beside=dwc:CM14-0012345#1`) and the case that was told
 * (`beside=case`). Pure.
 */
import type { ItemRef } from '../../lib/item-links.ts';

export type Chosen = ItemRef | 'case';

export function chosenOf(params: URLSearchParams): Chosen[] {
  return params
    .getAll('beside')
    .flatMap((value): Chosen[] => {
      if (value === 'case') return ['case'];
      const parts = /^(.+)#([1-9]\d{0,3})$/.exec(value);
      return parts?.[1] === undefined ? [] : [{ letterId: parts[1], number: Number(parts[2]) }];
    })
    .slice(0, 2);
}

export function writeChosen(params: URLSearchParams, chosen: readonly Chosen[]): void {
  for (const one of chosen) params.append('beside', chosenKey(one));
}

export function isChosen(chosen: readonly Chosen[], one: Chosen): boolean {
  return chosen.some((other) => chosenKey(other) === chosenKey(one));
}

export function toggleChosen(chosen: readonly Chosen[], one: Chosen): Chosen[] {
  const others = chosen.filter((other) => chosenKey(other) !== chosenKey(one));
  return others.length < chosen.length ? others : [...chosen, one].slice(0, 2);
}

/** As it stands in the address. */
export function chosenKey(one: Chosen): string {
  return one === 'case' ? 'case' : `${one.letterId}#${one.number}`;
}
