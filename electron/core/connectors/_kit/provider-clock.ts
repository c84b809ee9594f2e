/**
 * What the provider's clock shows, in ms, by the headers of an answer; null when they do not say. `Date` is when the answer
 * was made; one that comes out of a cache says in `Age` how many seconds ago that was (RFC 9111, 5.1).
 */
export function providerClock(headers: Readonly<Record<string, string>>): number | null {
  const date = Date.parse(headers.date ?? '');
  if (Number.isNaN(date)) return null;
  const age = /^\d+$/.test(headers.age?.trim() ?? '') ? Number(headers.age) : 0;
  return date + age * 1_000;
}
