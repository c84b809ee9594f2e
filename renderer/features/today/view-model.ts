import type { Departure, Today } from '../../../shared/contract/today.ts';
import type { Day, Instant, Zone } from '../../../shared/model/time.ts';
import { dayIn, formatDay, formatDaysFrom } from '../../lib/format.ts';

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

type ScopeCount = Pick<Departure, 'boarded' | 'done' | 'withoutTicket'>;

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

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

/** How much of what is aboard is done; what has no ticket is told apart, for nobody can see whether it is done. */
export function readinessOf({ boarded, done, withoutTicket }: ScopeCount): Readiness {
  if (boarded === 0) return { text: 'Nothing aboard yet', share: null };
  const tickets = boarded - withoutTicket;
  if (tickets === 0) return { text: `${withoutTicket} without a ticket`, share: null };
  const others = withoutTicket === 0 ? '' : `, ${withoutTicket} more`;
  return { text: `${done} of ${tickets} done${others}`, share: done / tickets };
}

/** What `, 2 more` means; null where nothing is aboard without a ticket. */
export function withoutTicketText({ withoutTicket }: Pick<ScopeCount, 'withoutTicket'>): string | null {
  if (withoutTicket === 0) return null;
  return withoutTicket === 1 ? '1 item aboard has no ticket' : `${withoutTicket} items aboard have no ticket`;
}

/** The moment that the changes are counted from: the last visit, or a week before now at the first. */
export function changesSince(lastVisit: Instant | undefined, now: Instant): Instant {
  return lastVisit ?? ((now - 7 * 86_400_000) as Instant); // an instant less a whole number of milliseconds is one
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
