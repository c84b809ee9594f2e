import type { Absence, Person } from '../../model/catalogue.ts';
import type { Conflict, ConflictSide, Thing } from '../../model/conflict.ts';
import type { Release } from '../../model/release.ts';
import type { Span } from '../../model/span.ts';
import { type Day, instant, type Zone } from '../../model/time.ts';
import { addDays, eachDay } from '../calendar/days.ts';
import { isAhead } from '../calendar/release-ahead.ts';
import type { WorkingDays } from '../calendar/working-days.ts';
import { startOfDay } from '../calendar/zoned-time.ts';
import { overlap } from '../freezes/spans.ts';
import { isSameRole, isShadowRole } from '../rotation/roles.ts';
import { daysTouched, dutiesOf } from './duties.ts';
import { conflictKey } from './key.ts';
import { LISTED } from './pair-space.ts';
import type { Edit } from './plan.ts';
import type { Rule } from './rule.ts';
import { listed, quoted, sideOfDeployment, thingOf } from './sides.ts';
import { releasesOf } from './subjects.ts';
import type { PlanView } from './view.ts';

const KIND = 'owner-away';

type OwnerAway = Extract<Conflict, { kind: typeof KIND }>;

const LAST_DAY = '9999-12-31';
const END_OF_TIME = instant(253_402_300_800_000);

/** The time of whole days in a zone, both included. */
function spanOfDays(first: Day, last: Day, zone: Zone): Span {
  return { start: startOfDay(first, zone), end: last >= LAST_DAY ? END_OF_TIME : startOfDay(addDays(last, 1), zone) };
}

/** Who has a part in a release, with what they are in it. */
function partsIn(view: PlanView, release: Release): ReadonlyMap<string, readonly string[]> {
  const parts = new Map<string, string[]>();
  const owner = view.tables.train.get(release.trainId)?.ownerId;
  if (owner) parts.set(owner, ['owner']);
  for (const { personId, role } of view.assignmentsOf(release.id))
    parts.set(personId, [...(parts.get(personId) ?? []), role]);
  return parts;
}

function weigh(
  view: PlanView,
  release: Release,
  personId: string,
  roles: readonly string[],
): Pick<Conflict, 'severity' | 'because'> {
  const needed = roles.filter((role) => !isShadowRole(role));
  if (needed.length === 0) return { severity: 'minor', because: 'A shadow can be spared.' };
  const others = view.assignmentsOf(release.id).filter((each) => each.personId !== personId);
  const alone = needed.filter((role) => !others.some((each) => isSameRole(each.role, role)));
  if (alone.length === 0) return { severity: 'minor', because: `Somebody else is ${listed(needed)} too.` };
  return { severity: 'serious', because: `Nobody else is ${listed(alone)} of ${quoted(view.titleOf(release.id))}.` };
}

/** The days off by name that a time touches; days of the week that are not worked are not among them. */
function holidaysIn(span: Span, zone: Zone, { daysOff }: WorkingDays): readonly Day[] {
  if (daysOff.size === 0) return [];
  const { first, last } = daysTouched(span, zone);
  return [...eachDay(first, last)].filter((day) => daysOff.has(day));
}

interface Away {
  readonly why: OwnerAway['why'];
  readonly who: Thing;
  readonly duty: ConflictSide;
  /** Absences or days off, at least one. */
  readonly sides: readonly ConflictSide[];
  readonly path: readonly Thing[];
}

function conflictOf({ why, who, duty, sides, path }: Away, weight: Pick<Conflict, 'severity' | 'because'>): OwnerAway {
  const [first] = sides as readonly [ConflictSide];
  return {
    kind: KIND,
    key: conflictKey(KIND, [why, who.kind, who.id, duty.thing.id]),
    sides: [duty, ...sides.slice(0, LISTED - 1)],
    sideCount: sides.length + 1,
    atLeast: false,
    at: overlap(duty.span, first.span) ?? duty.span,
    rule: `${quoted(who.name)} ${why === 'absence' ? 'is away' : `has a day off (${first.thing.name})`} at the time of ${quoted(duty.thing.name)}.`,
    resource: who,
    relation: path.length === 0 ? 'same' : 'parent',
    path: [...path],
    ...weight,
    why,
  };
}

function dayOffSides(span: Span, zone: Zone, days: WorkingDays): readonly ConflictSide[] {
  return holidaysIn(span, zone, days).map((day) => ({
    thing: { kind: 'day-off', id: day, name: days.daysOff.get(day) || 'Day off' },
    span: spanOfDays(day, day, zone),
    releaseId: null,
  }));
}

function absenceSides(span: Span, { name, zone }: Person, absences: readonly Absence[]): readonly ConflictSide[] {
  if (absences.length === 0) return [];
  const { first, last } = daysTouched(span, zone);
  return absences
    .filter(({ firstDay, lastDay }) => firstDay <= last && lastDay >= first)
    .sort((a, b) => (a.firstDay < b.firstDay ? -1 : Number(a.firstDay > b.firstDay)))
    .map(({ id, firstDay, lastDay, reason }) => ({
      thing: {
        kind: 'absence' as const,
        id,
        name: `${name}’s absence${reason.trim() === '' ? '' : `: ${reason.trim()}`}`,
      },
      span: spanOfDays(firstDay, lastDay, zone),
      releaseId: null,
    }))
    .filter((side) => overlap(side.span, span) !== null);
}

function peopleAway(view: PlanView, release: Release, duties: readonly ConflictSide[]): readonly OwnerAway[] {
  return [...partsIn(view, release)].flatMap(([personId, roles]) => {
    const person = view.tables.person.get(personId);
    if (person === undefined) return [];
    const who = thingOf(view, 'person', personId);
    const team = view.tables.team.get(person.teamId ?? '');
    const weight = weigh(view, release, personId, roles);
    return duties.flatMap((duty) => {
      const absent = absenceSides(duty.span, person, view.absencesOf(personId));
      const off = team ? dayOffSides(duty.span, person.zone, team.days) : [];
      return [
        ...(absent.length > 0 ? [conflictOf({ why: 'absence', who, duty, sides: absent, path: [] }, weight)] : []),
        ...(off.length > 0 ? [conflictOf({ why: 'holiday', who, duty, sides: off, path: [] }, weight)] : []),
      ];
    });
  });
}

/** The teams that work for a release, or whose service it ships, each with the way to it. */
function teamsOf(view: PlanView, release: Release): ReadonlyMap<string, readonly Thing[]> {
  const train = view.tables.train.get(release.trainId)?.train;
  const teams = new Map<string, readonly Thing[]>();
  const from = thingOf(view, 'release', release.id);
  for (const id of train?.teams ?? []) teams.set(id, [from, thingOf(view, 'team', id)]);
  for (const id of train?.services ?? []) {
    const team = view.tables.service.get(id)?.teamId;
    if (team && !teams.has(team)) teams.set(team, [thingOf(view, 'service', id), thingOf(view, 'team', team)]);
  }
  return teams;
}

function teamsAway(view: PlanView, release: Release): readonly OwnerAway[] {
  const deployments = view.deploymentsOf(release.id).map(sideOfDeployment);
  return [...teamsOf(view, release)].flatMap(([id, path]) => {
    const team = view.tables.team.get(id);
    if (team === undefined) return [];
    const weight = { severity: 'minor' as const, because: 'Should it go wrong, fewer people are there to help.' };
    return deployments.flatMap((duty) => {
      const sides = dayOffSides(duty.span, team.team.zone, team.days);
      const who = thingOf(view, 'team', id);
      return sides.length > 0 ? [conflictOf({ why: 'holiday', who, duty, sides, path }, weight)] : [];
    });
  });
}

function find(view: PlanView, subject: string): readonly Conflict[] {
  const release = view.tables.release.get(subject);
  if (release === undefined || !isAhead(release)) return [];
  const named = { ...release, name: view.titleOf(release.id) };
  const duties = dutiesOf(named, view.milestonesOf(release.id), view.deploymentsOf(release.id));
  return [...peopleAway(view, release, duties), ...teamsAway(view, release)];
}

/** The releases in which a person has a part. */
function* releasesWith(view: PlanView, personId: string): Iterable<string> {
  for (const { releaseId } of view.assignmentsTo(personId)) yield releaseId;
  const owned = [...view.tables.train.values()].filter(({ ownerId }) => ownerId === personId);
  for (const { train } of owned) {
    const runs = view.runsOf(train.id);
    for (let at = 0; at < runs.size; at += 1) yield runs.at(at)?.id ?? '';
  }
}

function touched(view: PlanView, edit: Edit): Iterable<string> {
  if (edit.kind !== 'absence') return releasesOf(view, edit);
  const absences = [view.tables.absence.get(edit.id), edit.to];
  return absences.flatMap((each) => (each ? [...releasesWith(view, each.personId)] : []));
}

/**
 * Somebody with a part in a release, its train's owner included, who is absent or whose team's calendar has a day off by name
 * when the release is decided on or deployed; and a team that has such a day when what it works on is deployed. Days
 * are those of the person's, or team's, own zone. Weekends are not days off by name: who deploys on one means to.
 */
export const ownerAway: Rule = { name: KIND, over: 'releases', find, touched };
