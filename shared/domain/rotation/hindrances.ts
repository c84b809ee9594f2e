import type { Absence, Person } from '../../model/catalogue.ts';
import type { Hindrance, RosterPart, RosterRelease, RosterTerms, TeamDayOff } from '../../model/roster.ts';
import { weekdayOf } from '../calendar/days.ts';
import { daysWords, dayWords, WEEKDAYS } from '../calendar/time-words.ts';
import { clockOfLocal, dayOfLocal, toLocal } from '../calendar/zoned-time.ts';
import { daysTouched } from '../conflicts/duties.ts';
import { foldText } from '../text/fold-text.ts';

type Hours = RosterTerms['workingHours'];

/** Whether a clock time is within hours, both ends included; hours that end before they begin go over midnight. */
function isWithin(clock: string, { from, to }: Hours): boolean {
  return from < to ? clock >= from && clock <= to : clock >= from || clock <= to;
}

/** When a release departs on somebody's own clock: `10:30 on Tuesday in Europe/Berlin`. */
export function departureFor({ departsAt }: Pick<RosterRelease, 'departsAt'>, { zone }: Pick<Person, 'zone'>): string {
  const local = toLocal(departsAt, zone);
  // Weekdays are 1 to 7.
  const weekday = WEEKDAYS[weekdayOf(dayOfLocal(local)) - 1] as string;
  return `${clockOfLocal(local)} on ${weekday} in ${zone}`;
}

function worksAt(release: RosterRelease, { zone }: Person, { workingHours, workdays }: RosterTerms): boolean {
  const local = toLocal(release.departsAt, zone);
  return workdays.includes(weekdayOf(dayOfLocal(local))) && isWithin(clockOfLocal(local), workingHours);
}

/** The skills that a release's lead must have and somebody has not, as the release names them. */
function missingSkills({ skills }: RosterRelease, person: Person): readonly string[] {
  const known = new Set(person.skills.map(foldText));
  return skills.filter((skill) => !known.has(foldText(skill)));
}

function takesPart(part: RosterPart, { leads }: Person): boolean {
  return part === 'lead' ? leads === 'lead' : leads !== 'no';
}

/** Who may be placed where, by what is known of each person. */
export interface Availability {
  readonly terms: RosterTerms;
  readonly absences: readonly Absence[];
  /** The days on which the teams of people do not work, as far as releases have duties on them. */
  readonly daysOff: readonly TeamDayOff[];
}

/** The first of a release's duties on whose days, by their own calendar, something is; null where it is on none. */
function dutyOn<T>(
  { duties }: RosterRelease,
  { zone }: Person,
  find: (days: ReturnType<typeof daysTouched>) => T | undefined,
): { readonly found: T; readonly at: string } | null {
  for (const { name, span } of duties) {
    const found = find(daysTouched(span, zone));
    if (found !== undefined) return { found, at: `at the time of “${name}”` };
  }
  return null;
}

/** That somebody is away, or their team has a day off, at one of a release's duties; empty where they are there. */
export function awayAt(
  release: RosterRelease,
  person: Person,
  { absences, daysOff }: Pick<Availability, 'absences' | 'daysOff'>,
): readonly Hindrance[] {
  const own = absences.filter(({ personId }) => personId === person.id);
  const free = daysOff.filter(({ teamId }) => teamId === person.teamId);
  if (own.length === 0 && free.length === 0) return [];
  const absence = dutyOn(release, person, ({ first, last }) =>
    own.find(({ firstDay, lastDay }) => firstDay <= last && lastDay >= first),
  );
  if (absence !== null) {
    const { firstDay, lastDay } = absence.found;
    const when = `${firstDay === lastDay ? 'on' : 'from'} ${daysWords(firstDay, lastDay)}`;
    return [{ why: 'absent', text: `${person.name} is away ${when}, ${absence.at}.` }];
  }
  const off = dutyOn(release, person, ({ first, last }) => free.find(({ day }) => day >= first && day <= last));
  if (off === null) return [];
  const { day, name } = off.found;
  return [{ why: 'day-off', text: `${person.name} has a day off on ${dayWords(day)} (${name}), ${off.at}.` }];
}

/** That somebody has a part in a release that is deployed at the same time. */
export function partElsewhere(person: Person, release: string): Hindrance {
  return { why: 'elsewhere', text: `${person.name} has a part in “${release}”, which is deployed at the same time.` };
}

/**
 * What keeps somebody from a place whoever else is in the roster: that they do not lead (or take no part), that none of
 * the train's teams is theirs, an absence or a day off of their team at one of its duties, a departure outside their
 * working hours, all on their own clock and calendar; a part beside the rota in a release that is deployed at the same
 * time; or a skill that the release asks of its lead. A shadow learns: no
 * skill is asked of them.
 */
export function ownHindrances(
  person: Person,
  part: RosterPart,
  release: RosterRelease,
  availability: Availability,
): readonly Hindrance[] {
  const { name, teamId } = person;
  const { terms } = availability;
  const found: Hindrance[] = [];
  if (!takesPart(part, person)) {
    const what = part === 'lead' ? 'leads no release' : 'takes no turn';
    found.push({ why: 'takes-no-such-part', text: `${name} ${what}.` });
  }
  if (terms.ownTeams && release.teams.length > 0 && (teamId === null || !release.teams.includes(teamId))) {
    found.push({ why: 'other-team', text: `${name} is in no team that works for its train.` });
  }
  found.push(...awayAt(release, person, availability));
  const other = release.elsewhere.find(({ personId }) => personId === person.id);
  if (other !== undefined) found.push(partElsewhere(person, other.name));
  if (!worksAt(release, person, terms)) {
    const text = `It departs at ${departureFor(release, person)}, when ${name} does not work.`;
    found.push({ why: 'outside-working-hours', text });
  }
  const missing = part === 'lead' ? missingSkills(release, person) : [];
  if (missing.length > 0) found.push({ why: 'skill-missing', text: `${name} lacks ${missing.join(', ')}.` });
  return found;
}
