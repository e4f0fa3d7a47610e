/** `imr start` (this is `npm start`): reads letters, where paths are given, then serves. */
import type { Given } from '../lib/given.ts';
import { type CommandSpec, SERVE_FLAGS, SERVING } from './command.ts';

export const startCommand: CommandSpec = {
  name: 'start',
  description: 'Read letters, where paths are given, then serve (this is npm start).',
  example: 'npm start -- path/to/letters --port 9000',
  flags: SERVE_FLAGS,
  declare: (command, run) =>
    command
      .argument('[paths...]', 'files and folders, with all their subfolders: PDF, HTML, Markdown, text, or JSON Lines of many letters')
      .action((paths: string[], given: Given) =>
        run(async ({ io, withSession }) => {
          const { assertThere } = await import('../../ingest/load/files.ts');
          const { start } = await import('../run/start.ts');
          await assertThere(paths);
          return withSession(given, (session) => start(paths, io, session), SERVING);
        }),
      ),
};
