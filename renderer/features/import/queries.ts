import { keepPreviousData } from '@tanstack/react-query';
import type { ImportedPlan } from '../../../shared/model/imported-plan.ts';
import type { ImportedThings } from '../../../shared/model/imported-things.ts';
import { orpc } from '../../lib/client.ts';

/** What importing a plan would do; null asks nothing. */
export function previewQuery(plan: ImportedPlan | null, overHand: boolean) {
  const nothing: ImportedPlan = { source: 'nothing', attribution: null, zone: null, releases: [] };
  return {
    ...orpc.exchange.previewPlan.queryOptions({ input: { ...(plan ?? nothing), overHand }, enabled: plan !== null }),
    // A plan may be large, and another file's is of no use.
    gcTime: 0,
    placeholderData: keepPreviousData,
  };
}

/** What importing a table of things would do; null asks nothing. */
export function thingsQuery(things: ImportedThings | null) {
  const input = things ?? { kind: 'team' as const, rows: [] };
  return {
    ...orpc.exchange.previewThings.queryOptions({ input, enabled: things !== null }),
    gcTime: 0,
    placeholderData: keepPreviousData,
  };
}

/** The calendar feeds of this workspace. */
export function feedsQuery() {
  return orpc.exchange.feeds.queryOptions({ input: {} });
}

/** The trains, of which rows that name none can be. */
export function trainsQuery() {
  return orpc.trains.list.queryOptions({ input: {} });
}

/** The people, whose duties a feed can have in it. */
export function catalogueQuery() {
  return orpc.catalogue.read.queryOptions({ input: {} });
}
