/** Metrics of a whole table, counted beside by another tool over the same lines. The same is done over a published one by `npm run check:tables`. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { load } from '../../ingest/load/load.ts';
import { dmhc } from '../../ingest/programmes/dmhc.ts';
import { tableText } from '../../scripts/bench/table-file.ts';
import { readBareRows } from '../../scripts/checks/tables/bare-rows.ts';
import { metricCounts } from '../../scripts/checks/tables/metric-counts.ts';
import { openOriginals } from '../../server/storage/originals.ts';
import { openEmbeddedIndex } from '../relevance/open-embedded-index.ts';

const ROWS = 1_500;

it('overturned by year, type and category are what SQLite counts of the lines, each row of a yearly crosstab too', async () => {
  const { index, dataDir, close } = await openEmbeddedIndex();
  try {
    const text = tableText(ROWS, 7);
    const file = join(dataDir, 'fictional.csv');
    await writeFile(file, text);
    const read = () => Promise.reject(new Error('a row of short cells is read without the pipeline'));
    const report = await load({ paths: [file], store: index, originals: openOriginals(dataDir), read });
    expect(report).toMatchObject({ total: ROWS, added: ROWS });
    const counts = await metricCounts(await index.at(null), readBareRows(text, dmhc.programme), dmhc.programme);
    expect(counts).not.toEqual([]);
    for (const { what, ours, theirs } of counts) expect({ what, counts: ours }).toEqual({ what, counts: theirs });
  } finally {
    await close();
  }
});
