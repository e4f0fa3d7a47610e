/**
 * Writes FICTIONAL letters to a folder, named by case number, and their truth as JSON lines in the shape of the gold.
 * Example: node scripts/make-letters.ts --count 2000 --seed 1 --out out/letters --form text --layouts all --truth out/gold/letters.jsonl
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeLetters } from '../test/fixtures/letters/generate.ts';
import { goldRow } from '../test/fixtures/letters/gold.ts';
import { type FictionalLetter, LETTER_LAYOUTS, type LetterLayout } from '../test/fixtures/letters/letter.ts';
import { toHtml } from '../test/fixtures/letters/render/to-html.ts';
import { toMarkdown } from '../test/fixtures/letters/render/to-markdown.ts';
import { toPdf } from '../test/fixtures/letters/render/to-pdf.ts';
import { toText } from '../test/fixtures/letters/render/to-text.ts';

const USAGE =
  'usage: make-letters.ts --out DIR [--count N] [--seed S] [--form pdf|text|md|html|mixed] [--layouts LIST] [--truth FILE.jsonl] [--hyphenate]\n' +
  `  --layouts    all, or some of ${LETTER_LAYOUTS.join(',')}; default 2014,2016\n` +
  '  --hyphenate  break words at line ends of PDFs (the truth keeps them whole, so a score counts them as wrong)';

const FORMS = ['pdf', 'text', 'md', 'html'] as const;
type Form = (typeof FORMS)[number];
const ENDINGS: Record<Form, string> = { pdf: 'pdf', text: 'txt', md: 'md', html: 'html' };
const HEADER_STYLES = ['rows', 'cells', 'columns'] as const;

async function render(letter: FictionalLetter, form: Form, hyphenate: boolean): Promise<string | Uint8Array> {
  if (form === 'pdf') return toPdf(letter, { hyphenate });
  if (form === 'md') return toMarkdown(letter);
  if (form === 'html') return toHtml(letter);
  const header = HEADER_STYLES[letter.seed % HEADER_STYLES.length] ?? 'rows';
  return toText(letter, { header, emptyLines: letter.seed % 2 === 0 });
}

function wholeNumber(name: string, value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new Error(`--${name} must be a whole number, not "${value}"`);
  return Number(value);
}

function formOf(form: string, index: number): Form {
  if (form === 'mixed') return FORMS[index % FORMS.length] ?? 'text';
  const known = FORMS.find((each) => each === form);
  if (known === undefined) throw new Error(`--form must be one of ${FORMS.join(', ')}, mixed, not "${form}"`);
  return known;
}

/** The layouts asked for; undefined where none were, which draws those of 2014 and 2016. */
function layoutsOf(value: string | undefined): readonly LetterLayout[] | undefined {
  if (value === undefined) return undefined;
  if (value === 'all') return LETTER_LAYOUTS;
  return value.split(',').map((name) => {
    const known = LETTER_LAYOUTS.find((each) => each === name);
    if (known === undefined) throw new Error(`--layouts must be all or some of ${LETTER_LAYOUTS.join(',')}, not "${name}"`);
    return known;
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      count: { type: 'string', default: '100' },
      seed: { type: 'string', default: '1' },
      form: { type: 'string', default: 'pdf' },
      layouts: { type: 'string' },
      truth: { type: 'string' },
      hyphenate: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const { out, truth } = values;
  if (out === undefined) throw new Error('--out DIR is missing');
  await mkdir(out, { recursive: true });
  const truthLines: string[] = [];
  const layouts = layoutsOf(values.layouts);
  const letters = makeLetters(
    wholeNumber('count', values.count),
    wholeNumber('seed', values.seed),
    layouts === undefined ? {} : { layouts },
  );
  for (const [index, letter] of letters.entries()) {
    const form = formOf(values.form, index);
    const file = `${letter.caseNumber}.${ENDINGS[form]}`;
    await writeFile(join(out, file), await render(letter, form, values.hyphenate));
    truthLines.push(`${JSON.stringify(goldRow(letter, file))}\n`);
  }
  if (truth !== undefined) {
    await mkdir(dirname(truth), { recursive: true });
    await writeFile(truth, truthLines.join(''));
  }
  process.stdout.write(`${truthLines.length} fictional ${truthLines.length === 1 ? 'letter' : 'letters'} in ${out}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
  process.exitCode = 2;
});
