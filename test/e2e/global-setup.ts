/** Builds the dashboard before the first browser test: files that run at the same time must not build it over each other. */
import { builtDashboard } from '../../bin/lib/dashboard-build.ts';

export async function setup(): Promise<void> {
  await builtDashboard(() => undefined);
}
