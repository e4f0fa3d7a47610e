/** What can go wrong on purpose: one table of codes, one error class, the RFC 9457 body. Anything else thrown is a bug. */
import { z } from 'zod';
import { PROBLEMS, type ProblemCode } from './problems.ts';

const codes = Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]];

/** One fault of a request: which parameter (or where in the query, by offsets), and what was expected. */
export const FaultSchema = z.object({
  parameter: z.string().optional(),
  /** The value at fault, of a parameter that takes several. */
  value: z.string().optional(),
  /** The message code of a letter that could not be read. */
  code: z.string().optional(),
  detail: z.string(),
  at: z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() }).optional(),
});
export type Fault = z.infer<typeof FaultSchema>;

/** So many of so many are done. */
const ProgressSchema = z.object({ done: z.int().nonnegative(), of: z.int().nonnegative() });

/** `application/problem+json` (RFC 9457) with our code and all faults, not only the first. */
export const ProblemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  code: z.enum(codes),
  errors: z.array(FaultSchema),
  /** How far what is waited for is. */
  progress: ProgressSchema.optional(),
});
export type Problem = z.infer<typeof ProblemSchema>;

/** An error a user can understand. `errors` lists every fault; `cause` is for the log and never leaves the server. */
export class AppError extends Error {
  readonly code: ProblemCode;
  readonly errors: readonly Fault[];
  readonly progress: z.infer<typeof ProgressSchema> | null;
  constructor(
    code: ProblemCode,
    detail: string,
    options: { cause?: unknown; errors?: readonly Fault[]; progress?: z.infer<typeof ProgressSchema> } = {},
  ) {
    super(detail, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.errors = options.errors ?? [];
    this.progress = options.progress ?? null;
  }
}

/** The problem body of any thrown value; what is not an `AppError` is `internal` and tells nothing. */
export function toProblem(error: unknown, instance: string): Problem {
  const known = error instanceof AppError ? error : null;
  const code = known?.code ?? 'internal';
  return {
    type: `/problems/${code}`,
    title: PROBLEMS[code].title,
    status: PROBLEMS[code].status,
    detail: known?.message ?? PROBLEMS.internal.title,
    instance,
    code,
    errors: [...(known?.errors ?? [])],
    ...(known?.progress ? { progress: known.progress } : {}),
  };
}
