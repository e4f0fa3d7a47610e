/** The JSON body of a request, read by its schema. */
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { AppError } from '#contract/problem.ts';
import { bodyOf } from './body.ts';

/** Bytes; the longest texts of the schemas fit four times over. */
const LIMIT = 100_000;

/**
 * What was sent. Only `application/json` is taken, which no page of another server can send without being asked first. Throws
 * AppError `media-type`, `body-too-large` or `bad-request` with all faults.
 */
export async function readJson<S extends z.ZodType>(request: Request, response: Response, schema: S): Promise<z.output<S>> {
  const bytes = await bodyOf(request, response, ['application/json'], LIMIT);
  const parsed = schema.safeParse(jsonOf(bytes));
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ parameter: key.slice(0, 60), detail: 'there is no such field' }))
      : [{ parameter: issue.path.join('.') || 'body', detail: issue.message }],
  );
  throw new AppError('bad-request', errors.map(({ parameter, detail }) => `${parameter}: ${detail}`).join('; '), { errors });
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new AppError('bad-request', 'Expected JSON in the body', {
      cause: error,
      errors: [{ parameter: 'body', detail: 'expected JSON' }],
    });
  }
}
