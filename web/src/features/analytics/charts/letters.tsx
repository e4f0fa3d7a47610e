/** Whole letters by outcome. */
import { CountBars } from '../../../components/chart/count-bars.tsx';
import { numberWords, percentWords } from '../../../lib/words.ts';
import type { ChartProps } from '../chart-props.ts';
import { PartFrame } from '../part-frame.tsx';

export function Letters({ title, response, ...frame }: ChartProps) {
  const [part] = response.parts;
  if (part === undefined) return null;
  const of = part.total?.letters.count ?? 0;
  return (
    <PartFrame {...frame} title={title} part={part} rates={false}>
      {(rows) => (
        <CountBars
          label={title}
          unit="letters"
          rows={rows.map(({ id, label, letters, items, stated }) => ({
            id,
            label,
            count: letters.count,
            words: of === 0 ? '0' : `${numberWords(letters.count)} (${percentWords({ n: letters.count, of })})`,
            href: items.href,
            stated,
          }))}
        />
      )}
    </PartFrame>
  );
}
