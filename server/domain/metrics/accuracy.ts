/** How often each field is read right, as it was last measured against letters that people labelled (`docs/ACCURACY.md`, written by `npm run score`). */
import type { MetricsResponse } from '#contract/metrics.ts';
import measured from '../../../docs/accuracy.json' with { type: 'json' };

type Accuracy = MetricsResponse['accuracy'];

/** Of the published letters, and of each set of letters that was labelled after the rules for it were written. */
export function accuracy(): Accuracy {
  const independent = Object.entries<Measures>(measured.independent);
  return [
    ...rowsOf('Published letters', measured.published),
    ...independent.flatMap(([name, measures]) => rowsOf(`Independent letters, ${name} set`, measures)),
  ];
}

type Measures = Readonly<Record<string, { readonly n: number; readonly f1: number }>>;

function rowsOf(set: string, measures: Measures): Accuracy {
  return Object.entries(measures).map(([field, { n, f1 }]) => ({ set, field: inWords(field), n, f1 }));
}

/** "reviewerMtusNames" as "Reviewer MTUS names". */
function inWords(field: string): string {
  const words = field
    .replaceAll('.', ' of ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/\b(mtus|ur|dwc)\b/g, (abbreviation) => abbreviation.toUpperCase());
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
