/** For tests: the real server on a free port, over a real embedded index in a temporary folder with fictional letters. */
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Letter } from '#contract/determination.ts';
import { type Problem, ProblemSchema } from '#contract/problem.ts';
import { PROBLEMS, type ProblemCode } from '#contract/problems.ts';
import type { Reading } from '../../ingest/reading/open-reading.ts';
import { type Opening, openSearchIndex } from '../../server/index/open-index.ts';
import { startServer } from '../../server/main.ts';
import type { LettersAt, WritableIndex } from '../../server/search/port.ts';
import { type Originals, openOriginals } from '../../server/storage/originals.ts';
import { makeItemParts, makeLetter } from '../fixtures/factories.ts';

const trainer = makeItemParts({
  request: 'Twelve sessions with a personal trainer',
  service: 'prog.personal_trainer',
  category: 'prog',
  rationale:
    'The fictional worker asks for a personal trainer. No trainer is named by the guideline. The request is not medically necessary.',
});
const therapy = makeItemParts({
  request: 'Six visits of physical therapy',
  service: 'rehab.pt',
  decision: 'overturned',
  rationale: 'Therapy helped the fictional worker. The request is medically necessary.',
});

/** A letter of two items, decided last of all. */
export const FIRST = makeLetter({
  caseNumber: 'CM14-0000001',
  decidedOn: '2016-12-09',
  items: [trainer, therapy],
  summary: 'The fictional worker fell from a ladder.',
});
/** An earlier version of the same case. */
export const FIRST_EARLIER = makeLetter({ caseNumber: 'CM14-0000001', decidedOn: '2016-11-01', items: [trainer], note: 'earlier' });
/** Twelve letters of one item each, three of them overturned. */
export const TWELVE: readonly Letter[] = Array.from({ length: 12 }, (_, index) =>
  makeLetter({
    caseNumber: `CM15-00001${String(index).padStart(2, '0')}`,
    decidedOn: `2015-03-${String(index + 1).padStart(2, '0')}`,
    specialties: [index < 6 ? 'Pain Medicine' : 'Orthopedic Surgery'],
    items: [{ decision: index < 3 ? 'overturned' : 'upheld' }],
  }),
);

export interface Running {
  readonly url: string;
  readonly port: number;
  readonly index: WritableIndex;
  readonly originals: Originals;
  /** The folder of index, originals and what is saved. */
  readonly dataDir: string;
  /** What the server logged. */
  readonly logged: string[];
  /** The answer of an address below /api/v1, parsed by its schema; fails on any status but 200. */
  get<S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>>;
  /** The problem that an address answers with, checked against the table of problems. */
  problem(code: ProblemCode, path: string, init?: RequestInit): Promise<Problem>;
  stop(): Promise<void>;
}

/** Starts a server over these letters. `wrap` may stand between the server and the index, to make it slow or faulty; `reading` reads the letters that are sent; `opening`: how the index is opened. */
export async function run(
  letters: readonly Letter[],
  options: {
    webRoot?: string;
    host?: string;
    wrap?: (index: WritableIndex) => WritableIndex;
    now?: () => Date;
    reading?: Reading;
    opening?: Opening;
  } = {},
): Promise<Running> {
  const dataDir = await mkdtemp(join(tmpdir(), 'imr-server-'));
  const index = await openSearchIndex({ engine: 'embedded', dataDir }, options.opening);
  const originals = openOriginals(dataDir);
  const outcomes = letters.length === 0 ? [] : await index.put(letters);
  const failed = outcomes.find((outcome) => outcome.outcome === 'failed');
  if (failed !== undefined) throw new Error(`a fictional letter could not be stored: ${failed.reason}`);
  const logged: string[] = [];
  const server = await startServer({
    index: options.wrap === undefined ? index : askedAsItIs(options.wrap(index)),
    originals,
    host: options.host ?? '127.0.0.1',
    port: 0,
    webRoot: options.webRoot ?? null,
    version: '0.0.0-test',
    log: (line) => logged.push(line),
    ...(options.reading === undefined ? {} : { reading: options.reading }),
    ...(options.now === undefined ? {} : { now: options.now }),
  });
  const api = `${server.url}/api/v1`;
  return {
    url: server.url,
    port: server.port,
    index,
    originals,
    dataDir,
    logged,
    async get(path, schema) {
      const response = await fetch(api + path);
      const body: unknown = await response.json();
      if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${JSON.stringify(body)}`);
      return schema.parse(body);
    },
    async problem(code, path, init = {}) {
      const response = await fetch(path.startsWith('http') ? path : api + path, init);
      const problem = ProblemSchema.parse(await response.json());
      const expected = { code, status: PROBLEMS[code].status, title: PROBLEMS[code].title, type: `/problems/${code}` };
      const got = { code: problem.code, status: response.status, title: problem.title, type: problem.type };
      if (JSON.stringify(got) !== JSON.stringify(expected)) throw new Error(`${path} answered ${JSON.stringify(problem)}`);
      if (response.headers.get('content-type') !== 'application/problem+json; charset=utf-8') throw new Error('not a problem body');
      if (problem.instance === '' || problem.instance !== response.headers.get('x-request-id')) throw new Error('no request id');
      return problem;
    },
    async stop() {
      await server.close(0);
      await index.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** An index some of whose calls are not its own: what is asked of the letters of now is asked by those as well. */
function askedAsItIs(index: WritableIndex): WritableIndex {
  return { ...index, at: (snapshot) => (snapshot === null ? lettersNow(index) : index.at(snapshot)) };
}

/** The letters of now, asked by the calls of an index as they are. */
export async function lettersNow(index: WritableIndex): Promise<LettersAt> {
  const { search, page, each, counts, similarWords, casesBeginning, aggregate, determinations, letter, versions } = index;
  const own = { search, page, each, counts, similarWords, casesBeginning, aggregate, determinations, letter, versions };
  return { ...(await index.at(null)), ...own };
}

/** The status of a GET with headers that `fetch` would not send as they are (Host, If-None-Match). */
export function statusOf(port: number, path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}
