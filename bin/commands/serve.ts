/** `imr serve`: the dashboard and the HTTP API. */
import type { Given } from '../lib/given.ts';
import { type CommandSpec, SERVE_FLAGS, SERVING } from './command.ts';

export const serveCommand: CommandSpec = {
  name: 'serve',
  description: 'Serve the dashboard and the HTTP API.',
  example: 'npm run imr -- serve --port 9000',
  flags: [...SERVE_FLAGS, 'readOnly'],
  declare: (command, run) =>
    command.action((given: Given) =>
      run(async ({ io, withReading }) => {
        const { serve } = await import('../run/serve.ts');
        return withReading(given, (session) => serve(io, session), SERVING);
      }),
    ),
};
