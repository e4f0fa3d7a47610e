/** `imr serve`, and the second half of `npm start`: the dashboard and the HTTP API until the process is told to stop. */
import { startServer } from '../../server/main.ts';
import { builtDashboard } from '../lib/dashboard-build.ts';
import { EXIT, type Io } from '../lib/io.ts';
import { programVersion, type ReadingSession } from '../lib/session.ts';

/** Serves until SIGINT or SIGTERM; resolves with the exit code once everything is closed. */
export async function serve(io: Io, { options, index, originals }: ReadingSession): Promise<number> {
  const say = (line: string) => io.err.write(line);
  const { items, letters, unreadable } = await index.stats();
  say(
    `Index: ${items} disputed items in ${letters} letters${unreadable !== null && unreadable > 0 ? `, ${unreadable} could not be read` : ''} (engine: ${index.engine}${index.readOnly ? ', read only' : ''})\n`,
  );
  if (letters === 0) say('The index is empty. Add letters with: npm start -- path/to/letters\n');
  const webRoot = await builtDashboard(say);
  const server = await startServer({
    index,
    originals,
    host: options.host,
    port: options.port,
    webRoot,
    version: await programVersion(),
    log: (line) => say(`${line}\n`),
  });
  io.out.write(`IMR Index is ready at ${server.url}\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await server.close();
  return EXIT.ok;
}
