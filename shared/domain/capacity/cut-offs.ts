import {
  type ClassLeadTimes,
  CONFIDENCES,
  type Confidence,
  type CutOff,
  type CutOffs,
  type Notice,
} from '../../model/forecast.ts';
import type { Clock } from '../../model/schedule-rule.ts';
import { type ClockTime, type Day, type Instant, instant, type LocalTime, type Zone } from '../../model/time.ts';
import { addDays } from '../calendar/days.ts';
import { dayWords, localWords } from '../calendar/time-words.ts';
import { previousWorkingDay, type WorkingDays } from '../calendar/working-days.ts';
import { clockOfLocal, dayOfLocal, offsetLabel, toLocal } from '../calendar/zoned-time.ts';
import { instantOn, wallTime } from '../freezes/clock.ts';
import { counted, numberWords } from '../text/counted.ts';
import { backwardPass, type WorkStep } from './working-pass.ts';

/** What cut-offs are worked out from. */
export interface CutOffQuestion {
  /** When the release departs: everything is done by then. */
  readonly departure: { readonly day: Day; readonly time: ClockTime; readonly at: Instant };
  readonly days: WorkingDays;
  /** Whose end of the day a cut-off is; `aoe` lets it be the same day for everybody on Earth. */
  readonly clock: Clock;
  readonly classes: readonly ClassLeadTimes[];
  /** What lies between an item's being done and the release, first to last: integration, acceptance. */
  readonly after: readonly WorkStep[];
  readonly now: Instant;
  /** The zones of those who read it; `Etc/GMT+12` reads as AoE. */
  readonly zones: readonly Zone[];
}

type Action = CutOff['action'];

const ACTIONS: readonly { readonly action: Action; readonly step: string }[] = [
  { action: 'board', step: 'From boarding to done' },
  { action: 'start', step: 'From start to done' },
];
const MIDNIGHT = '00:00' as ClockTime;
const NOON = '12:00' as ClockTime;
const AOE_ZONE = 'Etc/GMT+12';

/**
 * The end of a day on a clock: the first moment of the next one. Anywhere on Earth a day ends at 12:00 UTC of the next day.
 * Source: FORMULAS 4.13 (AoE).
 */
export function endOfDay(day: Day, clock: Clock): Instant {
  return instantOn(clock, wallTime(addDays(day, 1), MIDNIGHT));
}

/** A moment that ends something, for a reader: `Tue 12 May 2026, 14:00 UTC+02:00`; midnight is `End of Mon 11 May 2026`. */
export function readingOf(
  at: Instant,
  zone: Zone,
): { readonly zone: Zone; readonly local: LocalTime; readonly text: string } {
  const local = toLocal(at, zone);
  const offset = zone === AOE_ZONE ? 'anywhere on Earth' : offsetLabel(at, zone);
  const isMidnight = clockOfLocal(local) === MIDNIGHT;
  const time = isMidnight ? `End of ${dayWords(addDays(dayOfLocal(local), -1))},` : localWords(local);
  return { zone, local, text: `${time} ${offset}` };
}

function cutOffOf(question: CutOffQuestion, itemClass: string, action: Action, confidence: Confidence): CutOff | null {
  const lead = question.classes.find(({ name }) => name === itemClass);
  const duration = action === 'board' ? lead?.boardToDone : lead?.startToDone;
  const workingDays = duration?.percentiles.find((each) => each.confidence === confidence)?.workingDays ?? null;
  if (workingDays === null) return null;
  const { departure, days, after, clock, now, zones } = question;
  const name = ACTIONS.find((each) => each.action === action)?.step ?? '';
  // A departure in the morning leaves its own day no time to work.
  const doneBy = departure.time < NOON ? previousWorkingDay(departure.day, days) : departure.day;
  const steps = backwardPass([{ name, workingDays }, ...after], doneBy, days);
  const day = steps[0]?.begins ?? doneBy;
  const at = instant(Math.min(endOfDay(day, clock), departure.at));
  return {
    itemClass,
    action,
    confidence,
    day,
    at,
    passed: now >= at,
    steps: [...steps],
    readings: zones.map((zone) => readingOf(at, zone)),
  };
}

function passedNotice(cutOffs: readonly CutOff[]): readonly Notice[] {
  const passed = cutOffs.filter((cutOff) => cutOff.passed);
  if (passed.length === 0) return [];
  return [
    {
      kind: 'passed',
      text: `${numberWords(passed.length)} of ${counted(cutOffs.length, 'cut-off')} ${passed.length === 1 ? 'has' : 'have'} passed already.`,
    },
  ];
}

/**
 * The last days on which an item of each class can board, and be started, and still be done in time with P50, P85 and P95:
 * a backward pass over the working calendar from the release day, or the working day before where it departs before noon,
 * through what lies between an item's being done and the release, and the percentile of the time that such items took. The percentile is that of the whole time to done, not
 * a sum of percentiles of its stages, which would be too long. A cut-off is the end of its day on the release's clock, and never after the departure. For a
 * higher confidence it comes earlier or on the same day. A class without samples has none, and that is told.
 * Source: FEATURES M2.6; FORMULAS 4.11 (backward pass) and 4.13 (AoE).
 */
export function cutOffs(question: CutOffQuestion): CutOffs {
  const found: CutOff[] = [];
  const notices: Notice[] = [];
  for (const { name, notices: told } of question.classes) {
    notices.push(...told);
    for (const { action } of ACTIONS)
      for (const confidence of CONFIDENCES) {
        const cutOff = cutOffOf(question, name, action, confidence);
        if (cutOff !== null) found.push(cutOff);
      }
  }
  return { cutOffs: found, notices: [...notices, ...passedNotice(found)] };
}
