import type { Day } from '../../../shared/model/time.ts';
import { orpc } from '../../lib/client.ts';

/** Every rule with the overrides of freezes. */
export function rulesQuery() {
  return orpc.scheduleRules.list.queryOptions({ input: {} });
}

/** When each rule holds between two days. */
export function occurrencesQuery(from: Day, to: Day) {
  return orpc.scheduleRules.occurrences.queryOptions({ input: { from, to } });
}

export function catalogueQuery() {
  return orpc.catalogue.read.queryOptions({ input: {} });
}

export function environmentsQuery() {
  return orpc.environments.list.queryOptions({ input: {} });
}

export function trainsQuery() {
  return orpc.trains.list.queryOptions({ input: {} });
}
