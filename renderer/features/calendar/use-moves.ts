import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Train } from '../../../shared/model/train.ts';
import { orpc } from '../../lib/client.ts';
import { dayOffRemark, workingDaysOf } from '../../lib/days-off.ts';
import { useCommand } from '../../lib/use-command.ts';
import { milestoneMove, releaseMove } from './move-inputs.ts';
import { applyMove, type Following, previewMove } from './moves.ts';
import type { Plan } from './queries.ts';
import { departureOf, type Edit, targetOf } from './timeline/edit.ts';
import type { TimelineModel } from './timeline/model.ts';
import type { Preview } from './timeline/scene.ts';

export interface Moves {
  readonly previewOf: (edit: Edit) => Preview;
  /** That a release would depart on a day off; null where it would not. */
  readonly remarkOf: (edit: Edit) => string | null;
  /** Shows the edit as kept, asks the core, and takes it back where the core refuses. */
  readonly keep: (edit: Edit) => void;
}

/** Moving releases and milestones: what it would do, and doing it. */
export function useMoves(model: TimelineModel, plan: Plan, trains: ReadonlyMap<string, Train> | null): Moves {
  const queryClient = useQueryClient();
  const moveRelease = useCommand(orpc.releases.move, { several: true });
  const moveMilestone = useCommand(orpc.releases.moveMilestone, { several: true });
  const { daysOff } = plan.range;

  const previewOf = useMemo(() => {
    const known = new Map<string, Following>();
    function followingOf(edit: Edit): Following | null {
      const id = model.lanes[edit.item.lane]?.lane.id;
      const train = id === undefined ? undefined : trains?.get(id);
      if (id === undefined || train === undefined) return null;
      const following = known.get(id) ?? { stages: train.stages, days: workingDaysOf(train, daysOff) };
      known.set(id, following);
      return following;
    }
    return (edit: Edit) => {
      const group = model.groupOf.get(edit.item.releaseId)?.items ?? [];
      return previewMove(edit, group, edit.item.what === 'release' ? followingOf(edit) : null);
    };
  }, [model, trains, daysOff]);

  async function keep(edit: Edit): Promise<void> {
    const key = orpc.calendar.range.key();
    const preview = previewOf(edit);
    await queryClient.cancelQueries({ queryKey: key });
    queryClient.setQueriesData<Plan['range']>({ queryKey: key }, (range) => range && applyMove(range, edit, preview));
    const done =
      edit.item.what === 'release'
        ? await moveRelease.run(releaseMove(edit))
        : await moveMilestone.run(milestoneMove(edit));
    if (done === null) void queryClient.invalidateQueries({ queryKey: key });
  }

  function remarkOf(edit: Edit): string | null {
    const train = trains?.get(model.lanes[edit.item.lane]?.lane.id ?? '');
    if (train === undefined || edit.item.what !== 'release') return null;
    return dayOffRemark(departureOf(targetOf(edit)).day, workingDaysOf(train, daysOff));
  }

  return { previewOf, remarkOf, keep: (edit) => void keep(edit) };
}
