import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { addDays } from '../../../shared/domain/calendar/days.ts';
import { dayOf } from '../../../shared/domain/calendar/zoned-time.ts';
import type { Feed } from '../../../shared/model/feed.ts';
import { type Instant, Zone } from '../../../shared/model/time.ts';
import type { CoreClient } from '../../core/core.ts';
import type { FailureData } from '../../core/failure-data.ts';

/** What a calendar shows of the past and of the future: who subscribes wants the plan, not its archive. */
const DAYS_BACK = 90;
const DAYS_AHEAD = 730;

export interface RenderOptions {
  /** Hands a port to the core, for reading alone; answers the failure where no core runs any more. */
  readonly connect: (port: MessagePort) => FailureData | null;
  readonly now: () => Instant;
}

/**
 * Writes the calendar of a feed by the contract, as any page would ask for it, on a line that ends with the answer. Null where another
 * workspace than the feed's is open.
 */
export function createFeedRenderer({ connect, now }: RenderOptions) {
  return async (workspaceId: string, feed: Feed): Promise<string | null> => {
    const { port1, port2 } = new MessageChannel();
    try {
      const failure = connect(port2);
      if (failure !== null) throw new Error(failure.message);
      const client = createORPCClient<CoreClient>(new RPCLink({ port: port1 }));
      port1.start();
      const { id } = await client.workspace.info({});
      if (id !== workspaceId) return null;
      const today = dayOf(now(), Zone.parse('UTC'));
      const { name, trainIds, departures, milestones, rules, duties, personIds } = feed;
      const content = { trainIds, departures, milestones, rules, duties, personIds };
      const range = { from: addDays(today, -DAYS_BACK), to: addDays(today, DAYS_AHEAD) };
      const { text } = await client.exchange.calendar({ ...range, name, ...content });
      return text;
    } finally {
      port1.close();
    }
  };
}
