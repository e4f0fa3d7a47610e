/**
 * A table of groups down against others across, as wide as it is. On paper, which cannot be scrolled, what has more columns than a sheet has room for is
 * several tables one below the other, each with the names of its rows and headed by what it shows.
 */
import { Table, VisuallyHidden } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import type { Key } from '#contract/metrics.ts';
import { breakable, usePrinting } from '../../lib/printing.ts';
import { WideTable } from '../wide-table.tsx';
import styles from './cell-matrix.module.css';
import { blocksOf } from './matrix-cells.ts';

interface MatrixColumn {
  /** Unlike any other of the table. */
  readonly id: string;
  readonly label: string;
  /** Its cell, a `td`, of the row with this value. */
  readonly cell: (row: string) => ReactNode;
  /** Its cell in the last row; left out where the table has none. */
  readonly foot?: ReactNode;
}

/** What a sheet has room for beside the names of the rows, in letters that are read without effort. */
const MOST_ON_PAPER = 6;

interface Props {
  /** What the table shows, on paper too. */
  title: string;
  /** The same for screen readers, with what a cell says. */
  caption: string;
  /** The heading of the names of its rows. */
  down: string | undefined;
  across: string | undefined;
  rows: readonly Pick<Key, 'value' | 'label'>[];
  columns: readonly MatrixColumn[];
  /** The name of the last row; null: it has none. */
  foot: string | null;
}

export function MatrixTable({ columns, ...table }: Props) {
  const printing = usePrinting();
  const blocks = blocksOf(columns, printing ? MOST_ON_PAPER : columns.length);
  const nameOf = printing ? breakable : (name: string) => name;
  return (
    <WideTable label={`${table.title}, cell by cell`}>
      {blocks.map((block) => (
        <Block key={block.from} {...table} {...block} of={columns.length} nameOf={nameOf} />
      ))}
    </WideTable>
  );
}

interface BlockProps extends Omit<Props, 'columns'> {
  columns: readonly MatrixColumn[];
  /** Which of how many columns the first is, from 1. */
  from: number;
  of: number;
  /** A name as it stands in a heading. */
  nameOf: (name: string) => string;
}

function Block({ title, caption, down, across, rows, columns, foot, from, of, nameOf }: BlockProps) {
  const first = styles['first'] ?? '';
  return (
    <Table verticalSpacing={4} horizontalSpacing={6} className={styles['matrix'] ?? ''} data-matrix>
      <caption className={VisuallyHidden.classes['root']}>{caption}</caption>
      <colgroup>
        <col className={styles['names']} />
        <col span={columns.length} />
      </colgroup>
      <Table.Thead>
        {/* Among the headings, which stand again on each sheet. */}
        {columns.length === of ? null : (
          <Table.Tr>
            <Table.Th colSpan={columns.length + 1} className={styles['part'] ?? ''}>
              {title}: columns {from} to {from + columns.length - 1} of {of}
            </Table.Th>
          </Table.Tr>
        )}
        <Table.Tr>
          <Table.Th scope="col" className={first}>
            {down} <span className={styles['quiet']}>against {across}</span>
          </Table.Th>
          {columns.map(({ id, label }) => (
            <Table.Th key={id} scope="col">
              {nameOf(label)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ value, label }) => (
          <Table.Tr key={value}>
            <Table.Th scope="row" className={first}>
              {nameOf(label)}
            </Table.Th>
            {columns.map(({ id, cell }) => (
              <Fragment key={id}>{cell(value)}</Fragment>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
      {foot === null ? null : (
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row" className={first}>
              {foot}
            </Table.Th>
            {columns.map((column) => (
              <Fragment key={column.id}>{column.foot}</Fragment>
            ))}
          </Table.Tr>
        </Table.Tfoot>
      )}
    </Table>
  );
}
