/**
 * How reading falls off when a letter is damaged. Light damage (one kind, a few times a page) leaves structure at 99% or more;
 * no damage of any level turns a decision into its opposite: undetermined and missing are allowed, wrong is not.
 * The letters are fictional, and so is the damage: the curve says how steady the parser is, not how accurate.
 * The seeds are fixed, and "never" holds for them only.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { LAYOUTS } from '../../ingest/layouts/registry.ts';
import { readLetter } from '../../ingest/pipeline.ts';
import { DAMAGE_KINDS, DAMAGE_LEVELS, type DamageLevel, damage } from '../fixtures/letters/damage.ts';
import { makeLetter } from '../fixtures/letters/generate.ts';
import { type FictionalLetter, LETTER_LAYOUTS, type LetterLayout } from '../fixtures/letters/letter.ts';
import { toText } from '../fixtures/letters/render/to-text.ts';
import { type Comparison, compareStructure, EXPECTED_LAYOUT, flippedDecisions, sameButForDamage } from '../fixtures/letters/structure.ts';

type Level = 'none' | DamageLevel;
const LEVELS: readonly Level[] = ['none', ...DAMAGE_LEVELS];
/** Letters of each layout at each level. */
const LETTERS: Readonly<Record<Level, number>> = { none: 20, light: 120, medium: 60, heavy: 60 };
/** Letters of each layout whose items are decided now one way and now the other, each damaged in several ways. */
const MIXED_LETTERS = 10;
const STRUCTURE_UNDER_LIGHT_DAMAGE = 0.99;
const HEADER_STYLES = ['rows', 'cells', 'columns'] as const;

interface Reading {
  readonly letter: FictionalLetter;
  readonly level: Level;
  readonly kinds: readonly string[];
  readonly rows: readonly Comparison[];
  readonly flipped: ReturnType<typeof flippedDecisions>;
}

const known = LETTER_LAYOUTS.filter((layout) => LAYOUTS.some(({ id }) => id === EXPECTED_LAYOUT[layout]));
let readings: readonly Reading[] = [];

/** Reads one letter of a layout, damaged. The seed of the damage follows from layout and seed, which every failure names. */
async function readDamaged(
  layout: LetterLayout,
  level: Level,
  seed: number,
  { mixed = false, only }: { mixed?: boolean; only?: string } = {},
): Promise<Reading> {
  const letter = makeLetter({ seed, layout, mixed });
  const text = toText(letter, { header: HEADER_STYLES[seed % HEADER_STYLES.length] ?? 'rows', emptyLines: seed % 4 !== 0 });
  const damaged =
    level === 'none'
      ? { text, kinds: [] }
      : damage(text, { seed: seed + 1000 * LETTER_LAYOUTS.indexOf(layout), level, ...(only === undefined ? {} : { only }) });
  const result = await readLetter(new TextEncoder().encode(damaged.text), 'damaged.txt');
  const determination = result.ok ? result.letter.determination : null;
  return {
    letter,
    level,
    kinds: damaged.kinds,
    rows: compareStructure(letter, determination),
    flipped: determination === null ? [] : flippedDecisions(letter, determination),
  };
}

function isRight({ field, expected, found }: Comparison): boolean {
  if (expected === found) return true;
  // A heading is printed with the damage that it took, and is right where nothing else differs.
  return field === 'heading' && expected !== null && found !== null && sameButForDamage(expected, found);
}

const shareRight = (rows: readonly Comparison[]): number => (rows.length === 0 ? 1 : rows.filter(isRight).length / rows.length);
const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
const named = ({ letter, level, kinds }: Reading): string => `${letter.layout} seed ${letter.seed} ${level} (${kinds.join('; ')})`;

beforeAll(async () => {
  const read: Reading[] = [];
  for (const level of LEVELS)
    for (const layout of known)
      for (let index = 0; index < LETTERS[level]; index += 1) read.push(await readDamaged(layout, level, 50_000 + index));
  readings = read;
  printCurve(read);
});

/** Accuracy by level and field, and under light damage by kind, so that a reader of the log sees where reading falls off. */
function printCurve(read: readonly Reading[]): void {
  const rowsOf = (of: readonly Reading[], field?: Comparison['field']): Comparison[] =>
    of.flatMap(({ rows }) => rows.filter((row) => field === undefined || row.field === field));
  const curve = (groups: readonly (readonly [string, readonly Reading[]])[]) =>
    Object.fromEntries(
      groups.map(([name, of]) => [
        name,
        {
          letters: of.length,
          structure: percent(shareRight(rowsOf(of))),
          ...Object.fromEntries(
            (['items', 'heading', 'decision', 'caseNumber', 'date'] as const).map((field) => [
              field,
              percent(shareRight(rowsOf(of, field))),
            ]),
          ),
          flipped: of.reduce((sum, { flipped }) => sum + flipped.length, 0),
        },
      ]),
    );
  console.table(curve(LEVELS.map((level) => [level, read.filter((one) => one.level === level)])));
  const light = read.filter(({ level }) => level === 'light');
  console.table(
    curve(DAMAGE_KINDS.map((kind) => [kind, light.filter(({ kinds }) => kinds.includes(kind))] as const).filter(([, of]) => of.length > 0)),
  );
  console.table(curve(known.map((layout) => [`${layout}, light`, light.filter(({ letter }) => letter.layout === layout)])));
}

describe('the search for turned decisions', () => {
  it('finds every one where the truth is the opposite of what was read', async () => {
    const letter = makeLetter({ seed: 50_003, layout: '2016' });
    const result = await readLetter(new TextEncoder().encode(toText(letter)), 'letter.txt');
    if (!result.ok) throw new Error(result.unreadable.reason.reason);
    const opposite = letter.items.map((item) => ({
      ...item,
      decision: item.decision === 'upheld' ? ('overturned' as const) : ('upheld' as const),
    }));
    expect(flippedDecisions({ ...letter, items: opposite }, result.letter.determination).length).toBe(letter.items.length);
    expect(flippedDecisions(letter, result.letter.determination)).toEqual([]);
  });
});

describe('a damaged letter', () => {
  it('is tried in every layout: the parser knows all that the generator makes', () => {
    expect(LETTER_LAYOUTS.filter((layout) => !known.includes(layout))).toEqual([]);
  });

  it('is read whole where there is no damage', () => {
    const wrong = readings
      .filter(({ level }) => level === 'none')
      .flatMap((reading) => reading.rows.filter((row) => !isRight(row)).map((row) => ({ ...row, letter: named(reading) })));
    expect(wrong).toEqual([]);
  });

  it('keeps items, headings, decisions, case number and dates under light damage', () => {
    const light = readings.filter(({ level }) => level === 'light');
    expect(light.length).toBeGreaterThan(300);
    const wrong = light.flatMap((reading) =>
      reading.rows
        .filter((row) => !isRight(row))
        .map((row) => `${named(reading)}: ${row.field} ${row.item ?? ''} "${row.expected}" read as "${row.found}"`),
    );
    expect(shareRight(light.flatMap(({ rows }) => rows)), wrong.join('\n')).toBeGreaterThanOrEqual(STRUCTURE_UNDER_LIGHT_DAMAGE);
  });

  it.each(LEVELS)('never has a decision turned into its opposite (damage: %s)', (level) => {
    const of = readings.filter((reading) => reading.level === level);
    expect(of.length).toBeGreaterThanOrEqual(LETTERS[level] * known.length);
    expect(of.flatMap((reading) => reading.flipped.map((flip) => ({ ...flip, letter: named(reading) })))).toEqual([]);
  });

  // A page lost inside the rationale once let the last sentence of another item win.
  it.each([120_435, 200_045, 120_191])(
    'has no decision turned where a page is lost between request and verdict (seed %i)',
    async (seed) => {
      expect((await readDamaged('2013-professional', 'heavy', seed)).flipped).toEqual([]);
    },
  );

  // Found in letters of many items that are decided now one way and now the other, most with verdicts that are not the reviewer's.
  it.each([
    // A page is lost from one item's guidelines into the next one's: a side is told twice, or the letter counts more items than it has.
    ['2013-professional', 'pages lost', 820_005],
    ['2013-professional', 'pages cut off', 820_108],
    ['2013-professional', 'heavy', 820_154],
    ['2013-professional', 'pages lost', 820_155],
    // The verdict lost its letters, and the only one that can be read is what the request exceeds.
    ['2013-professional', 'heavy', 820_136],
    // A title "IS N0T MEDlCALLY NECESSARY" denies, and "find 1ittle in the file" approves nothing.
    ['2013-professional', 'heavy', 1_840_006],
    // The heading lost its verdict or part of it, and the rationale behind it is another item's.
    ['2013-imr', 'sentences lost', 820_040],
    ['2013-imr', 'heavy', 820_118],
    ['2013-imr', 'pages lost', 820_152],
    // The rationale asks for another service than the request: the page between them is lost.
    ['2013-professional', 'pages lost', 820_163],
    ['2013-professional', 'pages lost', 3_300_116],
    ['2013-professional', 'pages lost', 3_300_223],
    // The beginning of the only sentence is lost, and what is left of it says the opposite without its "none of".
    ['2013-professional', 'heavy', 3_300_187],
    // Two headings became one in the middle of a word.
    ['2016', 'pages lost', 3_300_197],
    ['2013-imr', 'medium', 6_000_033],
  ] as const)('has no decision turned where the next item’s words follow (%s, %s, seed %i)', async (layout, kind, seed) => {
    const level = kind === 'medium' ? 'medium' : 'heavy';
    const only = kind === 'medium' || kind === 'heavy' ? {} : { only: kind };
    const { kinds, flipped } = await readDamaged(layout, level, seed, { mixed: true, ...only });
    expect(kinds.length).toBeGreaterThan(0);
    expect(flipped).toEqual([]);
  });

  it('has no decision turned in letters of mixed decisions', async () => {
    const turned: string[] = [];
    for (const layout of known)
      for (let seed = 60_000; seed < 60_000 + MIXED_LETTERS; seed += 1)
        for (const only of [undefined, 'pages lost', 'sentences lost', 'statements lost']) {
          const reading = await readDamaged(layout, 'heavy', seed, { mixed: true, ...(only === undefined ? {} : { only }) });
          turned.push(...reading.flipped.map(({ heading, found }) => `${named(reading)}: ${heading} read as ${found}`));
        }
    expect(turned).toEqual([]);
  });
});
