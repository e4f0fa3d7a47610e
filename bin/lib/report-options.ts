/** What was given to `imr report` -> what is asked, and where it goes. Everything that can be wrong without an index is told here, all at once. */
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Narrowing, NarrowingSchema } from '#contract/api.ts';
import { FIELDS, fieldNamed, typedName } from '#contract/fields.ts';
import { REPORT_FORMATS, type ReportFormat } from '#contract/lists.ts';
import { AppError, type Fault } from '#contract/problem.ts';
import { isProgramme, ownProgramme } from '#contract/programmes.ts';
import { CHOICES, type Chosen, REPORT_PAGE_IDS, REPORT_PAGES, type ReportPageId } from '#contract/report-pages.ts';
import { parseParams } from '../../server/http/params.ts';
import { readAgainst } from '../../server/http/read-against.ts';

/** The options of the command by their names. */
type Given = Readonly<Record<string, unknown>>;

export interface ReportOptions {
  readonly pages: readonly ReportPageId[];
  readonly narrowing: Narrowing;
  readonly chosen: Chosen;
  readonly against: Narrowing | null;
  /** As typed; null: no page is of one value. */
  readonly of: string | null;
  /** Its name; null: as of now. */
  readonly snapshot: string | null;
  readonly format: ReportFormat;
  readonly out: Destination;
}

/** Where a report goes: printed, into one file, or into files of a folder. */
type Destination = { readonly kind: 'printed' } | { readonly kind: 'file' | 'folder'; readonly path: string };

/** Throws AppError `usage` with all faults, or `bad-request` for what narrows. */
export async function readReportOptions(named: readonly string[], given: Given): Promise<ReportOptions> {
  const text = (name: string) => (typeof given[name] === 'string' ? given[name] : null);
  const chosen = chosenOf(given);
  const of = text('of');
  const pages = pagesOf(named, chosen);
  const faults = [...filterFaults(given), ...choiceFaults(pages, chosen), ...valueFaults(pages, of)];
  const { format, out, faults: outFaults } = await destinationOf(text('out'), text('format'));
  refuse([...faults, ...outFaults]);
  return {
    pages,
    narrowing: parseParams(paramsOf(given, text), NarrowingSchema),
    chosen,
    against: chosen.against === undefined ? null : readAgainst(chosen.against),
    of,
    snapshot: text('snapshot'),
    format,
    out,
  };
}

function refuse(errors: readonly Fault[]): void {
  if (errors.length === 0) return;
  throw new AppError('usage', errors.map(({ parameter, detail }) => `${parameter}: ${detail}`).join('; '), { errors });
}

/** Values were checked as they were given. A second cohort without "=" is a query by itself. */
function chosenOf(given: Given): Chosen {
  const chosen: Record<string, unknown> = Object.fromEntries(
    CHOICES.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])),
  );
  const against = chosen['against'];
  if (typeof against === 'string' && !against.includes('=')) chosen['against'] = String(new URLSearchParams({ q: against }));
  return chosen;
}

/** The pages named, in the order of the dashboard; without one, those that need nothing more than was given. */
function pagesOf(named: readonly string[], { against }: Chosen): ReportPageId[] {
  if (named.length > 0) return REPORT_PAGE_IDS.filter((id) => named.includes(id));
  return REPORT_PAGE_IDS.filter((id) => {
    const page = REPORT_PAGES[id];
    return page.of === undefined && (page.against !== true || against !== undefined);
  });
}

/** What is chosen must mean something to one of the pages. */
function choiceFaults(pages: readonly ReportPageId[], chosen: Chosen): Fault[] {
  const some = (takes: (id: ReportPageId) => boolean) => pages.some(takes);
  const unmet = pages.filter((id) => REPORT_PAGES[id].against === true && chosen.against === undefined);
  const faults: Fault[] = unmet.map((id) => ({ parameter: '--against', detail: `the page ${id} needs a second cohort` }));
  for (const name of ['by', 'and'] as const) {
    const field = chosen[name];
    if (field === undefined || some((id) => REPORT_PAGES[id][name]?.of.includes(field) === true)) continue;
    const fields = [...new Set(pages.flatMap((id) => REPORT_PAGES[id][name]?.of ?? []))];
    faults.push({ parameter: `--${name}`, detail: expected(pages, fields.map(typedName)) });
  }
  if (chosen.period !== undefined && !some((id) => REPORT_PAGES[id].period !== undefined)) {
    faults.push({ parameter: '--period', detail: expected(pages, []) });
  }
  if (chosen.against !== undefined && !some((id) => REPORT_PAGES[id].against === true)) {
    faults.push({ parameter: '--against', detail: expected(pages, []) });
  }
  return faults;
}

function expected(pages: readonly ReportPageId[], choices: readonly string[]): string {
  const which = pages.length === 1 ? `the page ${pages[0]} takes` : 'these pages take';
  return choices.length === 0
    ? `${which.replace(/take(s?)$/, (_, s: string) => (s === 's' ? 'does not take' : 'do not take'))} it`
    : `${which} ${choices.join(', ')}`;
}

/** One value for pages of one field. */
function valueFaults(pages: readonly ReportPageId[], of: string | null): Fault[] {
  const ones = pages.filter((id) => REPORT_PAGES[id].of !== undefined);
  if (of !== null && ones.length === 0)
    return [{ parameter: '--of', detail: 'only the pages service, guideline and drug are of one value' }];
  if (of !== null && ones.length > 1)
    return [{ parameter: '--of', detail: `it is of one of the pages ${ones.join(', ')}; name one of them` }];
  return of === null ? ones.map((id) => ({ parameter: '--of', detail: `the page ${id} needs it: ${exampleOf(id)}` })) : [];
}

function exampleOf(id: ReportPageId): string {
  const { of } = REPORT_PAGES[id];
  const example = of === undefined ? undefined : FIELDS[of].example;
  return `--of '${example ?? id}'`;
}

function filterFaults(given: Given): Fault[] {
  return filtersGiven(given).flatMap((filter) => {
    const [name = ''] = filter.split('=', 1);
    if (!filter.includes('=')) return [{ parameter: '--filter', detail: `“${filter}”: expected a name and a value, as category=rehab` }];
    return fieldNamed(name) === null ? [{ parameter: '--filter', detail: `there is no field “${name}”` }] : [];
  });
}

function filtersGiven(given: Given): readonly string[] {
  return Array.isArray(given['filter']) ? given['filter'].map(String) : [];
}

/** What narrows, as the parameters of an address. */
function paramsOf(given: Given, text: (name: string) => string | null): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, option] of [
    ['q', 'query'],
    ['from', 'from'],
    ['to', 'to'],
  ] as const) {
    const value = text(option);
    if (value !== null) params.set(name, value);
  }
  for (const filter of filtersGiven(given)) {
    const at = filter.indexOf('=');
    params.append(fieldNamed(filter.slice(0, at)) ?? '', filter.slice(at + 1));
  }
  const program = text('program');
  if (program !== null) params.append('programme', isProgramme(program) ? program : (ownProgramme(program) ?? program.toLowerCase()));
  return params;
}

/** A path that ends in a format is a file, anything else a folder; a workbook cannot be printed. */
async function destinationOf(
  out: string | null,
  asked: string | null,
): Promise<{ format: ReportFormat; out: Destination; faults: Fault[] }> {
  const format = REPORT_FORMATS.find((one) => one === asked);
  if (out === null) {
    const faults = format === 'xlsx' ? [{ parameter: '--out', detail: 'a workbook is not printed; expected a file or a folder' }] : [];
    return { format: format ?? 'csv', out: { kind: 'printed' }, faults };
  }
  const isFolder = await stat(out).then(
    (found) => found.isDirectory(),
    () => out.endsWith('/'),
  );
  const ending = extname(out).slice(1).toLowerCase();
  if (isFolder || ending === '') return { format: format ?? 'csv', out: { kind: 'folder', path: out }, faults: [] };
  const ofEnding = REPORT_FORMATS.find((one) => one === ending);
  const file: Destination = { kind: 'file', path: out };
  if (ofEnding === undefined) {
    const endings = REPORT_FORMATS.map((one) => `.${one}`).join(', ');
    return { format: 'csv', out: file, faults: [{ parameter: '--out', detail: `expected a folder, or a name that ends in ${endings}` }] };
  }
  const differs = format !== undefined && format !== ofEnding;
  const faults = differs ? [{ parameter: '--format', detail: `the name of the file says ${ofEnding}` }] : [];
  return { format: ofEnding, out: file, faults };
}
