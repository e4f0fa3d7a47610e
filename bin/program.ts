/** The `imr` program: its commands, each a file of `commands/`; their flags come from the table of options. */
import { Command, CommanderError, Option } from 'commander';
import { OPTIONS } from '../server/options.ts';
import type { CommandSpec, Running } from './commands/command.ts';
import { extractCommand } from './commands/extract.ts';
import { ingestCommand } from './commands/ingest.ts';
import { libraryCommand } from './commands/library.ts';
import { mappingCommand } from './commands/mapping.ts';
import { reindexCommand } from './commands/reindex.ts';
import { reportCommand } from './commands/report.ts';
import { searchCommand } from './commands/search.ts';
import { serveCommand } from './commands/serve.ts';
import { snapshotCommand } from './commands/snapshot.ts';
import { startCommand } from './commands/start.ts';
import { statsCommand } from './commands/stats.ts';
import { tidyCommand } from './commands/tidy.ts';
import type { Given } from './lib/given.ts';
import { EXIT, type Flags, type Io } from './lib/io.ts';

const COMMANDS = [
  ingestCommand,
  mappingCommand,
  extractCommand,
  searchCommand,
  reportCommand,
  statsCommand,
  serveCommand,
  startCommand,
  libraryCommand,
  snapshotCommand,
  reindexCommand,
  tidyCommand,
] as const satisfies readonly CommandSpec[];

/** An option that is a flag without a value. */
const SWITCH = 'true or false';

const EXIT_CODES = `
Exit codes:
  0  done
  1  done, but for what is told: letters that could not be read, or faults that a check found
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

function makeProgram(io: Io, ended: (code: number) => void): Command {
  const program = new Command('imr')
    .description('IMR Index: prior Independent Medical Review decisions, searchable.')
    .exitOverride()
    .configureOutput({ writeOut: (text) => void io.out.write(text), writeErr: (text) => void io.err.write(text) })
    .addHelpText('after', EXIT_CODES);
  const running: Running = {
    io,
    withSession: async (given, use, options) => (await import('./lib/session.ts')).withSession(io, flagsOf(given), use, options),
    withReading: async (given, use, options) => (await import('./lib/session.ts')).withReading(io, flagsOf(given), use, options),
  };
  for (const { name, description, example, flags, declare } of COMMANDS as readonly CommandSpec[]) {
    const command = program.command(name).description(description);
    for (const row of OPTIONS) {
      if (row.flag !== null && (flags as readonly string[]).includes(row.name))
        command.option(
          row.type === SWITCH ? row.flag : `${row.flag} <${row.type.replaceAll(' or ', '|').split(' ').at(-1)}>`,
          `${row.help} (${row.env}; default: ${row.default})`,
        );
    }
    // So that what writes says in a sentence why it does not.
    if (flags.includes('dataDir') && !flags.includes('readOnly')) command.addOption(new Option('--read-only').hideHelp());
    command.addHelpText('after', `\nExample:\n  ${example}\n${EXIT_CODES}`);
    declare(command, async (work) => ended(await work(running)));
  }
  return program;
}

/** The flags of a command by option name: `--data` is the option `dataDir`. */
function flagsOf(given: Given): Flags {
  return Object.fromEntries(
    OPTIONS.flatMap((row) => {
      const value =
        row.flag === null ? undefined : given[row.flag.replace(/^--/, '').replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())];
      return typeof value === 'string' || value === true ? [[row.name, String(value)]] : [];
    }),
  );
}
