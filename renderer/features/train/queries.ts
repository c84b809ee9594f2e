import { addDays } from '../../../shared/domain/calendar/days.ts';
import type { TrainId } from '../../../shared/model/ids.ts';
import type { Day } from '../../../shared/model/time.ts';
import type { LinkedProject } from '../../../shared/model/train.ts';
import { orpc } from '../../lib/client.ts';

export function trainQuery(id: TrainId) {
  return orpc.trains.get.queryOptions({ input: { id } });
}

export function releasesQuery(id: TrainId) {
  return orpc.releases.ofTrain.queryOptions({ input: { trainId: id } });
}

export function historyQuery(id: TrainId) {
  return orpc.trains.history.queryOptions({ input: { id } });
}

export function previewQuery(id: TrainId, from: Day, to: Day, enabled = true) {
  return { ...orpc.trains.preview.queryOptions({ input: { id, from, to } }), enabled: enabled && from <= to };
}

export function deliveriesQuery(projects: readonly LinkedProject[]) {
  return orpc.workItems.deliveries.queryOptions({ input: { projects: [...projects], limit: 50 } });
}

/** The plan of a train around a day: its days off, with the public holidays. */
export function aroundQuery(id: TrainId, day: Day) {
  const range = { from: addDays(day, -120), to: addDays(day, 120), trainIds: [id] };
  return orpc.calendar.range.queryOptions({ input: range });
}
