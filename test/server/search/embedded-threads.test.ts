/** The embedded engine in threads of its own, as a server has it: the same answers, each of one state, while letters are written. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { type IssueQuery, ITEM_SCOPE, type QueryNode } from '#contract/query.ts';
import type { OpenedIndex } from '../../conformance/opened-index.ts';
import { makeOracle } from '../../conformance/oracle.ts';
import { describeCorpus } from '../../conformance/suite.ts';
import { makeLetters } from '../../fixtures/drawn-letters.ts';
import { openEmbeddedIndex } from '../../relevance/open-embedded-index.ts';

const all: QueryNode = { kind: 'all' };
const ask = (where: QueryNode): IssueQuery => ({
  where,
  filters: [],
  facets: ['service', 'decision'],
  sort: 'case',
  offset: 0,
  limit: 10_000,
});
const word = (text: string): QueryNode => ({ kind: 'word', word: text, fields: [...ITEM_SCOPE] });

const opened: OpenedIndex[] = [];
const open = async () => {
  const made = await openEmbeddedIndex(true);
  opened.push(made);
  return made.index;
};
/** The threads that are started from now on. */
const startedThreads = (): Worker[] => {
  const started: Worker[] = [];
  const note = (worker: Worker) => void started.push(worker);
  process.on('worker', note);
  onTestFinished(() => void process.off('worker', note));
  return started;
};
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

describe('the embedded engine in threads', () => {
  describeCorpus(() => openEmbeddedIndex(true), {
    name: '150 drawn records',
    letters: () => Promise.resolve(makeLetters(150, 5)),
    queries: 100,
  });

  it('gives each of many askers one whole state while letters are added, replaced and removed', async () => {
    const letters = makeLetters(160, 6);
    const index = await open();
    const ids = letters.slice(0, 30).map(({ determination }) => determination.id);
    const questions = [
      ask(all),
      ask(word('knee')),
      { ...ask(word('medical')), filters: [{ field: 'decision' as const, values: ['upheld'] }] },
    ];
    // What each question is answered in each state, by the oracle.
    const states = Array.from({ length: 8 }, (_, batch) => letters.slice(0, (batch + 1) * 20));
    const left = letters.filter(({ determination }) => !ids.includes(determination.id));
    const expected = questions.map((question) =>
      [[], ...states, left].map((stored) => {
        const { itemIds, total, facets } = makeOracle(stored).search(question);
        return JSON.stringify({ itemIds, total, facets });
      }),
    );
    let writing = true;
    const seen = questions.map(() => new Set<number>());
    const asker = async (at: number): Promise<void> => {
      const question = questions[at];
      if (question === undefined) return;
      while (writing) {
        const { hits, total, facets } = await index.search(question);
        const state = expected[at]?.indexOf(JSON.stringify({ itemIds: hits.map(({ itemId }) => itemId), total, facets })) ?? -1;
        expect(state).toBeGreaterThanOrEqual(0);
        seen[at]?.add(state);
      }
    };
    const askers = Array.from({ length: 6 }, (_, at) => asker(at % questions.length));
    for (const stored of states) await index.put(stored.slice(-20));
    await index.put(letters.slice(40, 80), { replace: true });
    await index.remove(ids);
    writing = false;
    await Promise.all(askers);
    expect(seen.every((found) => found.size > 1)).toBe(true);
    expect(await index.search(ask(all))).toMatchObject({ total: makeOracle(left).items.length });
  });

  it('answers pages while another program holds the library, and saves once that lets go', async () => {
    const index = await open();
    const [first] = makeLetters(30, 9);
    await index.put(makeLetters(30, 9));
    const other = new DatabaseSync(join(opened[0]?.dataDir ?? '', 'library.sqlite'));
    other.exec('BEGIN IMMEDIATE');
    let isSaved = false;
    const saved = index
      .kept('local')
      .addCollection({ name: 'Knees', note: '' }, '2026-02-03T04:05:06.789Z')
      .then(() => {
        isSaved = true;
      });
    expect((await index.search(ask(all))).total).toBeGreaterThan(30);
    expect(await index.determinations([first?.determination.id ?? ''])).toHaveLength(1);
    expect(await index.kept('local').collections()).toEqual([]);
    expect(await index.stats()).toMatchObject({ unreadable: 0 });
    expect(isSaved).toBe(false);
    other.exec('ROLLBACK');
    other.close();
    await saved;
    expect(await index.kept('local').collections()).toHaveLength(1);
  });

  it('gives up an answer that is no longer wanted, also one that has not begun, and goes on', async () => {
    const index = await open();
    await index.put(makeLetters(60, 7));
    const given = new AbortController();
    const asked = Array.from({ length: 12 }, () => index.search(ask(word('knee')), given.signal));
    given.abort(new Error('gone'));
    for (const one of asked) await expect(one).rejects.toThrow('gone');
    expect((await index.search(ask(all))).total).toBeGreaterThan(60);
    await expect(index.search(ask(all), AbortSignal.abort(new Error('never')))).rejects.toThrow('never');
  });

  it('tells faults as the errors that they are', async () => {
    const index = await open();
    await expect(index.search({ ...ask(all), offset: 10_000, limit: 1 })).rejects.toMatchObject({ code: 'window-too-large' });
    await expect(index.kept('local').search('x')).rejects.toMatchObject({ code: 'saved-not-found' });
  });

  it('answers what was asked before it was closed', async () => {
    const index = await open();
    await index.put(makeLetters(60, 8));
    const asked = Array.from({ length: 16 }, () => Promise.all([index.search(ask(all)), index.similarWords('kne', 5)]));
    const closed = index.close();
    for (const [found, words] of await Promise.all(asked)) {
      expect(found.total).toBeGreaterThan(60);
      expect(words).toContain('knee');
    }
    await closed;
  });

  it.each([
    ['one that answers', 3],
    ['the filler of the columns', 2],
    ['the writer', -1],
    ['the one that reads the library', 0],
    ['the one that writes the library', 1],
  ])('goes on with new threads where one has died: %s', async (_, place) => {
    const started = startedThreads();
    const letters = makeLetters(60, 9);
    const index = await open();
    await index.put(letters.slice(0, 30));
    // The library's reader and writer, the filler, who answers, the writer; those of the index that was made first have ended.
    await started
      .filter(({ threadId }) => threadId > 0)
      .at(place)
      ?.terminate();
    expect((await index.put(letters.slice(30))).filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    const { total } = makeOracle(letters).search(ask(all));
    for (let times = 0; times < 5; times += 1) expect((await index.search(ask(all))).total).toBe(total);
  });

  it('asks new threads what waited for a filler that has died', async () => {
    const started = startedThreads();
    const letters = makeLetters(60, 9);
    const index = await open();
    await index.put(letters);
    // No column is filled yet: each of these waits for the filler, or finds it gone.
    const asked = Array.from({ length: 12 }, () => index.search(ask(all)));
    await started
      .filter(({ threadId }) => threadId > 0)
      .at(2)
      ?.terminate();
    const { total } = makeOracle(letters).search(ask(all));
    expect((await Promise.all(asked)).map((found) => found.total)).toEqual(asked.map(() => total));
  });

  it('says that the index cannot be asked once its threads have ended, and waits for nobody', async () => {
    const index = await open();
    await index.close();
    await expect(index.search(ask(all))).rejects.toThrow('ended');
  });
});
