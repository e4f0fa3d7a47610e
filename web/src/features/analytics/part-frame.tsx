/** A part of an answer with what stands around every chart: title, sentence, notes, its numbers as a table that can be ordered, and the ways to take it along. */
import type { ReactNode } from 'react';
import type { Part } from '#contract/metrics.ts';
import { ChartFrame } from '../../components/chart/chart-frame.tsx';
import { MeasureTable } from '../../components/chart/measure-table.tsx';
import { measureColumns, readTableSort, type TableSort, type Told, writeTableSort } from '../../lib/measure-columns.ts';
import { type MeasuredRow, measuredRows, totalRow } from '../../lib/measured-rows.ts';
import type { LinkOf } from '../../lib/metric-links.ts';
import { useOwn } from './address.ts';
import type { ChartProps } from './chart-props.ts';
import { ValueName } from './value-name.tsx';

interface Props extends Pick<ChartProps, 'id' | 'linkOf' | 'facts' | 'files' | 'unit' | 'stale' | 'state'> {
  part: Part;
  /** In place of the part's own. */
  title?: string;
  controls?: ReactNode;
  /** Numbers of the part that its table leaves out: those that its chart draws and nobody reads. */
  without?: readonly string[];
  /** Whether its groups have rates. */
  rates?: boolean;
  /** What the cohorts of a comparison are called, and what groups of the second one open. */
  against?: Told['against'];
  linksAgainst?: LinkOf;
  /** The chart; none: the table is all there is. */
  children?: ((rows: readonly MeasuredRow[], total: MeasuredRow | null) => ReactNode) | undefined;
}

export function PartFrame({
  part,
  id,
  title = part.title,
  controls,
  without = [],
  rates = true,
  against,
  linksAgainst,
  children,
  linkOf,
  unit,
  state,
  ...frame
}: Props) {
  const { own, change } = useOwn();
  // Of two cohorts each rate says itself whether it is of few items.
  const rows = measuredRows(part, linkOf, linksAgainst).map((row) =>
    against === undefined ? row : { ...row, tags: row.tags.filter((tag) => tag !== 'few') },
  );
  const total = part.total === null ? null : totalRow(part.total, linkOf, unit === 'items' ? 'All items' : 'All decisions', linksAgainst);
  const [name, order] = splitSort(own.sort);
  const sort = name === id ? readTableSort(order) : null;
  const table = (
    <MeasureTable
      caption={title}
      first={part.fields.map(({ label }) => label).join(' · ')}
      rows={rows}
      total={total}
      columns={measureColumns({
        rates,
        letters: unit === 'items',
        ...(against === undefined ? {} : { against }),
        numbers: part.columns.filter((column) => !without.includes(column.id)),
      })}
      sort={sort}
      onSort={(next: TableSort | null) => {
        const written = writeTableSort(next);
        change({ sort: written === null ? '' : `${id}:${written}` });
      }}
      nameOf={(row) => <ValueName row={row} state={state} />}
    />
  );
  const more = part.more === 0 ? [] : [`${part.more} more groups are not listed; they are in the total.`];
  return (
    <ChartFrame
      id={id}
      title={title}
      sentence={part.seen}
      notes={[...part.notes, ...more]}
      controls={controls}
      {...frame}
      {...(children === undefined ? {} : { table })}
    >
      {children === undefined ? table : children(rows, total)}
    </ChartFrame>
  );
}

/** "services:-rate": which table of the page is ordered, and by what. */
function splitSort(text: string): [string, string] {
  const at = text.indexOf(':');
  return at < 0 ? ['', ''] : [text.slice(0, at), text.slice(at + 1)];
}
