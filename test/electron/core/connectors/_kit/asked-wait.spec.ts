import { describe, expect, it } from 'vitest';
import { askedRetry, askedWait, untilReset } from '../../../../../electron/core/connectors/_kit/asked-wait.ts';

const NOW = Date.parse('2026-03-05T09:00:00Z');
const inSeconds = (seconds: number) => String(NOW / 1_000 + seconds);

function refusal(status: number, headers: Record<string, string>, body = '{}') {
  return { status, headers, body };
}

describe('electron/core/connectors/_kit/asked-wait askedWait', () => {
  it.each([
    ['429 with seconds', refusal(429, { 'retry-after': '12' }), 12_000],
    ['429 with a fraction of seconds', refusal(429, { 'retry-after': '0.5' }), 500],
    ['429 with a date', refusal(429, { 'retry-after': 'Thu, 05 Mar 2026 09:00:30 GMT' }), 30_000],
    ['429 with a date that has passed', refusal(429, { 'retry-after': 'Thu, 05 Mar 2026 08:00:00 GMT' }), 0],
    [
      '429 with a date, by the clock of the provider',
      refusal(429, { 'retry-after': 'Thu, 05 Mar 2026 09:10:30 GMT', date: 'Thu, 05 Mar 2026 09:10:00 GMT' }),
      30_000,
    ],
    ['429 that says nothing', refusal(429, {}), 0],
    ['429 with nonsense', refusal(429, { 'retry-after': 'soon' }), 0],
    [
      '403 of a used-up limit, in epoch seconds',
      refusal(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inSeconds(90) }),
      90_000,
    ],
    [
      '429 of a used-up limit, as an ISO time',
      refusal(429, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '2026-03-05T09:02Z' }),
      120_000,
    ],
    [
      '403 with both: Retry-After counts',
      refusal(403, { 'retry-after': '5', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inSeconds(90) }),
      5_000,
    ],
    ['403 of a secondary limit', refusal(403, {}, '{"message":"You have exceeded a secondary rate limit."}'), 60_000],
    [
      '403 of abuse detection',
      refusal(403, {}, '{"message":"You have triggered an abuse detection mechanism"}'),
      60_000,
    ],
  ])('%s', (_what, answer, ms) => {
    expect(askedWait(answer, NOW)).toBe(ms);
  });

  it.each([
    [
      '403 for want of rights',
      refusal(403, { 'x-ratelimit-remaining': '4999' }, '{"message":"Must have admin rights"}'),
    ],
    ['200', refusal(200, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inSeconds(90) })],
    ['500 with Retry-After', refusal(500, { 'retry-after': '3' })],
  ])('%s is no rate limit', (_what, answer) => {
    expect(askedWait(answer, NOW)).toBeNull();
  });
});

describe('electron/core/connectors/_kit/asked-wait', () => {
  it('reads until when a used-up limit lasts', () => {
    expect(untilReset({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inSeconds(7) }, NOW)).toBe(7_000);
    expect(untilReset({ 'x-ratelimit-remaining': '1', 'x-ratelimit-reset': inSeconds(7) }, NOW)).toBeNull();
    expect(untilReset({ 'x-ratelimit-remaining': '0' }, NOW)).toBeNull();
    expect(untilReset({}, NOW)).toBeNull();
  });

  it('reads when to try again after an error of the server', () => {
    expect(askedRetry(refusal(503, { 'retry-after': '3' }), NOW)).toBe(3_000);
    expect(askedRetry(refusal(503, {}), NOW)).toBeNull();
    expect(askedRetry(refusal(404, { 'retry-after': '3' }), NOW)).toBeNull();
  });
});
