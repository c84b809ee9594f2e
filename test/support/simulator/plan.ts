import type { CoreClient } from '../../../electron/core/core.ts';
import type { ConnectionId, ReleaseId, TrainId } from '../../../shared/model/ids.ts';
import type { Day } from '../../../shared/model/time.ts';
import { TrainPlan } from '../../../shared/model/train.ts';
import type { Enterprise, SimulatedTrain } from './enterprise.ts';
import { DAY } from './rhythm.ts';

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

function dayOf(at: number): Day {
  return new Date(at).toISOString().slice(0, 10) as Day;
}

function stage(key: string, kind: string, start: number, end: number | null) {
  const unit = 'calendar-days';
  return {
    key,
    name: key.replaceAll('-', ' '),
    kind,
    start: { amount: start, unit },
    startTime: '09:00',
    end: end === null ? null : { amount: end, unit },
    endTime: end === null ? null : '17:00',
  };
}

/** The plan that a coordinator would have written for a simulated train: its rhythm, its stages, what boards it. */
export function trainPlan(enterprise: Enterprise, train: SimulatedTrain, jira: ConnectionId): TrainPlan {
  const [first, second] = train.departures;
  if (first === undefined || second === undefined) throw new Error(`the train ${train.name} never departs`);
  const weeks = Math.round((second.departsAt - first.departsAt) / (7 * DAY));
  const byday = WEEKDAYS[new Date(first.departsAt).getUTCDay()];
  const riders = enterprise.teams.filter((team) => team.train === train && team.tracker === 'jira');
  return TrainPlan.parse({
    name: train.name,
    owner: riders[0]?.people[0]?.name ?? '',
    zone: 'UTC',
    calendar: { workdays: [1, 2, 3, 4, 5], holidays: null, extraDaysOff: [] },
    cadence: {
      rrule: `FREQ=WEEKLY;INTERVAL=${weeks};BYDAY=${byday}`,
      from: dayOf(first.departsAt),
      departureTime: '09:00',
      onDayOff: 'keep',
    },
    releaseName: `${train.name} {year}.{week}`,
    stages: [
      stage('scope-cut-off', 'scope-cut-off', -8, null),
      stage('code-freeze', 'code-freeze', -6, 0),
      stage('acceptance', 'uat', -5, -2),
      stage('go-or-no-go', 'go-no-go', -1, null),
      stage('hypercare', 'hypercare', 0, 2),
    ],
    projects: riders.map((team) => ({ connectionId: jira, key: team.key })),
    services: [],
    teams: [],
    bufferDays: 0,
    boarding: [{ by: 'version', pattern: '{release}' }],
    notes: '',
  });
}

export interface Planned {
  readonly trains: readonly TrainId[];
  readonly releases: number;
  readonly boarded: number;
  /** The next departure of the first train. */
  readonly next: ReleaseId;
}

export interface PlanOptions {
  readonly jira: ConnectionId;
  /** The reader's now: releases around it are boarded. */
  readonly now: number;
}

/** Plans every train of an enterprise through the contract, as a coordinator would, and boards what departs soon. */
export async function planTrains(client: CoreClient, enterprise: Enterprise, options: PlanOptions): Promise<Planned> {
  const trains: TrainId[] = [];
  let releases = 0;
  let boarded = 0;
  let next: ReleaseId | null = null;
  for (const train of enterprise.trains) {
    const { id } = await client.trains.create(trainPlan(enterprise, train, options.jira));
    trains.push(id);
    const range = { from: dayOf(enterprise.from), to: dayOf(enterprise.to + 180 * DAY) };
    await client.trains.generate({ id, ...range });
    const all = await client.releases.ofTrain({ trainId: id });
    releases += all.length;
    for (const release of all) {
      if (release.departsAt < options.now - DAY) await client.releases.update({ id: release.id, state: 'departed' });
      if (release.departsAt < options.now - 30 * DAY || release.departsAt > options.now + 60 * DAY) continue;
      boarded += (await client.releases.boardByRules({ releaseId: release.id })).boarded.length;
      if (release.departsAt >= options.now) next ??= release.id;
    }
  }
  if (next === null) throw new Error('no train departs after now');
  return { trains, releases, boarded, next };
}
