import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { workingDaysOf } from '../../../shared/domain/calendar/days-off.ts';
import type { Train } from '../../../shared/model/train.ts';
import { orpc } from '../../lib/client.ts';
import { dayOffRemark } from '../../lib/days-off.ts';
import { useCommand } from '../../lib/use-command.ts';
import { useNow } from '../../lib/use-now.ts';
import {
  applyBookingMove,
  type Booked,
  bookingMove,
  bookingRefusal,
  isBooking,
  type KnownBookings,
  previewBooking,
} from './booking-moves.ts';
import { milestoneMove, releaseMove } from './move-inputs.ts';
import { applyMove, type Following, isGuess, previewMove } from './moves.ts';
import type { Plan } from './queries.ts';
import { departureOf, type Edit, targetOf } from './timeline/edit.ts';
import type { Preview } from './timeline/ghosts.ts';
import type { TimelineModel } from './timeline/model.ts';

export interface Moves {
  readonly previewOf: (edit: Edit) => Preview;
  /** Why an item cannot be put on the lane that an edit takes it to; null where it can. */
  readonly refusalOf: (edit: Edit) => string | null;
  /** That a release would depart on a day off, or that its milestones are guessed; null for neither. */
  readonly remarkOf: (edit: Edit) => string | null;
  /** Shows the edit as kept, asks the core, and takes it back where the core refuses. */
  readonly keep: (edit: Edit) => void;
}

/** Moving releases, milestones and bookings: what it would do, and doing it. */
export function useMoves(
  model: TimelineModel,
  plan: Plan,
  { trains, bookings, environments }: { readonly trains: ReadonlyMap<string, Train> | null } & KnownBookings,
): Moves {
  const queryClient = useQueryClient();
  const moveRelease = useCommand(orpc.releases.move, { several: true });
  const moveMilestone = useCommand(orpc.releases.moveMilestone, { several: true });
  const moveBooking = useCommand(orpc.environments.moveBooking, { several: true });
  const { daysOff, lanes } = plan.range;
  const now = useNow();

  const previewOf = useMemo(() => {
    const known = new Map<string, Following>();
    function followingOf({ item }: Edit): Following | null {
      const kept = known.get(item.releaseId);
      if (kept !== undefined) return kept;
      // Of the plan as it is, whatever of it is shown: milestones of hidden kinds follow too.
      const lane = lanes.find(({ releases }) => releases.some(({ id }) => id === item.releaseId));
      const release = lane?.releases.find(({ id }) => id === item.releaseId);
      const train = lane === undefined ? undefined : trains?.get(lane.trainId);
      if (release === undefined || train === undefined) return null;
      const { milestones } = release;
      const following = { milestones, stages: train.stages, days: workingDaysOf(train, daysOff) };
      known.set(item.releaseId, following);
      return following;
    }
    return (edit: Edit) => {
      if (isBooking(edit.item)) return previewBooking(edit, { bookings, environments, now });
      return previewMove(edit, edit.item.what === 'release' ? followingOf(edit) : null);
    };
  }, [lanes, trains, daysOff, bookings, environments, now]);

  async function keepBooking(edit: Edit): Promise<void> {
    const key = orpc.environments.bookings.key();
    const move = bookingMove(edit, bookings);
    if (move === null) return;
    const preview = previewOf(edit);
    await queryClient.cancelQueries({ queryKey: key });
    queryClient.setQueriesData<Booked>({ queryKey: key }, (booked) => booked && applyBookingMove(booked, preview));
    if ((await moveBooking.run(move)) === null) void queryClient.invalidateQueries({ queryKey: key });
  }

  async function keep(edit: Edit): Promise<void> {
    if (isBooking(edit.item)) return keepBooking(edit);
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
    const remark = dayOffRemark(departureOf(targetOf(edit)).day, workingDaysOf(train, daysOff));
    const guess = isGuess(previewOf(edit), edit.item.zone, plan.read)
      ? 'Provisional: the days off there are still being read'
      : null;
    return [remark, guess].filter((each) => each !== null).join('. ') || null;
  }

  const refusalOf = (edit: Edit) => bookingRefusal(edit, environments);
  return { previewOf, refusalOf, remarkOf, keep: (edit) => void keep(edit) };
}
