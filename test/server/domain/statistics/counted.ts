/** Any items of which some are overturned, for tests of what must hold of all. */
import fc from 'fast-check';

interface Drawn {
  readonly n: number;
  readonly of: number;
  readonly effective: number;
}

/** `of` from 1 to `most`; `effective` at least a tenth of it. */
export function counted(most = 5_000): fc.Arbitrary<Drawn> {
  return fc
    .integer({ min: 1, max: most })
    .chain((of) =>
      fc.record({ n: fc.integer({ min: 0, max: of }), of: fc.constant(of), part: fc.double({ min: 0.1, max: 1, noNaN: true }) }),
    )
    .map(({ n, of, part }) => ({ n, of, effective: of * part }));
}
