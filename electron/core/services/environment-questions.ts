import { addDays } from '../../../shared/domain/calendar/days.ts';
import { dayOf, local, toInstant } from '../../../shared/domain/calendar/zoned-time.ts';
import type { PlanChange } from '../../../shared/domain/conflicts/plan.ts';
import { queueFor } from '../../../shared/domain/environments/queue.ts';
import { surgePlan } from '../../../shared/domain/environments/surge.ts';
import { swaps } from '../../../shared/domain/environments/swaps.ts';
import { utilisation } from '../../../shared/domain/environments/utilisation.ts';
import { span } from '../../../shared/domain/freezes/spans.ts';
import type {
  EnvironmentQueue,
  Rollout,
  SurgePlan,
  Swaps,
  Utilisation,
} from '../../../shared/model/environment-use.ts';
import type { EnvironmentId, TeamId } from '../../../shared/model/ids.ts';
import { type ClockTime, type Day, instant } from '../../../shared/model/time.ts';
import type { CoreContext } from '../core-context.ts';
import { allEnvironments, heldBookings } from '../db/repositories/environments.ts';
import { readWorkspace } from '../db/repositories/workspace.ts';
import type { Os } from '../middleware.ts';
import { decisionOf } from './decision-of.ts';
import { workingDaysOf } from './planning.ts';

const MIDNIGHT = '00:00' as ClockTime;
const DAY = 86_400_000;

function queueOf(core: CoreContext, id: EnvironmentId): EnvironmentQueue {
  const [environments, bookings] = [allEnvironments(core.db), heldBookings(core.db)];
  return queueFor(decisionOf(core.db, 'environment', id), { environments, bookings, now: core.env.now() });
}

interface SurgeInput {
  readonly id: EnvironmentId;
  readonly standingUnits: number;
  readonly rollouts: readonly Rollout[];
  readonly leadWorkingDays: number;
  readonly teamId: TeamId;
}

async function surgeOf(core: CoreContext, input: SurgeInput): Promise<SurgePlan> {
  await core.holidays.ready();
  const environment = decisionOf(core.db, 'environment', input.id);
  const team = decisionOf(core.db, 'team', input.teamId);
  const starts = input.rollouts.map(({ startAt }) => startAt);
  // A year of working days is more than the longest lead time takes.
  const from = dayOf(instant(Math.min(core.env.now(), ...starts) - 800 * DAY), team.zone);
  const to = dayOf(instant(Math.max(core.env.now(), ...starts) + DAY), team.zone);
  return surgePlan({
    environment,
    standingUnits: input.standingUnits,
    rollouts: input.rollouts,
    bookings: heldBookings(core.db).filter(({ environmentId }) => environmentId === environment.id),
    leadWorkingDays: input.leadWorkingDays,
    today: dayOf(core.env.now(), team.zone),
    zone: team.zone,
    days: workingDaysOf(core.holidays, team.calendar, { from, to }),
  });
}

/** How much of each environment is booked on some days of the workspace's zone, the last one included. */
export function utilisationOf(core: CoreContext, { from, to }: Readonly<Record<'from' | 'to', Day>>): Utilisation {
  const { zone } = readWorkspace(core.db);
  const start = toInstant(local(from, MIDNIGHT), zone);
  const end = toInstant(local(addDays(to, 1), MIDNIGHT), zone);
  return utilisation({
    environments: allEnvironments(core.db),
    bookings: heldBookings(core.db),
    range: span(start, Math.max(start, end)),
    now: core.env.now(),
  });
}

/** What would mend clashes and deadlines to come; each proposal is tried on everything that the plan has conflicts of. */
async function swapsOf(core: CoreContext, most: number): Promise<Swaps> {
  const index = await core.conflicts.read();
  const now = core.env.now();
  const bookings = heldBookings(core.db).filter(({ endAt }) => endAt > now);
  const creates = (change: PlanChange) => index.preview(change).created.length > 0;
  return swaps({ environments: allEnvironments(core.db), bookings, now, most, creates });
}

/** How environments are used, who waits for them, and what would help. */
export function environmentQuestions(os: Os, core: CoreContext) {
  return {
    queue: os.environments.queue.handler(({ input }) => queueOf(core, input.id)),
    utilisation: os.environments.utilisation.handler(({ input }) => utilisationOf(core, input)),
    swaps: os.environments.swaps.handler(({ input }) => swapsOf(core, input.most)),
    surge: os.environments.surge.handler(({ input }) => surgeOf(core, input)),
  };
}
