import type { ReleaseId, ServiceId } from '../../../shared/model/ids.ts';
import type { Skew, SkewPair } from '../../../shared/model/skew.ts';
import type { Instant } from '../../../shared/model/time.ts';

/** A version of a service for as long as it is planned to run. */
export interface VersionBar {
  readonly key: string;
  /** Null where nobody said what runs. */
  readonly version: string | null;
  /** What brings it, or brought it. */
  readonly releaseId: ReleaseId | null;
  readonly from: Instant;
  /** From `from` until here it is being deployed: the version before may still run. */
  readonly deployedBy: Instant;
  readonly until: Instant;
}

/** One service with its versions, one after the other. */
export interface VersionLane {
  readonly serviceId: ServiceId;
  readonly name: string;
  readonly bars: readonly VersionBar[];
}

/** A pair of versions that do not fit, at the lanes where it shows. */
export interface BadSpot {
  readonly key: string;
  readonly text: string;
  readonly lanes: readonly [number, number];
  readonly from: Instant;
  readonly until: Instant;
}

/** The name of a pair, as the address keeps it. */
export function pairKey({ one, other }: SkewPair): string {
  return [one, other].map(({ serviceId, version, step }) => `${serviceId} ${version} ${step ?? 'now'}`).join(' / ');
}

/** Each service with what runs in it when, as planned. */
export function lanesOf({ services, steps, from, until }: Skew): readonly VersionLane[] {
  return services.map(({ serviceId, name, now, nowReleaseId }) => {
    const own = steps.filter((step) => step.serviceId === serviceId);
    const begins = own.map(({ span }) => clamp(span.start, from, until));
    const bars = own.map(({ version, releaseId, span }, at) => ({
      key: `${serviceId} ${at}`,
      version,
      releaseId,
      from: begins[at] ?? from,
      deployedBy: clamp(span.end, from, until),
      until: begins[at + 1] ?? until,
    }));
    const first = { key: `${serviceId} now`, version: now, releaseId: nowReleaseId, from, deployedBy: from };
    return { serviceId, name, bars: [{ ...first, until: begins[0] ?? until }, ...bars] };
  });
}

function clamp(at: Instant, from: Instant, until: Instant): Instant {
  if (at < from) return from;
  return at > until ? until : at;
}

/** Where pairs that do not fit show in the picture, in the order of their time. */
export function spotsOf({ services, planned, from, until }: Skew): readonly BadSpot[] {
  const laneOf = new Map(services.map(({ serviceId }, at) => [serviceId, at]));
  return planned.bad
    .map(({ pair, ...at }) => ({
      key: pairKey(pair),
      text: pair.text,
      lanes: [laneOf.get(pair.one.serviceId) ?? 0, laneOf.get(pair.other.serviceId) ?? 0] as const,
      from: clamp(at.from ?? from, from, until),
      until: clamp(at.until ?? until, from, until),
    }))
    .toSorted((a, b) => a.from - b.from || a.until - b.until);
}
