/**
 * Many FICTIONAL letters for measuring: a few thousand are written and read by the pipeline, and each is put several times under other
 * case numbers, with the decision day moved. Texts repeat, but every item is indexed anew: lists of matches are as long as in a real index.
 */
import { determinationId, itemId, type Letter } from '#contract/determination.ts';
import { readLetter } from '../../ingest/pipeline.ts';
import { makeLetters } from '../../test/fixtures/letters/generate.ts';
import { toText } from '../../test/fixtures/letters/render/to-text.ts';

const WRITTEN = 2_000;
const BATCH = 500;

/** `count` letters in batches. The same count and seed give the same letters. */
export async function* benchLetters(count: number, seed: number): AsyncGenerator<Letter[]> {
  const written: Letter[] = [];
  for (const letter of makeLetters(Math.min(WRITTEN, count), seed)) {
    const result = await readLetter(new TextEncoder().encode(toText(letter)), `${letter.caseNumber}.txt`);
    if (result.ok) written.push(result.letter);
  }
  for (let from = 0; from < count; from += BATCH) {
    yield Array.from({ length: Math.min(BATCH, count - from) }, (_, step) => copyOf(written, from + step));
  }
}

function copyOf(written: readonly Letter[], index: number): Letter {
  const letter = written[index % written.length];
  if (letter === undefined) throw new Error('no letter was written');
  const round = Math.floor(index / written.length);
  const { determination, canonical } = letter;
  const caseNumber = `${determination.caseNumber.value.slice(0, 5)}${String(index).padStart(7, '0')}`;
  const id = determinationId(determination.programme, caseNumber);
  const { decided } = determination.dates;
  return {
    canonical,
    determination: {
      ...determination,
      id,
      caseNumber: { ...determination.caseNumber, value: caseNumber },
      dates: { ...determination.dates, decided: decided === null ? null : { ...decided, value: moved(decided.value, round) } },
      items: determination.items.map((item) => ({ ...item, id: itemId(id, item.number) })),
      source: { ...determination.source, sha256: index.toString(16).padStart(64, '0') },
    },
  };
}

/** The day some days later. */
function moved(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
