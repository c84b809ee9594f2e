import type { Catalogue } from '../../../shared/contract/catalogue.ts';
import type { TrainSummary } from '../../../shared/contract/trains.ts';
import { WEEKDAYS } from '../../../shared/domain/calendar/time-words.ts';
import { foldText } from '../../../shared/domain/text/fold-text.ts';
import type { Absence, Person, Service, Team } from '../../../shared/model/catalogue.ts';
import type { ServiceId, TeamId } from '../../../shared/model/ids.ts';
import type { Day } from '../../../shared/model/time.ts';
import type { WorkingCalendar } from '../../../shared/model/train.ts';
import { formatCount, formatDay } from '../../lib/format.ts';
import { cyclesOf, type ServiceLinks, wayRound } from './service-links.ts';

/** A tier in words; 1 is the most critical. */
export function tierWords(tier: Service['tier']): string {
  if (tier === 1) return 'Tier 1, most hangs on it';
  return tier === 4 ? 'Tier 4, least hangs on it' : `Tier ${tier}`;
}

export const leadsWords = {
  lead: 'Takes turns as release lead',
  shadow: 'Learns as a shadow lead',
  no: 'Takes no turn',
} as const satisfies Record<Person['leads'], string>;

/** `Mon to Fri`, `Mon, Wed and Fri`, in the order of the week. */
export function weekWords(workdays: readonly number[]): string {
  const days = workdays.toSorted((one, other) => one - other);
  const short = days.map((day) => WEEKDAYS[day - 1]?.slice(0, 3) ?? '');
  const [first, last] = [days[0] ?? 0, days.at(-1) ?? 0];
  if (days.length > 2 && last - first === days.length - 1) return `${short[0]} to ${short.at(-1)}`;
  return short.length < 2 ? short.join('') : `${short.slice(0, -1).join(', ')} and ${short.at(-1)}`;
}

/** Which days a team works, in a line. */
export function calendarWords({ workdays, holidays, extraDaysOff }: WorkingCalendar): string {
  const parts = [
    weekWords(workdays),
    ...(holidays === null ? [] : [`holidays of ${holidays}`]),
    ...(extraDaysOff.length === 0 ? [] : [formatCount(extraDaysOff.length, 'more day off', 'more days off')]),
  ];
  return parts.join(', ');
}

/** The names of services, in the order of the ids. */
export function namesOf<Id extends string>(
  ids: Iterable<Id>,
  things: readonly { readonly id: Id; readonly name: string }[],
): readonly string[] {
  const names = new Map(things.map(({ id, name }) => [id, name]));
  return [...ids].flatMap((id) => names.get(id) ?? []);
}

/** What a name or anything else that is said of a thing holds of the words that are looked for. */
export function fitsText(text: string | undefined, ...said: readonly string[]): boolean {
  const words = foldText(text ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  const all = foldText(said.join(' '));
  return words.every((word) => all.includes(word));
}

/** A sentence for each group of services that need each other: `Shop needs API needs Shop`. */
export function cycleWords(services: readonly Service[], links: ServiceLinks): readonly string[] {
  return cyclesOf(services, links).map((cycle) => {
    const way = namesOf(wayRound(cycle, links), services).map((name) => `“${name}”`);
    return `${way.join(' needs ')}: none of them can be released first.`;
  });
}

/** The trains that name a service or a team. */
export function trainsNaming(
  trains: readonly TrainSummary[],
  id: ServiceId | TeamId,
): readonly TrainSummary['train'][] {
  return trains
    .map(({ train }) => train)
    .filter(({ services, teams }) => services.some((one) => one === id) || teams.some((one) => one === id));
}

/** `Fri 25 Dec`, or `Mon 21 Dec to Thu 31 Dec 2026`: the year stands with the last day. */
export function spanWords({ firstDay, lastDay }: Pick<Absence, 'firstDay' | 'lastDay'>): string {
  if (firstDay === lastDay) return formatDay(firstDay);
  const sameYear = firstDay.slice(0, 4) === lastDay.slice(0, 4);
  return `${formatDay(firstDay, sameYear ? 'medium' : 'long')} to ${formatDay(lastDay)}`;
}

/** Somebody's absence beside who it is. */
export interface Away {
  readonly person: Person;
  readonly absence: Absence;
}

/** Who is away on a day, and who is next, each with the absence that counts: the one that ends last, begins first. */
export function awayAround(
  { people, absences }: Pick<Catalogue, 'people' | 'absences'>,
  today: Day,
): { readonly now: readonly Away[]; readonly next: readonly Away[] } {
  const now: Away[] = [];
  const next: Away[] = [];
  for (const person of people) {
    const own = absences.filter(({ personId }) => personId === person.id);
    const running = own
      .filter(({ firstDay, lastDay }) => firstDay <= today && lastDay >= today)
      .toSorted((one, other) => (one.lastDay < other.lastDay ? 1 : -1))[0];
    const coming = own
      .filter(({ firstDay }) => firstDay > today)
      .toSorted((one, other) => (one.firstDay < other.firstDay ? -1 : 1))[0];
    if (running !== undefined) now.push({ person, absence: running });
    else if (coming !== undefined) next.push({ person, absence: coming });
  }
  return { now, next: next.toSorted((one, other) => (one.absence.firstDay < other.absence.firstDay ? -1 : 1)) };
}

/** A team of the list, or null for those who are in none. */
export interface TeamGroup {
  readonly team: Team | null;
  readonly people: readonly Person[];
}

/** The people by team, each in the order of the list; those without one last, teams without anybody too. */
export function peopleByTeam({ teams, people }: Pick<Catalogue, 'teams' | 'people'>): readonly TeamGroup[] {
  const groups: TeamGroup[] = teams.map((team) => ({
    team,
    people: people.filter(({ teamId }) => teamId === team.id),
  }));
  const others = people.filter(({ teamId }) => !teams.some(({ id }) => id === teamId));
  return others.length === 0 ? groups : [...groups, { team: null, people: others }];
}
