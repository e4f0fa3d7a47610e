/**
 * A fault of the program that came up while a letter was read. It is told by the error's name and the place in our code:
 * its message could quote the letter, and words of letters do not belong in lists and logs.
 */
import { basename } from 'node:path';

export interface Fault {
  /** The kind of error, for example `TypeError`. */
  readonly name: string;
  /** Function and file of the first line of the stack, for example `detectLayout (detect.ts:31)`; null where it is not known. */
  readonly place: string | null;
}

/** A fault that came up in another process, as it was told there. */
export class LetterFault extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.name);
    this.name = 'LetterFault';
    this.fault = fault;
  }
}

/** A line of a stack: "    at detectLayout (file:///somewhere/detect.ts:31:7)", also without the function. */
const STACK_LINE = /^ {4}at (?:(?:async |new )?([\w.$<>#]+) (?:\[as [\w.$]+\] )?\()?([^\s()]+):(\d+):\d+\)?$/;

/** What may be told of anything that was thrown. */
export function faultOf(error: unknown): Fault {
  if (error instanceof LetterFault) return error.fault;
  if (!(error instanceof Error)) return { name: 'Error', place: null };
  const name = /^\w{1,60}$/.test(error.name) ? error.name : 'Error';
  // The stack begins with the message, which may hold lines that look like the stack's own.
  const { stack = '', message } = error;
  const at = stack.indexOf(message);
  const [line = ''] =
    at < 0
      ? []
      : stack
          .slice(at + message.length)
          .split('\n')
          .filter((text) => text !== '');
  const [, where, file, number] = STACK_LINE.exec(line) ?? [];
  return { name, place: file === undefined ? null : `${where ?? 'at top'} (${basename(file)}:${number})` };
}
