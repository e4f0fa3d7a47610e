/** What decided, as it is printed, written into pages and held against committed figures. No words of the letters. */
import { aligned, counted, markdownTable, percent } from './report.ts';
import { ALL, MAIN_REASON, type Shown, type ShownByDecision, type WhatDecided } from './what-decided.ts';

/** A code with fewer labels than this has a figure that one item moves much. */
const FEW = 10;

const SENTENCE_HEAD = ['sentence shown', 'n', 'shown', 'right', 'shown of n', 'right of shown'];
const CODE_HEAD = ['code', 'n', 'precision', 'recall', 'F1'];

/** The section that `npm run score` prints under its table. */
export function decidedLines(figures: WhatDecided): string {
  const { often, rare, all } = codeRows(figures);
  return `
What decided, ${counted(figures.items, 'item')}
${aligned(SENTENCE_HEAD, sentenceRows(figures))}${sentenceNotes(figures)}${mainSentence(figures)}
${aligned(CODE_HEAD, [...often, ...(rare.length === 0 ? [] : [[`fewer than ${FEW} labels:`, '', '', '', ''], ...rare]), all])}`;
}

/** The same as Markdown, without a heading. */
export function decidedPage(figures: WhatDecided): string {
  const { often, rare, all } = codeRows(figures);
  const few =
    rare.length === 0 ? '' : `\nCodes with fewer than ${FEW} labels: one item moves these much.\n\n${markdownTable(CODE_HEAD, rare)}`;
  return `${markdownTable(SENTENCE_HEAD, sentenceRows(figures))}
${sentenceNotes(figures)}${mainSentence(figures)}
${markdownTable(CODE_HEAD, [...often, all])}${few}`;
}

/** How far a second labelling agrees with the first, in a sentence. `again`: the second taken for what is read. */
export function agreementSentence(again: WhatDecided): string {
  const best = again.sentences[ALL];
  const { n, right } = again.main;
  return `${counted(again.items, 'item was', 'items were')} labelled a second time by somebody else: the best sentence of the second labelling is one of the first's for ${best?.right ?? 0} of ${best?.n ?? 0} (${percent(shareRightOfAll(best))}), the main reason is the same for ${right} of ${n} (${percent(again.main.share)}), F1 of the codes is ${percent(again.allCodes.f1)}.\n`;
}

/** The main figures in one line, for `npm run check:score`. */
export function decidedLine({ sentences, baseline, main, allCodes }: WhatDecided): string {
  const of = sentences[ALL];
  return `deciding sentence shown ${percent(of?.shownShare ?? null)}, right ${percent(of?.rightShare ?? null)} (last before the conclusion ${percent(baseline[ALL]?.rightShare ?? null)}), main reason ${percent(main.share)}, codes F1 ${percent(allCodes.f1)}`;
}

/** A share that is held: `n` is the number of labelled items or values, so that other labels show. */
export interface Held {
  readonly n: number;
  readonly share: number | null;
}

/** What must not fall. */
export function heldOf({ sentences, main, allCodes, codes }: WhatDecided): Record<string, Held> {
  const shown = Object.entries(sentences).flatMap(([decision, { n, shownShare, rightShare }]) => {
    const name = decision === ALL ? 'deciding' : `deciding.${decision}`;
    return [
      [`${name}.shown`, { n, share: shownShare }],
      [`${name}.right`, { n, share: rightShare }],
    ] as const;
  });
  const each = Object.entries(codes).flatMap(([code, { n, f1 }]) => (n === 0 ? [] : [[`code.${code}`, { n, share: f1 }] as const]));
  return Object.fromEntries([
    ...shown,
    [MAIN_REASON, { n: main.n, share: main.share }],
    ['codes', { n: allCodes.n, share: allCodes.f1 }],
    ...each,
  ]);
}

function sentenceRows({ sentences, baseline }: WhatDecided): string[][] {
  const rows = (name: string, by: ShownByDecision) =>
    Object.entries(by).map(([decision, { n, shown, right, shownShare, rightShare }]) => [
      decision === ALL ? name : `- ${decision.replaceAll('_', ' ')}`,
      ...[n, shown, right].map(String),
      percent(shownShare),
      percent(rightShare),
    ]);
  return [...rows('the first that decides', sentences), ...rows('the last before the conclusion', baseline)];
}

function sentenceNotes({ shownInstead, none }: WhatDecided): string {
  const { guideline, conclusion, other } = shownInstead;
  const wrong = guideline + conclusion + other;
  const instead =
    wrong === 0
      ? ''
      : `Shown first in place of a deciding one: a general rule ${counted(guideline, 'time')}, a conclusion ${counted(conclusion, 'time')}, another sentence ${counted(other, 'time')}.\n`;
  return `${instead}${none.n === 0 ? '' : `${counted(none.n, 'item')} in which no sentence decides: one is shown in ${none.shown}.\n`}`;
}

function mainSentence({ main: { n, right, share, other } }: WhatDecided): string {
  const apart = other === 0 ? '' : `; ${counted(other, 'item')} whose main label is "other" not counted`;
  return `Main reason right: ${right} of ${n} (${percent(share)})${apart}.\n`;
}

function codeRows({ codes, allCodes }: WhatDecided): { often: string[][]; rare: string[][]; all: string[] } {
  const row = (name: string, { n, precision, recall, f1 }: WhatDecided['allCodes']) => [
    name,
    String(n),
    ...[precision, recall, f1].map(percent),
  ];
  const sorted = Object.entries(codes).sort(([, a], [, b]) => b.n - a.n);
  return {
    often: sorted.filter(([, { n }]) => n >= FEW).map(([code, score]) => row(code, score)),
    rare: sorted.filter(([, { n }]) => n < FEW).map(([code, score]) => row(code, score)),
    all: row('all codes', allCodes),
  };
}

const shareRightOfAll = (shown: Shown | undefined) => (shown === undefined || shown.n === 0 ? null : shown.right / shown.n);
