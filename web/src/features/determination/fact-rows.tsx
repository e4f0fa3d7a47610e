/** Facts of a record, each with the values that it states; what is not stated has no row. */
import type { Grade } from '#contract/span.ts';
import { Sourced } from './sourced.tsx';

/** A value with its path in the record, and the words that show it. */
export interface FactValue {
  readonly path: string;
  readonly found: { readonly grade: Grade };
  readonly words: string;
}

interface Props {
  facts: readonly { readonly name: string; readonly values: readonly FactValue[] }[];
}

export function FactRows({ facts }: Props) {
  return facts.map(({ name, values }) =>
    values.length === 0 ? null : (
      <div key={name}>
        <dt>{name}</dt>
        {values.map(({ path, found, words }) => (
          <dd key={path}>
            <Sourced path={path} found={found}>
              {words}
            </Sourced>
          </dd>
        ))}
      </div>
    ),
  );
}
