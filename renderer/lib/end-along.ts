function minuteOf(local: string): number {
  return Date.parse(`${local.slice(0, 16)}Z`);
}

/**
 * The end that keeps the length of a time whose start is moved to another: typed times, `2026-11-24T14:00`. Where no length can be
 * told, before or after, the end stays.
 */
export function endAlong(time: { readonly start: string; readonly end: string }, start: string): string {
  const length = minuteOf(time.end) - minuteOf(time.start);
  const end = minuteOf(start) + length;
  const isTold = length > 0 && end < Date.UTC(10_000, 0);
  return isTold ? new Date(end).toISOString().slice(0, 16) : time.end;
}
