/** What typed words and told cases name, by the rules that read letters. */
import { describe, expect, it } from 'vitest';
import { readCase, readWords } from '#mappings/recognise/named-things.ts';

const servicesOf = (text: string) => readCase(text).services.map(({ service }) => service);

describe('a few typed words', () => {
  it('name a service with its place, drugs, body parts and side', () => {
    const named = readWords('PT 12 sessions left shoulder after norco');
    expect(named.service).toEqual({ service: 'rehab.pt', category: 'rehab', at: { start: 0, end: 2 } });
    expect(named.drugs.map(({ base, start, end }) => [base, start, end])).toEqual([['hydrocodone/acetaminophen', 35, 40]]);
    expect([named.bodyParts.map(({ id }) => id), named.side]).toEqual([['shoulder'], 'left']);
  });

  it('are read in their context: PT beside PTT is a blood test', () => {
    expect(readWords('PT PTT').service?.service).toBe('diag.lab');
  });

  it('name a guideline with its page', () => {
    expect(readWords('ACOEM chapter 5 page 83').guidelines).toMatchObject([{ guideline: 'mtus.acoem2.ch05', pages: ['83'] }]);
  });

  it('name nothing where they are blanks', () => {
    expect(readWords(' \n\t ')).toEqual({ service: null, drugs: [], bodyParts: [], side: null, guidelines: [], reasons: [] });
  });

  it('keep their places over any white space', () => {
    expect(readWords('the\u00a0left\nknee').bodyParts).toEqual([{ id: 'knee', start: 9, end: 13 }]);
  });
});

describe('a told case', () => {
  it('asks for what stands behind the asking word, not for what was done before', () => {
    expect(servicesOf('Therapy is finished, the doctor wants an MRI of the knee.')).toEqual(['diag.mri']);
  });

  it('asks for what stands before it where the sentence is passive', () => {
    expect(servicesOf('An MRI of the knee was requested to rule out a tear.')).toEqual(['diag.mri']);
  });

  it('asks for each part of a list', () => {
    expect(servicesOf('The surgeon requests a knee brace, an ultrasound and acupuncture.')).toEqual(
      expect.arrayContaining(['rehab.acupuncture']),
    );
  });

  it('is of what it tells where the asking sentence names nothing', () => {
    expect(servicesOf('Twelve visits of physical therapy are finished. The doctor asks for eight more visits.')).toEqual(
      expect.arrayContaining(['rehab.pt']),
    );
    expect(servicesOf('She had physical therapy. The doctor asks for eight more visits while she works.')).toEqual(['rehab.pt']);
  });
});
