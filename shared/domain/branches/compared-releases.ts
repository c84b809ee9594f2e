import type { ComparedRelease, Standing } from '../../model/compared-release.ts';
import type { Release } from '../../model/release.ts';

/** A release as both sides have it; null where it is not there. */
export interface ReleaseSides {
  readonly one: Release | null;
  readonly other: Release | null;
}

function standingOf(release: Release | null): Standing | null {
  if (release === null) return null;
  const { day, departureTime, zone, departsAt, state } = release;
  return { day, departureTime, zone, departsAt, state };
}

function standsTheSame({ one, other }: ReleaseSides): boolean {
  if (one === null || other === null) return one === other;
  return one.departsAt === other.departsAt && (one.state === 'cancelled') === (other.state === 'cancelled');
}

/**
 * The releases that depart at another moment on the other side, were cancelled or came back there, or are on one side only,
 * by departure. Being under way or departed is how a plan is carried out, and no difference.
 */
export function comparedReleases(
  sides: readonly ReleaseSides[],
  trainName: (release: Release) => string,
): ComparedRelease[] {
  return sides
    .flatMap((pair) => {
      const release = pair.other ?? pair.one;
      if (release === null || standsTheSame(pair)) return [];
      const [one, other] = [standingOf(pair.one), standingOf(pair.other)];
      return [{ id: release.id, name: release.name, trainName: trainName(release), one, other }];
    })
    .sort((a, b) => departureOf(a) - departureOf(b));
}

function departureOf({ one, other }: ComparedRelease): number {
  return (other ?? one)?.departsAt ?? 0;
}
