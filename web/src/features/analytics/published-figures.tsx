/** What others published of the program, year by year, with what is counted here beside it; nothing where nothing was published. */
import { Table, VisuallyHidden } from '@mantine/core';
import { Link } from 'react-router';
import type { MetricsResponse } from '#contract/metrics.ts';
import { WideTable } from '../../components/wide-table.tsx';
import { measuredRows } from '../../lib/measured-rows.ts';
import { useMetric } from '../../lib/metric-endpoints.ts';
import { metricLinks } from '../../lib/metric-links.ts';
import type { NarrowingState } from '../../lib/url-state.ts';
import { numberWords } from '../../lib/words.ts';

interface Props {
  published: MetricsResponse['published'];
  programme: string;
  state: NarrowingState;
}

export function PublishedFigures({ published, programme, state }: Props) {
  const { data } = useMetric('outcomes', { by: 'decidedYear' }, state);
  const figures = published.filter((figure) => figure.programme === programme);
  const [part] = data?.parts ?? [];
  if (figures.length === 0) return null;
  const ours = new Map(
    data === undefined || part === undefined ? [] : measuredRows(part, metricLinks(data, state)).map((row) => [row.keys[0]?.value, row]),
  );
  return (
    <section>
      <h2 id="published">Published figures beside ours</h2>
      <p>
        What is loaded here need be no fair sample of what was published; figures of a year differ by source, by the day of their count, and
        by how modified decisions are counted.
      </p>
      <WideTable label="Published figures beside ours">
        <Table verticalSpacing={4} horizontalSpacing={6} fz="xs">
          <caption className={VisuallyHidden.classes['root']}>Published figures beside ours</caption>
          <Table.Thead>
            <Table.Tr>
              {['Year', 'Letters published', 'Overturned, published', 'Overturned here', 'By', 'Source'].map((heading) => (
                <Table.Th key={heading} scope="col">
                  {heading}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {figures.map(({ year, letters, overturned, by, source }) => {
              const rate = ours.get(year)?.rate ?? null;
              return (
                <Table.Tr key={`${year} ${by}`}>
                  <Table.Th scope="row">{year}</Table.Th>
                  <Table.Td>{letters === null ? 'not published' : numberWords(letters)}</Table.Td>
                  <Table.Td>{overturned === null ? 'not published' : `${Number((100 * overturned).toFixed(1))}%`}</Table.Td>
                  <Table.Td>{rate === null ? ours.has(year) ? 'too few' : '–' : <Link to={rate.href}>{rate.words}</Link>}</Table.Td>
                  <Table.Td>{by}</Table.Td>
                  <Table.Td>{source}</Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </WideTable>
    </section>
  );
}
