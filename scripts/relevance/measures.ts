/**
 * How good an order of results is, by judgements. nDCG@10 (gain 2^grade - 1, log2 discount, ideal over all that was judged), MRR
 * (first of grade 2 or better), P@5 and recall@50 (grade 2 or better). A judged query without results scores 0.
 */

/** Grades of one query by item id; what is not judged is 0. */
export type Grades = ReadonlyMap<string, number>;

export interface Measures {
  readonly ndcg10: number;
  readonly mrr: number;
  readonly p5: number;
  readonly recall50: number;
}

const GOOD = 2;

/** The measures of one query. `ranked`: ids, best first; a second one of the same id does not count. */
export function measure(grades: Grades, ranked: readonly string[]): Measures {
  const got = [...new Set(ranked)].map((id) => grades.get(id) ?? 0);
  const ideal = gain([...grades.values()].sort((a, b) => b - a));
  const first = got.findIndex((grade) => grade >= GOOD);
  const good = [...grades.values()].filter((grade) => grade >= GOOD).length;
  const within = (depth: number) => got.slice(0, depth).filter((grade) => grade >= GOOD).length;
  return {
    ndcg10: ideal === 0 ? 0 : gain(got) / ideal,
    mrr: first === -1 ? 0 : 1 / (first + 1),
    p5: within(5) / 5,
    recall50: good === 0 ? 0 : within(50) / good,
  };
}

/** The mean of several queries; zeros for none. */
export function mean(all: readonly Measures[]): Measures {
  const of = (key: keyof Measures) => all.reduce((sum, one) => sum + one[key], 0) / Math.max(all.length, 1);
  return { ndcg10: of('ndcg10'), mrr: of('mrr'), p5: of('p5'), recall50: of('recall50') };
}

function gain(grades: readonly number[]): number {
  return grades.slice(0, 10).reduce((sum, grade, rank) => sum + (2 ** grade - 1) / Math.log2(rank + 2), 0);
}

export interface Compared {
  /** Mean of this run minus mean of the other, over the queries that both have. */
  readonly difference: number;
  /** 95% of the resampled differences lie between these. */
  readonly low: number;
  readonly high: number;
  readonly queries: number;
}

const SAMPLES = 10_000;

/** A paired bootstrap over queries: both runs are resampled together. `random` gives numbers from 0 up to 1. */
export function pairedBootstrap(now: ReadonlyMap<string, number>, before: ReadonlyMap<string, number>, random: () => number): Compared {
  const pairs = [...now].flatMap(([id, value]) => {
    const old = before.get(id);
    return old === undefined ? [] : [value - old];
  });
  const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
  const drawn = Array.from({ length: SAMPLES }, () => average(pairs.map(() => pairs[Math.floor(random() * pairs.length)] ?? 0)));
  drawn.sort((a, b) => a - b);
  const at = (share: number) => drawn[Math.min(SAMPLES - 1, Math.floor(share * SAMPLES))] ?? 0;
  return { difference: average(pairs), low: at(0.025), high: at(0.975), queries: pairs.length };
}
