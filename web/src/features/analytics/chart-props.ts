/** What every chart of the registry is given: the answer of its metric, and what its numbers open. */
import type { MetricResponse } from '#contract/metrics.ts';
import type { ChartFiles } from '../../components/chart/download-menu.tsx';
import type { PictureFacts } from '../../components/chart/picture.ts';
import type { MetricParams } from '../../lib/metric-endpoints.ts';
import type { LinkOf } from '../../lib/metric-links.ts';
import type { NarrowingState } from '../../lib/url-state.ts';

export interface ChartProps {
  /** Unlike any other of the page; headings are known by it. */
  readonly id: string;
  /** What the page calls it. */
  readonly title: string;
  readonly response: MetricResponse;
  readonly params: MetricParams;
  readonly state: NarrowingState;
  /** What a group opens. */
  readonly linkOf: LinkOf;
  /** What the pictures of its charts say besides. */
  readonly facts: PictureFacts;
  /** Its numbers as files. */
  readonly files: ChartFiles;
  /** What is counted: the items of letters, or the decisions of a table. */
  readonly unit: 'items' | 'decisions';
  /** Numbers of another narrowing, until those asked for are there. */
  readonly stale: boolean;
  /** Of a page of one value: the value that it is of, among its peers. */
  readonly shown: string | null;
}
