import { describe, expect, it } from 'vitest';
import { describeEdit, describeItem, labelOf } from '../../../../../renderer/features/calendar/timeline/describe.ts';
import { beginEdit, shiftEdit } from '../../../../../renderer/features/calendar/timeline/edit.ts';
import { buildModel } from '../../../../../renderer/features/calendar/timeline/model.ts';
import { anEntry } from '../../../../support/calendar-lanes.ts';
import { itemOf, lane, milestone, modelOf, release } from '../../../../support/timeline.ts';
import { anInstant, aZone } from '../../../../support/times.ts';

const model = modelOf(
  release('r', {
    name: 'Payments 2026.24',
    departsAt: anInstant('2026-06-09T20:00+02:00'),
    zone: 'Europe/Berlin',
    milestones: [
      milestone('uat', {
        name: 'Acceptance',
        kind: 'uat',
        startAt: anInstant('2026-06-01T09:00+02:00'),
        endAt: anInstant('2026-06-05T17:00+02:00'),
        zone: 'Europe/Berlin',
        pinned: true,
      }),
      milestone('cab', {
        name: 'CAB',
        kind: 'cab',
        startAt: anInstant('2026-06-08T10:00+02:00'),
        zone: 'Europe/Berlin',
      }),
    ],
  }),
);

describe('renderer/features/calendar/timeline/describe', () => {
  it('tells a span with both its ends, in the plan’s zone and the display zone', () => {
    const text = describeItem(itemOf(model, 'uat'), aZone('UTC'));

    expect(text).toEqual({
      title: 'Acceptance',
      what: 'UAT · Payments 2026.24',
      when: ['From Mon 1 Jun 2026, 09:00 CEST (1 Jun, 07:00 UTC)', 'to Fri 5 Jun 2026, 17:00 CEST (5 Jun, 15:00 UTC)'],
      pinned: true,
      notes: [],
    });
  });

  it('does not say a kind twice', () => {
    expect(describeItem(itemOf(model, 'cab'), null)).toMatchObject({
      title: 'CAB',
      what: 'Payments 2026.24',
      when: ['Mon 8 Jun 2026, 10:00 CEST'],
    });
  });

  it('makes one sentence for a screen reader', () => {
    expect(labelOf(describeItem(itemOf(model, 'r'), null))).toBe(
      'Payments 2026.24, Departure · Planned, Tue 9 Jun 2026, 20:00 CEST',
    );
    expect(labelOf(describeItem(itemOf(model, 'uat'), null))).toContain('moved by hand');
  });

  it.each([
    ['body', 1440, 'Acceptance Tue 2 Jun 2026, 09:00 to Sat 6 Jun 2026, 17:00 (1 day later)'],
    ['body', -10_080, 'Acceptance Mon 25 May 2026, 09:00 to Fri 29 May 2026, 17:00 (7 days earlier)'],
    ['end', 75, 'Acceptance ends Fri 5 Jun 2026, 18:15 (1 h 15 min later)'],
    ['start', -15, 'Acceptance starts Mon 1 Jun 2026, 08:45 (15 min earlier)'],
    ['body', 0, 'Acceptance Mon 1 Jun 2026, 09:00 to Fri 5 Jun 2026, 17:00 (where it was)'],
  ] as const)('says what moving its %s by %i minutes does', (part, minutes, sentence) => {
    expect(describeEdit(shiftEdit(beginEdit(itemOf(model, 'uat'), part), part, minutes), 0)).toBe(sentence);
  });

  it('counts what follows a moved release', () => {
    const edit = shiftEdit(beginEdit(itemOf(model, 'r'), 'body'), 'body', 1440);

    expect(describeEdit(edit, 1)).toBe('Payments 2026.24 Wed 10 Jun 2026, 20:00 (1 day later; 1 milestone follows)');
    expect(describeEdit(edit, 2)).toContain('2 milestones follow)');
  });

  it('says to which lane a booking goes, and what goes along', () => {
    const booking = buildModel([{ ...lane('e', []), entries: [anEntry('b', { title: 'Drill' })] }], 0);
    const held = { ...beginEdit(itemOf(booking, 'b'), 'body'), to: lane('Load test', []) };

    expect(describeEdit(held, 0)).toBe(
      'Drill to “Load test”, Mon 1 Jun 2026, 00:00 to Mon 1 Jun 2026, 01:00 (at the same time)',
    );
    expect(describeEdit(shiftEdit(held, 'body', 1440), 2)).toContain('(1 day later; 2 bookings follow)');
  });

  it('says that an item is in conflict, and how badly', () => {
    const text = describeItem(itemOf(model, 'cab'), null);

    expect(labelOf(text, { severity: 'blocking' })).toBe(`${labelOf(text)}, In conflict: blocking`);
  });

  it('tells an entry in its own words, with what lies over it', () => {
    const entry = anEntry('b', { title: 'Drill', what: 'Booking', notes: ['For Payments'], start: 0, end: 3_600_000 });
    const text = describeItem(itemOf(buildModel([{ ...lane('e', []), entries: [entry] }], 0), 'b'), null);

    expect(labelOf(text, { notes: ['During freeze “X”'] })).toBe(
      'Drill, Booking, From Thu 1 Jan 1970, 00:00 UTC, to Thu 1 Jan 1970, 01:00 UTC, For Payments, During freeze “X”',
    );
  });
});
