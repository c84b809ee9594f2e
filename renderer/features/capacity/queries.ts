import type { ReleaseId, TeamId, TrainId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';

/** The teams, whose throughput is known. */
export function catalogueQuery() {
  return orpc.catalogue.read.queryOptions({ input: {} });
}

export function trainsQuery() {
  return orpc.trains.list.queryOptions({ input: {} });
}

export function releasesQuery(trainId: TrainId) {
  return orpc.releases.ofTrain.queryOptions({ input: { trainId } });
}

export function releaseQuery(id: ReleaseId) {
  return orpc.releases.get.queryOptions({ input: { id } });
}

export function throughputQuery(teamId: TeamId, weeks: number) {
  return orpc.capacity.throughput.queryOptions({ input: { teamId, weeks } });
}
