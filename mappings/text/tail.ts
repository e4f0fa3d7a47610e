/** What stands at the end of a text, read backwards from there: a run of the same signs inside the text is not tried at each of its places. */

/** A pattern of the form `X+` as it is looked for by `withoutTail`. */
export function tailOf(source: string, flags = ''): RegExp {
  return new RegExp(`$(?<=(${source}))`, flags);
}

/** The text without the tail that a pattern made by `tailOf` finds. `withoutTail('knee brace, and', tailOf('[\\s,]+and', 'i'))` is "knee brace". */
export function withoutTail(text: string, tail: RegExp): string {
  const found = tail.exec(text)?.[1] ?? '';
  return found === '' ? text : text.slice(0, text.length - found.length);
}
