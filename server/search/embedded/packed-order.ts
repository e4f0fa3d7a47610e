/** All that matches, in order, as few buffers that go from thread to thread without being copied. */
import { itemId } from '#contract/determination.ts';
import type { IssueResults } from '#contract/query.ts';
import type { Ordered } from './answer.ts';

export interface PackedOrder {
  /** The ids of the letters, each once. */
  readonly ids: readonly string[];
  /** By position: the letter's place in `ids`, the item's number, its score. */
  readonly letters: Int32Array<ArrayBuffer>;
  readonly numbers: Int32Array<ArrayBuffer>;
  readonly scores: Float64Array<ArrayBuffer>;
}

export function packOrder({ length, hit }: Ordered): PackedOrder {
  const places = new Map<string, number>();
  const packed = { letters: new Int32Array(length), numbers: new Int32Array(length), scores: new Float64Array(length) };
  for (let position = 0; position < length; position += 1) {
    const { letterId, number, score } = hit(position);
    const place = places.get(letterId) ?? places.size;
    places.set(letterId, place);
    packed.letters[position] = place;
    packed.numbers[position] = number;
    packed.scores[position] = score;
  }
  return { ids: [...places.keys()], ...packed };
}

export function unpackOrder({ ids, letters, numbers, scores }: PackedOrder): Ordered {
  const hit = (position: number): IssueResults['hits'][number] => {
    const letterId = ids[letters[position] ?? 0] ?? '';
    const number = numbers[position] ?? 0;
    return { itemId: itemId(letterId, number), letterId, number, score: scores[position] ?? 0 };
  };
  return { length: letters.length, hit };
}
