/** The reasons of each group as a table: groups down, reasons across, in each cell how many items of the outcome have it and what share of the group's that is. */
import { Table, VisuallyHidden } from '@mantine/core';
import { Link } from 'react-router';
import type { Part } from '#contract/metrics.ts';
import matrixStyles from '../../components/chart/cell-matrix.module.css';
import { ChartFrame } from '../../components/chart/chart-frame.tsx';
import { matrixOf } from '../../components/chart/matrix-cells.ts';
import { WideTable } from '../../components/wide-table.tsx';
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
  return (
    <ChartFrame id={id} title={part.title} sentence={part.seen} notes={part.notes} {...frame}>
      <WideTable label={`${part.title}, cell by cell`}>
        <Table verticalSpacing={4} horizontalSpacing={6} fz="xs" className={matrixStyles['matrix'] ?? ''}>
          <caption className={VisuallyHidden.classes['root']}>{part.title}</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col" className={matrixStyles['first'] ?? ''}>
                {down?.label} <span className={matrixStyles['quiet']}>against {across?.label}</span>
              </Table.Th>
              {matrix.columns.map(({ value, label }) => (
                <Table.Th key={value} scope="col">
                  {label}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {matrix.rows.map(({ value, label }) => (
              <Table.Tr key={value}>
                <Table.Th scope="row" className={matrixStyles['first'] ?? ''}>
                  {label}
                </Table.Th>
                {matrix.columns.map((column) => {
                  const row = matrix.cell(value, column.value);
                  if (row === undefined)
                    return (
                      <Table.Td key={column.value} className={matrixStyles['none'] ?? ''}>
                        <span aria-hidden="true">–</span>
                        <VisuallyHidden>none</VisuallyHidden>
                      </Table.Td>
                    );
                  const { count, href } = measuredGroup(row, row.keys, linkOf).decisions[outcome];
                  return (
                    <Table.Td key={column.value}>
                      <Link to={href}>{numberWords(count)}</Link>
                      <span className={matrixStyles['rate']}>{unitWords(row.numbers['share'] ?? null, 'share', count)}</span>
                    </Table.Td>
                  );
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
    </ChartFrame>
  );
}
