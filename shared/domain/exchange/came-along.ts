import type { Span } from '../../model/span.ts';

/** A booking as another names it that came along with it. */
export interface Bringing {
  readonly id: string;
  readonly environmentId: string;
  /** Its release, else its title. */
  readonly forWhom: string;
  readonly span: Span;
}

function meet(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/**
 * The booking of an environment that another came along with: that for the same, of several the one that begins nearest; where
 * none is for the same, the only one that it meets. Undefined where there is none.
 */
export function bringing(
  along: Omit<Bringing, 'id' | 'environmentId'>,
  environmentId: string,
  bookings: readonly Bringing[],
): Bringing | undefined {
  const there = bookings.filter((one) => one.environmentId === environmentId);
  const far = ({ span }: Bringing) => Math.abs(span.start - along.span.start);
  const [nearest] = there
    .filter(({ forWhom }) => forWhom === along.forWhom)
    .toSorted((one, other) => far(one) - far(other));
  if (nearest !== undefined) return nearest;
  const met = there.filter(({ span }) => meet(span, along.span));
  return met.length === 1 ? met[0] : undefined;
}
