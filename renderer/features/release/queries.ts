import { useQuery } from '@tanstack/react-query';
import type { ReleaseId, TrainId } from '../../../shared/model/ids.ts';
import type { Day } from '../../../shared/model/time.ts';
import type { Train } from '../../../shared/model/train.ts';
import { orpc } from '../../lib/client.ts';

export function releaseQuery(id: ReleaseId) {
  return orpc.releases.get.queryOptions({ input: { id } });
}

export function historyQuery(id: ReleaseId) {
  return orpc.releases.history.queryOptions({ input: { id } });
}

export function candidatesQuery(id: ReleaseId) {
  return orpc.releases.candidates.queryOptions({ input: { id } });
}

export function trainsQuery() {
  return orpc.trains.list.queryOptions({ input: {} });
}

export function siblingsQuery(trainId: TrainId) {
  return orpc.releases.ofTrain.queryOptions({ input: { trainId } });
}

export function workItemSearchQuery(text: string) {
  return orpc.workItems.search.queryOptions({ input: { text, limit: 50 } });
}

/** The days off of a train between two days; none where they are more than 400 days apart. */
export function daysOffQuery(trainId: TrainId, from: Day, to: Day) {
  return orpc.calendar.range.queryOptions({ input: { from, to, trainIds: [trainId] } });
}

/** A train among all of them; undefined until they are there. */
export function useTrain(id: TrainId): { readonly train: Train | undefined } {
  const { data } = useQuery(trainsQuery());
  return { train: data?.find(({ train }) => train.id === id)?.train };
}
