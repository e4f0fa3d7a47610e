/**
 * A program for the kill test: saves searches and collections, and prints the id of each as soon as it is saved. It never ends by
 * itself. Usage: node kept-writer.ts DATA_DIR ROUND
 */
import { writeSync } from 'node:fs';
import { openKeptIn } from './opened-library.ts';

const [dataDir = '', round = '0'] = process.argv.slice(2);
const store = openKeptIn(dataDir);
const at = '2026-02-03T04:05:06.789Z';
const items = Array.from({ length: 2_000 }, (_, number) => `dwc:CM16-${String(number).padStart(7, '0')}#1`);
const collection = store.addCollection({ name: `collection ${round}`, note: 'fictional' }, at);
for (let number = 0; ; number += 1) {
  const search = store.addSearch({ name: `search ${round}`, search: 'q=knee', note: String(number) }, items.slice(0, number), at);
  writeSync(1, `search ${search.id} ${number}\n`);
  store.addSeen(search.id, items, at);
  writeSync(1, `seen ${search.id} ${items.length}\n`);
  store.removeSearch(search.id);
  writeSync(1, `removed ${search.id} 0\n`);
  store.addItem(collection.id, { itemId: items[number % items.length] ?? '', note: String(number) }, at);
  writeSync(1, `item ${collection.id} ${items[number % items.length]}\n`);
}
