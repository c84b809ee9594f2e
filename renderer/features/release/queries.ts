import { useQuery } from '@tanstack/react-query';
import type { ReleaseId, TrainId } from '../../../shared/model/ids.ts';
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

/** Whether the workspace can only be looked at. */
export function useReadOnly(): boolean {
  return useQuery(orpc.workspace.info.queryOptions({ input: {} })).data?.readOnly ?? false;
}
