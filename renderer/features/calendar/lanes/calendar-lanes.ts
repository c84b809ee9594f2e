import type { CalendarLane, CalendarRange } from '../../../../shared/contract/calendar.ts';
import { releaseTitle } from '../../../../shared/domain/text/release-title.ts';
import type { Zone } from '../../../../shared/model/time.ts';
import type { Train } from '../../../../shared/model/train.ts';
import { timelineLanes } from '../plan-view.ts';
import type { LaneEntry } from '../timeline/entry.ts';
import type { TimelineLane } from '../timeline/model.ts';
import type { PlanWindow } from '../windows.ts';
import { arrange } from './arrange.ts';
import { bandFinder, type Places, targetsOfTrain } from './bands-of.ts';
import { bookingEntries, environmentLanes, type ReleaseNames } from './booking-entries.ts';
import type { KnownExtras } from './extras.ts';
import type { LaneGroup } from './groups.ts';
import { ruleEntries, ruleLanes } from './rule-entries.ts';
import { teamLanes } from './team-lanes.ts';

export interface LanesInput {
  /** The plan after the filters. */
  readonly lanes: readonly CalendarLane[];
  readonly daysOff: CalendarRange['daysOff'];
  readonly trains: ReadonlyMap<string, Train>;
  readonly loaded: PlanWindow;
  readonly extras: KnownExtras;
  readonly folded: ReadonlySet<LaneGroup>;
  /** The workspace's. */
  readonly zone: Zone;
}

function releaseNames(lanes: readonly CalendarLane[]): ReleaseNames {
  return new Map(
    lanes.flatMap(({ name: train, releases }) =>
      releases.map(({ id, name }) => [id as string, releaseTitle(train, name)] as const),
    ),
  );
}

function trainLanes(input: LanesInput, bandsOf: ReturnType<typeof bandFinder>): readonly TimelineLane[] {
  const { catalogue, environments, bookings } = input.extras;
  const places: Places = {
    services: new Map(catalogue.services.map((service) => [service.id as string, service])),
    environments: new Map(environments.map((environment) => [environment.id as string, environment])),
    bookings,
  };
  return timelineLanes(input, input.trains, input.loaded).map((lane) => {
    const train = input.trains.get(lane.id);
    if (train === undefined) return lane;
    const releaseIds = new Set(lane.releases.map(({ id }) => id as string));
    return { ...lane, bands: bandsOf(targetsOfTrain(train, releaseIds, places)) };
  });
}

/** Every lane that the timeline draws, from top to bottom. */
export function calendarLanes(input: LanesInput): readonly TimelineLane[] {
  const { extras, folded } = input;
  const { groups, rules, occurrences, environments, bookings } = extras;
  const bandsOf = bandFinder(rules, occurrences);
  const open = (group: LaneGroup) => groups.includes(group);
  const none: readonly TimelineLane[] = [];
  const lanesOf: Readonly<Record<LaneGroup, readonly TimelineLane[]>> = {
    rules: open('rules') ? ruleLanes(rules, ruleEntries(rules, occurrences, input.zone)) : none,
    trains: open('trains') ? trainLanes(input, bandsOf) : none,
    environments: open('environments')
      ? environmentLanes(environments, bookingEntries(environments, bookings, releaseNames(input.lanes)), bandsOf)
      : none,
    teams: open('teams')
      ? teamLanes({ ...extras, lanes: input.lanes, trains: input.trains, loaded: input.loaded })
      : none,
  };
  return arrange(groups, lanesOf, folded);
}

/** What the month and the agenda show besides releases: what rules hold, and bookings, as far as their lanes are chosen. */
export function calendarEntries({
  lanes,
  extras,
  zone,
}: Pick<LanesInput, 'lanes' | 'extras' | 'zone'>): readonly LaneEntry[] {
  const { groups, rules, occurrences, environments, bookings } = extras;
  return [
    ...(groups.includes('rules') ? ruleEntries(rules, occurrences, zone) : []),
    ...(groups.includes('environments')
      ? [...bookingEntries(environments, bookings, releaseNames(lanes)).values()].flat()
      : []),
  ];
}
