/**
 * Measured groups as a table that can be ordered by each of its columns: every count a link to its items, what is not stated and all items together last.
 * Long ones begin with their first rows.
 */
import { Button, Table, VisuallyHidden } from '@mantine/core';
import {
  createColumnHelper,
  createSortedRowModel,
  type Header,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type ReactNode, useMemo, useState } from 'react';
import { Link } from 'react-router';
import { tagWords } from '#contract/metric-ids.ts';
import type { MeasureColumn, TableSort } from '../../lib/measure-columns.ts';
import type { MeasuredRow } from '../../lib/measured-rows.ts';
import { countWords } from '../../lib/words.ts';
import { DownIcon, UpIcon } from '../icons.tsx';
import { WideTable } from '../wide-table.tsx';
import styles from './measure-table.module.css';

export interface MeasureTableProps {
  /** What the table shows. */
  readonly caption: string;
  /** The heading of the names of its rows. */
  readonly first: string;
  readonly rows: readonly MeasuredRow[];
  /** All of them together; null where they have no total. */
  readonly total: MeasuredRow | null;
  readonly columns: readonly MeasureColumn[];
  /** By what it is ordered, which is the address's to keep. */
  readonly sort: TableSort | null;
  readonly onSort: (sort: TableSort | null) => void;
  /** How many rows are seen at first. */
  readonly most?: number;
  /** The name of a row as more than words: a link to its page. */
  readonly nameOf?: (row: MeasuredRow) => ReactNode;
}

const FEATURES = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
const HELPER = createColumnHelper<typeof FEATURES, MeasuredRow>();
/** The column of names, as it stands in the address. */
const NAME = 'name';
const FIRST_ROWS = 20;

export function MeasureTable({ caption, first, rows, total, columns, sort, onSort, most = FIRST_ROWS, nameOf }: MeasureTableProps) {
  const [all, setAll] = useState(false);
  const data = useMemo(() => rows.filter(({ stated }) => stated), [rows]);
  const defined = useMemo(
    () =>
      HELPER.columns([
        HELPER.accessor('label', { id: NAME, header: first, sortFn: (a, b) => a.original.label.localeCompare(b.original.label, 'en') }),
        ...columns.map((column) =>
          HELPER.accessor((row) => column.value(row) ?? undefined, {
            id: column.id,
            header: column.label,
            sortDescFirst: true,
            sortUndefined: 'last',
          }),
        ),
      ]),
    [columns, first],
  );
  const known = sort !== null && (sort.by === NAME || columns.some(({ id }) => id === sort.by));
  const sorting: SortingState = known ? [{ id: sort.by, desc: sort.descending }] : [];
  const table = useTable({
    features: FEATURES,
    columns: defined,
    data,
    state: { sorting },
    onSortingChange: (change) => {
      const [next] = typeof change === 'function' ? change(sorting) : change;
      onSort(next === undefined ? null : { by: next.id, descending: next.desc });
    },
    enableMultiSort: false,
  });
  const ordered = table.getRowModel().rows.map(({ original }) => original);
  const shown = all ? ordered : ordered.slice(0, most);
  const line = { columns, nameOf };
  return (
    <>
      <WideTable label={`${caption}, as a table`}>
        <Table verticalSpacing={5} horizontalSpacing={6} fz="xs" className={styles['table'] ?? ''}>
          <caption className={VisuallyHidden.classes['root']}>{caption}</caption>
          <Table.Thead>
            {table.getHeaderGroups().map(({ id, headers }) => (
              <Table.Tr key={id}>
                {headers.map((header) => (
                  <HeaderCell key={header.id} header={header} />
                ))}
              </Table.Tr>
            ))}
          </Table.Thead>
          <Table.Tbody>
            {shown.map((row) => (
              <Line key={row.id} row={row} {...line} />
            ))}
            {rows
              .filter(({ stated }) => !stated)
              .map((row) => (
                <Line key={row.id} row={row} {...line} />
              ))}
          </Table.Tbody>
          {total === null ? null : (
            <Table.Tfoot>
              <Line row={total} {...line} nameOf={undefined} />
            </Table.Tfoot>
          )}
        </Table>
      </WideTable>
      {ordered.length > most ? (
        <p className={styles['more']}>
          {all ? null : `The first ${most} of ${countWords(ordered.length, 'row')}. `}
          <Button className="screen-only" onClick={() => setAll(!all)}>
            {all ? `Show the first ${most} rows` : `Show all ${countWords(ordered.length, 'row')}`}
          </Button>
        </p>
      ) : null}
    </>
  );
}

const ARIA_SORT = { asc: 'ascending', desc: 'descending' } as const;

function HeaderCell({ header: { column } }: { header: Header<typeof FEATURES, MeasuredRow> }) {
  const sorted = column.getIsSorted();
  const arrow = (
    <span className={styles['arrow']} data-sorted={sorted !== false}>
      {sorted === 'asc' ? <UpIcon /> : <DownIcon />}
    </span>
  );
  return (
    <Table.Th
      scope="col"
      aria-sort={sorted === false ? 'none' : ARIA_SORT[sorted]}
      className={styles[column.id === NAME ? 'first' : 'right'] ?? ''}
    >
      <button type="button" className={styles['sort']} onClick={column.getToggleSortingHandler()}>
        {column.id === NAME ? null : arrow}
        {String(column.columnDef.header)}
        {column.id === NAME ? arrow : null}
      </button>
    </Table.Th>
  );
}

function Line({ row, columns, nameOf }: { row: MeasuredRow; columns: readonly MeasureColumn[]; nameOf: MeasureTableProps['nameOf'] }) {
  const tags = tagWords(row.tags);
  return (
    <Table.Tr data-stated={row.stated}>
      <Table.Th scope="row" fw="var(--imr-medium)" className={styles['first'] ?? ''}>
        {nameOf?.(row) ?? row.label}
        {tags === '' ? null : <span className={styles['tags']}> {tags}</span>}
      </Table.Th>
      {columns.map((column) => (
        <Table.Td key={column.id} className={styles['right'] ?? ''}>
          <Value href={column.href(row)} words={column.words(row)} />
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

/** None behind it, no link. */
function Value({ href, words }: { href: string | null; words: string }) {
  return href === null ? words : <Link to={href}>{words}</Link>;
}
