/** Names of drugs as people type them. */
import { describe, expect, it } from 'vitest';
import { drugBases } from '#mappings/vocabulary/drug-bases.ts';
import { DRUGS } from '#mappings/vocabulary/vocabulary.ts';

describe('the bases of a drug name', () => {
  it.each([
    ['norco', ['hydrocodone/acetaminophen']],
    ['NORCO', ['hydrocodone/acetaminophen']],
    ['MS Contin', ['morphine']],
    ['mscontin', ['morphine']],
    ['ms-contin', ['morphine']],
    ['tramadol', ['tramadol']],
    ['Voltaren gel', ['diclofenac']],
    ['Tylenol #3', ['codeine/acetaminophen']],
    ['TG Hot', ['tramadol', 'gabapentin', 'menthol', 'camphor', 'capsaicin']],
    ['hydrocodone/acetaminophen', ['hydrocodone/acetaminophen']],
    ['norc', []],
    ['opioid', []],
    ['', []],
    ['constructor', []],
  ])('%s', (name, bases) => {
    expect(drugBases(name)).toEqual(bases);
  });

  it('every name of every row leads to that row', () => {
    const lost = DRUGS.drugs.flatMap((row) =>
      [row.generic, ...row.aliases].filter((name) => !(row.parts ?? [row.base]).every((base) => drugBases(name).includes(base))),
    );
    expect(lost).toEqual([]);
  });

  it('every part of a mixture is a base of its own', () => {
    const bases = new Set(DRUGS.drugs.map((row) => row.base));
    expect(DRUGS.drugs.flatMap((row) => row.parts ?? []).filter((part) => !bases.has(part))).toEqual([]);
  });
});
