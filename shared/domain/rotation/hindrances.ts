import type { Absence, Person } from '../../model/catalogue.ts';
import type { Hindrance, RosterPart, RosterRelease, RosterTerms } from '../../model/roster.ts';
import { weekdayOf } from '../calendar/days.ts';
import { daysWords, WEEKDAYS } from '../calendar/time-words.ts';
import { clockOfLocal, dayOfLocal, toLocal } from '../calendar/zoned-time.ts';
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
}

/**
 * What keeps somebody from a place whoever else is in the roster: that they do not lead (or take no part), an absence
 * on one of its days, a departure outside their working hours on their own clock and calendar, or a skill that the
 * release asks of its lead. A shadow learns: no skill is asked of them.
 */
export function ownHindrances(
  person: Person,
  part: RosterPart,
  release: RosterRelease,
  { terms, absences }: Availability,
): readonly Hindrance[] {
  const { name } = person;
  const found: Hindrance[] = [];
  if (!takesPart(part, person)) {
    const what = part === 'lead' ? 'leads no release' : 'takes no turn';
    found.push({ why: 'takes-no-such-part', text: `${name} ${what}.` });
  }
  const absence = absences.find(
    ({ personId, firstDay, lastDay }) =>
      personId === person.id && firstDay <= release.lastDay && lastDay >= release.firstDay,
  );
  if (absence !== undefined) {
    const { firstDay, lastDay } = absence;
    found.push({
      why: 'absent',
      text: `${name} is away ${firstDay === lastDay ? 'on' : 'from'} ${daysWords(firstDay, lastDay)}.`,
    });
  }
  if (!worksAt(release, person, terms)) {
    const text = `It departs at ${departureFor(release, person)}, when ${name} does not work.`;
    found.push({ why: 'outside-working-hours', text });
  }
  const missing = part === 'lead' ? missingSkills(release, person) : [];
  if (missing.length > 0) found.push({ why: 'skill-missing', text: `${name} lacks ${missing.join(', ')}.` });
  return found;
}
