import { describe, expect, it } from 'vitest';
import { clockChanges } from '../../../../renderer/features/windows/clock-changes.ts';
import { When } from '../../../../shared/model/schedule-rule.ts';
import { instant } from '../../../../shared/model/time.ts';

const berlin = { by: 'zone', zone: 'Europe/Berlin' };
const now = instant(Date.UTC(2026, 10, 23));

function daily(startTime: string, endTime: string, changes: object = {}): When {
  return When.parse({
    by: 'rrule',
    rrule: 'FREQ=DAILY',
    from: '2026-01-01',
    startTime,
    endTime,
    endDayOffset: 0,
    clock: berlin,
    except: [],
    also: [],
    ...changes,
  });
}

// Clocks in Berlin go forward over 02:00 to 03:00 on 28 March 2027, and show 02:00 to 03:00 twice on 31 October 2027.
describe('renderer/features/windows/clock-changes', () => {
  it('names bounds that clocks skip and show twice', () => {
    expect(clockChanges(daily('01:00', '02:30'), now)).toEqual([
      'Sun 28 Mar 2027: clocks skip 02:30, so it ends at 03:00.',
      'Sun 31 Oct 2027: clocks show 02:30 twice; it ends the first time.',
    ]);
    expect(clockChanges(daily('02:30', '04:00'), now)[0]).toBe(
      'Sun 28 Mar 2027: clocks skip 02:30, so it starts at 03:00.',
    );
  });

  it('says how long it lasts where clocks change within', () => {
    expect(clockChanges(daily('01:00', '07:00'), now)).toEqual([
      'Sun 28 Mar 2027: clocks go forward during it, so it lasts 1 h less.',
      'Sun 31 Oct 2027: clocks go back during it, so it lasts 1 h more.',
    ]);
  });

  it('looks at a single time wherever it lies', () => {
    const holds = When.parse({
      by: 'once',
      start: { local: '2031-03-30T02:15', clock: berlin },
      end: { local: '2031-03-30T09:00', clock: berlin },
    });

    expect(clockChanges(holds, now)).toEqual(['Sun 30 Mar 2031: clocks skip 02:15, so it starts at 03:00.']);
  });

  it.each([
    ['times that no change touches', daily('09:00', '17:00')],
    ['a distance from UTC', daily('01:00', '02:30', { clock: { by: 'offset', minutes: 60 } })],
    ['anywhere on Earth', daily('01:00', '02:30', { clock: { by: 'aoe' } })],
  ])('has nothing to say of %s', (_what, holds) => {
    expect(clockChanges(holds, now)).toEqual([]);
  });
});
