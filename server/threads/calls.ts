/**
 * Calls to a thread that answers one after the other: what both sides have in common. Arguments and answers are plain data. An error of ours
 * arrives as what it was; a call that was given up is told so between its steps, by a flag that both sides see.
 */
import { AppError, type Fault } from '#contract/problem.ts';
import type { ProblemCode } from '#contract/problems.ts';

/** One call. `given`: a flag that becomes 1 when the answer is no longer wanted; null where nobody can give up. */
export interface Asked {
  readonly id: number;
  readonly method: string;
  readonly args: readonly unknown[];
  readonly flag: SharedArrayBuffer | null;
}

/** Said to a thread in place of a call: that it shall end. */
export const END = 'end';

export type Answered = { readonly id: number; readonly value: unknown } | { readonly id: number; readonly error: ToldError };

/** An error as plain data. */
export type ToldError =
  | {
      readonly kind: 'app';
      readonly code: ProblemCode;
      readonly message: string;
      readonly errors: readonly Fault[];
      readonly cause: string | null;
    }
  | { readonly kind: 'other'; readonly name: string; readonly message: string; readonly stack: string | null };

export function tellError(error: unknown): ToldError {
  if (error instanceof AppError) {
    const cause = error.cause instanceof Error ? (error.cause.stack ?? error.cause.message) : null;
    return { kind: 'app', code: error.code, message: error.message, errors: error.errors, cause };
  }
  if (error instanceof Error) return { kind: 'other', name: error.name, message: error.message, stack: error.stack ?? null };
  return { kind: 'other', name: 'Error', message: String(error), stack: null };
}

export function toldAsError(told: ToldError): Error {
  if (told.kind === 'app') {
    const { code, message, errors, cause } = told;
    return new AppError(code, message, { errors, ...(cause === null ? {} : { cause: withStack(new Error('in another thread'), cause) }) });
  }
  const error = new Error(told.message);
  error.name = told.name;
  return told.stack === null ? error : withStack(error, told.stack);
}

function withStack(error: Error, stack: string): Error {
  error.stack = stack;
  return error;
}
