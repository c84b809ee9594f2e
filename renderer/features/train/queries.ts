import { useQuery } from '@tanstack/react-query';
import { addDays } from '../../../shared/domain/calendar/days.ts';
import type { TrainId } from '../../../shared/model/ids.ts';
import type { Day } from '../../../shared/model/time.ts';
import type { LinkedProject, Train } from '../../../shared/model/train.ts';
import { orpc } from '../../lib/client.ts';
import { workingDaysOf } from '../../lib/days-off.ts';

export function trainQuery(id: TrainId) {
  return orpc.trains.get.queryOptions({ input: { id } });
}

export function releasesQuery(id: TrainId) {
  return orpc.releases.ofTrain.queryOptions({ input: { trainId: id } });
}

export function previewQuery(id: TrainId, from: Day, to: Day, enabled = true) {
  return { ...orpc.trains.preview.queryOptions({ input: { id, from, to } }), enabled: enabled && from <= to };
}

export function deliveriesQuery(projects: readonly LinkedProject[]) {
  return orpc.workItems.deliveries.queryOptions({ input: { projects: [...projects], limit: 50 } });
}

/** A train's working days around a day, with its public holidays. */
export function useWorkingDaysAround(train: Train | undefined, day: Day | null) {
  const around = day ?? ('2026-01-01' as Day); // not asked for without a day
  const range = useQuery({
    ...orpc.calendar.range.queryOptions({
      input: { from: addDays(around, -120), to: addDays(around, 120), trainIds: train === undefined ? [] : [train.id] },
    }),
    enabled: day !== null && train !== undefined,
  });
  if (train === undefined) return null;
  return workingDaysOf(train, range.data?.daysOff ?? []);
}

/** Whether the workspace can only be looked at. */
export function useReadOnly(): boolean {
  return useQuery(orpc.workspace.info.queryOptions({ input: {} })).data?.readOnly ?? false;
}
