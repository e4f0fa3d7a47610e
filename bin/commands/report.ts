/** `imr report`: the numbers of the analytics pages, written into files or printed. */
import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { fieldNamed, RATE_FIELDS, type RateField, typedName } from '#contract/fields.ts';
import { REPORT_FORMATS } from '#contract/lists.ts';
import { PERIODS } from '#contract/metric-ids.ts';
import { CHOICES, REPORT_PAGE_IDS, REPORT_PAGES, type ReportPage } from '#contract/report-pages.ts';
import type { Given } from '../lib/given.ts';
import { type CommandSpec, READING_FLAGS } from './command.ts';

export const reportCommand: CommandSpec = {
  name: 'report',
  description: 'Write the numbers of the analytics pages, all of them or those named, as CSV, XLSX or JSON.',
  example: 'npm run imr -- report crosstab --by category --and imr-basis --out report.xlsx',
  flags: READING_FLAGS,
  declare: (command, run) =>
    declareOptions(command).action((pages: string[], given: Given) =>
      run(async ({ io, withReading }) => {
        const { readReportOptions } = await import('../lib/report-options.ts');
        const { report } = await import('../run/report.ts');
        const asked = await readReportOptions(pages, given);
        return withReading(given, (session) => report(asked, new Date(), io, session), { create: false });
      }),
    ),
};

function declareOptions(command: Command): Command {
  return command
    .addArgument(new Argument('[pages...]', 'the pages; without one, all that need nothing more').choices(REPORT_PAGE_IDS))
    .addOption(
      new Option('--format <format>', 'what is written; else the ending of --out says it, and CSV where nothing does').choices(
        REPORT_FORMATS,
      ),
    )
    .option('--out <path>', 'a file for all of it, or a folder with one for each page (CSV: for each table); else it is printed')
    .option('--query <words>', 'only items that match, as imr search takes it')
    .option(
      '--filter <name=value>',
      'only items with this value, as it stands in an address of the dashboard; may be repeated',
      gathered,
      [],
    )
    .option('--from <day>', 'only what was decided on this day (YYYY-MM-DD) or later')
    .option('--to <day>', 'only what was decided on this day or before')
    .option('--program <id>', 'of this program; else of the one that has most of the items')
    .option('--snapshot <name>', 'as of this snapshot; else as of now')
    .option('--by <field>', 'what items are grouped by', rateField)
    .option('--and <field>', 'what they are grouped by besides', rateField)
    .addOption(new Option('--period <period>', 'the periods of a trend').choices(Object.keys(PERIODS)))
    .option('--against <search>', 'the second cohort of a comparison: a query, or the parameters of an address, "q=mri&from=2016-01-01"')
    .option('--of <value>', 'the service, guideline or drug that such a page is of')
    .addHelpText('after', `\nPages:\n${REPORT_PAGE_IDS.map((id) => pageLine(id, REPORT_PAGES[id])).join('\n')}`);
}

function gathered(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

function rateField(text: string): RateField {
  const field = fieldNamed(text);
  const known = RATE_FIELDS.find((one) => one === field);
  if (known === undefined) throw new InvalidArgumentError(`expected one of ${RATE_FIELDS.map(typedName).join(', ')}.`);
  return known;
}

/** "  services     Services: --by category, service, ..." */
function pageLine(id: string, page: ReportPage): string {
  const taken = CHOICES.flatMap((name) => {
    if (name === 'against') return page.against === true ? ['--against'] : [];
    if (name === 'period') return page.period === undefined ? [] : [`--period ${page.period.of.join(', ')}`];
    const fields = page[name]?.of ?? [];
    if (fields.length === 0) return [];
    return [`--${name} ${fields.length === RATE_FIELDS.length ? 'any field' : fields.map(typedName).join(', ')}`];
  });
  const takes = [...(page.of === undefined ? [] : ['--of']), ...taken];
  return `  ${id.padEnd(10)}  ${page.title}${takes.length === 0 ? '' : `: ${takes.join('; ')}`}`;
}
