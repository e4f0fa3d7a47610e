/** A library and the index that is kept up to it, as one. */
import type { CanonicalText, Determination, Letter, UnreadableLetter } from '#contract/determination.ts';
import { AppError } from '#contract/problem.ts';
import type { IssueQuery, IssueResults, QueryNode, RatesQuery, RatesResults } from '#contract/query.ts';
import type { KeptStore } from '../library/kept-store.ts';
import type { PutOptions, PutOutcome, Version } from '../library/library.ts';
import { type Library, writing } from '../library/open-library.ts';
import type { EachQuery, IndexStats, SearchEngine, SearchIndex } from '../search/port.ts';
import type { Keeper } from './keeper.ts';

export class IndexedLibrary implements SearchIndex {
  readonly engine: string;
  readonly #library: Library;
  readonly #keeper: Keeper;

  constructor(library: Library, keeper: Keeper, engine: string) {
    this.#library = library;
    this.#keeper = keeper;
    this.engine = engine;
  }

  /** Runs work that writes more than once, alone among all processes. Throws AppError `library-locked`. */
  writing<T>(work: () => Promise<T>): Promise<T> {
    return writing(this.#library, work);
  }

  async put(batch: readonly Letter[], options?: PutOptions): Promise<PutOutcome[]> {
    if (batch.length === 0) return [];
    return writing(this.#library, async () => {
      const outcomes = await this.#library.put(batch, options);
      const refused = new Map((await this.#keeper.catchUp()).map(({ letter, reason }) => [letter, reason]));
      return outcomes.map((outcome) => {
        const reason = refused.get(outcome.id);
        return reason === undefined || outcome.outcome === 'failed' ? outcome : { ...outcome, outcome: 'failed', reason };
      });
    });
  }

  async putUnreadable(batch: readonly UnreadableLetter[]): Promise<void> {
    if (batch.length === 0) return;
    await writing(this.#library, () => this.#library.putUnreadable(batch));
  }

  async remove(ids: readonly string[]): Promise<number> {
    if (ids.length === 0) return 0;
    return writing(this.#library, async () => {
      const removed = await this.#library.remove(ids);
      await this.#keeper.catchUp();
      return removed;
    });
  }

  async known(sha256s: readonly string[]): Promise<Map<string, 'letter' | 'unreadable'>> {
    return sha256s.length === 0 ? new Map() : this.#library.known(sha256s);
  }

  async determinations(ids: readonly string[]): Promise<Determination[]> {
    return ids.length === 0 ? [] : this.#library.determinations(ids);
  }

  letter(id: string, sha256?: string): Promise<{ determination: Determination; canonical: CanonicalText } | null> {
    return this.#library.letter(id, sha256);
  }

  versions(id: string): Promise<Version[]> {
    return this.#library.versions(id);
  }

  unreadable(offset: number, limit: number): Promise<{ total: number; letters: UnreadableLetter[] }> {
    return this.#library.unreadable(offset, limit);
  }

  kept(owner: string): KeptStore {
    return this.#library.kept(owner);
  }

  search(query: IssueQuery, signal?: AbortSignal): Promise<IssueResults> {
    return this.#ask((index) => index.search(query, signal));
  }

  async *each(query: EachQuery, signal?: AbortSignal): AsyncGenerator<IssueResults['hits']> {
    const hits = await this.#ask(async (index) => {
      const batches = index.each(query, signal)[Symbol.asyncIterator]();
      // The first batch is asked for here: it tells whether the index is still the one.
      return { batches, first: await batches.next() };
    });
    try {
      for (let next = hits.first; next.done !== true; next = await hits.batches.next()) yield next.value;
    } finally {
      await hits.batches.return?.();
    }
  }

  async counts(trees: readonly QueryNode[], signal?: AbortSignal): Promise<number[]> {
    return trees.length === 0 ? [] : this.#ask((index) => index.counts(trees, signal));
  }

  async similarWords(word: string, most: number, signal?: AbortSignal): Promise<string[]> {
    return most === 0 ? [] : this.#ask((index) => index.similarWords(word, most, signal));
  }

  rates(query: RatesQuery, signal?: AbortSignal): Promise<RatesResults> {
    return this.#ask((index) => index.rates(query, signal));
  }

  async stats(): Promise<IndexStats> {
    const [library, { total }] = await Promise.all([
      this.#library.stats(),
      this.rates({ where: { kind: 'all' }, filters: [], by: 'decision' }),
    ]);
    return { ...library, decisions: total.decisions };
  }

  async close(): Promise<void> {
    await this.#keeper.close();
    await this.#library.close();
  }

  /** Asks the index; where another has just taken its place, that one. */
  async #ask<T>(ask: (index: SearchEngine) => Promise<T>): Promise<T> {
    try {
      return await ask(this.#keeper.index);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'index-replaced') throw error;
      await this.#keeper.reopen();
      return ask(this.#keeper.index);
    }
  }
}
