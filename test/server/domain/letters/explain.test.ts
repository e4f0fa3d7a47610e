/** What `explainLetter` lists, held against a walk of the record of its own, over fictional letters. */
import { describe, expect, it } from 'vitest';
import { ExplainedValueSchema } from '#contract/api.ts';
import type { Letter } from '#contract/determination.ts';
import { labelOf } from '#mappings/fields.ts';
import { readLetter } from '../../../../ingest/pipeline.ts';
import { explainLetter } from '../../../../server/domain/letters/explain.ts';
import { nameOf, shownValue } from '../../../../server/domain/letters/explain-words.ts';
import { makeItemParts, makeLetter } from '../../../fixtures/factories.ts';
import { makeLetters } from '../../../fixtures/letters/generate.ts';
import { toText } from '../../../fixtures/letters/render/to-text.ts';

/** Everything in a record that says where it was read: by its place, the start of its first words. */
function readValues(value: unknown, path = ''): [string, number | undefined][] {
  if (typeof value !== 'object' || value === null) return [];
  const { evidence, asPrinted } = value as { evidence?: { start: number }[]; asPrinted?: { start?: number } };
  if (Array.isArray(evidence)) return [[path, evidence[0]?.start]];
  if (asPrinted?.start !== undefined) return [[path, asPrinted.start]];
  return Object.entries(value).flatMap(([key, child]) => readValues(child, path === '' ? key : `${path}.${key}`));
}

async function read(text: string): Promise<Letter> {
  const result = await readLetter(new TextEncoder().encode(text), 'fictional.txt');
  if (!result.ok) throw new Error(result.unreadable.reason.reason);
  return result.letter;
}
const drawn = await Promise.all(makeLetters(40, 21).map((letter) => read(toText(letter))));
const trainer = makeLetter({
  items: [
    makeItemParts({ request: 'Ten sessions with a personal trainer', service: 'prog.personal_trainer', category: 'prog' }),
    makeItemParts({ decision: null, rationale: null }),
  ],
  injuredOn: null,
  messages: ['item.decision_missing'],
});
const rows = explainLetter(trainer);
const row = (id: string) => rows.find((one) => one.id === id);

describe('explainLetter', () => {
  it('lists every value and citation of a record once, with its words, and nothing else', () => {
    for (const letter of drawn) {
      const { layout: _, messages: __, source: ___, ...values } = letter.determination;
      const explained = explainLetter(letter).filter((one) => (one.kind === 'value' || one.kind === 'citation') && one.value !== null);
      expect(new Map(explained.map((one) => [one.id, one.evidence[0]?.start]))).toEqual(new Map(readValues(values)));
      expect(new Set(explained.map((one) => one.id)).size).toBe(explained.length);
    }
  });

  it('gives each value words, a grade and a rule, and quotes the letter', () => {
    for (const letter of drawn) {
      for (const one of explainLetter(letter)) {
        ExplainedValueSchema.parse(one);
        for (const { start, end, quote } of one.evidence) expect(letter.canonical.text.slice(start, end)).toBe(quote);
        if (one.kind === 'message') continue;
        expect([one.id, one.grade === null, one.rule === null]).toEqual([one.id, one.value === null, one.value === null]);
        expect(one.value).not.toBe('');
      }
    }
  });

  it('tells the values of one item apart by their names', () => {
    for (const letter of drawn) {
      const paths = explainLetter(letter).flatMap((one) => (one.kind === 'message' ? [] : [one.path]));
      expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([]);
    }
  });

  it('tells what decided and each reason with its rule and its sentence, and where nothing was recognised', () => {
    const sentence = 'The fictional records show no failed home exercise program.';
    expect(row('items.0.deciding.0')).toMatchObject({
      item: 1,
      label: 'What decided',
      path: 'item 1 · what decided',
      value: sentence,
      grade: 'inferred',
      evidence: [{ quote: sentence }],
    });
    expect(row('items.0.reasons.0')).toMatchObject({ label: 'Reason', path: 'item 1 · reason', value: 'Criteria not met' });
    for (const id of ['items.0.deciding.0', 'items.0.reasons.0']) expect(row(id)?.rule).toMatch(/\S/);
    expect(row('items.1.deciding')).toMatchObject({ label: 'What decided', value: null, rule: null, evidence: [] });
  });

  it('goes through the letter, then item by item, each in the order of its words, with what is not stated behind', () => {
    expect(rows[0]).toMatchObject({ kind: 'layout', value: 'fictional', item: null });
    for (const letter of drawn) {
      const values = explainLetter(letter).filter((one) => one.kind !== 'message');
      const items = values.map((one) => one.item ?? 0);
      expect(items).toEqual(items.toSorted((a, b) => a - b));
      for (const number of new Set(items)) {
        const starts = values.flatMap((one) =>
          one.kind !== 'layout' && (one.item ?? 0) === number ? [one.evidence[0]?.start ?? Number.POSITIVE_INFINITY] : [],
        );
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      }
    }
  });

  it('says ids by their labels and a decision in words', () => {
    expect(row('items.0.service')).toMatchObject({
      item: 1,
      label: 'Service',
      path: 'item 1 · service',
      value: labelOf('service', 'prog.personal_trainer'),
      grade: 'inferred',
      rule: 'fictional',
    });
    expect(row('items.0.decision')).toMatchObject({ value: 'UR decision upheld: not found medically necessary', grade: 'stated' });
    expect(row('items.0.guidelines.administrator.citations.0')).toMatchObject({
      kind: 'citation',
      label: 'Guideline cited by UR',
      value: 'ACOEM 2nd ed. Ch. 13 Knee Complaints · family MTUS/ACOEM 2nd ed.',
      grade: 'stated',
    });
  });

  it('lists what was looked for and not stated', () => {
    const absent = { value: null, grade: null, rule: null, evidence: [] };
    expect(row('dates.injury')).toMatchObject({ ...absent, path: 'date of injury' });
    expect(row('items.1.decision')).toMatchObject({ ...absent, path: 'item 2 · decision' });
    expect(row('items.1.rationale')).toMatchObject(absent);
    expect(row('items.0.drugs')).toMatchObject({ ...absent, label: 'Drugs' });
  });

  it('puts the messages last, with the words they speak of', () => {
    expect(rows.at(-1)).toMatchObject({ kind: 'message', label: 'item.decision_missing', value: 'invented for a test', evidence: [] });
    const at = { start: 0, end: 9 };
    const placed = {
      ...trainer,
      determination: { ...trainer.determination, messages: trainer.determination.messages.map((one) => ({ ...one, span: at, item: 2 })) },
    };
    expect(explainLetter(placed).at(-1)).toMatchObject({
      item: 2,
      path: 'item 2 · item.decision_missing',
      evidence: [{ ...at, quote: 'FICTIONAL' }],
    });
  });
});

describe('words for what has no name of its own', () => {
  it('are made of the field and its place in a list', () => {
    expect(nameOf(['somethingNew', 'urThing'], null)).toBe('Something new · UR thing');
    expect(nameOf(['bodyParts'], { position: 1, of: 1 })).toBe('Body part');
    expect(nameOf(['bodyParts'], { position: 2, of: 3 })).toBe('Body part 2');
    expect(nameOf(['diagnoses'], { position: 2, of: 2 })).toBe('Diagnosis 2');
  });

  it('are the parts of a value, the first bare and empty ones left out', () => {
    expect(shownValue({ generic: 'fictionol', newPart: 5, none: null, list: ['a', 'b'], empty: [], rule: 'x' }, 'drugs')).toBe(
      'fictionol · new part 5 · list a, b',
    );
    expect(shownValue(true, 'trial')).toBe('yes');
    expect(shownValue('an_id_of_a_list', 'somethingNew')).toBe('an id of a list');
    expect(shownValue('Printed words', 'heading')).toBe('Printed words');
  });
});
