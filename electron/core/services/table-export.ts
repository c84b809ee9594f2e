import { addDays } from '../../../shared/domain/calendar/days.ts';
import { clockOfLocal, dayOfLocal } from '../../../shared/domain/calendar/zoned-time.ts';
import { writeCsv } from '../../../shared/domain/exchange/csv-write.ts';
import { writeNames } from '../../../shared/domain/exchange/name-list.ts';
import { RELEASE_FIELDS } from '../../../shared/domain/exchange/release-fields.ts';
import { THING_FIELDS } from '../../../shared/domain/exchange/thing-fields.ts';
import type { Environment } from '../../../shared/model/environment.ts';
import type { TableContent } from '../../../shared/model/imported-things.ts';
import type { ScheduleRule } from '../../../shared/model/schedule-rule.ts';
import type { LocalTime } from '../../../shared/model/time.ts';
import type { ReadDb } from '../db/database.ts';
import { allPeople, allServices, allTeams } from '../db/repositories/catalogue.ts';
import { allBookings, allEnvironments } from '../db/repositories/environments.ts';
import { releasesOfTrain } from '../db/repositories/releases.ts';
import { allScheduleRules } from '../db/repositories/schedule-rules.ts';
import { allTrains } from '../db/repositories/trains.ts';

/** A row by the keys of its columns. */
type Row = Readonly<Record<string, string | number | null>>;

function namesOf(things: readonly { readonly id: string; readonly name: string }[]) {
  const names = new Map(things.map(({ id, name }) => [id, name] as const));
  const nameOf = (id: string | null) => names.get(id ?? '') ?? '';
  return { nameOf, list: (ids: readonly string[]) => writeNames(ids.map(nameOf)) };
}

/** From the first day to the last; an end at midnight is that of the day before, whole. */
function timesOf(start: LocalTime, end: LocalTime): Row {
  const [startTime, endTime] = [clockOfLocal(start), clockOfLocal(end)];
  const isWholeDay = endTime === '00:00';
  return {
    start: dayOfLocal(start),
    startTime,
    end: isWholeDay ? addDays(dayOfLocal(end), -1) : dayOfLocal(end),
    endTime: isWholeDay ? '' : endTime,
  };
}

function releaseRows(db: ReadDb): readonly Row[] {
  return allTrains(db).flatMap((train) =>
    releasesOfTrain(db, train.id).map(({ id, name, day, departureTime, state, notes }) => {
      return { train: train.name, name, day, time: departureTime, state, notes, uid: id };
    }),
  );
}

/** A rule as a row; null for one that no row can say. */
function ruleRow(db: ReadDb): (rule: ScheduleRule) => Row | null {
  const environments = namesOf(allEnvironments(db));
  const services = namesOf(allServices(db));
  const teams = namesOf(allTeams(db));
  return ({ kind, name, reason, owner, holds, scope }) => {
    if (holds.by !== 'once' || scope.tiers.length + scope.tenants.length > 0) return null;
    const [one, other] = [holds.start.clock, holds.end.clock];
    if (one.by !== 'zone' || other.by !== 'zone' || one.zone !== other.zone) return null;
    return {
      ...{ kind, name, reason, owner, zone: one.zone },
      ...timesOf(holds.start.local, holds.end.local),
      regions: writeNames(scope.regions),
      environments: environments.list(scope.environments),
      services: services.list(scope.services),
      teams: teams.list(scope.teams),
    };
  };
}

function bookingRows(db: ReadDb): readonly Row[] {
  const environments = namesOf(allEnvironments(db));
  const services = namesOf(allServices(db));
  const releases = new Map(releaseRows(db).map((row) => [row.uid, row] as const));
  const all = allBookings(db);
  const environmentOf = new Map(all.map(({ id, environmentId }) => [id, environmentId] as const));
  return all.map((one) => {
    const { title, purpose, mode, units, priority, zone, causedBy } = one;
    const release = releases.get(one.releaseId);
    return {
      ...{ name: title, purpose, mode, units, priority, zone },
      ...timesOf(one.startLocal, one.endLocal),
      environment: environments.nameOf(one.environmentId),
      release: release?.name ?? '',
      train: release?.train ?? '',
      services: services.list(one.services),
      along: environments.nameOf(causedBy && (environmentOf.get(causedBy) ?? null)),
    };
  });
}

function environmentRow({ name, kind, region, sharing, capacity, notes }: Environment): Row {
  return { name, kind, region, sharing, capacity, notes };
}

/** The rows of a table; null for what none can say. */
function rowsOf(db: ReadDb, of: TableContent): readonly (Row | null)[] {
  const teams = namesOf(allTeams(db));
  switch (of) {
    case 'release':
      return releaseRows(db);
    case 'team':
      return allTeams(db).map(({ name, zone, notes }) => ({ name, zone, notes }));
    case 'person':
      return allPeople(db).map(({ name, teamId, zone, skills, leads }) => {
        return { name, zone, leads, team: teams.nameOf(teamId), skills: writeNames(skills) };
      });
    case 'service': {
      const all = allServices(db);
      const { list } = namesOf(all);
      return all.map(({ name, tier, teamId, regions, dependsOn, notes }) => {
        const named = { team: teams.nameOf(teamId), regions: writeNames(regions), dependsOn: list(dependsOn) };
        return { name, tier, notes, ...named };
      });
    }
    case 'environment': {
      const all = allEnvironments(db);
      const { list } = namesOf(all);
      const used = all.filter(({ archived }) => !archived);
      return used.map((one) => ({ ...environmentRow(one), parents: list(one.parents) }));
    }
    case 'schedule-rule':
      return allScheduleRules(db).map(ruleRow(db));
    case 'booking':
      return bookingRows(db);
  }
}

/** Writes a table whose columns are called as an import knows them, so that it can be read in again. */
export function exportTable(db: ReadDb, of: TableContent) {
  const fields = (of === 'release' ? RELEASE_FIELDS : THING_FIELDS[of]).filter(({ several }) => !several);
  const all = rowsOf(db, of);
  const rows = all.filter((row) => row !== null);
  const cells = rows.map((row) => fields.map(({ key }) => String(row[key] ?? '')));
  const headers = fields.map(({ label }) => label);
  return { text: writeCsv(headers, cells), rows: rows.length, leftOut: all.length - rows.length };
}
