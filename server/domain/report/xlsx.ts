/** Tables as an Excel workbook: first "About" with what it is of, what is on each sheet and how it is counted, then a sheet for each table. */
import type { Report } from '#contract/report.ts';
import { cutToCell, type SheetCell, STYLE } from '../files/sheet-xml.ts';
import { openWorkbook, type Sheet } from '../files/workbook.ts';
import { aboutLines, fullTitle, methodLines, type NamedTable, seenWords, type WordLine } from './about.ts';
import type { Cell, TableColumn } from './tables.ts';

const ABOUT = 'About';
/** Excel's limit of a sheet's name. */
const NAME_CHARACTERS = 31;

/** The workbook in pieces of bytes. The tables are called by their sheets, see `sheetNames`. */
export async function* xlsxOf(report: Report, tables: readonly NamedTable[]): AsyncGenerator<Uint8Array> {
  const workbook = openWorkbook(new Date(report.about.reportedAt));
  const add = async (sheet: Sheet, rows: readonly (readonly SheetCell[])[]) => {
    workbook.begin(sheet);
    for (const row of rows) workbook.row(row);
    await workbook.end();
    return workbook.taken();
  };
  const names = sheetNames(tables);
  const named = tables.map((table, at) => ({ ...table, name: names[at] ?? '' }));
  try {
    const lines = [
      ...aboutLines(report),
      ...titled(
        'Sheets',
        named.map(({ name, of, table }) => [name, `${fullTitle(of, table)}. ${seenWords(table)}`] as const),
      ),
      ...titled('Methods', methodLines(report.methods)),
    ];
    yield* await add({ name: ABOUT, widths: [32, 110], printed: report.about.title }, lines.map(wordsRow));
    for (const { name, of, table } of named) {
      const printed = fullTitle(of, table);
      const headings = table.columns.map(({ heading }) => heading);
      const rows = table.rows.map((row) => row.map((cell, at) => toSheetCell(cell, table.columns[at]?.kind ?? 'text')));
      yield* await add({ name, widths: table.columns.map(widthOf), headings, printed }, rows);
    }
    yield* await workbook.close();
  } finally {
    workbook.destroy();
  }
}

function titled(title: string, lines: readonly WordLine[]): WordLine[] {
  return lines.length === 0 ? [] : [['', ''], [title, ''], ...lines];
}

function wordsRow([what, words]: WordLine): SheetCell[] {
  return [
    { kind: 'text', text: cutToCell(what), style: STYLE.heading },
    { kind: 'text', text: cutToCell(words), style: STYLE.wrapped },
  ];
}

/**
 * Names that sheets may have: at most 31 characters, without the signs of a place in a workbook, each once in whatever case. The shortest that tells a table
 * from the others; where none does, they are numbered.
 */
export function sheetNames(tables: readonly NamedTable[]): string[] {
  const taken = new Set([ABOUT.toLowerCase(), 'history']);
  const names = new Map<NamedTable, string>();
  for (const wanted of WANTED) {
    const open = tables.filter((table) => !names.has(table)).map((table) => ({ table, name: plainName(wanted(table)) }));
    const times = new Map<string, number>();
    for (const { name } of open) times.set(name.toLowerCase(), (times.get(name.toLowerCase()) ?? 0) + 1);
    for (const { table, name } of open) {
      if (times.get(name.toLowerCase()) !== 1 || taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      names.set(table, name);
    }
  }
  return tables.map((table) => names.get(table) ?? numbered(plainName(table.short), taken));
}

/** What a sheet may be called, the first choice first. */
const WANTED: readonly ((table: NamedTable) => string)[] = [
  ({ short }) => short,
  ({ of }) => of.title,
  ({ of, short }) => `${of.page?.label ?? ''}: ${short}`,
];

function plainName(text: string): string {
  const plain = text.replace(/[[\]:*?/\\\p{Cc}]/gu, ' ').replace(/\s+/g, ' ');
  return cutName(plain.replace(/^[\s']+/, ''), NAME_CHARACTERS) || 'Table';
}

/** No character is cut in two, and no name ends in a blank or an apostrophe. */
function cutName(text: string, characters: number): string {
  return text.slice(0, characters).replace(/[\s'\uD800-\uDBFF]+$/, '');
}

function numbered(name: string, taken: Set<string>): string {
  for (let copy = 1; ; copy += 1) {
    const end = copy === 1 ? '' : ` (${copy})`;
    const other = `${cutName(name, NAME_CHARACTERS - end.length)}${end}`;
    if (taken.has(other.toLowerCase())) continue;
    taken.add(other.toLowerCase());
    return other;
  }
}

const STYLES = {
  text: STYLE.plain,
  day: STYLE.day,
  count: STYLE.count,
  share: STYLE.share,
  portion: STYLE.portion,
  points: STYLE.difference,
  days: STYLE.decimal,
  number: STYLE.decimal,
} as const satisfies Readonly<Record<TableColumn['kind'], number>>;

function toSheetCell(cell: Cell, kind: TableColumn['kind']): SheetCell {
  if (cell === null) return null;
  if (typeof cell === 'number') return { kind: 'number', number: cell, style: STYLES[kind] };
  return kind === 'day' ? { kind: 'day', day: cell } : { kind: 'text', text: cutToCell(cell) };
}

/** As wide as its heading, within bounds; words get room. */
function widthOf({ heading, kind }: TableColumn): number {
  const least = kind === 'text' ? (heading === 'Row' ? 14 : 28) : 10;
  return Math.max(least, Math.min(heading.length + 2, 36));
}
