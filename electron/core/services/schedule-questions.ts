import type { BusyTime, DeployedTo } from '../../../shared/contract/schedule-rules.ts';
import { addDays } from '../../../shared/domain/calendar/days.ts';
import { isAhead } from '../../../shared/domain/calendar/release-ahead.ts';
import { dayOf, local, toInstant } from '../../../shared/domain/calendar/zoned-time.ts';
import { deploymentActivity, targetOfPlace, targetsOfService } from '../../../shared/domain/conflicts/activity.ts';
import { firstLegalDay } from '../../../shared/domain/conflicts/first-legal-day.ts';
import { PlanView } from '../../../shared/domain/conflicts/view.ts';
import { firstLegal } from '../../../shared/domain/freezes/first-legal.ts';
import { judge, legalMinutes } from '../../../shared/domain/freezes/judge.ts';
import { occurrencesOf } from '../../../shared/domain/freezes/occurrences.ts';
import { makeSchedule, type Schedule } from '../../../shared/domain/freezes/schedule.ts';
import type { Neighbour, TeamHours } from '../../../shared/domain/freezes/slot-parts.ts';
import { rankSlots, USUAL_WEIGHTS } from '../../../shared/domain/freezes/slots.ts';
import { span } from '../../../shared/domain/freezes/spans.ts';
import type { ReleaseId } from '../../../shared/model/ids.ts';
import type { Span } from '../../../shared/model/span.ts';
import type { ClockTime, Day } from '../../../shared/model/time.ts';
import type { Target } from '../../../shared/model/verdict.ts';
import type { CoreContext } from '../core-context.ts';
import { allScheduleRules } from '../db/repositories/schedule-rules.ts';
import { readWorkspace } from '../db/repositories/workspace.ts';
import type { Os } from '../middleware.ts';
import { decisionOf } from './decision-of.ts';
import { gatherPlan } from './gather-plan.ts';
import { releaseOf, workingDaysOf } from './planning.ts';

const MINUTE = 60_000;
const MIDNIGHT = '00:00' as ClockTime;
/** More slots than this are not listed; how many were left out is said. */
const MOST_SLOTS = 500;
/** Two days between deployments are as good as three. */
const COMFORTABLE_MINUTES = 2 * 24 * 60;

interface DayRange {
  readonly from: Day;
  readonly until: Day;
}

/** From the first day's midnight to the end of the last, in the zone of the workspace. */
export function spanOfDays({ db }: CoreContext, { from, until }: DayRange): Span {
  const { zone } = readWorkspace(db);
  return span(toInstant(local(from, MIDNIGHT), zone), toInstant(local(addDays(until, 1), MIDNIGHT), zone));
}

/** The plan made ready for questions about deployments. */
export interface Ready {
  readonly view: PlanView;
  readonly schedule: Schedule;
}

/** The plan as it stands, with its rules laid out. */
export async function readyPlan(core: CoreContext): Promise<Ready> {
  await core.holidays.ready();
  const plan = gatherPlan(core);
  const rules = plan.rules.map(({ rule }) => rule);
  return { view: new PlanView(plan), schedule: makeSchedule(rules, plan.overrides) };
}

/** Every place that a deployment touches. */
function targetsOf(core: CoreContext, view: PlanView, to: DeployedTo): readonly Target[] {
  if (to.by === 'targets') return to.targets;
  if (to.by === 'release') {
    const { id } = releaseOf(core.db, to.id);
    const targets = view.deploymentsOf(id).flatMap((deployment) => deploymentActivity(view, deployment).targets);
    return targets.length > 0 ? targets : [targetOfPlace(null, null)];
  }
  const place = to.environmentId === null ? null : decisionOf(core.db, 'environment', to.environmentId);
  return to.ids.flatMap((id) => targetsOfService(decisionOf(core.db, 'service', id), place));
}

function neighboursOf(view: PlanView, except: ReleaseId | null): readonly Neighbour[] {
  return [...view.tables.release.values()]
    .filter((release) => release.id !== except && isAhead(release))
    .flatMap(({ id }) => view.deploymentsOf(id))
    .map(({ name, span: at }) => ({ name, span: at }));
}

/** When the teams behind the targets are at work; all teams where the targets name none. */
function hoursOf(
  core: CoreContext,
  view: PlanView,
  { targets, range, hours }: { targets: readonly Target[]; range: Span; hours: { from: ClockTime; to: ClockTime } },
): readonly TeamHours[] {
  const meant = new Set(targets.flatMap(({ teamId }) => teamId ?? []));
  return [...view.tables.team.values()]
    .filter(({ team }) => meant.size === 0 || meant.has(team.id))
    .map(({ team }) => {
      const days = { from: dayOf(range.start, team.zone), to: dayOf(range.end, team.zone) };
      return { name: team.name, zone: team.zone, days: workingDaysOf(core.holidays, team.calendar, days), ...hours };
    });
}

interface SlotInput extends DayRange {
  readonly to: DeployedTo;
  readonly minutes: number;
  readonly stepMinutes: number;
  readonly teamHours: { readonly from: ClockTime; readonly to: ClockTime };
  readonly busy: readonly BusyTime[];
}

async function slots(core: CoreContext, input: SlotInput) {
  const { view, schedule } = await readyPlan(core);
  const targets = targetsOf(core, view, input.to);
  const range = spanOfDays(core, input);
  const ranked = rankSlots(schedule, {
    targets,
    range,
    minutes: input.minutes,
    stepMinutes: input.stepMinutes,
    busy: input.busy,
    teams: hoursOf(core, view, { targets, range, hours: input.teamHours }),
    neighbours: neighboursOf(view, input.to.by === 'release' ? input.to.id : null),
    comfortable: COMFORTABLE_MINUTES,
    weights: USUAL_WEIGHTS,
  });
  const now = core.env.now();
  const ahead = ranked.filter((slot) => slot.span.start >= now);
  return { slots: ahead.slice(0, MOST_SLOTS), leftOut: Math.max(0, ahead.length - MOST_SLOTS) };
}

function occurrencesIn(core: CoreContext, { from, to }: Readonly<Record<'from' | 'to', Day>>) {
  const range = spanOfDays(core, { from, until: to });
  return allScheduleRules(core.db).map(({ id, holds }) => ({
    ruleId: id,
    occurrences: [...occurrencesOf(holds, range)],
  }));
}

/** What windows, freezes and maintenance mean for a deployment. */
export function scheduleQuestions(os: Os, core: CoreContext) {
  return {
    occurrences: os.scheduleRules.occurrences.handler(({ input }) => occurrencesIn(core, input)),
    judge: os.scheduleRules.judge.handler(async ({ input }) => {
      const { view, schedule } = await readyPlan(core);
      return judge(schedule, targetsOf(core, view, input.to), input.span);
    }),
    firstLegal: os.scheduleRules.firstLegal.handler(async ({ input }) => {
      const { view, schedule } = await readyPlan(core);
      return firstLegal(schedule, targetsOf(core, view, input.to), input);
    }),
    firstLegalDay: os.scheduleRules.firstLegalDay.handler(async ({ input: { releaseId, days } }) => {
      const { view, schedule } = await readyPlan(core);
      const asked = { release: releaseOf(core.db, releaseId), after: core.env.now(), days };
      return { day: firstLegalDay(view, schedule, asked) };
    }),
    legalMinutes: os.scheduleRules.legalMinutes.handler(async ({ input }) => {
      const { view, schedule } = await readyPlan(core);
      const legal = legalMinutes(schedule, targetsOf(core, view, input.to), input.span);
      return { legal, of: (input.span.end - input.span.start) / MINUTE };
    }),
    slots: os.scheduleRules.slots.handler(({ input }) => slots(core, input)),
  };
}
