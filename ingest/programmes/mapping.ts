/** The mapping of a table of one's own: which column says what, and what its outcome words mean. A file of JSON that a user writes or has drafted. */
import { z } from 'zod';
import { DECISIONS } from '#contract/lists.ts';
import { AppError } from '#contract/problem.ts';
import { ownProgramme } from '#contract/programmes.ts';
import { bracketed, inBrackets } from './bracketed.ts';
import { columnsOf, labelOf } from './match-header.ts';
import { outcomeBy } from './outcomes.ts';
import { NEEDED_ROLES, ROLE_NAMES, type Role, SEVERAL_COLUMNS } from './roles.ts';
import type { TableColumn, TableProgramme } from './table-programme.ts';

const RoleSchema = z.enum(ROLE_NAMES as [(typeof ROLE_NAMES)[number], ...(typeof ROLE_NAMES)[number][]], {
  error: ({ input }) => `${JSON.stringify(input)} is nothing a column may hold; one of these was expected: ${ROLE_NAMES.join(', ')}`,
});

const MappingSchema = z.strictObject({
  /** What the program is called; rates are of one program. */
  program: z
    .string()
    .refine((name) => ownProgramme(name) !== null, { error: 'expected a name of its own, of letters, digits and blanks, at most 60' }),
  /** By the name of a column as the header prints it: what it holds. */
  columns: z.record(z.string().min(1), RoleSchema),
  /** By an outcome as the table prints it: what it means. */
  outcomes: z.record(z.string().min(1), z.enum(DECISIONS, { error: `expected one of ${DECISIONS.join(', ')}` })),
  /** What stands between the values of a cell that lists several; without it a cell is one value. */
  lists: z.string().min(1).max(3).optional(),
});
export type Mapping = z.infer<typeof MappingSchema>;

/** Reads a mapping from its JSON. Throws AppError `usage` that says where it is wrong, and what was expected. `path`: to name it. */
export function readMapping(json: string, path: string): Mapping {
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch (error) {
    // What is wrong and where, in words of the reader of JSON: a mapping holds names of columns, and nothing of a case.
    const where = error instanceof Error ? ` (${error.message})` : '';
    throw new AppError('usage', `${path} is no JSON${where}; a mapping was expected, as "imr mapping TABLE" drafts one.`);
  }
  const read = MappingSchema.safeParse(given);
  if (!read.success) {
    const faults = read.error.issues.slice(0, 5).map(({ path: at, message }) => `${at.length === 0 ? '' : `${at.join('.')}: `}${message}`);
    throw new AppError('usage', `${path} is no mapping: ${faults.join('; ')}.`);
  }
  const roles = Object.values(read.data.columns);
  const lacking = NEEDED_ROLES.filter((role) => !roles.includes(role));
  if (lacking.length > 0) throw new AppError('usage', `${path} names no column for: ${lacking.join(', ')}. Every row needs one.`);
  const twice = ROLE_NAMES.filter((role) => !SEVERAL_COLUMNS.has(role) && roles.filter((one) => one === role).length > 1);
  if (twice.length > 0) throw new AppError('usage', `${path} names more than one column for: ${twice.join(', ')}. One was expected.`);
  return read.data;
}

/** What it takes to read the table. */
export function mappedProgramme({ program, columns, outcomes, lists }: Mapping): TableProgramme {
  const programme = ownProgramme(program);
  if (programme === null) throw new Error('a mapping that was not checked');
  return {
    programme,
    columns: columnsIn(columns),
    outcome: outcomeBy(outcomes),
    outcomeWords: Object.keys(outcomes).join(', ') || 'an outcome that the mapping names (it names none)',
    caseNumber: (cell) => (cell.length <= MOST_NUMBER && !/\p{C}|~\d+$/u.test(cell) ? cell : null),
    freeWords: true,
    ...valuesBy(lists ?? null),
  };
}

function columnsIn(columns: Mapping['columns']): TableColumn[] {
  return Object.entries(columns).map(([name, role]) => ({ label: labelOf(name), role, names: [name] }));
}

/** The most characters of a case number of one's own. What ends as the second of a number does (`~2`) would be taken for that. */
const MOST_NUMBER = 100;

/** How a cell is read that may list several values: in square brackets, or with this between them. */
export function valuesBy(lists: string | null): Required<Pick<TableProgramme, 'valuesIn'>> {
  const oneOrMore = (cell: string) => (lists === null ? [{ start: 0, end: cell.length }] : placesIn(cell, lists));
  return { valuesIn: (cell) => (inBrackets(cell) ? bracketed(cell) : oneOrMore(cell)) };
}

function placesIn(cell: string, separator: string): { start: number; end: number }[] {
  let from = 0;
  return cell.split(separator).flatMap((piece) => {
    const start = from + piece.length - piece.trimStart().length;
    from += piece.length + separator.length;
    return piece.trim() === '' ? [] : [{ start, end: start + piece.trim().length }];
  });
}

/** The columns of these roles (default: of all) that a mapping names and a header does not have. */
export function lackingColumns(
  names: readonly string[],
  { columns }: Pick<Mapping, 'columns'>,
  roles: readonly Role[] = ROLE_NAMES,
): string[] {
  const mapped = columnsIn(columns);
  const found = new Set<unknown>(columnsOf(names, mapped));
  return mapped.flatMap((column) => (roles.includes(column.role) && !found.has(column) ? column.names : []));
}
