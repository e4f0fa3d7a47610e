/** What is chosen and typed in the dialog that collects an item, and what of it is to be saved. Pure. */
import type { CollectedPlace } from '#contract/saved.ts';
import type { ItemChange } from '../../lib/saved-endpoints.ts';

export interface Draft {
  /** The collections that shall hold the item, each with the note on it. */
  readonly places: ReadonlyMap<string, string>;
  /** The name of a collection that is to be made, and the note on the item in it. */
  readonly name: string;
  readonly note: string;
}

/** As it is kept. */
export function draftOf(places: readonly CollectedPlace[]): Draft {
  return { places: new Map(places.map(({ collection, note }) => [collection, note])), name: '', note: '' };
}

/** Ticks a collection, or takes its tick away. A note that was typed stays with it while the dialog is open. */
export function toggled({ places, ...rest }: Draft, id: string, note: string): Draft {
  const next = new Map(places);
  if (!next.delete(id)) next.set(id, note);
  return { ...rest, places: next };
}

/** What has to be done for the collections that there are; blanks around a note do not count. */
export function changeOf({ places }: Pick<Draft, 'places'>, kept: readonly CollectedPlace[]): ItemChange {
  const before = new Map(kept.map(({ collection, note }) => [collection, note]));
  const wanted = [...places].map(([id, note]) => ({ id, note: note.trim() }));
  return {
    add: wanted.filter(({ id }) => !before.has(id)),
    note: wanted.filter(({ id, note }) => before.has(id) && before.get(id)?.trim() !== note),
    takeOut: [...before.keys()].filter((id) => !places.has(id)),
  };
}

/** Whether anything would be lost if it were closed now. */
export function isUnsaved(draft: Draft, kept: readonly CollectedPlace[]): boolean {
  const { add, note, takeOut } = changeOf(draft, kept);
  return add.length + note.length + takeOut.length > 0 || draft.name.trim() !== '' || draft.note.trim() !== '';
}
