import type { Refusal } from './failures.ts';
import { providerClock } from './provider-clock.ts';

/** GitHub asks for at least a minute after its secondary limits when it does not say more. */
const SECONDARY_WAIT_MS = 60_000;

function serverTime(headers: Readonly<Record<string, string>>, now: number): number {
  return providerClock(headers) ?? now;
}

function retryAfter(headers: Readonly<Record<string, string>>, now: number): number | null {
  const text = headers['retry-after']?.trim();
  if (text === undefined || text === '') return null;
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1_000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - serverTime(headers, now));
}

/** When the used-up limit begins anew, in ms from now; null when the limit is not used up or nothing is said. */
export function untilReset(headers: Readonly<Record<string, string>>, now: number): number | null {
  if (headers['x-ratelimit-remaining']?.trim() !== '0') return null;
  const text = headers['x-ratelimit-reset']?.trim() ?? '';
  const reset = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text);
  return Number.isNaN(reset) ? null : Math.max(0, reset - serverTime(headers, now));
}

function isRateLimit(answer: Refusal): boolean {
  if (answer.status === 429) return true;
  if (answer.status !== 403) return false;
  if (answer.headers['retry-after'] !== undefined || answer.headers['x-ratelimit-remaining']?.trim() === '0')
    return true;
  return /(secondary|api) rate limit|abuse detection/i.test(answer.body);
}

/**
 * How long a provider asks to wait before the next request, in ms: `Retry-After` in seconds or as a date
 * (RFC 9110, 10.2.3), else the reset of a used-up limit, both by the provider's own clock; else a minute for
 * a refusal that names a secondary limit. Null when the answer is no rate limit.
 */
export function askedWait(answer: Refusal, now: number): number | null {
  if (!isRateLimit(answer)) return null;
  const asked = retryAfter(answer.headers, now) ?? untilReset(answer.headers, now);
  if (asked !== null) return asked;
  return answer.status === 403 ? SECONDARY_WAIT_MS : 0;
}

/** What a 5xx answer asks for in `Retry-After`, in ms; null when it does not say. */
export function askedRetry(answer: Refusal, now: number): number | null {
  return answer.status >= 500 ? retryAfter(answer.headers, now) : null;
}
