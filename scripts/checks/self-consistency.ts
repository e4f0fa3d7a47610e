/**
 * Reads 5,000 FICTIONAL letters of all layouts (text, Markdown, HTML, some PDFs) and demands that structure and decisions are
 * all right and that each layout is taken for itself only. This is self-consistency, not accuracy: generator and parser
 * share a description of the letters, so what both got wrong shows nowhere. Example: node scripts/checks/self-consistency.ts
 */
import { parseArgs } from 'node:util';
import { readLetter } from '../../ingest/pipeline.ts';
import { makeLetters } from '../../test/fixtures/letters/generate.ts';
import { type FictionalLetter, LETTER_LAYOUTS } from '../../test/fixtures/letters/letter.ts';
import { toHtml } from '../../test/fixtures/letters/render/to-html.ts';
import { toMarkdown } from '../../test/fixtures/letters/render/to-markdown.ts';
import { toPdf } from '../../test/fixtures/letters/render/to-pdf.ts';
import { toText } from '../../test/fixtures/letters/render/to-text.ts';
import { compareStructure, EXPECTED_LAYOUT } from '../../test/fixtures/letters/structure.ts';

const UNREADABLE = 'could not be read';
const HEADER_STYLES = ['rows', 'cells', 'columns'] as const;
const FAULTS_SHOWN = 40;

const { values } = parseArgs({ options: { count: { type: 'string', default: '5000' }, seed: { type: 'string', default: '1' } } });
const letters = makeLetters(Number(values.count), Number(values.seed), { layouts: LETTER_LAYOUTS });

/** Every twentieth letter is a PDF, as many Markdown and HTML; the others are text in several shapes. */
async function render(letter: FictionalLetter, index: number): Promise<{ form: string; bytes: Uint8Array }> {
  const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);
  const turn = index % 20;
  if (turn === 0) return { form: 'PDF', bytes: await toPdf(letter) };
  if (turn === 1) return { form: 'Markdown', bytes: encoded(toMarkdown(letter)) };
  if (turn === 2) return { form: 'HTML', bytes: encoded(toHtml(letter)) };
  const header = HEADER_STYLES[index % HEADER_STYLES.length] ?? 'rows';
  const lineWidth = 60 + (index % 61);
  const emptyLines = index % 4 !== 3;
  return {
    form: `text, header as ${header}, lines of ${lineWidth}${emptyLines ? '' : ', no empty lines'}`,
    bytes: encoded(toText(letter, { header, lineWidth, emptyLines })),
  };
}

/** For each field: how many values, and how many of them were read as they are. */
const fields = new Map<string, { n: number; right: number }>();
const own = LETTER_LAYOUTS.map((layout) => EXPECTED_LAYOUT[layout]);
/** Own layout, then the layout that was found. */
const confusion = Object.fromEntries(own.map((id) => [id, new Map<string, number>()]));
const faults: string[] = [];

for (const [index, letter] of letters.entries()) {
  const { form, bytes } = await render(letter, index);
  const result = await readLetter(bytes, letter.caseNumber);
  const determination = result.ok ? result.letter.determination : null;
  const layout = determination?.layout.id ?? UNREADABLE;
  const row = confusion[EXPECTED_LAYOUT[letter.layout]];
  row?.set(layout, (row.get(layout) ?? 0) + 1);
  const where = `${letter.layout} seed ${letter.seed} (${form})`;
  if (layout !== EXPECTED_LAYOUT[letter.layout]) faults.push(`${where}: taken for ${layout}`);
  for (const { field, item, expected, found: read } of compareStructure(letter, determination)) {
    const { n, right } = fields.get(field) ?? { n: 0, right: 0 };
    fields.set(field, { n: n + 1, right: right + (expected === read ? 1 : 0) });
    if (expected !== read) faults.push(`${where}: ${field}${item === null ? '' : ` of item ${item}`} "${expected}" read as "${read}"`);
  }
}

console.table(Object.fromEntries(fields));
const columns = [...new Set([...own, ...Object.values(confusion).flatMap((row) => [...row.keys()])])];
const printed = (row: ReadonlyMap<string, number>) => Object.fromEntries(columns.map((id) => [id, row.get(id) ?? 0]));
console.table(Object.fromEntries(Object.entries(confusion).map(([id, row]) => [id, printed(row)])));
for (const fault of faults.slice(0, FAULTS_SHOWN)) process.stdout.write(`${fault}\n`);
if (faults.length > FAULTS_SHOWN) process.stdout.write(`... and ${faults.length - FAULTS_SHOWN} more\n`);
const items = letters.reduce((sum, letter) => sum + letter.items.length, 0);
process.stdout.write(`${letters.length} fictional letters, ${items} items, ${faults.length} faults (self-consistency, not accuracy)\n`);
process.exitCode = faults.length > 0 || letters.length === 0 ? 1 : 0;
