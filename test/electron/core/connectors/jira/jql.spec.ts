import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issuesJql, quoted, windowStart } from '../../../../../electron/core/connectors/jira/jql.ts';
import { at } from '../../../../support/jira-pages.ts';

/** All moments that a clock of the zone shows as this text, found by trying every offset on earth: an own oracle. */
function momentsShownAs(text: string, zone: string): readonly number[] {
  const asUtc = Date.parse(`${text.replace(' ', 'T')}:00Z`);
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const moments: number[] = [];
  for (let minutes = -14 * 60; minutes <= 12 * 60; minutes += 15) {
    const moment = asUtc + minutes * 60_000;
    if (format.format(moment) === text) moments.push(moment);
  }
  return moments;
}

describe('electron/core/connectors/jira/jql windowStart', () => {
  it.each([
    ['a minute is cut, not rounded', '2026-03-10T09:59:59.999Z', 'UTC', '2026-03-10 09:59'],
    ['east of UTC', '2026-03-10T23:30:00Z', 'Asia/Shanghai', '2026-03-11 07:30'],
    ['west of UTC', '2026-03-10T03:30:00Z', 'America/Los_Angeles', '2026-03-09 20:30'],
    ['half an hour off', '2026-03-10T00:00:00Z', 'Asia/Kolkata', '2026-03-10 05:30'],
    ['year end', '2026-12-31T23:59:00Z', 'Pacific/Auckland', '2027-01-01 12:59'],
    ['just before the gap in spring', '2026-03-29T00:59:30Z', 'Europe/Berlin', '2026-03-29 01:59'],
    ['just after the gap in spring', '2026-03-29T01:00:30Z', 'Europe/Berlin', '2026-03-29 03:00'],
    ['a leap day', '2028-02-29T12:00:00Z', 'Europe/Berlin', '2028-02-29 13:00'],
  ])('%s', (_, moment, zone, expected) => {
    expect(windowStart(at(moment), zone)).toBe(expected);
  });

  it('goes back to before an hour that the clock shows twice, while it may mean the second one', () => {
    // Berlin, 25 October 2026: 02:00 to 02:59 happens at 00:00Z (summer time) and again at 01:00Z (winter time).
    expect(windowStart(at('2026-10-25T00:30:00Z'), 'Europe/Berlin')).toBe('2026-10-25 01:29');
    expect(windowStart(at('2026-10-25T01:30:00Z'), 'Europe/Berlin')).toBe('2026-10-25 02:30');
    expect(windowStart(at('2026-10-25T02:00:00Z'), 'Europe/Berlin')).toBe('2026-10-25 03:00');
  });

  it('is early enough for every zone when the zone is not known', () => {
    expect(windowStart(at('2026-03-10T12:00:00Z'), null)).toBe('2026-03-10 00:00');
    expect(windowStart(at('2026-03-10T12:00:00Z'), 'Mars/Olympus')).toBe('2026-03-10 00:00');
    // 12 hours behind UTC, the last place on earth, reads it as the very moment.
    expect(momentsShownAs('2026-03-10 00:00', 'Etc/GMT+12')).toEqual([at('2026-03-10T12:00:00Z')]);
  });

  it.each(['UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata', 'Australia/Lord_Howe'])(
    'is never read as a later moment, and at most two hours earlier, in %s',
    (zone) => {
      const moment = fc.integer({ min: at('2020-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') });
      fc.assert(
        fc.property(moment, (ms) => {
          const read = momentsShownAs(windowStart(ms, zone), zone);

          expect(read.length).toBeGreaterThan(0);
          expect(Math.max(...read)).toBeLessThanOrEqual(ms);
          expect(Math.min(...read)).toBeGreaterThan(ms - 2 * 3_600_000 - 120_000);
        }),
        { numRuns: 150 },
      );
    },
  );
});

describe('electron/core/connectors/jira/jql', () => {
  it('quotes whatever people type as a project key', () => {
    expect(quoted('PAY')).toBe('"PAY"');
    expect(quoted('a"b\\c')).toBe('"a\\"b\\\\c"');
    expect(quoted('" OR project = "SECRET')).toBe('"\\" OR project = \\"SECRET"');
  });

  it('asks for a project in a stable order, since a minute when there is one', () => {
    expect(issuesJql('PAY', null)).toBe('project = "PAY" ORDER BY updated ASC, key ASC');
    expect(issuesJql('PAY', '2026-03-10 09:59')).toBe(
      'project = "PAY" AND updated >= "2026-03-10 09:59" ORDER BY updated ASC, key ASC',
    );
  });
});
