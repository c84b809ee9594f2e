import type { AdherenceBaseline, NoBaseline, PlannedDay, PlanTrack, PlanVersion } from '../../model/adherence.ts';
import { isAhead } from '../calendar/release-ahead.ts';
import { dayOf } from '../calendar/zoned-time.ts';
import { type Departure, departureOf, isBefore } from './departure.ts';

/** What a baseline says of a release: a planned day, or why there is none. */
export type BaselineVersion =
  | { readonly planned: PlannedDay; readonly why: null }
  | { readonly planned: null; readonly why: NoBaseline };

type AsOf = Extract<AdherenceBaseline, { by: 'instant' | 'entry' | 'named' }>;

function none(why: NoBaseline): BaselineVersion {
  return { planned: null, why };
}

/** The planned day that a version stands for. */
export function plannedDay({ day, on, source }: PlanVersion): PlannedDay {
  return { day, on, source };
}

/** Whether a version had been said when the baseline was taken; an observation counts from the beginning of its day. */
function hadBeenSaid(version: PlanVersion, baseline: AsOf, { zone }: Pick<PlanTrack, 'zone'>): boolean {
  const { source, at, on } = version;
  if (source.by === 'observation' || at === null) return on <= dayOf(baseline.at, zone);
  return baseline.by === 'instant' ? at <= baseline.at : source.seq <= baseline.seq;
}

function whyNoPlan({ state }: PlanVersion): NoBaseline {
  if (state === 'departed') return 'departed-already';
  return state === 'cancelled' ? 'cancelled-then' : 'removed-then';
}

function asOf(track: PlanTrack, baseline: AsOf, departure: Departure | null): BaselineVersion {
  if (baseline.by === 'named' && baseline.trainId !== null && baseline.trainId !== track.trainId) {
    return none('another-train');
  }
  const version = track.versions.findLast((one) => hadBeenSaid(one, baseline, track));
  if (version === undefined) return none('not-planned-yet');
  if (!isAhead(version)) return none(whyNoPlan(version));
  if (departure !== null && !isBefore(version, departure)) return none('departed-already');
  return { planned: plannedDay(version), why: null };
}

/**
 * What a baseline says of a release. A plan that was first written down after the release had left is no plan, so it
 * is never a baseline, save for `last-published`, which takes the last day that was ever published. `first-published`
 * is the first day said, `last-before-departure` the last; as of a moment, an entry or a named baseline it is what
 * stood then.
 */
export function baselineVersion(track: PlanTrack, baseline: AdherenceBaseline): BaselineVersion {
  const departure = departureOf(track);
  if (baseline.by === 'instant' || baseline.by === 'entry' || baseline.by === 'named') {
    return asOf(track, baseline, departure);
  }
  const plans = track.versions.filter(isAhead);
  const before = plans.filter((version) => departure === null || isBefore(version, departure));
  const version = pick(baseline.by, { plans, before });
  return version === undefined ? none('never-planned-before-departure') : { planned: plannedDay(version), why: null };
}

function pick(
  by: Exclude<AdherenceBaseline['by'], AsOf['by']>,
  { plans, before }: Readonly<Record<'plans' | 'before', readonly PlanVersion[]>>,
): PlanVersion | undefined {
  if (by === 'first-published') return before[0];
  return by === 'last-before-departure' ? before.at(-1) : plans.at(-1);
}

/** A plan as a baseline has it: of each release the day planned then, or why there is none. */
export function planAsOf(
  tracks: readonly PlanTrack[],
  baseline: AdherenceBaseline,
): readonly (BaselineVersion & { readonly key: string })[] {
  return tracks.map((track) => ({ key: track.key, ...baselineVersion(track, baseline) }));
}
