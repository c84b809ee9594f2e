import { feedPath } from '../../../shared/contract/transport.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { Feed, FeedPlan } from '../../../shared/model/feed.ts';
import type { CoreContext } from '../core-context.ts';
import { readWorkspace } from '../db/repositories/workspace.ts';
import type { FeedStore } from '../host-services.ts';
import type { Os } from '../middleware.ts';
import { decisionOf } from './decision-of.ts';
import { trainOf } from './planning.ts';

function storeOf({ host }: CoreContext): FeedStore {
  if (host.feeds !== undefined) return host.feeds;
  throw new Failure('UNAVAILABLE', 'This window cannot share a calendar feed.', {
    where: null,
    remedy: 'Start Signalbox for the browser (npm start -- --host loopback) and share it there.',
  });
}

function shown({ token, ...feed }: Feed) {
  return { ...feed, path: feedPath(token) };
}

async function addFeed(core: CoreContext, plan: FeedPlan) {
  const store = storeOf(core);
  for (const id of plan.trainIds ?? []) trainOf(core.db, id);
  for (const id of plan.personIds ?? []) decisionOf(core.db, 'person', id);
  const { id, token } = await store.add(readWorkspace(core.db).id, plan);
  return { id, path: feedPath(token) };
}

/** Calendar feeds: addresses at which programs on this machine read the plan, and nothing else. */
export function feedProcedures(os: Os, core: CoreContext) {
  return {
    feeds: os.exchange.feeds.handler(async () => {
      const { feeds, kind } = core.host;
      if (feeds === undefined) return { served: 'none' as const, feeds: [] };
      const list = await feeds.list(readWorkspace(core.db).id);
      return { served: kind === 'loopback' ? ('here' as const) : ('loopback' as const), feeds: list.map(shown) };
    }),
    addFeed: os.exchange.addFeed.handler(({ input }) => addFeed(core, input)),
    revokeFeed: os.exchange.revokeFeed.handler(async ({ input }) => {
      await storeOf(core).remove(readWorkspace(core.db).id, input.id);
      return {};
    }),
  };
}
