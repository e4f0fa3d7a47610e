/**
 * Loaded into a server that is measured (`node --import`): watches how long its event loop is held, tells that when asked over the channel to the
 * measuring program, and ends the server where that program is gone.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

/** Delays of the event loop since the last time they were told, in milliseconds. */
export interface Delay {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** Between two looks at the clock, in milliseconds: what the histogram holds is the time between them. */
const RESOLUTION = 1;

// Threads of the server load this as well; it is the thread that takes requests that is asked about.
if (isMainThread && process.send !== undefined) {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION });
  delays.enable();
  process.on('message', () => {
    const delay: Delay = { p50: ms(delays.percentile(50)), p99: ms(delays.percentile(99)), max: ms(delays.max) };
    delays.reset();
    process.send?.(delay);
  });
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  // The channel does not keep the server from ending.
  process.channel?.unref();
}

function ms(nanoseconds: number): number {
  return Math.max(0, nanoseconds / 1e6 - RESOLUTION);
}
