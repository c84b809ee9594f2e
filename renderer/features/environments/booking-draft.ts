import type { CalendarMilestone } from '../../../shared/contract/calendar.ts';
import { addDays } from '../../../shared/domain/calendar/days.ts';
import { dayOf, describeLocal, toInstant, toLocal } from '../../../shared/domain/calendar/zoned-time.ts';
import { type Booking, BookingPlan, type BookingPurpose, type Environment } from '../../../shared/model/environment.ts';
import type { EnvironmentId, ReleaseId, ServiceId } from '../../../shared/model/ids.ts';
import type { Span } from '../../../shared/model/span.ts';
import { type Instant, LocalTime, type Zone } from '../../../shared/model/time.ts';
import { formatLocal } from '../../lib/format.ts';
import { isZone } from '../../lib/zones.ts';
import { type DraftProblems, problemsOf, wholeNumber } from './environment-draft.ts';

/** A booking as it is being typed. */
export interface BookingDraft {
  /** Empty until one is chosen. */
  readonly environmentId: EnvironmentId | '';
  readonly releaseId: ReleaseId | null;
  readonly title: string;
  readonly purpose: BookingPurpose;
  readonly mode: 'exclusive' | 'shared';
  /** A whole number. */
  readonly units: string;
  readonly services: readonly ServiceId[];
  readonly startLocal: string;
  readonly endLocal: string;
  readonly zone: string;
  readonly priority: string;
  /** A local time; empty for none. */
  readonly deadline: string;
  /** Also books what stands on the environment; for a new one alone. */
  readonly withDependants: boolean;
}

/** What a new booking is begun from. */
export interface BookingSeed {
  readonly environmentId?: EnvironmentId | undefined;
  readonly releaseId?: ReleaseId | undefined;
  readonly title?: string | undefined;
  readonly span?: Span | undefined;
  readonly zone?: Zone | undefined;
  readonly purpose?: BookingPurpose | undefined;
  readonly units?: number | undefined;
}

/** A booking to begin from: tomorrow's working hours where nothing says otherwise. */
export function newBookingDraft(
  seed: BookingSeed,
  { zone, now }: { readonly zone: Zone; readonly now: Instant },
): BookingDraft {
  const own = seed.zone ?? zone;
  const tomorrow = addDays(dayOf(now, own), 1);
  return {
    environmentId: seed.environmentId ?? '',
    releaseId: seed.releaseId ?? null,
    title: seed.title ?? '',
    purpose: seed.purpose ?? 'use',
    mode: seed.purpose === undefined || seed.purpose === 'use' ? 'exclusive' : 'shared',
    units: String(seed.units ?? 1),
    services: [],
    startLocal: seed.span === undefined ? `${tomorrow}T09:00` : toLocal(seed.span.start, own),
    endLocal: seed.span === undefined ? `${tomorrow}T17:00` : toLocal(seed.span.end, own),
    zone: own,
    priority: '3',
    deadline: '',
    withDependants: false,
  };
}

/** A release that something can be booked for. */
export interface BookedRelease {
  readonly id: ReleaseId;
  /** Its train's name before its own. */
  readonly title: string;
  readonly zone: Zone;
  readonly milestones: readonly Pick<CalendarMilestone, 'kind' | 'startAt' | 'endAt'>[];
}

/** The time that is most likely meant for a release: its deployment, else what else of it lasts; null where nothing does. */
export function usualSpan({ milestones }: Pick<BookedRelease, 'milestones'>): Span | null {
  const spans = milestones.flatMap(({ kind, startAt, endAt }) => (endAt === null ? [] : [{ kind, startAt, endAt }]));
  const meant = spans.find(({ kind }) => kind === 'deployment') ?? spans[0];
  return meant === undefined ? null : { start: meant.startAt, end: meant.endAt };
}

/** A draft at some time, on its own clock; as it is where that clock is not known yet. */
export function draftAt(draft: BookingDraft, { start, end }: Span): BookingDraft {
  if (!isZone(draft.zone)) return draft;
  const own = draft.zone as Zone; // it was just seen to be one
  return { ...draft, startLocal: toLocal(start, own), endLocal: toLocal(end, own) };
}

/** A draft for another release, or for none: it takes over its name, its zone and its usual time, unless these were typed. */
export function draftFor(
  draft: BookingDraft,
  release: BookedRelease | null,
  typed: { readonly title: boolean; readonly time: boolean },
): BookingDraft {
  if (release === null) return { ...draft, releaseId: null };
  const named = { ...draft, releaseId: release.id, title: typed.title ? draft.title : release.title };
  if (typed.time) return named;
  const span = usualSpan(release);
  const zoned = { ...named, zone: release.zone };
  return span === null ? zoned : draftAt(zoned, span);
}

/** What people typed of a booking. */
export function bookingPlanOf(booking: Booking): BookingPlan {
  const fields = Object.keys(BookingPlan.shape) as readonly (keyof BookingPlan)[]; // the plan's own keys
  // Every field of the plan is a field of the booking.
  return Object.fromEntries(fields.map((field) => [field, booking[field]])) as BookingPlan;
}

/** A booking that is there, as it can be changed. */
export function bookingDraftOf(booking: Booking): BookingDraft {
  const { units, priority, deadlineAt, zone } = booking;
  return {
    ...bookingPlanOf(booking),
    units: String(units),
    priority: String(priority),
    deadline: deadlineAt === null ? '' : toLocal(deadlineAt, zone),
    withDependants: false,
  };
}

function hintOf(text: string, zone: Zone): string | null {
  const time = LocalTime.safeParse(text);
  if (!time.success) return null;
  return {
    exact: null,
    gap: `Clocks skip this time that day: it becomes ${formatLocal(toLocal(toInstant(time.data, zone), zone))}.`,
    fold: 'Clocks show this time twice that day: the first is meant.',
  }[describeLocal(time.data, zone)];
}

/** What is odd about the times of a draft, by field: those that clocks skip or repeat. */
export function timeHints({ startLocal, endLocal, zone }: BookingDraft): DraftProblems {
  if (!isZone(zone)) return {};
  const own = zone as Zone; // it was just seen to be one
  const hints: Record<string, string> = {};
  const [start, end] = [hintOf(startLocal, own), hintOf(endLocal, own)];
  if (start !== null) hints['startLocal'] = start;
  if (end !== null) hints['endLocal'] = end;
  return hints;
}

function ownProblems(draft: BookingDraft): Record<string, string> {
  const problems: Record<string, string> = {};
  if (draft.environmentId === '') problems['environmentId'] = 'Choose an environment.';
  if (draft.title.trim() === '') problems['title'] = 'Say what it is booked for.';
  if (!isZone(draft.zone)) problems['zone'] = 'Choose the zone that the times are typed in.';
  const units = wholeNumber(draft.units);
  if (Number.isNaN(units) || units < 1) problems['units'] = 'Type a whole number from 1 on.';
  const [start, end] = [LocalTime.safeParse(draft.startLocal), LocalTime.safeParse(draft.endLocal)];
  if (!start.success) problems['startLocal'] = 'Choose a day and a time.';
  if (!end.success) problems['endLocal'] = 'Choose a day and a time.';
  if (start.success && end.success && end.data <= start.data) problems['endLocal'] = 'It has to end after it starts.';
  if (draft.deadline !== '' && !LocalTime.safeParse(draft.deadline).success) {
    problems['deadlineAt'] = 'Choose a day and a time, or leave it empty.';
  }
  return problems;
}

/** Reads a draft: the plan, or what is wrong with it. In an exclusive environment whoever books has it alone. */
export function readBooking(
  draft: BookingDraft,
  environment: Environment | undefined,
): { readonly plan: BookingPlan | null; readonly problems: DraftProblems } {
  const problems = ownProblems(draft);
  const { deadline, withDependants: _withDependants, ...fields } = draft;
  const hasDeadline = deadline !== '' && problems['deadlineAt'] === undefined && problems['zone'] === undefined;
  const parsed = BookingPlan.safeParse({
    ...fields,
    mode: environment?.sharing === 'exclusive' && draft.purpose === 'use' ? 'exclusive' : draft.mode,
    units: wholeNumber(draft.units),
    services: [...draft.services],
    priority: Number(draft.priority),
    // Both were just seen to be what they say.
    deadlineAt: hasDeadline ? toInstant(deadline as LocalTime, draft.zone as Zone) : null,
  });
  if (parsed.success && Object.keys(problems).length === 0) return { plan: parsed.data, problems };
  return { plan: null, problems: { ...problemsOf(parsed.error?.issues ?? []), ...problems } };
}

/** Whether a change of a booking only puts it elsewhere: another time, another environment. */
export function isMove(before: BookingPlan, after: BookingPlan): boolean {
  const place = (plan: BookingPlan) => ({ ...plan, startLocal: null, endLocal: null, environmentId: null });
  return JSON.stringify(place(before)) === JSON.stringify(place(after)) && before.zone === after.zone;
}
