/** The charts of the gallery, by name. All numbers are invented. */
import { type ComponentType, useState } from 'react';
import type { Key } from '#contract/metrics.ts';
import { CellMatrix } from '../../../web/src/components/chart/cell-matrix.tsx';
import { ChartFrame } from '../../../web/src/components/chart/chart-frame.tsx';
import { CountBars } from '../../../web/src/components/chart/count-bars.tsx';
import { DotPlot } from '../../../web/src/components/chart/dot-plot.tsx';
import { FunnelPlot } from '../../../web/src/components/chart/funnel-plot.tsx';
import { MeasureTable } from '../../../web/src/components/chart/measure-table.tsx';
import type { PictureFacts } from '../../../web/src/components/chart/picture.ts';
import { TrendLines } from '../../../web/src/components/chart/trend-lines.tsx';
import { measureColumns, type TableSort } from '../../../web/src/lib/measure-columns.ts';
import { measuredRows, totalRow } from '../../../web/src/lib/measured-rows.ts';
import { metricLinks } from '../../../web/src/lib/metric-links.ts';
import { scaleTop } from '../../../web/src/lib/rate-scale.ts';
import { EMPTY_SEARCH } from '../../../web/src/lib/url-state.ts';
import { key, part, row, sumOf } from '../made-metrics.ts';

const FACTS: PictureFacts = {
  source: 'Fictional letters, counted by IMR Index.',
  filters: 'disputed items with Body part: Knee; Decided from Jan 1, 2014',
  programme: 'California workers’ compensation (DWC)',
  state: 'Live',
  date: '2017-03-01',
  n: '5,320 disputed items in 2,911 letters',
};
const linkOf = metricLinks({ programme: null, otherProgrammes: [], added: [] }, EMPTY_SEARCH);
const COLUMNS = measureColumns({});

const SERVICES = [
  row([key('category', 'rx', 'Pharmaceuticals')], { upheld: 1_980, overturned: 220, inPart: 12, undetermined: 3 }),
  row([key('category', 'rehab', 'Physical medicine and rehabilitation')], { upheld: 720, overturned: 132 }),
  row([key('category', 'dme', 'Durable medical equipment, prosthetics, orthotics, supplies (DMEPOS)')], { upheld: 401, overturned: 61 }),
  row([key('category', 'imaging', 'Diagnostic imaging')], { upheld: 300, overturned: 99 }),
  row([key('category', 'injection', 'Injections')], { upheld: 270, overturned: 40 }),
  row([key('category', 'surgery', 'Surgery')], { upheld: 150, overturned: 60 }),
  row([key('category', 'mental', 'Mental health services')], { upheld: 18, overturned: 8 }),
  row([key('category', 'home', 'Home health care')], { upheld: 14, overturned: 0 }),
  row([key('category', 'transport', 'Transportation')], { upheld: 3, overturned: 2 }),
  row([key('category', 'not_stated', 'Service not classified')], { upheld: 101, overturned: 11 }),
];

function Dots({ rows = SERVICES }: { rows?: typeof SERVICES }) {
  const [sort, setSort] = useState<TableSort | null>(null);
  const shown = measuredRows(part(rows), linkOf);
  const total = totalRow(sumOf(rows), linkOf);
  return (
    <ChartFrame
      id="dots"
      title="Overturned by service category"
      sentence="10 service categories, most items first: 0% to 29% overturned; surgery is overturned most often of those with 30 items or more."
      facts={FACTS}
      files={{ csv: '/api/v1/metrics/outcomes/file?format=csv', xlsx: '/api/v1/metrics/outcomes/file?format=xlsx' }}
      notes={['An item is in one category.']}
      table={
        <MeasureTable
          caption="Overturned by service category"
          first="Service category"
          rows={shown}
          total={total}
          columns={COLUMNS}
          sort={sort}
          onSort={setSort}
          most={6}
        />
      }
    >
      <DotPlot
        label="Overturned by service category"
        rows={shown}
        total={total}
        scale={scaleTop(shown.map(({ rate }) => rate?.share ?? 0))}
      />
    </ChartFrame>
  );
}

const QUARTERS = ['2014-Q1', '2014-Q2', '2014-Q3', '2014-Q4', '2015-Q1', '2015-Q2', '2015-Q3', '2015-Q4', '2016-Q1', '2016-Q2', '2016-Q3'];
const quarter = (id: string) => key('decidedQuarter', id, id.replace(/^(\d+)-(Q\d)$/, '$2 $1'));
const OF_QUARTER = [
  [40, 6],
  [90, 12],
  [160, 28],
  [220, 31],
  [5, 1],
  [260, 30],
  [280, 41],
  [19, 4],
  [300, 37],
  [290, 52],
  [60, 11],
] as const;
const EVENTS = [
  {
    on: '2014-08',
    words: 'Aug 2014: An invented rule of the program begins, which says who may ask for a review and in how many days after the decision',
  },
  { on: '2015-10', words: 'Oct 2015: ICD-10 replaces ICD-9 in requests' },
  { on: '2015-11', words: 'Nov 2015: Another thing' },
];
const partialOf = (id: string) => (id === '2016-Q3' ? { tags: ['partial' as const] } : {});
const SINGLE = QUARTERS.map((id, at) =>
  row([quarter(id)], { upheld: OF_QUARTER[at]?.[0] ?? 0, overturned: OF_QUARTER[at]?.[1] ?? 0 }, partialOf(id)),
);
const GROUPS = [
  ['rx', 'Pharmaceuticals'],
  ['rehab', 'Physical medicine and rehabilitation'],
  ['dme', 'Equipment'],
  ['imaging', 'Diagnostic imaging'],
  ['injection', 'Injections'],
  ['surgery', 'Surgery'],
] as const;
const SEVERAL = GROUPS.flatMap(([id, label], group) =>
  QUARTERS.map((period, at) =>
    row(
      [quarter(period), key('category', id, label)],
      {
        upheld: Math.round((OF_QUARTER[at]?.[0] ?? 0) / (group + 1)),
        overturned: Math.round(((OF_QUARTER[at]?.[1] ?? 0) * (1 + (((group * 7 + at * 3) % 5) - 1) / 4)) / (group + 1)),
      },
      partialOf(period),
    ),
  ),
);
const MONTHS = Array.from({ length: 84 }, (_, at) => `${2011 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`);
const MONTHLY = MONTHS.map((id, at) =>
  row(
    [key('decidedMonth', id)],
    { upheld: 60 + ((at * 37) % 50), overturned: 5 + ((at * 13) % 17) },
    at === 83 ? { tags: ['partial'] } : {},
  ),
);

function trend(id: string, rows: ReturnType<typeof row>[], events: readonly { on: string; words: string }[]): ComponentType {
  return function Trend() {
    const [sort, setSort] = useState<TableSort | null>(null);
    const shown = measuredRows(part(rows), linkOf);
    const total = totalRow(sumOf(rows), linkOf);
    return (
      <ChartFrame
        id={id}
        title="Overturned over time"
        sentence="From 13% in Q1 2014 to 15% in Q2 2016."
        facts={FACTS}
        files={{ csv: '/api/v1/metrics/trend/file?format=csv', xlsx: '/api/v1/metrics/trend/file?format=xlsx' }}
        table={
          <MeasureTable
            caption="Overturned over time"
            first="Quarter"
            rows={shown}
            total={total}
            columns={COLUMNS}
            sort={sort}
            onSort={setSort}
          />
        }
      >
        <TrendLines label="Overturned over time" rows={shown} total={total} events={events} />
      </ChartFrame>
    );
  };
}

/** Invented limits around 14%: as wide as the normal approximation has them, which is near enough to look at. */
function inFunnel(one: ReturnType<typeof row>) {
  const { overturned } = one;
  if (overturned === null) return one;
  const half = (z: number) => z * Math.sqrt((0.14 * 0.86) / overturned.effective);
  const [in95, in998] = [half(1.96), half(3.09)];
  const off = Math.abs(overturned.n / overturned.of - 0.14);
  const beyond = off > in998 ? ['beyond998' as const] : off > in95 ? ['beyond95' as const] : [];
  const numbers = { low95: Math.max(0.14 - in95, 0), high95: 0.14 + in95, low998: Math.max(0.14 - in998, 0), high998: 0.14 + in998 };
  return { ...one, numbers, tags: [...one.tags, ...beyond] };
}
const PEERS = Array.from({ length: 40 }, (_, at) => {
  const of = Math.round(14 * 1.15 ** at);
  const share = [0.14, 0.12, 0.16, 0.1, 0.19, 0.15, 0.13, 0.22][at % 8] ?? 0.14;
  const overturned = Math.round(of * share);
  return row([key('service', `s${at}`, `Invented service ${at + 1}`)], { upheld: of - overturned, overturned });
});

function funnel(id: string, made: ReturnType<typeof row>[], value: string | null): ComponentType {
  return function Funnel() {
    const shown = measuredRows(part(made.map(inFunnel)), linkOf);
    const total = totalRow(sumOf(made), linkOf);
    return (
      <ChartFrame
        id={id}
        title="Among its peers"
        sentence="Invented service 22 lies within the limits of chance."
        facts={FACTS}
        files={null}
        table={null}
      >
        <FunnelPlot label="Among its peers" rows={shown} total={total} shown={value} />
      </ChartFrame>
    );
  };
}

const BANDS = [
  ['0_30', '0 to 30 days', 12, 3],
  ['31_60', '31 to 60 days', 410, 61],
  ['61_90', '61 to 90 days, with a name that is longer than there is room for on a narrow screen', 133, 20],
  ['91_', 'over 90 days', 0, 0],
  ['not_stated', 'One of the dates is not stated', 31, 4],
] as const;

function Counts() {
  const rows = measuredRows(
    part(BANDS.map(([id, label, upheld, overturned]) => row([key('letterOutcome', id, label)], { upheld, overturned }))),
    linkOf,
  );
  return (
    <ChartFrame
      id="counts"
      title="Days to the decision"
      sentence="Half lie between 38 and 61 days."
      facts={FACTS}
      files={null}
      table={null}
    >
      <CountBars
        label="Days to the decision"
        unit="items"
        rows={rows.map(({ id, label, items, stated }) => ({
          id,
          label,
          count: items.count,
          words: `${items.count} (${Math.round((100 * items.count) / 674)}%)`,
          href: items.href,
          stated,
        }))}
      />
    </ChartFrame>
  );
}

const SIDES = ['MTUS', 'ODG', 'Other evidence-based guideline', 'No guideline cited'];
const side = (field: 'urBasis' | 'imrBasis', at: number) => key(field, `g${at}`, SIDES[at]);

function Matrix() {
  const cells = SIDES.flatMap((_, down) =>
    SIDES.flatMap((__, across) => {
      const overturned = (down * 5 + across * 11) % 37;
      return down === 2 && across === 0
        ? []
        : [
            row([side('urBasis', down), side('imrBasis', across)], {
              upheld: 3 + ((down * 71 + across * 29) % 90),
              overturned,
              undetermined: down === 0 ? 2 : 0,
            }),
          ];
    }),
  );
  const sums = SIDES.flatMap((_, at) =>
    (['urBasis', 'imrBasis'] as const).map((field) => {
      const of = cells.filter(({ keys }) => keys.some((one) => one.field === field && one.value === `g${at}`));
      return { ...row([side(field, at)], { upheld: 0, overturned: 0 }), ...sumOf(of), tags: ['sum' as const] };
    }),
  );
  const fields = [
    { field: 'urBasis' as const, value: 'urBasis', label: 'Cited at UR' },
    { field: 'imrBasis' as const, value: 'imrBasis', label: 'Cited by the IMR reviewer' },
  ];
  return (
    <ChartFrame id="matrix" title="What UR and the IMR reviewer cite" sentence="Most often both cite MTUS." facts={FACTS} files={null}>
      <CellMatrix
        caption="What both cite"
        part={part([...cells, ...sums], { fields })}
        total={totalRow(sumOf(cells), linkOf)}
        linkOf={linkOf}
      />
    </ChartFrame>
  );
}

const YEARS = Array.from({ length: 17 }, (_, at) => String(2001 + at));

/** More columns than a sheet of paper has room for. */
function Wide() {
  const year = (value: string) => key('decidedYear', value);
  const cells = SIDES.flatMap((_, down) =>
    YEARS.map((value, at) =>
      row([side('urBasis', down), year(value)], { upheld: 1_000 + 37 * at, overturned: 200 + 11 * down, undetermined: at === 3 ? 5 : 0 }),
    ),
  );
  const sumBy = (keyed: Key) => {
    const of = cells.filter(({ keys }) => keys.some(({ field, value }) => field === keyed.field && value === keyed.value));
    return { ...row([keyed], { upheld: 0, overturned: 0 }), ...sumOf(of), tags: ['sum' as const] };
  };
  const sums = [...SIDES.map((_, at) => side('urBasis', at)), ...YEARS.map(year)].map(sumBy);
  const fields = [
    { field: 'urBasis' as const, value: 'urBasis', label: 'Cited at UR' },
    { field: 'decidedYear' as const, value: 'decidedYear', label: 'Year decided' },
  ];
  return (
    <ChartFrame id="wide" title="Cited at UR by year" sentence="Most were decided last." facts={FACTS} files={null}>
      <CellMatrix
        caption="Cited at UR by year"
        part={part([...cells, ...sums], { fields })}
        total={totalRow(sumOf(cells), linkOf)}
        linkOf={linkOf}
      />
    </ChartFrame>
  );
}

/** A table of so many rows, and one of what is not stated. */
function tableOf(id: string, count: number): ComponentType {
  const made = [
    ...Array.from({ length: count }, (_, at) =>
      row([key('service', `s${at}`, `Service ${at} of a long and/or wide name`)], { upheld: 12_000 + at, overturned: 1_500 }),
    ),
    row([key('service', 'not_stated', 'Service not stated')], { upheld: 30, overturned: 9 }),
  ];
  const numbers = ['Lower quartile', 'Median', 'Upper quartile', 'Items with both dates'].map((label, at) => ({
    id: `number${at}`,
    label,
    unit: 'days' as const,
  }));
  return () => (
    <ChartFrame id={id} title="Services" sentence="All of them." facts={FACTS} files={null}>
      <MeasureTable
        caption="Services"
        first="Service"
        rows={measuredRows(
          part(made.map((one) => ({ ...one, numbers: { number0: 17, number1: 1_234, number2: 5, number3: 61 } }))),
          linkOf,
        )}
        total={totalRow(sumOf(made), linkOf)}
        columns={measureColumns({ numbers })}
        sort={null}
        onSort={() => {}}
      />
    </ChartFrame>
  );
}

export const SHOWN: Readonly<Record<string, ComponentType>> = {
  dots: Dots,
  trend: trend('trend', SINGLE, EVENTS),
  series: trend('series', SEVERAL, EVENTS.slice(0, 1)),
  months: trend('months', MONTHLY, []),
  years: trend('years', [row([key('decidedYear', '2015')], { upheld: 30, overturned: 12 })], []),
  funnel: funnel('funnel', PEERS, 's21'),
  linear: funnel('linear', SERVICES.slice(1), 'surgery'),
  counts: Counts,
  matrix: Matrix,
  wide: Wide,
  long: tableOf('long', 42),
  longer: tableOf('longer', 230),
  none: trend('none', [], []),
  nopeers: funnel('nopeers', [], null),
  nodots: () => <Dots rows={[]} />,
};
