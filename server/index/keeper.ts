/**
 * Keeps an index up to its library: opens it, takes changes over, makes it anew beside the old one and swaps. Nothing but the library is
 * needed for that.
 */
import { AppError } from '#contract/problem.ts';
import { countWords } from '#mappings/text/count-words.ts';
import type { LibraryStats } from '../library/library.ts';
import { type ChangesBehind, type Library, writing } from '../library/open-library.ts';
import type { ProjectionState, Projections, Refused, SearchEngine, Writers } from '../search/port.ts';
import { assertComplete, type Followed, follow, type Tell, TOLD_EVERY } from './follow.ts';

export class Keeper {
  readonly #library: Library;
  readonly #projections: Projections;
  readonly #writers: Pick<Writers, 'knows'>;
  readonly #tell: Tell;
  #index: SearchEngine | null = null;
  /** Why the index is not this library's any more; null where it is. */
  #foreign: string | null = null;
  /** Work on the index goes one after the other. */
  #work: Promise<unknown> = Promise.resolve();
  #closed = false;
  /** What the engine refused of an index that was made at the opening, as long as nothing was written since. */
  #justMade: readonly Refused[] | null = null;

  constructor(library: Library, projections: Projections, writers: Pick<Writers, 'knows'>, tell: Tell) {
    this.#library = library;
    this.#projections = projections;
    this.#writers = writers;
    this.#tell = tell;
  }

  /** The index that answers. */
  get index(): SearchEngine {
    if (this.#foreign !== null) throw foreignIndex(this.#foreign);
    if (this.#index !== null) return this.#index;
    const { place } = this.#projections;
    throw new AppError('engine-unavailable', `There is no index in ${place}, and none can be made: the library may not be written to.`);
  }

  /**
   * Opens the index and brings it up to the library. `meanwhile`: an outdated one answers while a new one is made. `replace`: one that is not of
   * this library is overwritten. Throws AppError `index-foreign`, `engine-unavailable`.
   */
  async open(meanwhile: boolean, replace: boolean): Promise<void> {
    const found = await this.#current(replace);
    this.#index = found?.index ?? null;
    if (!this.#library.writable) return await this.#tellHowOld(found);
    // Who only opens does not take the lock, for that would refuse a writer of the same moment.
    if (found !== null && !found.outdated && (await this.#isUpToDate(found.index))) return;
    const isEmpty = (await this.#stats())?.letters === 0;
    const up = async () => {
      await this.#projections.sweep();
      if (found === null || found.outdated) {
        const refused = await this.rebuild();
        if (!isEmpty) this.#justMade = refused;
      } else await this.catchUp();
    };
    if (found === null && !isEmpty) this.#tell('There is no index that can answer; it is made from the library.');
    if (found?.outdated) this.#tell('The index was made by another version of this program; it is made anew from the library.');
    const done = writing(this.#library, up).catch((error: unknown) => {
      // Another process that writes keeps the index up to the library itself.
      if (!(error instanceof AppError) || error.code !== 'library-locked' || found === null) throw error;
    });
    if (found?.outdated && meanwhile)
      done.catch((error: unknown) => {
        if (!this.#closed) this.#tell(`The index could not be made anew: ${reasonOf(error)}`);
      });
    else await done;
  }

  /**
   * Takes over what changed in the library; returns what the engine refused. `known`: the changes of the caller, which are not read from the library
   * where the index stands just before them and needs no texts. An index that turns out to be damaged is made anew; where another
   * process made one meanwhile, that one is taken.
   */
  catchUp(known: ChangesBehind | null = null): Promise<readonly Refused[]> {
    this.#justMade = null;
    return this.#alone(async () => {
      try {
        const { index } = this;
        if (known !== null && index.held === null && ((await index.state())?.change ?? 0) === known.after)
          return await index.project(known.changes, { library: this.#library.id, change: known.reached });
        return (await this.#follow(this.index)).refused;
      } catch (error) {
        if (error instanceof AppError && error.code === 'index-replaced') return await this.#takeOther();
        if (!(error instanceof AppError) || error.code !== 'index-damaged') throw error;
        this.#tell('The index is damaged; it is made anew from the library.');
        return await this.#rebuild();
      }
    });
  }

  /** Makes a new index where this one turned out to be damaged while it was asked, unless that was done already. Throws AppError `library-locked`. */
  mend(damaged: SearchEngine): Promise<void> {
    return writing(this.#library, () =>
      this.#alone(async () => {
        if (this.#index !== damaged) return;
        this.#tell('The index is damaged; it is made anew from the library.');
        await this.#rebuild();
      }),
    );
  }

  /** Makes the index anew beside the one that answers, which goes on answering until both are swapped. One that the opening has just made stays. */
  rebuild(): Promise<readonly Refused[]> {
    const made = this.#justMade;
    this.#justMade = null;
    return made === null ? this.#alone(() => this.#rebuild()) : Promise.resolve(made);
  }

  /** Takes away what interrupted runs left. Only who may write calls it. */
  sweep(): Promise<void> {
    return this.#projections.sweep();
  }

  /** How far the index is; null where there is none. */
  async state(): Promise<ProjectionState | null> {
    return (await this.#index?.state()) ?? null;
  }

  /**
   * Looks whether another process made an index anew, or left this one behind when it was killed: what the index cannot tell by itself. Takes the new
   * one, or catches up where nobody else writes. One that a copy of the library has begun to write to is asked no more.
   */
  async look(): Promise<void> {
    const index = this.#index;
    if (index === null || this.#closed) return;
    if (!(await this.#projections.isCurrent(index))) return this.reopen(index);
    this.#foreign = await this.#foreignness(index);
    if (this.#foreign !== null) return;
    if (!this.#library.writable || (await this.#isUpToDate(index))) return;
    try {
      await writing(this.#library, () => this.catchUp());
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'library-locked') throw error;
    }
  }

  /** Opens the index that has taken the place of `replaced`, unless that was done already. */
  async reopen(replaced: SearchEngine): Promise<void> {
    await this.#alone(async () => {
      if (this.#index !== replaced) return;
      const found = await this.#current(false);
      if (found !== null) await this.#replace(found.index);
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#work.catch(() => undefined);
    await this.#index?.close();
  }

  /** The index that is there, if it is of this library; a damaged one is none. */
  async #current(replace: boolean): Promise<Awaited<ReturnType<Projections['current']>>> {
    try {
      const found = await this.#projections.current();
      const state = (await found?.index.state()) ?? null;
      if (found === null || state === null) {
        await found?.index.close();
        return null;
      }
      const foreign = await this.#foreignness(found.index);
      if (foreign === null && found.answers !== false) return found;
      await found.index.close();
      if (foreign === null || replace) return null;
      throw foreignIndex(foreign);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === 'index-replaced') return await this.#current(replace);
      if (error.code !== 'index-damaged') throw error;
      this.#tell('The index is damaged; it is made anew from the library.');
      return null;
    }
  }

  /** Why an index is not this library's; null where it is. */
  async #foreignness(index: SearchEngine): Promise<string | null> {
    for (let state = await index.state(); state !== null; ) {
      const why = await this.#whyForeign(state);
      if (why === null) return null;
      const now = await index.state();
      // Another program of this library may have taken over in between, and the one before it is not known any more.
      if (now?.writer === state.writer && now?.change === state.change) return why;
      state = now;
    }
    return null;
  }

  async #whyForeign({ library, change, writer }: ProjectionState): Promise<string | null> {
    if (library !== this.#library.id) return 'is of another library';
    if (writer !== undefined && !(await this.#writers.knows(writer))) return 'was written by another copy of this library';
    const { last } = await this.#library.changes(change, 1);
    return change <= last ? null : `is ahead of it (change ${change}, the library has ${last})`;
  }

  /** Who only reads is told what is not as the library and this program have it. */
  async #tellHowOld(found: Awaited<ReturnType<Projections['current']>>): Promise<void> {
    if (found === null) return;
    if (found.outdated) this.#tell('The index was made by another version of this program; it answers as that one left it.');
    const { change } = (await found.index.state()) ?? { change: 0 };
    const behind = (await this.#library.changes(change, 1)).last - change;
    if (behind > 0) this.#tell(`The index is behind the library by ${countWords(behind, 'change')}: what was loaded since is not found.`);
  }

  async #isUpToDate(index: SearchEngine): Promise<boolean> {
    const { change } = (await index.state()) ?? { change: -1 };
    const { last } = await this.#library.changes(change, 1);
    return change === last;
  }

  async #rebuild(): Promise<readonly Refused[]> {
    const beside = await this.#projections.beside();
    let refused: readonly Refused[] = [];
    try {
      const followed = await this.#follow(beside.index, (await this.#stats())?.letters);
      refused = followed.refused;
      const stats = refused.length === 0 && followed.damaged === 0 ? await this.#stats() : null;
      if (stats !== null) await assertComplete(beside.index, stats);
      if (followed.letters > TOLD_EVERY) this.#tell(`The new index is made: ${followed.letters} letters.`);
      await beside.swap();
    } catch (error) {
      await beside.drop();
      throw error;
    }
    const made = await this.#projections.current();
    if (made === null) throw new AppError('engine-unavailable', 'The new index is not there');
    await this.#replace(made.index);
    return refused;
  }

  async #takeOther(): Promise<readonly Refused[]> {
    const found = await this.#current(false);
    if (found === null || found.outdated) {
      await found?.index.close();
      return await this.#rebuild();
    }
    await this.#replace(found.index);
    return (await this.#follow(found.index)).refused;
  }

  /** What the library holds; null where damage of it hides that. */
  async #stats(): Promise<LibraryStats | null> {
    try {
      return await this.#library.stats();
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'library-damaged') throw error;
      return null;
    }
  }

  async #replace(index: SearchEngine): Promise<void> {
    const old = this.#index;
    this.#index = index;
    await old?.close();
  }

  /** Takes over all that changed. `of`: how many letters there are, to be told. */
  #follow(index: SearchEngine, of = 0): Promise<Followed> {
    const { id, changes } = this.#library;
    return follow(index, { library: id, changes, tell: this.#tell, of, isClosed: () => this.#closed });
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#work.then(work, work);
    this.#work = done.catch(() => undefined);
    return done;
  }
}

function foreignIndex(why: string): AppError {
  return new AppError(
    'index-foreign',
    `The index does not belong to the library in this data folder: it ${why}. To overwrite it: npm run imr -- reindex --replace`,
  );
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
