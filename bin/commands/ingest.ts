/** `imr ingest`: reads letters into the index. */
import type { Mapping } from '../../ingest/programmes/mapping.ts';
import type { Given } from '../lib/given.ts';
import { type CommandSpec, INDEX_FLAGS } from './command.ts';

export const ingestCommand: CommandSpec = {
  name: 'ingest',
  description: 'Read letters, and published tables of decisions, into the index.',
  example: 'npm run imr -- ingest path/to/letters',
  flags: INDEX_FLAGS,
  declare: (command, run) =>
    command
      .argument(
        '<paths...>',
        'files and folders, with all their subfolders: letters (PDF, HTML, Markdown, text, JSON Lines of many), tables (CSV, XLSX, JSON)',
      )
      .option('--again', 'read again what is stored already, and what could not be read')
      .option('--mapping <file>', 'how the columns of a table of one’s own are named (JSON; see: imr mapping)')
      .option('--preview', 'show the first rows of tables as they would be stored, and what is not understood; nothing is stored')
      .action((paths: string[], given: Given) =>
        run(async ({ io, withSession }) => {
          const { assertThere } = await import('../../ingest/load/files.ts');
          const { ingest } = await import('../run/ingest.ts');
          await assertThere(paths);
          const mapping = typeof given['mapping'] === 'string' ? await mappingFrom(given['mapping']) : undefined;
          if (given['preview'] === true) return (await import('../run/preview-table.ts')).previewTables(paths, mapping, io);
          return withSession(given, (session) => ingest(paths, { again: given['again'] === true, mapping }, io, session), {
            threads: 'putting',
          });
        }),
      ),
};

/** Throws AppError `usage`. */
async function mappingFrom(path: string): Promise<Mapping> {
  const { bytesOf } = await import('../../ingest/load/files.ts');
  const { readMapping } = await import('../../ingest/programmes/mapping.ts');
  const { decodeText } = await import('../../ingest/read/decode.ts');
  const { AppError } = await import('#contract/problem.ts');
  const bytes = await bytesOf(path);
  if (!(bytes instanceof Uint8Array))
    throw new AppError('usage', `${path}: ${bytes.reason} A mapping was expected, as "imr mapping TABLE" drafts one.`);
  // Shells write what a command prints in encodings of their own.
  return readMapping(decodeText(bytes) ?? '', path);
}
