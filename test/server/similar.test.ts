/** Similar cases over HTTP, on a real index of fictional letters: from an item, from a told case, from a letter that is not stored. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SimilarResponse, SimilarResponseSchema } from '#contract/similar.ts';
import { makeLetter } from '../fixtures/factories.ts';
import { makeLetter as makeFictional } from '../fixtures/letters/generate.ts';
import { toText } from '../fixtures/letters/render/to-text.ts';
import { type Running, run } from './running-server.ts';

const COPY =
  'The guideline allows supervised exercise where a home program was tried and failed for a stated reason. The record of this fictional worker names no such trial and no reason why exercise at home would not do. The request is not medically necessary.';
const lumbar = (caseNumber: string, more: object = {}) =>
  makeLetter({
    caseNumber,
    summary: 'The fictional harpist has lumbago after moving a harp.',
    items: [
      {
        request: 'MRI of the lumbar spine',
        service: 'diag.mri',
        category: 'diag',
        bodyParts: ['low_back'],
        rationale: 'There are no red flags.',
        ...more,
      },
    ],
  });
const LETTERS = [
  lumbar('CM15-0000001'),
  lumbar('CM15-0000002', { decision: 'overturned', rationale: 'There is progressive weakness of the foot. Criteria are met.' }),
  makeLetter({
    caseNumber: 'CM15-0000003',
    items: [
      { request: 'MRI of the left knee', service: 'diag.mri', category: 'diag', bodyParts: ['knee'], rationale: 'The knee is stable.' },
    ],
  }),
  ...['CM15-0000004', 'CM15-0000005', 'CM15-0000006'].map((caseNumber) =>
    makeLetter({
      caseNumber,
      items: [{ request: 'Gym membership', service: 'prog.gym', category: 'prog', bodyParts: [], rationale: `${COPY} (${caseNumber})` }],
    }),
  ),
];

describe('similar cases', () => {
  let server: Running | undefined;
  const running = () => {
    if (server === undefined) throw new Error('no server');
    return server;
  };
  beforeAll(async () => {
    server = await run(LETTERS);
  });
  afterAll(() => server?.stop());
  const ofItem = (id: string, more = '') => running().get(`/determinations/${id}/items/1/similar${more}`, SimilarResponseSchema);
  const post = async (path: string, body: string, type: string): Promise<SimilarResponse> => {
    const answered = await fetch(`${running().url}/api/v1/similar/${path}`, { method: 'POST', body, headers: { 'content-type': type } });
    expect(answered.status).toBe(200);
    expect(answered.headers.get('cache-control')).toBe('no-store');
    return SimilarResponseSchema.parse(await answered.json());
  };
  const casesOf = ({ neighbours }: SimilarResponse) => neighbours.map(({ hit }) => hit.caseNumber);

  it('puts the same service of the same body part first, and leaves the own letter out', async () => {
    const found = await ofItem('CM15-0000001');
    expect(casesOf(found)[0]).toBe('CM15-0000002');
    expect(casesOf(found)).not.toContain('CM15-0000001');
    expect(found.neighbours[0]?.shared.map(({ criterion }) => criterion)).toEqual(expect.arrayContaining(['service', 'bodyPart']));
  });

  it('says what differs, with what each has', async () => {
    const knee = (await ofItem('CM15-0000001')).neighbours.find(({ hit }) => hit.caseNumber === 'CM15-0000003');
    expect(knee?.differs).toContainEqual({ criterion: 'bodyPart', asked: 'Low back', here: ['Knee'] });
  });

  it('shows what decided each, whatever the outcome, with the words of the case marked', async () => {
    const { neighbours } = await post('case', 'MRI of the lumbar spine: weakness of the foot, no red flags.', 'text/plain');
    const decidingOf = (wanted: string) => {
      const deciding = neighbours.find(({ hit }) => hit.caseNumber === wanted)?.hit.deciding;
      return deciding?.marks.map(({ start, end }) => deciding.text.slice(start, end)).join(', ');
    };
    expect(decidingOf('CM15-0000001')).toContain('red');
    expect(decidingOf('CM15-0000002')).toContain('weakness');
    expect(neighbours.find(({ hit }) => hit.caseNumber === 'CM15-0000002')?.hit.deciding?.text).toBe(
      'There is progressive weakness of the foot.',
    );
  });

  it('folds rationales that are nearly the same, and counts them apart', async () => {
    const found = await post('case', 'Gym membership is requested.', 'text/plain');
    const gym = found.neighbours.filter(({ hit }) => hit.service?.value === 'prog.gym');
    expect(gym.map(({ folded }) => folded.length)).toEqual([2]);
    const [ten] = found.counts;
    expect(ten).toMatchObject({ nearest: 10, items: found.neighbours.length, folded: 2 });
    expect(Object.values(ten?.decisions ?? {}).reduce((sum, count) => sum + count, 0)).toBe(found.neighbours.length);
  });

  it('lets a criterion not count', async () => {
    const found = await ofItem('CM15-0000001', '?without=words&without=service&without=stage&without=guideline');
    expect(casesOf(found)).not.toContain('CM15-0000003');
    expect(found.neighbours.flatMap(({ shared, differs }) => [...shared, ...differs]).map(({ criterion }) => criterion)).not.toContain(
      'service',
    );
  });

  it('keeps to filters', async () => {
    expect(casesOf(await ofItem('CM15-0000001', '?decision=overturned'))).toEqual(['CM15-0000002']);
  });

  it('reads a told case: what the doctor asks for, not what was done before', async () => {
    const { profile } = await post('case', 'Physical therapy is finished. The doctor wants an MRI of the lumbar spine.', 'text/plain');
    expect(profile.facts).toContainEqual({ criterion: 'service', value: 'diag.mri', label: 'MRI / MR arthrogram' });
    expect(profile.facts.map(({ value }) => value)).not.toContain('rehab.pt');
  });

  it('takes a letter that is not stored, and stores nothing', async () => {
    const before = await running().index.stats();
    const found = await post('letter?item=1', toText(makeFictional(7)), 'text/plain');
    expect(found.profile.facts.length).toBeGreaterThan(0);
    expect(await running().index.stats()).toEqual(before);
    expect(running().logged).toEqual([]);
  });

  it('finds nothing for a case that tells nothing', async () => {
    expect((await post('case', 'It was as it was.', 'text/plain')).neighbours).toEqual([]);
  });

  it('refuses what it cannot take, each with its reason', async () => {
    const send = (body: string, headers: Record<string, string>) => ({ method: 'POST', body, headers });
    await running().problem('bad-request', '/similar/case', send('  ', { 'content-type': 'text/plain' }));
    await running().problem('media-type', '/similar/case', send('{}', { 'content-type': 'application/json' }));
    await running().problem(
      'cross-origin',
      '/similar/case',
      send('a', { 'content-type': 'text/plain', origin: 'http://elsewhere.example' }),
    );
    await running().problem('body-too-large', '/similar/case', send('a '.repeat(200_000), { 'content-type': 'text/plain' }));
    await running().problem('item-not-found', '/determinations/CM15-0000001/items/9/similar');
    await running().problem('bad-request', '/determinations/CM15-0000001/items/1/similar?without=colour');
  });
});

describe('one program', () => {
  const ofSister = (caseNumber: string) =>
    makeLetter({
      programme: 'dmhc',
      caseNumber,
      items: [
        { request: 'MRI of the lumbar spine', service: 'diag.mri', category: 'diag', bodyParts: ['low_back'], decision: 'overturned' },
      ],
    });
  const SISTERS = ['MN15-90001', 'MN15-90002', 'MN15-90003'].map(ofSister);
  let server: Running | undefined;
  beforeAll(async () => {
    server = await run([...LETTERS, ...SISTERS]);
  });
  afterAll(() => server?.stop());
  const similar = (path: string) => {
    if (server === undefined) throw new Error('no server');
    return server.get(path, SimilarResponseSchema);
  };
  const told = async (text: string, more = '') => {
    const answered = await fetch(`${server?.url}/api/v1/similar/case${more}`, {
      method: 'POST',
      body: text,
      headers: { 'content-type': 'text/plain' },
    });
    return SimilarResponseSchema.parse(await answered.json());
  };
  const programmesOf = ({ neighbours }: SimilarResponse) => [...new Set(neighbours.map(({ hit }) => hit.programme))];

  it.each([
    ['of the case', '/determinations/dwc:CM15-0000001/items/1/similar', 'dwc'],
    ['of a sister’s case', '/determinations/dmhc:MN15-90001/items/1/similar', 'dmhc'],
    ['that is asked for', '/determinations/dwc:CM15-0000001/items/1/similar?programme=dmhc', 'dmhc'],
    ['of the case, where several are asked for', '/determinations/dmhc:MN15-90001/items/1/similar?programme=dwc&programme=dmhc', 'dmhc'],
  ])('is that %s, for neighbors and counts alike', async (_, path, programme) => {
    const answer = await similar(path);
    expect(answer.programme.value).toBe(programme);
    expect(programmesOf(answer)).toEqual([programme]);
    expect(answer.counts.at(-1)?.items).toBe(answer.neighbours.length);
  });

  it('of a case told in words is the first that is loaded, or the one asked for', async () => {
    const first = await told('MRI of the lumbar spine');
    expect([first.programme.value, programmesOf(first)]).toEqual(['dwc', ['dwc']]);
    const other = await told('MRI of the lumbar spine', '?programme=dmhc');
    expect([other.programme.value, programmesOf(other)]).toEqual(['dmhc', ['dmhc']]);
  });

  it('of a case whose program is not loaded is one that is', async () => {
    const alone = await run(SISTERS);
    try {
      const answered = await fetch(`${alone.url}/api/v1/similar/case`, {
        method: 'POST',
        body: 'MRI of the lumbar spine, as in CM15-0000001',
        headers: { 'content-type': 'text/plain' },
      });
      expect(SimilarResponseSchema.parse(await answered.json()).programme.value).toBe('dmhc');
    } finally {
      await alone.stop();
    }
  });
});
