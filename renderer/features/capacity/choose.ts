import { isAhead } from '../../../shared/domain/calendar/release-ahead.ts';
import type { Team } from '../../../shared/model/catalogue.ts';
import type { Release } from '../../../shared/model/release.ts';
import { Day } from '../../../shared/model/time.ts';

/** Which days' items stand open, and of which kind of work. */
export interface RowsAsked {
  readonly from: Day;
  readonly to: Day;
  readonly type: string | null;
}

/** What was named, or else the first; null where there is none. */
export function namedOrFirst<T extends { readonly id: string }>(all: readonly T[], id: string | undefined): T | null {
  return all.find((one) => one.id === id) ?? all[0] ?? null;
}

/** The team that was named, or else the first that has projects to count, or else the first. */
export function chosenTeam(teams: readonly Team[], id: string | undefined): Team | null {
  const named = teams.find((one) => one.id === id);
  return named ?? teams.find(({ projects }) => projects.length > 0) ?? teams[0] ?? null;
}

/** The release that was named, or else the next that is to depart, or else the last one. */
export function namedOrNext(releases: readonly Release[], id: string | undefined, today: Day): Release | null {
  return (
    releases.find((one) => one.id === id) ??
    releases.find((one) => isAhead(one) && one.day >= today) ??
    releases.findLast(isAhead) ??
    releases.at(-1) ??
    null
  );
}

/** Days as the address keeps them; see `rowsOf`. */
export function rowsText({ from, to, type }: RowsAsked): string {
  return type === null ? `${from}..${to}` : `${from}..${to} ${type}`;
}

/** The days that an address names; null where it names none. */
export function rowsOf(text: string | undefined): RowsAsked | null {
  const [, first, last, type] = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)(?: (.+))?$/.exec(text ?? '') ?? [];
  const [from, to] = [Day.safeParse(first), Day.safeParse(last)];
  return from.success && to.success && from.data <= to.data
    ? { from: from.data, to: to.data, type: type ?? null }
    : null;
}
