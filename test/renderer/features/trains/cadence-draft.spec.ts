import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CadenceDraft,
  cadenceDraftOf,
  newCadenceDraft,
  rruleOf,
} from '../../../../renderer/features/trains/cadence-draft.ts';
import { occurrences } from '../../../../shared/domain/calendar/recurrence.ts';
import { validateRrule } from '../../../../shared/domain/calendar/rrule.ts';
import { day } from '../../../../shared/model/time.ts';
import { Cadence } from '../../../../shared/model/train.ts';

const from = day('2026-11-23');

function typed(changes: Partial<CadenceDraft>): CadenceDraft {
  return { ...newCadenceDraft(from), ...changes };
}

function cadence(rrule: string): Cadence {
  return Cadence.parse({ rrule, from, departureTime: '20:00', onDayOff: 'keep' });
}

const drafts = fc.record({
  mode: fc.constantFrom('weeks' as const, 'months-weekday' as const, 'months-day' as const),
  interval: fc.integer({ min: 1, max: 12 }).map(String),
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  nth: fc.constantFrom(1, 2, 3, 4, -1),
  weekday: fc.integer({ min: 1, max: 7 }),
  monthDay: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant(-1)).map(String),
});

describe('renderer/features/trains/cadence-draft', () => {
  it.each([
    [{ mode: 'weeks', interval: '1', weekdays: [2] }, 'FREQ=WEEKLY;BYDAY=TU'],
    [{ mode: 'weeks', interval: '2', weekdays: [4, 1] }, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH'],
    [{ mode: 'weeks', interval: '3', weekdays: [] }, 'FREQ=WEEKLY;INTERVAL=3'],
    [{ mode: 'months-weekday', interval: '1', nth: 2, weekday: 2 }, 'FREQ=MONTHLY;BYDAY=2TU'],
    [{ mode: 'months-weekday', interval: '3', nth: -1, weekday: 5 }, 'FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR'],
    [{ mode: 'months-day', interval: '1', monthDay: '15' }, 'FREQ=MONTHLY;BYMONTHDAY=15'],
    [{ mode: 'custom', rrule: ' FREQ=DAILY ' }, 'FREQ=DAILY'],
    [{ mode: 'by-hand' }, ''],
  ] as const)('writes %j as %s', (changes, rule) => {
    expect(rruleOf(typed(changes as Partial<CadenceDraft>))).toBe(rule);
  });

  it.each([
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', 'weeks'],
    ['freq=weekly;byday=th,mo', 'weeks'],
    ['FREQ=MONTHLY;BYDAY=-1FR', 'months-weekday'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', 'months-day'],
    ['FREQ=MONTHLY;BYDAY=-2FR', 'custom'],
    ['FREQ=MONTHLY;BYDAY=5FR', 'custom'],
    ['FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2', 'custom'],
    ['FREQ=WEEKLY;BYDAY=TU;COUNT=5', 'custom'],
    ['FREQ=WEEKLY;BYDAY=TU;UNTIL=20271231', 'custom'],
    ['FREQ=MONTHLY;BYMONTHDAY=1,15', 'custom'],
    ['FREQ=YEARLY;BYMONTH=4;BYDAY=3TU', 'custom'],
    ['FREQ=MONTHLY;BYDAY=TU', 'custom'],
  ])('opens %s in the builder as %s', (rule, mode) => {
    expect(cadenceDraftOf(cadence(rule), from).mode).toBe(mode);
  });

  it('keeps a rule that the builder cannot say, as it was written', () => {
    const rule = 'FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2';

    expect(rruleOf(cadenceDraftOf(cadence(rule), from))).toBe(rule);
  });

  it('opens a train without a cadence as dated by hand', () => {
    expect(cadenceDraftOf(null, from).mode).toBe('by-hand');
  });

  it('writes only rules that can be read, and opens what it wrote with the same days', () => {
    fc.assert(
      fc.property(drafts, (changes) => {
        const rule = rruleOf(typed(changes));
        const again = rruleOf(cadenceDraftOf(cadence(rule), from));
        const range = { from, to: day('2029-11-23'), limit: 2_000 };

        expect(validateRrule(rule)).toBeNull();
        expect(occurrences({ rrule: again, from }, range)).toEqual(occurrences({ rrule: rule, from }, range));
      }),
    );
  });
});
