/** For tests: a program that has a file read for ever, in a process that writes its id into the file of the first argument. */
import { FOR_LOADS } from '../../../ingest/reading/bounds.ts';
import { openReading } from '../../../ingest/reading/open-reading.ts';

const { read } = openReading({ ...FOR_LOADS, processes: 1 }, new URL('./unruly-reading.ts', import.meta.url));
await read(new TextEncoder().encode(`loops ${process.argv[2]}`), 'loops.txt');
