import type { Rotation } from '../../shared/domain/rotation/roster-hindrances.ts';
import { Absence, Person } from '../../shared/model/catalogue.ts';
import { RosterPlace, RosterRelease, RosterTerm, RosterTerms } from '../../shared/model/roster.ts';
import { anInstant } from './times.ts';

/** Somebody in Berlin who leads, unless it says otherwise. */
export function person(id: string, changes: Partial<Record<keyof Person, unknown>> = {}): Person {
  return Person.parse({ id, name: id, teamId: null, zone: 'Europe/Berlin', skills: [], leads: 'lead', ...changes });
}

const HOUR = 3_600_000;

/** A release on a day at 10:00 UTC that takes an hour, its only duty, unless it says otherwise. */
export function turn(
  id: string,
  day: string,
  changes: Partial<Record<keyof RosterRelease, unknown>> = {},
): RosterRelease {
  const departsAt = anInstant(`${day}T10:00Z`);
  const span = { start: departsAt, end: departsAt + HOUR };
  return RosterRelease.parse({
    releaseId: id,
    name: id,
    departsAt,
    day,
    duties: [{ name: id, span }],
    deployments: [span],
    elsewhere: [],
    teams: [],
    skills: [],
    ...changes,
  });
}

/** A release on the so-manieth Tuesday of 2026. */
export function tuesday(
  id: string,
  index: number,
  changes: Partial<Record<keyof RosterRelease, unknown>> = {},
): RosterRelease {
  return turn(id, tuesdayOf(index), changes);
}

/** The so-manieth Tuesday of 2026; negative ones lie in 2025. */
export function tuesdayOf(index: number): string {
  return new Date(Date.UTC(2026, 0, 6) + index * 7 * 86_400_000).toISOString().slice(0, 10);
}

/** A part that somebody had in a release of a day. */
export function term(releaseId: string, day: string, part: 'lead' | 'shadow', personId: string): RosterTerm {
  const departsAt = anInstant(`${day}T10:00Z`);
  const deployments = [{ start: departsAt, end: departsAt + HOUR }];
  return RosterTerm.parse({ releaseId, name: releaseId, departsAt, deployments, part, personId });
}

export function placed(releaseId: string, part: 'lead' | 'shadow', personId: string): RosterPlace {
  return RosterPlace.parse({ releaseId, part, personId });
}

export function away(personId: string, firstDay: string, lastDay = firstDay): Absence {
  return Absence.parse({ id: `away-${personId}-${firstDay}`, personId, firstDay, lastDay, reason: '' });
}

/** A rotation in which one sits out the next release, works nine to six on weekdays and prefers pairs. */
export function rotation(
  changes: Partial<Omit<Rotation, 'terms'>> & { readonly terms?: Partial<RosterTerms> } = {},
): Rotation {
  const terms = RosterTerms.parse({
    workingHours: { from: '09:00', to: '18:00' },
    workdays: [1, 2, 3, 4, 5],
    restReleases: 1,
    pairing: 'prefer',
    seed: 1,
    ...changes.terms,
  });
  return { people: [], releases: [], past: [], absences: [], daysOff: [], ...changes, terms };
}
