/** Reads letters, where paths are given, then serves them. */
import { assertListenable } from '../../server/main.ts';
import { EXIT, type Io } from '../lib/io.ts';
import type { Session } from '../lib/session.ts';
import { ingest } from './ingest.ts';
import { serve } from './serve.ts';

/** A letter that could not be read is told and listed; the others are served all the same. */
export async function start(paths: readonly string[], io: Io, session: Session): Promise<number> {
  if (paths.length > 0) await assertListenable(session.options.host, session.options.port);
  const loaded = paths.length === 0 ? EXIT.ok : await ingest(paths, { again: false, mapping: undefined }, io, session);
  const served = await serve(io, session);
  return served === EXIT.ok ? loaded : served;
}
