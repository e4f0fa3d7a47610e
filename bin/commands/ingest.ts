/** `imr ingest`: reads letters into the index. */
import { type CommandSpec, type Given, INDEX_FLAGS } from './command.ts';

export const ingestCommand: CommandSpec = {
  name: 'ingest',
  description: 'Read letters into the index.',
  example: 'npm run imr -- ingest path/to/letters',
  flags: INDEX_FLAGS,
  declare: (command, run) =>
    command
      .argument('<paths...>', 'files and folders, with all their subfolders: PDF, HTML, Markdown, text, or JSON Lines of many letters')
      .option('--again', 'read again what is stored already, and what could not be read')
      .action((paths: string[], given: Given) =>
        run(async ({ io, withSession }) => {
          const { assertThere } = await import('../../ingest/load/files.ts');
          const { ingest } = await import('../run/ingest.ts');
          await assertThere(paths);
          return withSession(given, (session) => ingest(paths, given['again'] === true, io, session));
        }),
      ),
};
