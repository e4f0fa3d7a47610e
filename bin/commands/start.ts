/** `imr start` (this is `npm start`): reads letters, where paths are given, then serves. */
import { type CommandSpec, type Given, SERVE_FLAGS, SERVING } from './command.ts';

export const startCommand: CommandSpec = {
  name: 'start',
  description: 'Read letters, where paths are given, then serve (this is npm start).',
  example: 'npm start -- path/to/letters --port 9000',
  flags: SERVE_FLAGS,
  declare: (command, run) =>
    command.argument('[paths...]', 'files and folders, with all their subfolders').action((paths: string[], given: Given) =>
      run(async ({ io, withSession }) => {
        const { start } = await import('../run/start.ts');
        return withSession(given, (session) => start(paths, io, session), SERVING);
      }),
    ),
};
