/**
 * The index as of one snapshot: opened where it is there and whole, else made from the library alone, as of the snapshot's change. One that a program of another
 * version made is made anew; where nothing may be written it answers as that one left it. Of several processes one makes indices of snapshots at a time.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '#contract/problem.ts';
import type { Library } from '../library/open-library.ts';
import type { StoredSnapshot } from '../library/snapshots.ts';
import type { Projections, SearchEngine } from '../search/port.ts';
import { assertComplete, follow, type Tell } from './follow.ts';

/** What of a library an index as of a change is made from. */
type SnapshotSource = Pick<Library, 'id' | 'writable' | 'changesAsOf' | 'sizeAsOf' | 'lockSnapshots' | 'unlockSnapshots'>;

/** How often it is looked whether another process is done that makes an index, in milliseconds. */
const LOOK_EVERY_MS = 500;

interface SnapshotIndexOptions {
  readonly library: SnapshotSource;
  readonly projections: Projections;
  readonly snapshot: Pick<StoredSnapshot, 'name' | 'change'>;
  readonly tell: Tell;
  /** Runs work when what was handed over before is done: one index is made at a time. */
  readonly inTurn: (work: () => Promise<SearchEngine>) => Promise<SearchEngine>;
}

export class SnapshotIndex {
  readonly #options: SnapshotIndexOptions;
  #index: SearchEngine | null = null;
  #opening: Promise<SearchEngine> | null = null;
  #progress: { done: number; of: number } | null = null;
  /** Why it could not be opened, where nobody waited for that any more. */
  #failed: unknown = null;
  #waiting = 0;
  /** What is there turned out to be damaged while it was asked. */
  #isDamaged = false;
  #isClosed = false;

  constructor(options: SnapshotIndexOptions) {
    this.#options = options;
  }

  /**
   * The index, once it is there. `patienceMs`: how long it is waited for where it has to be made; null: until it is there. Throws AppError `snapshot-building`
   * with how far it is, `engine-unavailable` and what else kept it from being made.
   */
  async ready(patienceMs: number | null): Promise<SearchEngine> {
    if (this.#index !== null) return this.#index;
    const failed = this.#failed;
    if (failed !== null) {
      this.#failed = null;
      throw failed;
    }
    this.#opening ??= this.#open();
    this.#waiting += 1;
    try {
      const late = patienceMs === null ? [] : [sleep(patienceMs, null, { ref: false })];
      const ready = await Promise.race([this.#opening, ...late]);
      if (ready !== null) return ready;
    } finally {
      this.#waiting -= 1;
    }
    throw this.#stillMade();
  }

  /** Closes what said that it was replaced, or is damaged: the next one is opened, or made. */
  async leave(index: SearchEngine, isDamaged: boolean): Promise<void> {
    if (this.#index !== index) return;
    this.#index = null;
    this.#isDamaged = isDamaged;
    await index.close();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#opening?.catch(() => undefined);
    await this.#index?.close();
    this.#index = null;
  }

  /** Whether its index is being opened or made. */
  get isBusy(): boolean {
    return this.#opening !== null;
  }

  #open(): Promise<SearchEngine> {
    const opening = this.#opened();
    opening.then(
      (index) => {
        this.#index = index;
        this.#opening = null;
      },
      (error: unknown) => {
        this.#opening = null;
        if (this.#waiting === 0 && !this.#isClosed) this.#failed = error;
      },
    );
    return opening;
  }

  async #opened(): Promise<SearchEngine> {
    const { library, snapshot, inTurn } = this.#options;
    const there = await this.#current();
    if (there !== null) return there;
    if (!library.writable) {
      throw new AppError(
        'engine-unavailable',
        `There is no index of the snapshot “${snapshot.name}” that can answer, and none can be made: the library may not be written to.`,
      );
    }
    return await inTurn(() => this.#made());
  }

  /** The index that is there, if it is whole and as of this change. */
  async #current(): Promise<SearchEngine | null> {
    if (this.#isDamaged) return null;
    const { library, projections, snapshot } = this.#options;
    try {
      const found = await projections.current();
      if (found === null) return null;
      const { index, outdated, answers = true } = found;
      const state = await index.state();
      const isOfIt = state?.library === library.id && state.change === snapshot.change;
      if (isOfIt && answers && !(outdated && library.writable)) return index;
      await index.close();
      return null;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      // Another process has just made it.
      if (error.code === 'index-replaced') return await this.#current();
      if (error.code === 'index-damaged') return null;
      throw error;
    }
  }

  async #made(): Promise<SearchEngine> {
    const { library } = this.#options;
    for (let isTold = false; ; isTold = true) {
      this.#assertOpen();
      try {
        await library.lockSnapshots();
        break;
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'library-locked') throw error;
        if (!isTold) this.#tell('another process is making an index of a snapshot; it is waited for.');
      }
      await sleep(LOOK_EVERY_MS);
    }
    try {
      return (await this.#current()) ?? (await this.#make());
    } finally {
      await library.unlockSnapshots();
    }
  }

  async #make(): Promise<SearchEngine> {
    const { library, projections, snapshot } = this.#options;
    this.#assertOpen();
    const size = await library.sizeAsOf(snapshot.change);
    this.#tell('the index is made from the library.');
    await projections.sweep();
    const beside = await projections.beside();
    try {
      const { refused, damaged } = await follow(beside.index, {
        library: library.id,
        changes: (after, most, withTexts) => library.changesAsOf(snapshot.change, after, most, withTexts),
        tell: (line) => this.#tell(line),
        of: size.letters,
        progress: (done) => {
          this.#progress = { done, of: size.letters };
        },
        isClosed: () => this.#isClosed,
      });
      for (const { letter, reason } of refused) this.#tell(`not in the index: ${letter}. ${reason}`);
      if (refused.length === 0 && damaged === 0) await assertComplete(beside.index, size);
      await beside.swap();
    } catch (error) {
      await beside.drop();
      throw error;
    } finally {
      this.#progress = null;
    }
    this.#isDamaged = false;
    const made = await this.#current();
    if (made === null) throw new AppError('engine-unavailable', 'The new index is not there');
    return made;
  }

  #stillMade(): AppError {
    const progress = this.#progress;
    const far = progress === null ? 'it is waited for' : `${progress.done} of ${progress.of} letters are in it`;
    return new AppError('snapshot-building', `The index of the snapshot “${this.#options.snapshot.name}” is being made: ${far}.`, {
      ...(progress === null ? {} : { progress }),
    });
  }

  #assertOpen(): void {
    if (this.#isClosed) throw new AppError('engine-unavailable', 'The index was closed before it was made');
  }

  #tell(line: string): void {
    this.#options.tell(`Snapshot “${this.#options.snapshot.name}”: ${line}`);
  }
}
