/** The address of a letter, as it is cited and exported. Pure. */

/**
 * The path of a letter's page by its id. The colon behind the programme stays, so that an address can be read; every other sign that means something
 * in an address is encoded: a number of a table of one's own may hold any of them ("own-Kazoos:TX/2019/5").
 */
export function letterPath(id: string): string {
  return `/determinations/${encodeURIComponent(id).replaceAll('%3A', ':')}`;
}
