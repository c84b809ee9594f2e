import type { Assignment } from '../../model/assignment.ts';
import type { Person } from '../../model/catalogue.ts';
import type { MoveStep } from '../../model/conflict.ts';
import type { Booking, Environment } from '../../model/environment.ts';
import type { Milestone, Release } from '../../model/release.ts';
import type { LocalTime, Zone } from '../../model/time.ts';
import { daysBetween } from '../calendar/days.ts';
import { localWords } from '../calendar/time-words.ts';
import { clockOfLocal, dayOfLocal, local, toInstant } from '../calendar/zoned-time.ts';
import { sentence } from '../text/sentence.ts';
import { type Shift, shiftText } from './shift.ts';
import { listed, quoted } from './sides.ts';

/** What steps are told with: things as they are before them; undefined for what is not there. */
export interface MovedThings {
  /** A release's name with its train's. */
  readonly titleOf: (releaseId: string) => string;
  readonly release: (id: string) => Release | undefined;
  readonly milestone: (id: string) => Milestone | undefined;
  readonly booking: (id: string) => Booking | undefined;
  readonly environment: (id: string) => Environment | undefined;
  readonly assignment: (id: string) => Assignment | undefined;
  readonly person: (id: string) => Person | undefined;
}

type StepOf<K extends MoveStep['kind']> = Extract<MoveStep, { kind: K }>;

/** How far a local time moves: by days where the clock's time stays, else by the time that passes in between. */
function shiftBetween(from: LocalTime, to: LocalTime, zone: Zone): Shift {
  if (clockOfLocal(from) === clockOfLocal(to)) return { days: daysBetween(dayOfLocal(from), dayOfLocal(to)) };
  return { milliseconds: toInstant(to, zone) - toInstant(from, zone) };
}

function movedText(from: LocalTime, to: LocalTime, zone: Zone): string {
  return `${shiftText(shiftBetween(from, to, zone))}, to ${localWords(to)}`;
}

function releaseText({ releaseId, day, departureTime }: StepOf<'release'>, bookings: number, of: MovedThings): string {
  const release = of.release(releaseId);
  if (release === undefined) return '';
  const along = bookings === 0 ? '' : ` and ${bookings === 1 ? '1 booking' : `${bookings} bookings`}`;
  const moved = movedText(local(release.day, release.departureTime), local(day, departureTime), release.zone);
  return `move release ${quoted(of.titleOf(releaseId))} with its milestones${along} ${moved}`;
}

function milestoneText({ milestoneId, startLocal }: StepOf<'milestone'>, of: MovedThings): string {
  const milestone = of.milestone(milestoneId);
  if (milestone === undefined) return '';
  const name = quoted(`${milestone.name} of ${of.titleOf(milestone.releaseId)}`);
  return `move ${name} ${movedText(milestone.startLocal, startLocal, milestone.zone)}`;
}

/** `“INT 1” (test)`: the same name says little where an environment stands in for another. */
function placeText(id: string, of: MovedThings): string {
  const place = of.environment(id);
  return place === undefined ? quoted(id) : `${quoted(place.name)} (${place.kind})`;
}

function bookingText({ bookingId, environmentId, startLocal }: StepOf<'booking'>, along: number, of: MovedThings) {
  const booking = of.booking(bookingId);
  if (booking === undefined) return '';
  const isElsewhere = environmentId !== booking.environmentId;
  const places = `${placeText(environmentId, of)} instead of ${placeText(booking.environmentId, of)}`;
  if (isElsewhere && startLocal === booking.startLocal) return `take ${places} for booking ${quoted(booking.title)}`;
  const others = along === 0 ? '' : ` with ${along === 1 ? 'the booking' : `the ${along} bookings`} that came along`;
  const moved = movedText(booking.startLocal, startLocal, booking.zone);
  return `move booking ${quoted(booking.title)}${others} ${moved}${isElsewhere ? `, in ${places}` : ''}`;
}

/** Bookings that move by themselves, each with the number of those that came along with it. */
function bookingTexts(steps: readonly StepOf<'booking'>[], of: MovedThings): readonly string[] {
  const causeOf = new Map(steps.map(({ bookingId }) => [bookingId, of.booking(bookingId)?.causedBy ?? null]));
  const roots = steps.filter(({ bookingId }) => {
    const cause = causeOf.get(bookingId) ?? null;
    return cause === null || !causeOf.has(cause);
  });
  // Of a ring none is a root: the first of it stands for all.
  const leads = roots.length === 0 ? steps.slice(0, 1) : roots;
  const along = leads.length === 1 ? steps.length - 1 : 0;
  return leads.map((step) => bookingText(step, along, of));
}

function handOverTexts(steps: readonly StepOf<'hand-over'>[], of: MovedThings): readonly string[] {
  const nameOf = (id: string) => quoted(of.person(id)?.name ?? id);
  const parts = steps.flatMap(({ assignmentId, personId }) => {
    const part = of.assignment(assignmentId);
    return part === undefined ? [] : [{ ...part, to: personId }];
  });
  const groups = Map.groupBy(parts, ({ releaseId, personId, to }) => `${releaseId} ${personId} ${to}`);
  return [...groups.values()].map((group) => {
    const [{ releaseId, personId, to }] = group as [(typeof group)[0]];
    const roles = listed([...new Set(group.map(({ role }) => role))]);
    return `hand ${roles} of ${quoted(of.titleOf(releaseId))} over from ${nameOf(personId)} to ${nameOf(to)}`;
  });
}

function unassignText({ assignmentId }: StepOf<'unassign'>, of: MovedThings): string {
  const part = of.assignment(assignmentId);
  if (part === undefined) return '';
  const person = quoted(of.person(part.personId)?.name ?? part.personId);
  return `take the part ${quoted(part.role)} in ${quoted(of.titleOf(part.releaseId))} from ${person}`;
}

/** What the steps of a move do, as a sentence; asked before they are carried out. Bookings that a release takes along are counted. */
export function moveSentence(steps: readonly MoveStep[], of: MovedThings): string {
  const all = <K extends MoveStep['kind']>(kind: K) => steps.filter((step): step is StepOf<K> => step.kind === kind);
  const [releases, bookings] = [all('release'), all('booking')];
  const texts = [
    ...releases.map((step) => releaseText(step, releases.length === 1 ? bookings.length : 0, of)),
    ...all('milestone').map((step) => milestoneText(step, of)),
    ...(releases.length === 1 ? [] : bookingTexts(bookings, of)),
    ...handOverTexts(all('hand-over'), of),
    ...all('unassign').map((step) => unassignText(step, of)),
  ];
  return sentence(texts.filter((text) => text !== '').join('; '));
}
