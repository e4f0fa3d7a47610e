/**
 * What we use of the package `natural`, file by file. Its own types hang on its entry point, which loads everything it has (a lexicon,
 * classifiers, taggers); a single file loads next to nothing.
 */
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  type Step = (word: string) => string;
  /** The steps of Porter's algorithm, each on a lower-case word. */
  const porter: Readonly<Record<'step1a' | 'step1b' | 'step1c' | 'step5a' | 'step5b', Step>>;
  export = porter;
}

declare module 'natural/lib/natural/distance/levenshtein_distance.js' {
  const distances: {
    /** The least number of changes; `restricted`: no place is changed twice (optimal string alignment). */
    DamerauLevenshteinDistance(source: ArrayLike<string>, target: ArrayLike<string>, options: { readonly restricted: boolean }): number;
  };
  export = distances;
}
