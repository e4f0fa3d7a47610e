/**
 * Damages the labels and titles of 5,000 FICTIONAL letters of all layouts, one or several a letter, and demands that at most one field in a
 * hundred is lost, none stands on the wrong side, and no decision is turned; and that the same letters without damage are read whole, wrapped or
 * with one line a paragraph. Self-consistency, not accuracy. Example: node scripts/checks/damaged-labels.ts --count 600
 */
import { parseArgs } from 'node:util';
import { readLetter } from '../../ingest/pipeline.ts';
import { damageLabel, LABEL_DAMAGES, LABEL_LOSSES } from '../../test/fixtures/letters/damage-labels.ts';
import { type FieldFate, fatesOf } from '../../test/fixtures/letters/fields.ts';
import { makeLetters } from '../../test/fixtures/letters/generate.ts';
import { type FictionalLetter, LETTER_LAYOUTS } from '../../test/fixtures/letters/letter.ts';
import { randomFrom } from '../../test/fixtures/letters/random.ts';
import { toText } from '../../test/fixtures/letters/render/to-text.ts';
import { unwrapped } from '../../test/fixtures/letters/render/unwrap.ts';

const MOST_LOST = 0.01;
const HEADER_STYLES = ['rows', 'cells', 'columns', 'blocks'] as const;
const FAULTS_SHOWN = 40;
/** How many of a letter's labels are damaged, in turn. */
const SHARES = [0.1, 0.3, 1] as const;
/** One letter in so many is left whole, and one has one line a paragraph. */
const WHOLE_EVERY = 10;
/** A garbled label, or none, is no label: what it opens is lost, but nothing else takes its place. */
const LOSSES: readonly string[] = LABEL_LOSSES;

const { values } = parseArgs({ options: { count: { type: 'string', default: '5000' }, seed: { type: 'string', default: '7' } } });
const letters = makeLetters(Number(values.count), Number(values.seed), { layouts: LETTER_LAYOUTS });

function print(letter: FictionalLetter, index: number): { kind: string; text: string } {
  const random = randomFrom(letter.seed ^ 0x1abe1);
  const shape = {
    header: HEADER_STYLES[index % HEADER_STYLES.length] ?? 'rows',
    lineWidth: 60 + (index % 61),
    emptyLines: index % 5 !== 4,
  };
  if (index % WHOLE_EVERY === 0) return { kind: 'whole', text: toText(letter, shape) };
  if (index % WHOLE_EVERY === 1)
    return {
      kind: 'one line a paragraph',
      text: unwrapped(toText(letter, { ...shape, emptyLines: true }), index % 4 === 1 ? 'apart' : 'joined'),
    };
  if (index % WHOLE_EVERY === 2) {
    const loss = random.pick(LABEL_LOSSES);
    return {
      kind: loss,
      text: toText(letter, { ...shape, label: (label) => (random.chance(0.2) ? damageLabel(label, random, loss) : label) }),
    };
  }
  const kind = LABEL_DAMAGES[index % LABEL_DAMAGES.length] ?? 'confused';
  const share = SHARES[index % SHARES.length] ?? 1;
  return { kind, text: toText(letter, { ...shape, label: (label) => (random.chance(share) ? damageLabel(label, random, kind) : label) }) };
}

interface Count {
  letters: number;
  fields: number;
  lost: number;
  wrong: number;
  'wrong side': number;
  turned: number;
}
const counts = new Map<string, Count>();
const faults: string[] = [];

function count(key: string, fates: readonly FieldFate[]): void {
  const row = counts.get(key) ?? { letters: 0, fields: 0, lost: 0, wrong: 0, 'wrong side': 0, turned: 0 };
  const of = (fate: FieldFate['fate']) => fates.filter((one) => one.fate === fate).length;
  row.letters += 1;
  row.fields += fates.length - of('turned');
  row.lost += fates.length - of('right') - of('turned');
  row.wrong += of('wrong');
  row['wrong side'] += of('wrong side');
  row.turned += of('turned');
  counts.set(key, row);
}

for (const [index, letter] of letters.entries()) {
  const { kind, text } = print(letter, index);
  const result = await readLetter(new TextEncoder().encode(text), letter.caseNumber);
  const fates = fatesOf(letter, result.ok ? result.letter.determination : null);
  count(kind, fates);
  const whole = kind === 'whole' || kind === 'one line a paragraph';
  const beyond = LOSSES.includes(kind);
  if (!beyond) count(letter.layout, fates);
  if (!whole && !beyond) count('all damaged', fates);
  for (const { field, item, fate, expected, found } of fates)
    if (fate === 'wrong side' || fate === 'turned' || (fate !== 'right' && !beyond))
      faults.push(
        `${letter.layout} seed ${letter.seed} #${index} (${kind}): ${field}${item === null ? '' : ` of item ${item}`} ${fate}: "${expected?.slice(0, 60)}" read as "${found?.slice(0, 100)}"`,
      );
}

console.table(
  Object.fromEntries([...counts].map(([key, row]) => [key, { ...row, share: `${((100 * row.lost) / row.fields).toFixed(2)}%` }])),
);
for (const fault of faults.slice(0, FAULTS_SHOWN)) process.stdout.write(`${fault}\n`);
if (faults.length > FAULTS_SHOWN) process.stdout.write(`... and ${faults.length - FAULTS_SHOWN} more\n`);
const damaged = counts.get('all damaged');
const sound = ['whole', 'one line a paragraph'].every((kind) => counts.get(kind)?.lost === 0);
const bounded = damaged !== undefined && damaged.lost <= MOST_LOST * damaged.fields;
const straight = [...counts.values()].every((row) => row['wrong side'] === 0 && row.turned === 0);
process.stdout.write(
  `${letters.length} fictional letters: ${sound && bounded && straight ? 'within' : 'OUTSIDE'} the bounds (self-consistency, not accuracy)\n`,
);
process.exitCode = sound && bounded && straight ? 0 : 1;
