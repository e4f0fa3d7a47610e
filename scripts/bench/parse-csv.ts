/** A program for `npm run bench:tables`: reads a table by `csv-parse` alone, streaming, with its columns by name. Usage: node parse-csv.ts FILE */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parse } from 'csv-parse';

const [file = ''] = process.argv.slice(2);
const lines = createInterface({ input: createReadStream(file) });
const { value: header = '' } = await lines[Symbol.asyncIterator]().next();
const delimiter = [';', ',', '\t', '|'].toSorted((a, b) => String(header).split(b).length - String(header).split(a).length)[0] ?? ',';
let rows = 0;
for await (const _ of createReadStream(file).pipe(parse({ delimiter, columns: true, bom: true, relax_column_count: true }))) rows += 1;
console.log(rows);
