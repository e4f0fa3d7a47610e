/** Where scales have lines and numbers, and where they end. Pure. */

/** Where a scale that ends at `top` has lines and numbers. */
export function shareTicks(top: number): number[] {
  return [0, 0.25, 0.5, 0.75, 1].map((part) => part * top);
}

/** Where a scale of counts ends: 1, 2 or 5 with zeros, the least that holds `most`. */
export function roundTop(most: number): number {
  const size = 10 ** Math.floor(Math.log10(Math.max(most, 1)));
  return [1, 2, 5, 10].map((one) => one * size).find((top) => most <= top) ?? most;
}
