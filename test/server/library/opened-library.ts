/** What one owner keeps in the library of a folder, as plain calls, for tests. */
import { openLibraryCore } from '../../../server/library/core.ts';
import { type Kept, LOCAL_OWNER } from '../../../server/library/kept-store.ts';
import { withPlainErrors } from '../../../server/library/library-file.ts';

export interface OpenedKept extends Kept {
  close(): void;
}

export function openKeptIn(dataDir: string, owner = LOCAL_OWNER): OpenedKept {
  const core = openLibraryCore(dataDir);
  const calls = new Proxy({} as Kept, {
    get:
      (_, method) =>
      (...args: unknown[]) =>
        withPlainErrors(() => core.kept(owner, method as keyof Kept, args as never)),
  });
  return new Proxy({} as OpenedKept, { get: (_, name) => (name === 'close' ? core.close : calls[name as keyof Kept]) });
}
