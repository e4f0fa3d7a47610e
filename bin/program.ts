/** The `imr` program: a composition root. It names the commands, reads the flags and joins ingest, index and server. */
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { PAGE_SIZE } from '#contract/limits.ts';
import { OPTIONS, type OptionName } from '../server/options.ts';
import { EXIT, type Flags, type Io } from './lib/io.ts';
import type { Session } from './lib/session.ts';

const EXIT_CODES = `
Exit codes:
  0  done
  1  some letters could not be read (the others were)
  2  wrong usage, or something outside the letters failed`;

/** Runs one command line (without node and script) and gives the exit code. Nothing is thrown. */
export async function main(
  args: readonly string[],
  io: Io = { env: process.env, out: process.stdout, err: process.stderr },
): Promise<number> {
  let exitCode: number = EXIT.ok;
  const program = makeProgram(io, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    const { explain } = await import('./lib/session.ts');
    io.err.write(`imr: ${explain(error)}\n`);
    return EXIT.usage;
  }
}

/** Commands are loaded when they run, so that `--help` and `extract` do not wait for a search engine. */
function makeProgram(io: Io, ended: (code: number) => void): Command {
  const program = new Command('imr')
    .description('IMR Index: prior Independent Medical Review decisions, searchable.')
    .exitOverride()
    .configureOutput({ writeOut: (text) => void io.out.write(text), writeErr: (text) => void io.err.write(text) })
    .addHelpText('after', EXIT_CODES);
  const command = (name: string, description: string, example: string, flags: readonly OptionName[]) => {
    const made = program.command(name).description(description);
    for (const row of OPTIONS) {
      if (row.flag !== null && flags.includes(row.name))
        made.option(
          `${row.flag} <${row.type.replaceAll(' or ', '|').split(' ').at(-1)}>`,
          `${row.help} (${row.env}; default: ${row.default})`,
        );
    }
    return made.addHelpText('after', `\nExample:\n  ${example}\n${EXIT_CODES}`);
  };
  const index = ['dataDir', 'engine'] as const;

  command('ingest', 'Read letters into the index.', 'npm run imr -- ingest path/to/letters', index)
    .argument('<paths...>', 'files and folders, with all their subfolders')
    .option('--again', 'read again what is stored already, and what could not be read')
    .action(async (paths: string[], given: Given) => {
      const { ingest } = await import('./commands/ingest.ts');
      ended(await withSession(io, flagsOf(given), (session) => ingest(paths, given['again'] === true, io, session)));
    });
  command('extract', 'Print one determination as JSON; nothing is stored.', 'npm run --silent imr -- extract letter.pdf', [])
    .argument('<file>', 'a letter: PDF, HTML, Markdown or text')
    .option('--explain', 'print a list instead: each value with its grade, its rule and the words it was read from')
    .action(async (file: string, given: Given) => {
      const { extract } = await import('./commands/extract.ts');
      ended(await extract(file, given['explain'] === true, io));
    });
  command('search', 'Search the disputed items.', `npm run --silent imr -- search '"personal trainer" decision:upheld' --json`, index)
    .argument('<query...>', 'words, "phrases", AND, OR, NOT, (groups), field:value')
    .option(
      '--json',
      'print JSON: {"total", "letters", "someMissing", "understood", "hits": [{"caseNumber", "issue", "decision", "tier", ...}]}',
    )
    .option('--export <file>', 'write everything that matched into a file instead, by its ending: .csv, .xlsx or .jsonl')
    .option('--limit <n>', `items to print, at most ${PAGE_SIZE.max}`, limit, PAGE_SIZE.default)
    .action(async (words: string[], given: Given) => {
      const file = given['export'];
      if (typeof file === 'string') {
        const { exportTo } = await import('./commands/export-to.ts');
        ended(
          await withSession(io, flagsOf(given), (session) => exportTo(file, words.join(' '), new Date(), io, session), { create: false }),
        );
        return;
      }
      const { search } = await import('./commands/search.ts');
      ended(
        await withSession(
          io,
          flagsOf(given),
          (session) => search(words.join(' '), { json: given['json'] === true, limit: Number(given['limit']) }, io, session),
          { create: false },
        ),
      );
    });
  command('stats', 'Print what the index holds.', 'npm run --silent imr -- stats --json', index)
    .option('--json', 'print JSON')
    .action(async (given: Given) => {
      const { stats } = await import('./commands/stats.ts');
      ended(await withSession(io, flagsOf(given), (session) => stats(given['json'] === true, io, session), { create: false }));
    });
  const served = ['port', 'host', ...index] as const;
  command('serve', 'Serve the dashboard and the HTTP API.', 'npm run imr -- serve --port 9000', served).action(async (given: Given) => {
    const { serve } = await import('./commands/serve.ts');
    ended(await withSession(io, flagsOf(given), (session) => serve(io, session)));
  });
  command(
    'start',
    'Read letters, where paths are given, then serve (this is npm start).',
    'npm start -- path/to/letters --port 9000',
    served,
  )
    .argument('[paths...]', 'files and folders, with all their subfolders')
    .action(async (paths: string[], given: Given) => {
      const [{ ingest }, { serve }, { assertListenable }] = await Promise.all([
        import('./commands/ingest.ts'),
        import('./commands/serve.ts'),
        import('../server/main.ts'),
      ]);
      ended(
        await withSession(io, flagsOf(given), async (session) => {
          if (paths.length > 0) await assertListenable(session.options.host, session.options.port);
          // A letter that could not be read is told and listed; the others are served all the same.
          const loaded = paths.length === 0 ? EXIT.ok : await ingest(paths, false, io, session);
          const served = await serve(io, session);
          return served === EXIT.ok ? loaded : served;
        }),
      );
    });
  return program;
}

/** Opens what a command needs; loaded when it runs. */
async function withSession(
  io: Io,
  flags: Flags,
  use: (session: Session) => Promise<number>,
  options?: { create?: boolean },
): Promise<number> {
  return (await import('./lib/session.ts')).withSession(io, flags, use, options);
}

type Given = Readonly<Record<string, unknown>>;

/** The flags of a command by option name: `--data` is the option `dataDir`. */
function flagsOf(given: Given): Flags {
  return Object.fromEntries(
    OPTIONS.flatMap((row) => {
      const value = row.flag === null ? undefined : given[row.flag.replace(/^--/, '')];
      return typeof value === 'string' ? [[row.name, value]] : [];
    }),
  );
}

function limit(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > PAGE_SIZE.max)
    throw new InvalidArgumentError(`expected a whole number from 1 to ${PAGE_SIZE.max}.`);
  return value;
}
