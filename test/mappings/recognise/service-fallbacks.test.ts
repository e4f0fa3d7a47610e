/** What decides where no words name a service: mended spelling, then a procedure code. Every request here is invented. */
import { describe, expect, it } from 'vitest';
import { classifyService } from '#mappings/recognise/services/service.ts';
import { serviceOfCode } from '#mappings/recognise/services/service-codes.ts';
import { respelt } from '#mappings/recognise/services/service-spelling.ts';
import { SERVICES } from '#mappings/vocabulary/vocabulary.ts';

describe('codes', () => {
  it.each([
    ['CPT 64483', 'inj.esi'],
    ['64483, 64484', 'inj.esi'],
    ['e0730', 'dme.tens'],
    ['0101T', 'rehab.eswt'],
    ['97010-97039 range, 97024', 'rehab.physiotherapy_modality'],
    ['Vitamin 50000 units', null],
    ['#97110', null],
    ['$97,110', null],
    ['12/97110', null],
    ['00000', null],
  ])('%s is %s', (text, service) => {
    expect(serviceOfCode(text)).toBe(service);
  });

  it('lie in one row each', () => {
    const ranges = SERVICES.services.flatMap((row) =>
      row.codes.map((code) => {
        const [first = '', last = first] = code.split('-');
        return { id: row.id, first, last };
      }),
    );
    // Codes of one shape sort as text.
    const shape = (code: string) => code.replace(/\d/g, '0');
    const clash = ranges.flatMap((a, index) =>
      ranges
        .slice(index + 1)
        .filter((b) => shape(a.first) === shape(b.first) && a.first <= b.last && b.first <= a.last)
        .map((b) => `${a.first} ${a.id} ${b.id}`),
    );
    expect(clash).toEqual([]);
    expect(ranges.filter(({ first, last }) => shape(first) !== shape(last) || first > last)).toEqual([]);
  });

  it('never overrule words', () => {
    expect(classifyService('MRI of the knee, CPT 97110')?.service).toBe('diag.mri');
    expect(classifyService('Norco 10/325mg #60 (99213)')?.service).toBe('pharm.opioid');
  });
});

describe('spelling', () => {
  it.each([
    ['functinal restoration', 'functional restoration'],
    ['functoinal restoration', 'functional restoration'],
    ['functtional restoration', 'functional restoration'],
    ['functional restoration', 'functional restoration'],
    ['fnctinal restoration', 'fnctinal restoration'],
    ['walkr', 'walkr'],
  ])('%s is read as %s', (text, mended) => {
    expect(respelt(text)).toBe(mended);
  });

  it('is mended only where the words as printed name nothing', () => {
    expect(classifyService('Funtional restoration program')?.service).toBe('prog.frp');
    expect(classifyService('Xqzzy')).toBeNull();
  });
});

describe('what a request names', () => {
  it.each([
    ['2 refills', false],
    ['Norco 10/325 mg with 2 refills', true],
    ['Associated surgical service: on-Q pump', true],
    ['Office visit', false],
  ])('%s: a thing is named: %s', (text, strong) => {
    expect(classifyService(text)?.strong).toBe(strong);
  });
});

describe('a real word that is one letter off a service', () => {
  it.each(['generic', 'infection', 'particular', 'unclear', 'interval'])('%s is no misspelling of it', (word) => {
    expect(classifyService(word)).toBeNull();
  });
});
