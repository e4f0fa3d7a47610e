/** A letter as it goes to what writes the library, maybe in another thread: plain data, its record and its text as JSON. */
import type { Source } from '#contract/determination.ts';
import { placeInFile, versionKey } from '#contract/version-key.ts';

/** From where a letter is. */
interface Placed {
  /** See `versionKey`. */
  readonly sha256: string;
  readonly file: { readonly sha256: string; readonly name: string; readonly size: number };
  /** Whether it is all of its file, or the pages of a part. */
  readonly isWhole: boolean;
  readonly isPage: boolean;
  /** See `placeInFile`. */
  readonly place: number;
}

/** `unnamed`: nothing can be noted of it, not even from which file it is; `unfit`: it cannot be stored. `reason`: why, in words. */
export type PreparedLetter =
  | { readonly kind: 'unnamed'; readonly id: string; readonly sha256: string; readonly reason: string }
  | (Placed & { readonly kind: 'unfit'; readonly id: string; readonly reason: string })
  | (Placed & ReadyLetter & { readonly id: string });

export interface ReadyLetter {
  readonly kind: 'ready';
  readonly decidedOn: string | null;
  /** JSON list of the message codes, each once. */
  readonly messages: string;
  readonly items: number;
  /** JSON, see `recordJson` and `textJson`. */
  readonly record: string;
  readonly text: string;
}

export function placeOf(source: Source): Placed {
  return {
    sha256: versionKey(source),
    file: { sha256: source.sha256, name: source.fileName, size: source.sizeBytes },
    isWhole: source.part === null,
    isPage: source.part?.unit === 'page',
    place: placeInFile(source),
  };
}
