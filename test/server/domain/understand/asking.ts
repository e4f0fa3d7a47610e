/** Fictional letters that typed queries are asked of, in a real index; what is made of a query, and what is told of it, in short. */
import { afterAll, beforeAll } from 'vitest';
import type { QueryNode } from '#contract/query.ts';
import type { UnderstoodPart } from '#contract/understood.ts';
import { understand } from '../../../../server/domain/understand/understand.ts';
import { type ItemParts, makeLetter, type SideParts } from '../../../fixtures/factories.ts';
import { type OpenedLetters, openLetters } from '../opened-letters.ts';

const SILENT: SideParts = { printed: null, basis: 'none', citations: [] };
const item = (request: string, parts: Partial<ItemParts> = {}): Partial<ItemParts> => ({
  request,
  rationale: 'Invented reasons. It is not medically necessary.',
  service: null,
  category: null,
  bodyParts: [],
  administrator: SILENT,
  reviewer: SILENT,
  ...parts,
});
const NORCO = { generic: 'hydrocodone/acetaminophen', class: 'opioid' };

/** CM14-0000001 and so on: one letter, items told apart by number. */
const letters = [
  makeLetter({
    caseNumber: 'CM14-0000001',
    summary: 'The fictional worker once took Norco and had an ultrasound of the neck.',
    items: [
      item('Acupuncture, six visits', { service: 'rehab.acupuncture', category: 'rehab', decision: 'overturned' }),
      item('Chiropractic visits', { service: 'rehab.chiro', category: 'rehab', decision: 'overturned' }),
      item('Chiropractic visits for the neck', { service: 'rehab.chiro', category: 'rehab', bodyParts: ['neck'] }),
    ],
  }),
  makeLetter({
    caseNumber: 'CM16-0000001',
    summary: null,
    items: [
      item('Norco 10/325 mg #60', { drugs: [NORCO], service: 'pharm.opioid', category: 'pharm' }),
      item('Hydrocodone/APAP 5/325 mg', { drugs: [NORCO], service: 'pharm.opioid', category: 'pharm' }),
      item('Twelve therapy visits as for the operation of item 1', {
        service: 'rehab.pt',
        category: 'rehab',
        bodyParts: ['shoulder'],
        perioperative: true,
      }),
      item('Pre-operative PT/PTT', { service: 'diag.lab', category: 'diag' }),
      item('Flexeril 7.5 mg', {
        drugs: [{ generic: 'cyclobenzaprine', class: 'muscle_relaxant' }],
        service: 'pharm.muscle_relaxant',
        category: 'pharm',
      }),
      item('Cyclobenzaprine 10 mg', {
        drugs: [{ generic: 'cyclobenzaprine', class: 'muscle_relaxant' }],
        service: 'pharm.muscle_relaxant',
        category: 'pharm',
      }),
    ],
  }),
  makeLetter({
    caseNumber: 'CM17-0000002',
    summary: null,
    items: [
      item('X-ray of the left shoulder', { service: 'diag.xray', category: 'diag', bodyParts: ['shoulder'] }),
      item('Radiographs of the hip', { service: 'diag.xray', category: 'diag' }),
      item('EMG of the right arm', { service: 'diag.emg', category: 'diag', bodyParts: ['upper_extremity'] }),
      item('Personal trainer', {
        reviewer: {
          printed: 'Decision based on MTUS ACOEM Chapter 5, page 83.',
          basis: 'mtus',
          citations: [{ guideline: 'mtus.acoem2.ch05', family: 'mtus.acoem2' }],
        },
      }),
      item('TENS unit for ten weeks', { service: 'dme.tens', category: 'dme' }),
      item('Ten visits', {}),
    ],
  }),
];

/** Opens the letters for the tests of a file. `index`: to be asked while they run. */
export function askLetters() {
  let opened: OpenedLetters;
  beforeAll(async () => {
    opened = await openLetters(letters);
  });
  afterAll(() => opened.close());
  const ask = (q: string, literal: string[] = [], summary = false) => understand(opened.index, { q, filters: {}, summary, literal });
  const idsOf = (where: QueryNode) => opened.oracle.each({ where, filters: [], sort: 'case' }).map((id) => id.replace('dwc:', ''));
  return {
    index: () => opened.index,
    ask,
    idsOf,
    found: async (q: string, literal: string[] = []) => idsOf((await ask(q, literal)).where),
  };
}

/** What is told in short: "kind typed > what". */
export const told = (parts: readonly UnderstoodPart[]) =>
  parts.map((part) => {
    // What comes first for an outcome is told like a note.
    if (part.kind === 'note' || part.kind === 'requested') return `note ${part.typed}`;
    if (part.kind === 'corrected' || part.kind === 'suggested') return `${part.kind} ${part.typed} > ${part.used} (${part.items})`;
    if (part.kind === 'idle') return `idle ${part.words.join(', ')}${part.instead === null ? '' : ' > decision'}`;
    if (part.kind === 'either') return `either ${part.sides.join(' | ')}`;
    if (part.kind === 'days') return `days ${part.typed} > ${part.from ?? ''}..${part.to ?? ''}`;
    return `${part.kind} ${part.typed} > ${part.field ?? ''}:${part.values.map(({ value }) => value).join('|')}`;
  });
