import type { StatusCategory } from '../../model/connection.ts';
import { type ClassLeadTimes, CONFIDENCES, type Duration, type Notice } from '../../model/forecast.ts';
import { type Instant, instant, type Zone } from '../../model/time.ts';
import type { WorkingDays } from '../calendar/working-days.ts';
import { offsetAt } from '../calendar/zoned-time.ts';
import { fewestSamples, percentile } from '../stats/percentile.ts';
import { counted } from '../text/counted.ts';
import { followItem, type ItemHistory, type ItemWay } from './item-history.ts';
import { workingDayIndex } from './working-day-index.ts';

/** Where days are read, and which of them are worked. */
export interface LeadTimeCalendar {
  readonly zone: Zone;
  readonly days: WorkingDays;
}

/** An item beside the way it took. */
interface Followed {
  readonly item: ItemHistory;
  readonly way: ItemWay;
}

/** Counts working days between two moments, by their days in the zone. */
type Took = (from: Instant, to: Instant) => number;

const DAY = 86_400_000;
const STAGES: readonly StatusCategory[] = ['new', 'active', 'waiting', 'done'];

/** The percentiles of durations in whole working days. */
function durationOf(samples: readonly number[]): Duration {
  const sorted = Int32Array.from(samples).sort();
  return {
    samples: sorted.length,
    percentiles: CONFIDENCES.map((confidence) => ({ confidence, workingDays: percentile(sorted, confidence / 100) })),
  };
}

/** Which percentiles rest on too few samples, in words. */
function sampleNotices(name: string, what: string, samples: number): readonly Notice[] {
  if (samples === 0) return [{ kind: 'no-samples', text: `No finished ${name} tells the time ${what}.` }];
  const weak = CONFIDENCES.filter((confidence) => samples < fewestSamples(confidence / 100));
  const [first] = weak;
  if (first === undefined) return [];
  const list = weak.map((confidence) => `P${confidence}`).join(' and ');
  const text = `The time ${what} of ${name} rests on ${counted(samples, 'item')}, too few for ${list}: it is likely longer. P${first} takes ${fewestSamples(first / 100)}.`;
  return [{ kind: 'too-few-samples', text }];
}

/** Working days in each stage, visits of one item added up; an item that never was in a stage spent 0 in it. */
function stagesOf(finished: readonly Followed[], took: Took): ClassLeadTimes['stages'] {
  return STAGES.map((stage) => {
    const spent = finished.map(({ way }) =>
      way.visits.reduce((sum, visit) => sum + (visit.stage === stage ? took(visit.from, visit.to) : 0), 0),
    );
    return { stage, ...durationOf(spent) };
  });
}

function summed(name: string, followed: readonly Followed[], took: Took): ClassLeadTimes {
  const finished = followed.filter(({ way }) => way.state === 'finished');
  const fromStart = finished.flatMap(({ way: { startedAt, endedAt } }) =>
    startedAt === null || endedAt === null ? [] : [took(startedAt, endedAt)],
  );
  const anyBoarded = finished.some(({ item }) => item.boardedAt !== null);
  const fromBoarding = finished.flatMap(({ item, way: { endedAt } }) => {
    const from = anyBoarded ? item.boardedAt : item.createdAt;
    // What was done when it boarded says nothing of the time that boarding leaves.
    return from === null || endedAt === null || from > endedAt ? [] : [took(from, endedAt)];
  });
  const notices: Notice[] = [
    ...sampleNotices(name, 'from boarding to done', fromBoarding.length),
    ...sampleNotices(name, 'from start to done', fromStart.length),
  ];
  if (!anyBoarded && finished.length > 0)
    notices.push({
      kind: 'stand-in',
      text: `No finished ${name} boarded a release: the time from its creation stands in for the time from boarding.`,
    });
  const count = (holds: (each: Followed) => boolean) => followed.filter(holds).length;
  return {
    name,
    finished: finished.length,
    open: count(({ way }) => way.state === 'open'),
    undone: count(({ way }) => way.state === 'undone'),
    impossible: count(({ way }) => way.state === 'impossible'),
    neverStarted: finished.length - fromStart.length,
    reopened: count(({ way }) => way.reopened),
    passedOver: followed.reduce((sum, { way }) => sum + way.passedOver, 0),
    stages: stagesOf(finished, took),
    startToDone: durationOf(fromStart),
    boardToDone: durationOf(fromBoarding),
    notices,
  };
}

/** Counts working days between moments, made ready for all the days that items lie on. */
function counterFor(followed: readonly Followed[], { zone, days }: LeadTimeCalendar): Took {
  const dayNumber = (at: Instant) => Math.floor((at + offsetAt(at, zone)) / DAY);
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { item, way } of followed) {
    if (way.endedAt === null) continue;
    first = Math.min(first, item.createdAt, item.boardedAt ?? item.createdAt);
    last = Math.max(last, way.endedAt);
  }
  if (first > last) return () => 0;
  // A day more on each side: where clocks go back over midnight, a later moment can lie on an earlier day.
  const count = workingDayIndex(dayNumber(instant(first)) - 1, dayNumber(instant(last)) + 1, days);
  return (from, to) => count(dayNumber(from), dayNumber(to));
}

/**
 * How long items take, in working days, for each class of work, classes by name: in each stage, from start to done, from
 * boarding to done; P50, P85 and P95, by nearest rank. A span counts the working days after the day it begins on, up to and
 * with the day it ends on: what begins and ends on the same day takes 0, and the stages of an item add up to the whole. So a
 * span of n ends n working days after its first day, as `addWorkingDays` has it. Items that are not done, or ended undone,
 * are left out and counted: where many are open, the figures are too short. Source: FORMULAS 4.6; nearest rank as in `percentile`.
 */
export function leadTimes(items: Iterable<ItemHistory>, calendar: LeadTimeCalendar): readonly ClassLeadTimes[] {
  const followed = [...items].map((item) => ({ item, way: followItem(item) }));
  const took = counterFor(followed, calendar);
  const classes = Map.groupBy(followed, ({ item }) => item.itemClass);
  return [...classes]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, members]) => summed(name, members, took));
}
