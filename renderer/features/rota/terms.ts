import type { RosterTerms } from '../../../shared/model/roster.ts';
import type { ClockTime } from '../../../shared/model/time.ts';
import { formatCount } from '../../lib/format.ts';
import type { RotaSearch } from './search.ts';

/** The terms of an address: office hours from Monday to Friday, nobody twice in a row, pairs where that can be, people of the train’s teams. */
export function termsOf(search: RotaSearch): RosterTerms {
  return {
    workingHours: {
      from: search.starts ?? ('08:00' as ClockTime), // a clock time, as written
      to: search.ends ?? ('20:00' as ClockTime), // a clock time, as written
    },
    workdays: [...(search.workdays ?? [1, 2, 3, 4, 5])],
    restReleases: search.rest ?? 1,
    pairing: search.pairing ?? 'prefer',
    ownTeams: search.teams !== 'any',
    seed: search.seed ?? 1,
  };
}

/** The terms in a line. */
export function termsWords(terms: RosterTerms, skills: readonly string[]): string {
  const { workingHours, restReleases, pairing, ownTeams } = terms;
  const parts = [
    `departures from ${workingHours.from} to ${workingHours.to} on each one’s own clock`,
    ownTeams ? 'people of the train’s teams' : 'people of any team',
    restReleases === 0 ? 'no rest in between' : `${formatCount(restReleases, 'release')} of rest after a part`,
    pairing === 'strict'
      ? 'always one who is familiar with one who is new'
      : 'one who is familiar with one who is new where that can be',
    ...(skills.length === 0 ? [] : [`leads with ${skills.join(', ')}`]),
  ];
  return parts.join('; ');
}
