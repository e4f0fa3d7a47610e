/** Which of several names of the DWC search form a service is meant by. The first row that speaks of the service and is found picks it. */
import type { DwcRow } from './request-row.ts';

export const DWC_ROWS = [
  {
    id: 'dwc.implant',
    what: 'What is put under the skin for good is an operation; a trial is an injection',
    of: ['inj.scs', 'inj.pump'],
    pattern: /implant|permanent|replace|revision|remov|explant|battery/,
    picks: 'Surgery *',
    examples: [
      ['Permanent spinal cord stimulator', 'Surgery * Spine *'],
      ['Pain pump implant', 'Surgery * Non-arthroscopic Surgery *'],
    ],
    counterexamples: [
      ['Spinal cord stimulator trial', 'Injection * Injection *'],
      ['Pain pump refill', 'Injection * Injection *'],
    ],
  },
  {
    id: 'dwc.arthroscopic',
    what: 'Done through a scope',
    of: ['surg'],
    pattern: /arthroscop|\bscope\b|\bSLAP\b|bankart|sub-?acromial|menisc|labr(?:al|um)|chondroplast|endoscop|\bSAD\b/,
    picks: ' Arthroscopic',
    examples: [
      ['Ankle arthroscopy', 'Surgery * Arthroscopic Surgery *'],
      ['Shoulder arthroscopy and open repair', 'Surgery * Arthroscopic Surgery *'],
    ],
    counterexamples: [
      ['Hip replacement', 'Surgery * Non-arthroscopic Surgery *'],
      ['Lumbar fusion', 'Surgery * Spine *'],
    ],
  },
  {
    id: 'dwc.open',
    what: 'Done with a wound',
    of: ['surg'],
    pattern:
      /\bopen\b|arthroplast|replacement|\bfusion|arthrodes|\bORIF\b|\btotal\b|\bT[KH][AR]\b|manipulat|fractur|osteotom|fixation|hardware/,
    picks: 'Non-arthroscopic',
    examples: [
      ['Total knee replacement', 'Surgery * Non-arthroscopic Surgery *'],
      ['Open rotator cuff repair', 'Surgery * Non-arthroscopic Surgery *'],
    ],
    counterexamples: [
      ['Knee arthroscopy', 'Surgery * Arthroscopic Surgery *'],
      ['Lumbar fusion', 'Surgery * Spine *'],
    ],
  },
] as const satisfies readonly DwcRow[];
