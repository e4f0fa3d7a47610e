/** What the embedded engine keeps of its last answers. */
import { describe, expect, it } from 'vitest';
import { keyOf, Recent } from '../../../server/storage/recent.ts';

describe('what was asked last', () => {
  it('is kept, the one asked longest ago given up first', () => {
    const recent = new Recent<number>(2);
    recent.set('zebra', 1);
    recent.set('giraffe', 2);
    expect(recent.get('zebra')).toBe(1);
    recent.set('heron', 3);
    expect([recent.get('zebra'), recent.get('giraffe'), recent.get('heron')]).toEqual([1, undefined, 3]);
    recent.clear();
    expect(recent.get('zebra')).toBeUndefined();
  });

  it('is told apart also where names are long and differ at their end', () => {
    const recent = new Recent<number>(10);
    const long = 'zebra OR '.repeat(1_000);
    recent.set(`${long}a`, 1);
    recent.set(`${long}b`, 2);
    recent.set(`${long}a`, 3);
    expect([recent.get(`${long}a`), recent.get(`${long}b`), recent.get(long)]).toEqual([3, 2, undefined]);
  });

  it('keeps no long name as it is', () => {
    expect(keyOf('zebra')).toBe('zebra');
    expect(keyOf('zebra OR '.repeat(1_000)).length).toBeLessThan(100);
  });
});
