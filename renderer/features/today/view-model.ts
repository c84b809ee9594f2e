import type { ConnectionHealth } from '../../../shared/contract/connections.ts';
import type { Departure, Today } from '../../../shared/contract/today.ts';
import type { WaivableConflict } from '../../../shared/model/conflict.ts';
import type { Day, Instant, Zone } from '../../../shared/model/time.ts';
import { capital, dayIn, formatCount, formatDay, formatDaysFrom } from '../../lib/format.ts';

export type TodayMilestone = Today['milestones'][number];

/** One line of the agenda: a release that departs, or a milestone on the way to one. */
export type AgendaEntry =
  | { readonly kind: 'departure'; readonly at: Instant; readonly departure: Departure }
  | { readonly kind: 'milestone'; readonly at: Instant; readonly milestone: TodayMilestone };

export interface AgendaDay {
  readonly day: Day;
  /** `Today`, `Tomorrow`, or how far it is. */
  readonly nearness: string;
  readonly label: string;
  readonly entries: readonly AgendaEntry[];
}

type ScopeCount = Pick<Departure, 'boarded' | 'done' | 'undone' | 'withoutTicket'>;

function rank(entry: AgendaEntry): number {
  return entry.kind === 'departure' ? 0 : 1;
}

/**
 * What is ahead, by day: a departure stands under its plan's own day, a milestone under the day that it begins in
 * `zone`; one that began before today and still runs stands under today.
 */
export function agendaOf(today: Pick<Today, 'departures' | 'milestones' | 'now'>, zone: Zone): readonly AgendaDay[] {
  const now = dayIn(today.now, zone);
  const days = new Map<Day, AgendaEntry[]>();

  function put(day: Day, entry: AgendaEntry): void {
    const shown = day < now ? now : day;
    const known = days.get(shown);
    if (known === undefined) days.set(shown, [entry]);
    else known.push(entry);
  }

  for (const departure of today.departures)
    put(departure.day, { kind: 'departure', at: departure.departsAt, departure });
  for (const milestone of today.milestones) {
    put(dayIn(milestone.startAt, zone), { kind: 'milestone', at: milestone.startAt, milestone });
  }
  return [...days.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([day, entries]) => ({
      day,
      nearness: capital(formatDaysFrom(day, now)),
      label: formatDay(day, 'medium'),
      entries: entries.sort((one, other) => one.at - other.at || rank(one) - rank(other)),
    }));
}

export interface Readiness {
  readonly text: string;
  /** 0 to 1; null where nothing is aboard whose state is known. */
  readonly share: number | null;
}

/**
 * How much of what is aboard is done. What has no ticket is told apart, for nobody can see whether it is done; what ended
 * undone is neither done nor left to do.
 */
export function readinessOf({ boarded, done, undone, withoutTicket }: ScopeCount): Readiness {
  if (boarded === 0) return { text: 'Nothing aboard yet', share: null };
  const tickets = boarded - undone - withoutTicket;
  if (tickets === 0)
    return { text: withoutTicket === 0 ? `${undone} ended undone` : `${withoutTicket} without a ticket`, share: null };
  const others = withoutTicket === 0 ? '' : `, ${withoutTicket} more`;
  return { text: `${done} of ${tickets} done${others}`, share: done / tickets };
}

/** What is aboard beside what can be done, in words; null where all of it can. */
export function besidesText({ undone, withoutTicket }: Pick<ScopeCount, 'undone' | 'withoutTicket'>): string | null {
  const parts = [
    ...(withoutTicket > 0
      ? [`${formatCount(withoutTicket, 'item')} aboard ${withoutTicket === 1 ? 'has' : 'have'} no ticket`]
      : []),
    ...(undone > 0 ? [`${formatCount(undone, 'item')} aboard ended undone`] : []),
  ];
  return parts.length === 0 ? null : parts.join('; ');
}

/** A look at Today within this time of the last one goes on with it: a reload is no visit of its own. */
const SAME_VISIT_MS = 30 * 60_000;
const WEEK_MS = 7 * 86_400_000;

export interface KeptVisit {
  /** The last look; undefined before the first. */
  readonly last: Instant | undefined;
  /** Since when that look counted what is new. */
  readonly newSince: Instant | undefined;
}

/**
 * The moment that changes are counted from: the last visit, or a week before now at the first; within half an hour of
 * the last visit, the moment that it counted from.
 */
export function changesSince({ last, newSince }: KeptVisit, now: Instant): Instant {
  if (last === undefined) return (now - WEEK_MS) as Instant; // an instant less a whole number of milliseconds is one
  return newSince !== undefined && now - last < SAME_VISIT_MS ? newSince : last;
}

/** What Today says where nothing is ahead within its two weeks. */
export type Beyond =
  | { readonly kind: 'next'; readonly departure: Departure; readonly text: string }
  | { readonly kind: 'no-release' | 'no-train' };

/** What comes after the two weeks that Today looks ahead. */
export function beyondOf({ next, trains, now }: Pick<Today, 'next' | 'trains' | 'now'>): Beyond {
  if (next === null) return { kind: trains === 0 ? 'no-train' : 'no-release' };
  const far = formatDaysFrom(next.day, dayIn(now, next.zone));
  return { kind: 'next', departure: next, text: `${next.name} departs ${formatDay(next.day)}, ${far}.` };
}

/** What a connection's line on Today says besides its state. */
export interface HealthNote {
  /** Where it never read everything: what it holds all the same. Null where the age of its facts says it. */
  readonly held: string | null;
  readonly error: string | null;
  readonly remedy: string | null;
}

/** What is to be said of a connection: what it holds, what went wrong last, and what to do about it. */
export function healthNote(health: Pick<ConnectionHealth, 'lastSuccessAt' | 'rows' | 'lastRun' | 'state'>): HealthNote {
  const { lastSuccessAt, lastRun, state } = health;
  const facts = Object.values(health.rows).reduce((sum, count) => sum + count, 0);
  const held = facts === 0 ? 'no facts yet' : `${formatCount(facts, 'fact')}, never read whole`;
  const failed = state === 'failing' || state === 'waiting' ? lastRun : null;
  return {
    held: lastSuccessAt === null ? held : null,
    error: failed?.errorMessage ?? null,
    remedy: failed?.errorMessage == null ? null : failed.errorRemedy,
  };
}

/** Conflicts that concern the days ahead: how many count, and the worst of them. */
export interface ClashesAhead {
  readonly count: number;
  readonly worst: readonly WaivableConflict[];
}

/** As far ahead as Today looks. */
const AHEAD_MS = 14 * 86_400_000;
const WORST = 3;

/**
 * The conflicts that count and that a release of the next two weeks has a side in, or that fall into them; `all` comes with the
 * worst first.
 */
export function clashesAhead(
  today: Pick<Today, 'now' | 'departures' | 'milestones'>,
  all: readonly WaivableConflict[],
): ClashesAhead {
  const { now } = today;
  const releases = new Set<string>([
    ...today.departures.map(({ releaseId }) => releaseId),
    ...today.milestones.map(({ releaseId }) => releaseId),
  ]);
  const ahead = all.filter(({ conflict, waiver }) => {
    if (waiver !== null) return false;
    const isSoon = conflict.at.end >= now && conflict.at.start < now + AHEAD_MS;
    return isSoon || conflict.sides.some(({ releaseId }) => releaseId !== null && releases.has(releaseId));
  });
  return { count: ahead.length, worst: ahead.slice(0, WORST) };
}

/** One sentence for the head of the page. */
export function headline(today: Pick<Today, 'departures' | 'late' | 'leftOut'>): string {
  const departing = today.departures.length + today.leftOut.departures;
  const late = today.late.length + today.leftOut.late;
  const ahead =
    departing === 0
      ? 'Nothing departs in the next two weeks'
      : `${departing} ${departing === 1 ? 'release departs' : 'releases depart'} in the next two weeks`;
  return late === 0 ? `${ahead}.` : `${ahead}; ${late} ${late === 1 ? 'thing is' : 'things are'} late.`;
}
