/** Where sentences end. Texts are invented. */
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '#mappings/text/sentences.ts';

const cut = (text: string) => sentencesOf(text).map((sentence) => sentence.text);

describe('the sentences of a text', () => {
  it('keeps abbreviations before small letters and figures in one sentence', () => {
    const text = 'Use of 7.5 mg was tried, e.g. at night. No gain followed! Why? The file is silent.';
    expect(cut(text)).toEqual(['Use of 7.5 mg was tried, e.g. at night.', 'No gain followed!', 'Why?', 'The file is silent.']);
  });

  it('end behind quotes of either kind, and before a capital of any letters', () => {
    expect(cut('He wrote “no gain.” Électrode use goes on. (See the file.) It ends.')).toEqual([
      'He wrote “no gain.”',
      'Électrode use goes on.',
      '(See the file.)',
      'It ends.',
    ]);
  });

  it('do not end at the abbreviations of references and titles', () => {
    expect(cut('See Kite et al. Spine 2009 and J Surg. Orthop. Am. Ch. 12 for it. Dr. Wren agrees at 10 am. The request stands.')).toEqual([
      'See Kite et al. Spine 2009 and J Surg. Orthop. Am. Ch. 12 for it.',
      'Dr. Wren agrees at 10 am.',
      'The request stands.',
    ]);
  });

  it('end behind a possessive, a no, and a specialty that is no reference', () => {
    expect(cut("They resemble the claimant's. Continued use is not appropriate.")).toHaveLength(2);
    expect(cut('The answer is no. The cane is not medically necessary.')).toHaveLength(2);
    expect(cut('He saw Ortho Surg. The cane is denied.')).toHaveLength(2);
    expect(cut('See item No. 2 of the list. It stands.')).toHaveLength(2);
  });

  it('know their places', () => {
    const text = '  One is here.  Two is there. ';
    for (const { start, end, text: words } of sentencesOf(text)) expect(text.slice(start, end)).toBe(words);
  });
});
