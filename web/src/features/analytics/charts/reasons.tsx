/** Why items were upheld and why overturned; and, where the page is grouped, the reasons of each group. */
import type { Part } from '#contract/metrics.ts';
import { CountBars } from '../../../components/chart/count-bars.tsx';
import { measuredRows } from '../../../lib/measured-rows.ts';
import { numberWords, percentWords } from '../../../lib/words.ts';
import type { ChartProps } from '../chart-props.ts';
import { GroupShares } from '../group-shares.tsx';
import { PartFrame } from '../part-frame.tsx';

export function Reasons({ title: _, response, id, ...frame }: ChartProps) {
  return response.parts.map((part) => {
    const outcome = part.id.startsWith('upheld') ? 'upheld' : 'overturned';
    const props = { ...frame, id: `${id}-${part.id}`, part };
    if (part.fields.length > 1) return <GroupShares key={part.id} {...props} outcome={outcome} />;
    return (
      <PartFrame key={part.id} {...props} rates={false}>
        {() => <CountBars label={part.title} unit={`${outcome} items`} tone={outcome} rows={barsOf(part, outcome, frame.linkOf)} />}
      </PartFrame>
    );
  });
}

function barsOf(part: Part, outcome: 'upheld' | 'overturned', linkOf: ChartProps['linkOf']) {
  const of = part.total?.decisions[outcome] ?? 0;
  return measuredRows(part, linkOf).map(({ id, label, decisions, stated }) => ({
    id,
    label,
    count: decisions[outcome].count,
    words: of === 0 ? '0' : `${numberWords(decisions[outcome].count)} (${percentWords({ n: decisions[outcome].count, of })})`,
    href: decisions[outcome].href,
    stated,
  }));
}
