/** A parameter of an address that is yes or no: the one rule by which the server and the page read it. */
const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['yes', true],
  ['false', false],
  ['0', false],
  ['no', false],
]);

/** What a flag says, in any case; null where it is none: the server refuses it, and the page takes it for not given. */
export function readFlag(text: string): boolean | null {
  return FLAGS.get(text.toLowerCase()) ?? null;
}
