import { scopeCutOff } from '../../../shared/domain/boarding/scope-state.ts';
import { isAhead } from '../../../shared/domain/calendar/release-ahead.ts';
import { dayOf } from '../../../shared/domain/calendar/zoned-time.ts';
import { DEFAULT_ASSUMPTIONS } from '../../../shared/domain/conflicts/deployments.ts';
import type { Plan, PlanRule, PlanTeam, PlanTrain, UnboardedScope } from '../../../shared/domain/conflicts/plan.ts';
import { occurrencesOf } from '../../../shared/domain/freezes/occurrences.ts';
import { span } from '../../../shared/domain/freezes/spans.ts';
import { foldText } from '../../../shared/domain/text/fold-text.ts';
import type { Person, Team } from '../../../shared/model/catalogue.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { Milestone, Release } from '../../../shared/model/release.ts';
import type { ScheduleRule } from '../../../shared/model/schedule-rule.ts';
import type { Span } from '../../../shared/model/span.ts';
import type { Day, Instant, Zone } from '../../../shared/model/time.ts';
import type { Train } from '../../../shared/model/train.ts';
import type { CoreContext } from '../core-context.ts';
import { allAbsences, allPeople, allServices, allTeams } from '../db/repositories/catalogue.ts';
import { allBookings, allEnvironments } from '../db/repositories/environments.ts';
import { allAssignments } from '../db/repositories/planning.ts';
import { allOverrides, allScheduleRules } from '../db/repositories/schedule-rules.ts';
import { runningTrains } from '../db/repositories/trains.ts';
import { candidatesOf } from './boarding.ts';
import { gatherReleases } from './gather-releases.ts';
import { workingDaysOf } from './planning.ts';

const DAY = 86_400_000;
/** How far from today windows, freezes and maintenances are laid out, in days. */
const BACK = 60;
const AHEAD = 550;

/** The time that conflicts are looked for in. */
export function horizonAt(now: Instant): Span {
  return span(now - BACK * DAY, now + AHEAD * DAY);
}

function daysOf({ start, end }: Span, zone: Zone): Readonly<Record<'from' | 'to', Day>> {
  return { from: dayOf(start, zone), to: dayOf(end, zone) };
}

function ownerOf({ owner }: Train, people: readonly Person[]): PlanTrain['ownerId'] {
  const wanted = foldText(owner.trim());
  return people.find(({ name }) => foldText(name.trim()) === wanted)?.id ?? null;
}

/** A train as conflicts see it. */
export function planTrain(core: CoreContext, train: Train, people: readonly Person[], horizon: Span): PlanTrain {
  const days = workingDaysOf(core.holidays, train.calendar, daysOf(horizon, train.zone));
  return { train, days, ownerId: ownerOf(train, people) };
}

/** A team as conflicts see it. */
export function planTeam(core: CoreContext, team: Team, horizon: Span): PlanTeam {
  return { team, days: workingDaysOf(core.holidays, team.calendar, daysOf(horizon, team.zone)) };
}

/** A rule with the times that it holds in the horizon. */
export function planRule(rule: ScheduleRule, horizon: Span): PlanRule {
  return { rule, occurrences: occurrencesOf(rule.holds, horizon) };
}

/** What waits to board a release whose cut-off has passed, as far as it is known; null where nothing does. */
export function unboardedOf(
  core: CoreContext,
  release: Release,
  { train, milestones }: { readonly train: Train | undefined; readonly milestones: readonly Milestone[] },
): UnboardedScope | null {
  const cutOff = scopeCutOff(milestones);
  if (train === undefined || cutOff === null || cutOff > core.env.now()) return null;
  try {
    const count = candidatesOf(core.db, train, release).length;
    return count === 0 ? null : { releaseId: release.id, count };
  } catch (error) {
    // Rules that would look at too many work items say so where they are used; the other conflicts stand.
    if (!(error instanceof Failure)) throw error;
    core.log.warn({ err: error, release: release.id }, 'what waits to board is not known');
    return { releaseId: release.id, count: null };
  }
}

/** Everything that conflicts are found in, as it stands now. Holidays must be ready. */
export function gatherPlan(core: CoreContext): Plan {
  const { db } = core;
  const now = core.env.now();
  const horizon = horizonAt(now);
  const people = allPeople(db);
  const trains = runningTrains(db);
  const { releases, milestones } = gatherReleases(db, now);
  const ofRelease = Map.groupBy(milestones, ({ releaseId }) => releaseId);
  const byId = new Map(trains.map((train) => [train.id, train] as const));
  return {
    now,
    horizon,
    trains: trains.map((train) => planTrain(core, train, people, horizon)),
    releases,
    milestones,
    unboarded: releases.filter(isAhead).flatMap((release) => {
      const of = { train: byId.get(release.trainId), milestones: ofRelease.get(release.id) ?? [] };
      return unboardedOf(core, release, of) ?? [];
    }),
    environments: allEnvironments(db),
    bookings: allBookings(db),
    services: allServices(db),
    teams: allTeams(db).map((team) => planTeam(core, team, horizon)),
    people,
    absences: allAbsences(db),
    assignments: allAssignments(db),
    rules: allScheduleRules(db).map((rule) => planRule(rule, horizon)),
    overrides: allOverrides(db),
    assumptions: DEFAULT_ASSUMPTIONS,
  };
}
