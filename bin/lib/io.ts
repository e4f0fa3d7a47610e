/** What a command is given and what it answers with. */
import type { OptionName } from '../../server/options.ts';

/** Exit codes, as the README documents them. */
export const EXIT = { ok: 0, someUnreadable: 1, usage: 2 } as const;

/** Where a command reads its options and writes its answers. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream & { isTTY?: boolean };
}

export type Flags = Partial<Record<OptionName, string>>;
