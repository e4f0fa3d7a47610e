/** What is typed in the dialog that collects an item, and what of it would be lost by closing. Pure. */

export interface Draft {
  /** The name of a collection that is to be made. */
  readonly name: string;
  readonly note: string;
  /** The note that was last kept with the item. */
  readonly kept: string;
}
export const EMPTY_DRAFT: Draft = { name: '', note: '', kept: '' };

/** The field whose text is kept nowhere, and what to say of it; null: nothing would be lost. */
export function unkeptOf({ name, note, kept }: Draft): { readonly field: 'name' | 'note'; readonly words: string } | null {
  if (name.trim() !== '') {
    return { field: 'name', words: `“${name.trim()}” is not made yet. Press Enter to make it, or close again to drop the name.` };
  }
  if (note.trim() !== '' && note !== kept) {
    return { field: 'note', words: 'This note is not kept yet. Choose a collection for it, or close again to drop the note.' };
  }
  return null;
}
