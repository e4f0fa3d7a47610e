/** Where the scale of charts of rates ends. Pure. */

/** As a share: 20%, 40% or 100%, the least that holds every share. A scale always starts at 0. */
export function scaleTop(shares: readonly number[]): number {
  const most = Math.max(0, ...shares);
  return [0.2, 0.4].find((top) => most <= top) ?? 1;
}

/** The same for rates with their intervals; those of few items may be so wide that they would leave the others no room, and end in an arrow. */
export function scaleOf(
  groups: readonly { readonly rate: { readonly share: number; readonly high: number } | null; readonly tags?: readonly string[] }[],
): number {
  return scaleTop(groups.flatMap(({ rate, tags = [] }) => (rate === null ? [] : [tags.includes('few') ? rate.share : rate.high])));
}
