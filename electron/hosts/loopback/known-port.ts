import type { FeedFiles } from '../feed-files.ts';
import { type LoopbackServer, type LoopbackServerOptions, startLoopbackServer } from './server.ts';

/** The port at which a server listens. */
export function portOf({ origin }: Pick<LoopbackServer, 'origin'>): number {
  return Number(new URL(origin).port || '80');
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

/** Where any port will do, the known one; another one while something else listens there, such as a second workspace. */
async function startAt(known: number | null, options: LoopbackServerOptions): Promise<LoopbackServer> {
  if (known === null || options.port !== 0) return startLoopbackServer(options);
  try {
    return await startLoopbackServer({ ...options, port: known });
  } catch (error) {
    if (!isTaken(error)) throw error;
    return startLoopbackServer(options);
  }
}

/**
 * Starts the server at the port at which calendars were subscribed to. That port stays the known one whatever comes of this
 * start: who subscribed looks there, and a start beside another workspace, or at a port of one's own choice, is for once.
 */
export async function startAtKnownPort(
  feeds: Pick<FeedFiles, 'lastPort' | 'keepPort'>,
  options: LoopbackServerOptions,
): Promise<LoopbackServer> {
  // A port that cannot be remembered is no reason not to start: whoever subscribed is then told the new address.
  const known = await feeds.lastPort().catch(() => null);
  const server = await startAt(known, options);
  if (known === null) await feeds.keepPort(portOf(server)).catch(() => undefined);
  return server;
}
