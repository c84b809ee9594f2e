import type { Booking, Environment } from '../../model/environment.ts';
import type { Rollout, SurgePlan, SurgeStep } from '../../model/environment-use.ts';
import type { Span } from '../../model/span.ts';
import { type Day, instant, type Zone } from '../../model/time.ts';
import { addWorkingDays, isWorkingDay, previousWorkingDay, type WorkingDays } from '../calendar/working-days.ts';
import { dayOf } from '../calendar/zoned-time.ts';
import { normalise } from '../freezes/spans.ts';
import { type Load, type LoadStep, loadSteps } from './load-steps.ts';

/** What rolls out in one environment, and what was reserved for it. */
export interface SurgeInput {
  readonly environment: Environment;
  /** Units in use whether or not anything rolls out. */
  readonly standingUnits: number;
  readonly rollouts: readonly Rollout[];
  /** Bookings of the environment; those for rollouts reserve. */
  readonly bookings: readonly Booking[];
  /** Working days from asking for capacity to having it. */
  readonly leadWorkingDays: number;
  readonly today: Day;
  readonly zone: Zone;
  readonly days: WorkingDays;
}

const MINUTE = 60_000;

/** A share of instances may come out a hair above the whole number that it is. */
const HAIR = 1e-9;

/**
 * The extra units of a rollout over time. Blue-green runs a second set of all instances for its overlap; a canary's
 * step adds `surgePercent` of the instances, rounded up to whole ones, for its minutes.
 * Source of the rounding: Kubernetes, "Deployments", maxSurge ("calculated from the percentage by rounding up").
 */
export function extraUnits({
  startAt,
  instances,
  unitsPerInstance,
  how,
}: Rollout): readonly (Span & { units: number })[] {
  const steps = how.by === 'blue-green' ? [{ surgePercent: 100, minutes: how.overlapMinutes }] : how.steps;
  let start: number = startAt;
  return steps.map(({ surgePercent, minutes }) => {
    const from = start;
    start += minutes * MINUTE;
    const extra = Math.ceil((instances * surgePercent) / 100 - HAIR);
    return { start: instant(from), end: instant(start), units: extra * unitsPerInstance };
  });
}

interface Labelled extends Load {
  /** The release that it is for; null for none. */
  readonly release: string | null;
  /** The rollout's id; null for a reservation. */
  readonly rollout: string | null;
}

function labelled({ rollouts, bookings, environment }: SurgeInput): readonly Labelled[] {
  const extra = rollouts.flatMap((rollout) =>
    extraUnits(rollout).map((part) => ({ ...part, release: rollout.releaseId, rollout: rollout.id })),
  );
  const reserved = bookings
    .filter(({ environmentId, purpose }) => environmentId === environment.id && purpose !== 'use')
    .map(({ startAt, endAt, units, releaseId }) => ({
      start: startAt,
      end: endAt,
      units,
      release: releaseId,
      rollout: null,
    }));
  return [...extra, ...reserved].map((one, index) => ({ ...one, id: String(index), whole: false }));
}

function unitsOf(loads: readonly Labelled[]): number {
  return loads.reduce((sum, { units }) => sum + units, 0);
}

/** One stretch of time: what a release reserved covers its own rollouts and nobody else's. */
function surgeStep({ span, ids }: LoadStep, loads: readonly Labelled[]): SurgeStep {
  // Ids are the places of loads.
  const present = ids.map((id) => loads[Number(id)] as Labelled);
  const rolling = present.filter(({ rollout }) => rollout !== null);
  const reserved = present.filter(({ rollout }) => rollout === null);
  const releases = [...new Set(rolling.map(({ release }) => release))];
  const short = releases.map((release) => {
    const own = (of: readonly Labelled[]) => unitsOf(of.filter((load) => load.release === release));
    return Math.max(0, own(rolling) - own(reserved));
  });
  return {
    span,
    extra: unitsOf(rolling),
    rollouts: [...new Set(rolling.map(({ rollout }) => rollout ?? ''))],
    reserved: unitsOf(reserved),
    short: short.reduce((sum, units) => sum + units, 0),
  };
}

function highest(steps: readonly SurgeStep[], of: (step: SurgeStep) => number): SurgeStep | null {
  return steps.reduce<SurgeStep | null>((best, step) => (best === null || of(step) > of(best) ? step : best), null);
}

/**
 * The last working day on which capacity can be asked for so that it is there by a day: what is asked for stands ready
 * at the start of the n-th working day after, and for a lead time of 0 on the same day.
 */
export function latestDayToAsk(neededOn: Day, leadWorkingDays: number, days: WorkingDays): Day {
  const readyBy = isWorkingDay(neededOn, days) ? neededOn : previousWorkingDay(neededOn, days);
  return addWorkingDays(readyBy, -leadWorkingDays, days);
}

function shortfallOf(steps: readonly SurgeStep[], input: SurgeInput): SurgePlan['shortfall'] {
  const short = steps.filter((step) => step.short > 0);
  const worst = highest(short, (step) => step.short);
  const [first] = short;
  if (worst === null || first === undefined) return null;
  const { zone, days, today, leadWorkingDays } = input;
  const latestDay = latestDayToAsk(dayOf(first.span.start, zone), leadWorkingDays, days);
  return {
    worst: { units: worst.short, at: worst.span.start },
    spans: [...normalise(short.map(({ span }) => span))],
    latestDay,
    leadWorkingDays,
    tooLate: latestDay < today,
  };
}

/**
 * What the rollouts of an environment take beyond what runs anyhow, over time, against what was reserved for each
 * release: the peak of all that runs at once, how much of it the environment does not have, the worst shortfall of
 * reservations, when it is short, and the last working day to ask so that the units are there when they are first
 * missing. A reservation covers its own release alone. O(n log n).
 */
export function surgePlan(input: SurgeInput): SurgePlan {
  const { environment, standingUnits } = input;
  const loads = labelled(input);
  const steps = loadSteps(loads).map((step) => surgeStep(step, loads));
  const rolling = steps.filter(({ rollouts }) => rollouts.length > 0);
  const most = highest(rolling, ({ extra }) => extra);
  const peak = most === null ? null : { units: standingUnits + most.extra, at: most.span.start };
  return {
    environmentId: environment.id,
    capacity: environment.capacity,
    steps,
    peak,
    beyondCapacity: Math.max(0, (peak?.units ?? 0) - environment.capacity),
    shortfall: shortfallOf(steps, input),
  };
}
