import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Catalogue } from '../../../../shared/contract/catalogue.ts';
import type { Assignment } from '../../../../shared/model/assignment.ts';
import type { Booking, Environment } from '../../../../shared/model/environment.ts';
import type { ScheduleRule } from '../../../../shared/model/schedule-rule.ts';
import type { Day } from '../../../../shared/model/time.ts';
import { type Answer, answerOf } from '../../../lib/answer.ts';
import { orpc } from '../../../lib/client.ts';
import { useSameList } from '../use-same-list.ts';
import type { PlanWindow } from '../windows.ts';
import { namesPlaces, namesServices } from './bands-of.ts';
import { type LaneGroup, shownGroups } from './groups.ts';
import { mergeOccurrences, type Occurrences } from './rule-entries.ts';
import type { Holidays } from './team-lanes.ts';

/** What the calendar shows besides trains, as far as it has come and as far as it is shown. */
export interface KnownExtras {
  readonly groups: readonly LaneGroup[];
  readonly rules: readonly ScheduleRule[];
  readonly occurrences: Occurrences;
  readonly environments: readonly Environment[];
  readonly bookings: readonly Booking[];
  readonly catalogue: Catalogue;
  readonly assignments: readonly Assignment[];
  readonly holidays: Holidays;
}

/** The same object for as long as it holds the same, and how its reading stands. */
export interface Extras {
  readonly known: KnownExtras;
  /** Whether it is known which groups there are. */
  readonly ready: boolean;
  /** Bookings that the limit left out. */
  readonly leftOut: number;
  /** Something is still on its way. */
  readonly partial: boolean;
  /** The first reading that failed, or that could not be made anew. */
  readonly trouble: Answer<unknown> | null;
}

const NONE: readonly never[] = [];
const NO_CATALOGUE: Catalogue = { services: [], teams: [], people: [], absences: [] };

/** The answers that have come, the same list as long as they are the same. */
function useCome<T>(results: readonly { readonly data: T | undefined }[]): readonly T[] {
  return useSameList(results.flatMap(({ data }) => (data === undefined ? [] : [data])));
}

function useOccurrences(windows: readonly PlanWindow[], enabled: boolean) {
  const results = useQueries({
    queries: windows.map((input) => ({ ...orpc.scheduleRules.occurrences.queryOptions({ input }), enabled })),
  });
  const come = useCome(results);
  return { results, occurrences: useMemo(() => mergeOccurrences(come), [come]) };
}

function useBookings(windows: readonly PlanWindow[], enabled: boolean) {
  const results = useQueries({
    queries: windows.map((input) => ({ ...orpc.environments.bookings.queryOptions({ input }), enabled })),
  });
  const come = useCome(results);
  const bookings = useMemo(
    // A booking that touches two windows is there once.
    () => [...new Map(come.flatMap((one) => one.bookings.map((booking) => [booking.id, booking] as const))).values()],
    [come],
  );
  return { results, bookings, leftOut: come.reduce((sum, one) => sum + one.leftOut, 0) };
}

function useHolidays(catalogue: Catalogue, windows: readonly PlanWindow[], enabled: boolean) {
  const places = [...new Set(catalogue.teams.flatMap(({ calendar }) => calendar.holidays ?? []))].sort();
  const asked = places.flatMap((place) => windows.map((window) => ({ place, ...window })));
  const results = useQueries({
    queries: asked.map((input) => ({ ...orpc.calendar.holidays.queryOptions({ input }), enabled })),
  });
  const come = useSameList(results.map(({ data }) => data ?? NONE));
  const key = asked.map(({ place }) => place).join();
  const holidays = useMemo(() => {
    const byPlace = new Map<string, Map<Day, string>>();
    key.split(',').forEach((place, index) => {
      const days = byPlace.get(place) ?? new Map<Day, string>();
      for (const { day, name } of come[index] ?? NONE) days.set(day, name);
      byPlace.set(place, days);
    });
    return byPlace;
  }, [come, key]);
  return { results, holidays };
}

/** Reads what the lanes besides the trains' show, and what says which freezes shade which trains. */
export function useExtras(windows: readonly PlanWindow[], chosen: readonly LaneGroup[] | undefined): Extras {
  const ruleList = useQuery(orpc.scheduleRules.list.queryOptions({ input: {} }));
  const rules = ruleList.data?.rules ?? NONE;
  const hasRules = rules.length > 0;
  const groups = useSameList(shownGroups(chosen, hasRules));
  const [placesMatter, servicesMatter] = useMemo(() => [namesPlaces(rules), namesServices(rules)], [rules]);
  const needsPlaces = groups.includes('environments') || placesMatter;
  const needsTeams = groups.includes('teams');
  const times = useOccurrences(windows, hasRules);
  const environmentList = useQuery({
    ...orpc.environments.list.queryOptions({ input: {} }),
    enabled: needsPlaces,
  });
  const booked = useBookings(windows, needsPlaces);
  const catalogueRead = useQuery({
    ...orpc.catalogue.read.queryOptions({ input: {} }),
    enabled: needsTeams || servicesMatter,
  });
  const catalogue = catalogueRead.data ?? NO_CATALOGUE;
  const parts = useQuery({
    ...orpc.assignments.list.queryOptions({ input: { releaseId: null } }),
    enabled: needsTeams,
  });
  const off = useHolidays(catalogue, windows, needsTeams);
  const queries = [
    ruleList,
    environmentList,
    catalogueRead,
    parts,
    ...times.results,
    ...booked.results,
    ...off.results,
  ];
  const failed = queries.find(({ error }) => error !== null);
  const environments = environmentList.data ?? NONE;
  const assignments = parts.data ?? NONE;
  const { occurrences } = times;
  const { bookings } = booked;
  const { holidays } = off;
  const known = useMemo(
    () => ({ groups, rules, occurrences, environments, bookings, catalogue, assignments, holidays }),
    [groups, rules, occurrences, environments, bookings, catalogue, assignments, holidays],
  );
  return {
    known,
    ready: ruleList.data !== undefined || ruleList.error !== null,
    leftOut: booked.leftOut,
    // A query that nothing needs is not fetched at all.
    partial: queries.some((query) => query.data === undefined && query.fetchStatus === 'fetching'),
    trouble: failed === undefined ? null : answerOf(failed),
  };
}
