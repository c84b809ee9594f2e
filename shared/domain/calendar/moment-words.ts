import type { Instant, Zone } from '../../model/time.ts';
import { localWords } from './time-words.ts';
import { offsetLabel, toLocal } from './zoned-time.ts';

/** A moment on the clock of a zone, with its distance from UTC then: `Tue 24 Nov 2026, 14:00 UTC+01:00`. */
export function momentWords(at: Instant, zone: Zone): string {
  return `${localWords(toLocal(at, zone))} ${offsetLabel(at, zone)}`;
}
