import { describe, expect, it } from 'vitest';
import { providerClock } from '../../../../../electron/core/connectors/_kit/provider-clock.ts';

describe('electron/core/connectors/_kit/provider-clock', () => {
  const date = 'Thu, 05 Mar 2026 08:00:00 GMT';

  it.each([
    [{ date }, '2026-03-05T08:00:00Z'],
    [{ date, age: '0' }, '2026-03-05T08:00:00Z'],
    [{ date, age: ' 7200 ' }, '2026-03-05T10:00:00Z'],
    [{ date, age: '-5' }, '2026-03-05T08:00:00Z'],
    [{ date, age: 'old' }, '2026-03-05T08:00:00Z'],
  ])('shows what %o says', (headers, shown) => {
    expect(providerClock(headers)).toBe(Date.parse(shown));
  });

  it.each([{}, { age: '5' }, { date: 'yesterday' }])('says nothing by %o', (headers) => {
    expect(providerClock(headers)).toBeNull();
  });
});
