/**
 * Builds the dashboard before the first browser test: files that run at the same time must not build it over each other. By a first start of
 * the program, as a user's: built inside Vitest it would be a build for development.
 */
import { serve } from './served.ts';

export async function setup(): Promise<void> {
  const served = await serve(null);
  await served.stop();
}
