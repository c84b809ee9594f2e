import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { addDays } from '../../../shared/domain/calendar/days.ts';
import { dayOfLocal } from '../../../shared/domain/calendar/zoned-time.ts';
import type { Booking, BookingPlan, Environment } from '../../../shared/model/environment.ts';
import type { EnvironmentId } from '../../../shared/model/ids.ts';
import { answerOf } from '../../lib/answer.ts';
import { orpc } from '../../lib/client.ts';
import { formatCount } from '../../lib/format.ts';
import { useDebounced } from '../../lib/use-debounced.ts';
import { AnswerTrouble } from '../../ui/answer-view.tsx';
import { Notice } from '../../ui/notice.tsx';
import { bookingPlanOf, isMove } from './booking-draft.ts';
import { overlapsOf } from './overlaps.ts';
import { bookingsQuery } from './queries.ts';
import { spanOf, spanText } from './view-model.ts';

/** More than this are counted, not named. */
const NAMED = 4;

/** What else a move would make clash or mend, by the engine that knows of freezes, milestones and people as well. */
function MoveEffect({ own, plan }: { own: Booking; plan: BookingPlan }) {
  const { environmentId, startLocal, endLocal } = plan;
  const move = { kind: 'booking' as const, id: own.id, environmentId, startLocal, endLocal };
  const answer = answerOf(
    useQuery(orpc.conflicts.preview.queryOptions({ input: { move }, placeholderData: (kept) => kept })),
  );
  if (!('data' in answer)) return <AnswerTrouble answer={answer} padding={0} />;
  const others = answer.data.added.filter(({ kind }) => kind !== 'environment-clash' && kind !== 'capacity-exceeded');
  const mended = answer.data.removed;
  return (
    <>
      <AnswerTrouble answer={answer} padding={0} />
      {others.length > 0 && (
        <Notice tone="warning">
          {others.slice(0, NAMED).map(({ key, rule }) => (
            <div key={key}>{rule}</div>
          ))}
        </Notice>
      )}
      {mended.length > 0 && (
        <Notice tone="success">This mends {formatCount(mended.length, 'conflict')} that the plan has now.</Notice>
      )}
    </>
  );
}

export interface OverlapNoticeProps {
  readonly plan: BookingPlan;
  readonly own: Booking | null;
  readonly along: readonly EnvironmentId[];
  readonly environments: readonly Environment[];
}

/** Tells before it is saved what a booking would clash with. */
export function OverlapNotice(props: OverlapNoticeProps) {
  const { own, along, environments } = props;
  const plan = useDebounced(props.plan);
  const days = { from: addDays(dayOfLocal(plan.startLocal), -1), to: addDays(dayOfLocal(plan.endLocal), 1) };
  const answer = answerOf(useQuery({ ...bookingsQuery(days), placeholderData: (kept) => kept }));
  const bookings = 'data' in answer ? answer.data.bookings : null;
  const found = useMemo(
    () => (bookings === null ? null : overlapsOf({ plan, own, along, environments, bookings })),
    [plan, own, along, environments, bookings],
  );
  const clash = found !== null && found.inTheWay.length > 0;
  return (
    <Box aria-live="polite" sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
      <AnswerTrouble answer={answer} padding={0} />
      {found?.tooLarge.map(({ id, name, capacity }) => (
        <Notice key={id} tone="warning">
          {name} has {formatCount(capacity, 'unit')} in all: this asks for more.
        </Notice>
      ))}
      {clash && (
        <Notice tone="warning">
          It clashes with {formatCount(found.inTheWay.length, 'booking')}:
          <Box component="ul" sx={{ m: 0, pl: 4 }}>
            {found.inTheWay.slice(0, NAMED).map(({ booking, environment }) => (
              <li key={booking.id}>
                {booking.title} on {environment.name}, {spanText(spanOf(booking), booking.zone)}
              </li>
            ))}
            {found.inTheWay.length > NAMED && <li>and {formatCount(found.inTheWay.length - NAMED, 'more', 'more')}</li>}
          </Box>
          It can be saved all the same: the clash then stays in sight, with ways out.
        </Notice>
      )}
      {found !== null && !clash && found.tooLarge.length === 0 && (
        <Notice tone="success">Nobody else is in its way.</Notice>
      )}
      {own !== null && isMove(bookingPlanOf(own), plan) && <MoveEffect own={own} plan={plan} />}
    </Box>
  );
}
