/** The items chosen to stand side by side, in the address: `beside=dwc:CM14-0012345#1`, at most twice. Pure. */
import type { ItemRef } from '../../lib/item-links.ts';

export function chosenOf(params: URLSearchParams): ItemRef[] {
  return params
    .getAll('beside')
    .flatMap((value) => {
      const parts = /^(.+)#([1-9]\d{0,3})$/.exec(value);
      return parts?.[1] === undefined ? [] : [{ letterId: parts[1], number: Number(parts[2]) }];
    })
    .slice(0, 2);
}

export function writeChosen(params: URLSearchParams, chosen: readonly ItemRef[]): void {
  for (const { letterId, number } of chosen) params.append('beside', `${letterId}#${number}`);
}

export function toggleChosen(chosen: readonly ItemRef[], item: ItemRef): ItemRef[] {
  const others = chosen.filter((one) => one.letterId !== item.letterId || one.number !== item.number);
  return others.length < chosen.length ? others : [...chosen, item].slice(0, 2);
}
