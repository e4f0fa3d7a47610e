/** `imr ingest`: reads letters into the index. */
import { type CommandSpec, type Given, INDEX_FLAGS } from './command.ts';

export const ingestCommand: CommandSpec = {
  name: 'ingest',
  description: 'Read letters into the index.',
  example: 'npm run imr -- ingest path/to/letters',
  flags: INDEX_FLAGS,
  declare: (command, run) =>
    command
      .argument('<paths...>', 'files and folders, with all their subfolders')
      .option('--again', 'read again what is stored already, and what could not be read')
      .action((paths: string[], given: Given) =>
        run(async ({ io, withSession }) => {
          const { ingest } = await import('../run/ingest.ts');
          return withSession(given, (session) => ingest(paths, given['again'] === true, io, session));
        }),
      ),
};
