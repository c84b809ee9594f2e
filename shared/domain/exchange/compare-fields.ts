/** What a file, earlier imports and the plan say of one thing. */
export interface Sides<T> {
  readonly before: T;
  /** What the file says; null where it says nothing. */
  readonly said: { readonly [F in keyof T]: T[F] | null };
  /** What earlier imports wrote; a field that none wrote is not there. */
  readonly base: Partial<T> | undefined;
  /** What the last import said, taken or not: a field that is as it said needs no hand to be so. */
  readonly lastSaid?: { readonly [F in keyof T]: T[F] | null } | undefined;
}

/** The fields that a file sets, and those that were changed by hand since the last import and stay. */
export interface FieldComparison<T> {
  readonly changed: readonly (keyof T)[];
  readonly kept: readonly (keyof T)[];
}

export interface CompareTerms<T> {
  readonly fields: readonly (keyof T)[];
  /** Whether the file wins over what was changed by hand. */
  readonly overHand: boolean;
  readonly isSame?: (one: unknown, other: unknown) => boolean;
}

/**
 * Sets each field of a thing beside what a file says of it. What differs from what the last import wrote, and from what it said,
 * was changed by hand and stays, unless the file is to win; what no import wrote follows the file.
 */
export function compareFields<T extends object>(
  { before, said, base, lastSaid }: Sides<T>,
  { fields, overHand, isSame = Object.is }: CompareTerms<T>,
): FieldComparison<T> {
  const differing = fields.filter((field) => said[field] !== null && !isSame(said[field], before[field]));
  const isByHand = (field: keyof T) =>
    base?.[field] !== undefined &&
    !isSame(base[field], before[field]) &&
    (lastSaid === undefined || lastSaid[field] === null || !isSame(lastSaid[field], before[field]));
  return {
    changed: differing.filter((field) => overHand || !isByHand(field)),
    kept: differing.filter((field) => !overHand && isByHand(field)),
  };
}
