/** Topics and chapters of guidelines as values that are counted. */
import { describe, expect, it } from 'vitest';
import { placeWithin, placeWords } from '#mappings/cited-places.ts';
import { topicOf } from '#mappings/cited-topics.ts';
import { labelOf } from '#mappings/fields.ts';
import { GUIDELINES } from '#mappings/vocabulary/vocabulary.ts';

const topics = (guideline: string, ...sections: string[]) => topicOf({ guideline, sections });

describe('the topics of a citation', () => {
  it('are its sections within its guideline, each once', () => {
    expect(topics('mtus.cpmtg2009', 'Opioids, criteria for use', 'Weaning of medications', 'opioids, criteria for use')).toEqual([
      'mtus.cpmtg2009#Opioids, criteria for use',
      'mtus.cpmtg2009#Weaning of medications',
    ]);
  });

  it.each([
    ['MRIs (magnetic resonance imaging)', 'MRI', 'Magnetic resonance imaging', 'Magnetic Resonance Imaging (MRI)'],
    ['Muscle relaxants (for pain)', 'Muscle relaxants', 'muscle relaxant'],
    ['Epidural steroid injections (ESIs)', 'ESI', 'Epidural Steroid Injection'],
    ['TENS (transcutaneous electrical nerve stimulation)', 'TENS'],
    ['Fictional Trials', 'fictional trials'],
  ])('are one in several printings: %s', (...printings) => {
    expect(new Set(printings.flatMap((printed) => topics('odg.pain', printed))).size).toBe(1);
  });

  it.each([
    ['Physical therapy', 'Physical medicine'],
    ['NSAIDs, GI symptoms & cardiovascular risk', 'NSAIDs'],
    ['Preoperative electrocardiogram (ECG)', 'ECG'],
    ['TENS, chronic pain (transcutaneous electrical nerve stimulation)', 'TENS'],
    ['Topical analgesics', 'Topical analgesics, compounded'],
  ])('are two where they are two: %s, %s', (one, other) => {
    expect(new Set([...topics('odg.pain', one), ...topics('odg.pain', other)]).size).toBe(2);
  });

  it('keep the name of each listed one, but where another names the same', () => {
    const { sectionNames, cpmtgTopics, acoemSectionHeadings } = GUIDELINES;
    const listed = [...sectionNames, ...cpmtgTopics, ...acoemSectionHeadings];
    for (const name of listed) {
      const [value = '', ...more] = topics('mtus.cpmtg2009', name);
      expect(more).toEqual([]);
      const shown = value.replace('mtus.cpmtg2009#', '');
      expect(listed).toContain(shown);
      expect(topics('mtus.cpmtg2009', shown), name).toEqual([value]);
    }
  });

  it('are the words as printed where no list has them, without capitals of a title', () => {
    expect(topics('odg.shoulder', 'Surgery for Fictional Dislocation, EMG')).toEqual([
      'odg.shoulder#Surgery for fictional dislocation, EMG',
    ]);
  });

  it.each([['326'], ['-'], ['a sentence of so many words that it cannot be the name of any topic at all']])(
    'are none for "%s": the chapter stands for itself',
    (printed) => {
      expect(topics('odg.shoulder', printed)).toEqual(['odg.shoulder']);
      expect(topics('mtus.cpmtg2009', printed)).toEqual([]);
    },
  );
});

describe('a citation without a topic', () => {
  it.each([
    ['mtus.acoem2.ch12', true],
    ['mtus.acoem2.ch06', true],
    ['mtus.acoem3.low_back', true],
    ['acoem.3ed.shoulder', true],
    ['odg.low_back', true],
    ['odg.unspecified', false],
    ['mtus.acoem2.unspecified', false],
    ['mtus.cpmtg2009', false],
    ['gov.fda', false],
    ['unclassified', false],
  ])('of %s is the chapter: %s', (guideline, chapter) => {
    expect(topics(guideline)).toEqual(chapter ? [guideline] : []);
  });
});

describe('the words of a topic', () => {
  it('begin with those of its guideline', () => {
    expect(labelOf('imrTopic', placeWithin('mtus.cpmtg2009', 'Opioids, dosing'))).toBe(
      'Chronic Pain Medical Treatment Guidelines (2009): Opioids, dosing',
    );
    expect(labelOf('urTopic', 'odg.carpal_tunnel')).toBe('ODG Carpal Tunnel Syndrome');
    expect(placeWords(placeWithin('fictional', 'No. #5 | a'), () => undefined)).toBe('fictional: No. #5 | a');
  });
});
