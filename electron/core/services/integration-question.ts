import type { Crew, IntegratedRelease, IntegrationInput } from '../../../shared/contract/integration.ts';
import { daysBetween } from '../../../shared/domain/calendar/days.ts';
import { isAhead } from '../../../shared/domain/calendar/release-ahead.ts';
import { dayOf } from '../../../shared/domain/calendar/zoned-time.ts';
import { attendedDays, presenceOf } from '../../../shared/domain/capacity/presence.ts';
import { targetOfPlace, targetsOfService } from '../../../shared/domain/conflicts/activity.ts';
import { sinceMidnight } from '../../../shared/domain/freezes/clock.ts';
import { workingSpans } from '../../../shared/domain/freezes/slot-parts.ts';
import type { Place } from '../../../shared/domain/integration/place.ts';
import { readinessOf } from '../../../shared/domain/integration/ready.ts';
import type { IntegrationQuestion, Part } from '../../../shared/domain/integration/windows.ts';
import { counted } from '../../../shared/domain/text/counted.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { EnvironmentId, ReleaseId, ServiceId, TeamId } from '../../../shared/model/ids.ts';
import type { Release } from '../../../shared/model/release.ts';
import type { Span } from '../../../shared/model/span.ts';
import type { Zone } from '../../../shared/model/time.ts';
import type { Train, WorkingCalendar } from '../../../shared/model/train.ts';
import type { CoreContext } from '../core-context.ts';
import type { ReadDb } from '../db/database.ts';
import { milestonesOf } from '../db/repositories/milestones.ts';
import { readWorkspace } from '../db/repositories/workspace.ts';
import { presentPeople } from './buffer-fever.ts';
import { decisionOf } from './decision-of.ts';
import { releaseOf, titleOf, trainOf, workingDaysOf } from './planning.ts';
import { type Ready, readyPlan, spanOfDays } from './schedule-questions.ts';

const MINUTE = 60_000;
const DAY_MINUTES = 1_440;
const MOST_DAYS = 200;
const MOST_RELEASES = 60;

/** A release that takes part, as the answer tells it, without the steps that come of all of them. */
export type Participant = Omit<IntegratedRelease, 'step' | 'needs' | 'ring'> & {
  readonly services: readonly ServiceId[];
};

/** The question with all that the plan says of it. */
export interface Gathered {
  readonly question: IntegrationQuestion;
  readonly participants: readonly Participant[];
  readonly crews: readonly Crew[];
}

/** A release that is still to come; refused where it departed, was cancelled or its train is archived. */
export function openReleaseOf(db: ReadDb, id: ReleaseId): Release {
  const release = releaseOf(db, id);
  const { archived } = trainOf(db, release.trainId);
  if (isAhead(release) && !archived) return release;
  const why = release.state === 'departed' ? 'has departed' : 'was cancelled';
  const said = isAhead(release) ? 'is of an archived train' : why;
  throw new Failure('CONFLICT', `Release “${titleOf(db, release)}” ${said}: there is nothing to bring together.`, {
    where: `release ${id}`,
    remedy: 'Choose releases that are still to come.',
  });
}

function checkAsked({ releaseIds, from, until, minutes, hours }: IntegrationInput): void {
  if (releaseIds.length === 0) {
    throw new Failure('BAD_INPUT', 'No release is chosen.', {
      where: 'releaseIds',
      remedy: 'Choose the releases that are brought together.',
    });
  }
  if (new Set(releaseIds).size > MOST_RELEASES) {
    throw new Failure('TOO_LARGE', `More than ${MOST_RELEASES} releases are chosen.`, {
      where: 'releaseIds',
      remedy: 'Choose fewer: those that have to be tried together.',
    });
  }
  const days = daysBetween(from, until) + 1;
  if (days < 1) {
    throw new Failure('BAD_INPUT', 'The last day is before the first.', {
      where: 'until',
      remedy: 'Choose a later last day.',
    });
  }
  if (days > MOST_DAYS) {
    throw new Failure('TOO_LARGE', `${counted(days, 'day')} are more than the ${MOST_DAYS} that are looked through.`, {
      where: 'until',
      remedy: 'Ask about a shorter time.',
    });
  }
  const length = (sinceMidnight(hours.to) - sinceMidnight(hours.from)) / MINUTE;
  const workday = length > 0 ? length : length + DAY_MINUTES;
  if (minutes > workday) {
    throw new Failure(
      'BAD_INPUT',
      `A window of ${counted(minutes, 'minute')} is longer than any team works in a day (${counted(workday, 'minute')}).`,
      { where: 'minutes', remedy: 'Make the window shorter, or the hours longer.' },
    );
  }
}

/** The teams behind a release: its train's and its services', each once; the train itself where there are none. */
function crewsOf({ view: { tables } }: Ready, train: Train): readonly string[] {
  const behind = train.services.flatMap((id) => tables.service.get(id)?.teamId ?? []);
  const teams = [...new Set([...train.teams, ...behind])].filter((id) => tables.team.has(id));
  return teams.length === 0 ? [train.id] : teams.sort();
}

interface Working {
  readonly id: string;
  readonly kind: Crew['kind'];
  readonly name: string;
  readonly zone: Zone;
  readonly calendar: WorkingCalendar;
}

function crewOf(core: CoreContext, { calendar, ...who }: Working, range: Span, hours: IntegrationInput['hours']): Crew {
  const days = { from: dayOf(range.start, who.zone), to: dayOf(range.end, who.zone) };
  const worked = workingDaysOf(core.holidays, calendar, days);
  const people = who.kind === 'team' ? presentPeople(core, [who.id as TeamId]) : { members: [], absences: [] };
  const attended = attendedDays(worked, presenceOf(people.members, people.absences), days);
  const team = { name: who.name, zone: who.zone, days: attended, ...hours };
  return { ...who, hours: [...workingSpans(team, range)] };
}

/** The environment with what is about it: a booking of somebody who takes part is in nobody's way. */
function placeOf(
  core: CoreContext,
  { view, schedule }: Ready,
  asked: { readonly id: EnvironmentId; readonly parts: readonly Part[]; readonly range: Span },
): Place {
  const environment = decisionOf(core.db, 'environment', asked.id);
  const own = new Set<string | null>(asked.parts.map(({ id }) => id));
  const services = new Map<string, readonly ServiceId[]>(asked.parts.map((part) => [part.id, part.services]));
  const takers = view.rivalsIn(asked.id).ofSharer.flatMap((index) => index.overlapping(asked.range));
  const others = new Map(takers.filter(({ releaseId }) => !own.has(releaseId)).map((one) => [one.id, one]));
  return {
    schedule,
    targetsOf: (id) => [
      ...(services.get(id) ?? []).flatMap((each) => {
        const service = view.tables.service.get(each);
        return service === undefined ? [] : targetsOfService(service, environment);
      }),
      targetOfPlace(environment, null),
    ],
    taken: [...others.values()].map(({ id, title, startAt: start, endAt: end }) => ({
      id,
      title,
      span: { start, end },
    })),
  };
}

/** What is asked, with what the plan says of the releases, their teams and the environment. */
export async function gatherIntegration(core: CoreContext, input: IntegrationInput): Promise<Gathered> {
  checkAsked(input);
  const { db } = core;
  const releases = [...new Set(input.releaseIds)].sort().map((id) => openReleaseOf(db, id));
  const range = spanOfDays(core, input);
  const plan = await readyPlan(core);
  const { team, service } = plan.view.tables;
  const participants = releases.map((release): Participant => {
    const train = trainOf(db, release.trainId);
    const milestones = milestonesOf(db, release.id);
    return {
      releaseId: release.id,
      title: titleOf(db, release),
      departsAt: release.departsAt,
      ready: readinessOf(milestones, input.readyBy, range.start),
      crews: [...crewsOf(plan, train)],
      milestones: milestones.filter(({ kind }) => kind === 'integration'),
      services: train.services,
    };
  });
  const trains = new Map<string, Train>(releases.map(({ trainId }) => [trainId, trainOf(db, trainId)]));
  const crews = [...new Set(participants.flatMap((one) => one.crews))].sort().flatMap((id): readonly Crew[] => {
    const found = team.get(id)?.team ?? trains.get(id);
    if (found === undefined) return [];
    const { name, zone, calendar } = found;
    return [crewOf(core, { id, kind: trains.has(id) ? 'train' : 'team', name, zone, calendar }, range, input.hours)];
  });
  const parts = participants.map(({ releaseId: id, services, crews: own, ready }) => ({
    id,
    services,
    crews: own,
    ready,
  }));
  const { environmentId: id } = input;
  const question: IntegrationQuestion = {
    parts,
    dependsOn: (each) => service.get(each)?.dependsOn ?? [],
    hours: new Map(crews.map((crew) => [crew.id, crew.hours])),
    range,
    now: core.env.now(),
    minutes: input.minutes,
    gapMinutes: input.gapMinutes,
    place: id === null ? null : placeOf(core, plan, { id, parts, range }),
    chosen: new Map(input.chosen.map(({ step, at }) => [step, at])),
    zone: readWorkspace(db).zone,
  };
  return { question, participants, crews };
}
