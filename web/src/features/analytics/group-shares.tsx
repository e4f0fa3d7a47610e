/** The reasons of each group as a table: groups down, reasons across, in each cell how many items of the outcome have it and what share of the group's that is. */
import { Table, VisuallyHidden } from '@mantine/core';
import { Link } from 'react-router';
import type { Part } from '#contract/metrics.ts';
import matrixStyles from '../../components/chart/cell-matrix.module.css';
import { ChartFrame } from '../../components/chart/chart-frame.tsx';
import { matrixOf } from '../../components/chart/matrix-cells.ts';
import { MatrixTable } from '../../components/chart/matrix-table.tsx';
import { measuredGroup } from '../../lib/measured-rows.ts';
import { numberWords, unitWords } from '../../lib/words.ts';
import type { ChartProps } from './chart-props.ts';

interface Props extends Pick<ChartProps, 'id' | 'linkOf' | 'facts' | 'files' | 'stale'> {
  part: Part;
  outcome: 'upheld' | 'overturned';
}

export function GroupShares({ part, outcome, id, linkOf, ...frame }: Props) {
  const matrix = matrixOf(part);
  const [down, across] = part.fields;
  const cellOf = (down: string, across: string) => {
    const row = matrix.cell(down, across);
    if (row === undefined) {
      return (
        <Table.Td className={matrixStyles['none'] ?? ''}>
          <span aria-hidden="true">–</span>
          <VisuallyHidden>none</VisuallyHidden>
        </Table.Td>
      );
    }
    const { count, href } = measuredGroup(row, row.keys, linkOf).decisions[outcome];
    return (
      <Table.Td>
        <Link to={href}>{numberWords(count)}</Link>
        <span className={matrixStyles['rate']}>{unitWords(row.numbers['share'] ?? null, 'share', count)}</span>
      </Table.Td>
    );
  };
  return (
    <ChartFrame id={id} title={part.title} sentence={part.seen} notes={part.notes} {...frame}>
      <MatrixTable
        title={part.title}
        caption={part.title}
        down={down?.label}
        across={across?.label}
        rows={matrix.rows}
        columns={matrix.columns.map(({ value, label }) => ({ id: value, label, cell: (row: string) => cellOf(row, value) }))}
        foot={null}
      />
    </ChartFrame>
  );
}
