/** Looking for what was saved by its name or note. Pure. */

/** Those whose name or note has every word, in their order; all of them without words. */
export function matching<T extends { readonly name: string; readonly note: string }>(all: readonly T[], words: string): T[] {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  return all.filter(({ name, note }) => {
    const text = folded(`${name}\n${note}`);
    return wanted.every((word) => text.includes(word));
  });
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
