import type { MoveStep } from '../../model/conflict.ts';
import type { Span } from '../../model/span.ts';
import type { Instant } from '../../model/time.ts';
import type { Shift } from './shift.ts';

/** Something that may be a way out. */
export interface Candidate {
  /** Of candidates that differ in how far they go only, the nearest is enough: they share a name. */
  readonly family: string;
  /** How far it moves, in days; negative for earlier. */
  readonly days: number;
  /** Its steps, worked out when it is looked at; null where it cannot be. */
  readonly steps: () => readonly MoveStep[] | null;
}

/** How far ways out are looked for. */
export interface Reach {
  readonly days: number;
}

const DAY = 86_400_000;
const MINUTE = 60_000;

/** Every whole number of days up to the reach, earlier and later, and some shifts by time; each with how it shifts. */
export function shiftsOf({ days }: Reach, slots: Iterable<number>): readonly (readonly ['days' | 'time', Shift])[] {
  const whole = Array.from({ length: days * 2 + 1 }, (_, index) => index - days).filter((each) => each !== 0);
  return [
    ...whole.map((each) => ['days', { days: each }] as const),
    ...Array.from(slots, (milliseconds) => ['time', { milliseconds }] as const),
  ];
}

/**
 * Every shift, in milliseconds, that brings a span's start or its end to a moment, within the reach and other than none.
 * Where the first free place begins or ends, something else does: so the nearest free place is among them.
 */
export function slotShifts({ start, end }: Span, moments: Iterable<number>, { days }: Reach): readonly number[] {
  const shifts = new Set<number>();
  for (const moment of moments) {
    for (const shift of [moment - start, moment - end]) {
      if (shift !== 0 && Math.abs(shift) <= days * DAY) shifts.add(shift);
    }
  }
  return [...shifts];
}

/** The first whole minute from a moment on, and the first after it. */
export function minutesAround(moment: Instant): readonly [number, number] {
  return [Math.ceil(moment / MINUTE) * MINUTE, (Math.floor(moment / MINUTE) + 1) * MINUTE];
}

/** `later` or `earlier`. */
export function wayOf(shift: number): string {
  return shift < 0 ? 'earlier' : 'later';
}
