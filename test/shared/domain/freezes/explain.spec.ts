import { describe, expect, it } from 'vitest';
import { explainBound, explainFirstLegal, explainSegment } from '../../../../shared/domain/freezes/explain.ts';
import { firstLegal } from '../../../../shared/domain/freezes/first-legal.ts';
import { timeline } from '../../../../shared/domain/freezes/legality.ts';
import { makeSchedule, scheduleFor } from '../../../../shared/domain/freezes/schedule.ts';
import { span } from '../../../../shared/domain/freezes/spans.ts';
import { anOverride, aRule, aTarget, once } from '../../../support/schedule.ts';
import { aLocal, anInstant, aZone } from '../../../support/times.ts';

const berlin = aZone('Europe/Berlin');
const rules = [
  aRule({ id: 'Week', kind: 'window', holds: once('2026-05-11T00:00', '2026-05-16T00:00') }),
  aRule({ id: 'Switches', kind: 'maintenance', holds: once('2026-05-12T00:00', '2026-05-13T00:00') }),
  aRule({ id: 'Audit', holds: once('2026-05-13T00:00', '2026-05-14T00:00') }),
  aRule({ id: 'Launch', holds: once('2026-05-13T12:00', '2026-05-14T12:00') }),
];
const overrides = [anOverride({ freeze: 'Launch', start: '2026-05-14T06:00Z', end: '2026-05-15T00:00Z' })];

describe('shared/domain/freezes/explain', () => {
  it('says each segment in a sentence, on the clock of the reader and with its distance from UTC', () => {
    const schedule = scheduleFor(makeSchedule(rules, overrides), aTarget());
    const range = span(anInstant('2026-05-11T00:00Z'), anInstant('2026-05-17T00:00Z'));

    expect(timeline(schedule, range).map((one) => explainSegment(one, berlin))).toEqual([
      'Mon 11 May 2026, 02:00 to Tue 12 May 2026, 02:00 UTC+02:00: open: in the window “Week”.',
      'Tue 12 May 2026, 02:00 to Wed 13 May 2026, 02:00 UTC+02:00: maintenance “Switches”.',
      'Wed 13 May 2026, 02:00 to 14:00 UTC+02:00: frozen by “Audit”, until Thu 14 May 2026, 02:00 UTC+02:00.',
      'Wed 13 May 2026, 14:00 to Thu 14 May 2026, 02:00 UTC+02:00: frozen by “Audit” and “Launch”, until Thu 14 May 2026, 14:00 UTC+02:00.',
      'Thu 14 May 2026, 02:00 to 08:00 UTC+02:00: frozen by “Launch”, until Thu 14 May 2026, 14:00 UTC+02:00.',
      'Thu 14 May 2026, 08:00 to 14:00 UTC+02:00: open: an override lets it through “Launch” (approved by Ben), in the window “Week”.',
      'Thu 14 May 2026, 14:00 to Sat 16 May 2026, 02:00 UTC+02:00: open: in the window “Week”.',
      'Sat 16 May 2026, 02:00 to Sun 17 May 2026, 02:00 UTC+02:00: outside every window that is about it.',
    ]);
  });

  it('tells the distance from UTC twice where clocks change in between', () => {
    const zone = aZone('Europe/Berlin');
    const range = span(anInstant('2026-03-28T12:00Z'), anInstant('2026-03-29T12:00Z'));
    const [segment] = timeline(scheduleFor(makeSchedule([], []), aTarget()), range);

    expect(segment && explainSegment(segment, zone)).toMatch(
      /^Sat 28 Mar 2026, 13:00 UTC\+01:00 to Sun 29 Mar 2026, 14:00 UTC\+02:00: open/,
    );
  });

  it('says a moment, an open time without windows, and an override without them', () => {
    const at = span(anInstant('2026-05-14T06:00Z'), anInstant('2026-05-14T06:00Z'));
    const [open] = timeline(scheduleFor(makeSchedule([], []), aTarget()), at);
    const [through] = timeline(scheduleFor(makeSchedule(rules.slice(3), overrides), aTarget()), at);

    expect(open && explainSegment(open, aZone('UTC'))).toBe(
      'At Thu 14 May 2026, 06:00 UTC: open: no window, freeze or maintenance is about it then.',
    );
    expect(through && explainSegment(through, aZone('UTC'))).toBe(
      'At Thu 14 May 2026, 06:00 UTC: open: an override lets it through “Launch” (approved by Ben).',
    );
  });

  it('says a first legal minute, or until when there is none', () => {
    const wanted = { after: anInstant('2026-05-13T00:00Z'), minutes: 30 };
    const schedule = makeSchedule(rules, []);

    expect(explainFirstLegal(firstLegal(schedule, [aTarget()], { ...wanted, days: 7 }), berlin)).toBe(
      'Legal from Thu 14 May 2026, 14:00 UTC+02:00.',
    );
    expect(explainFirstLegal(firstLegal(schedule, [aTarget()], { ...wanted, days: 1 }), berlin)).toBe(
      'There is no legal time that is long enough and starts before Thu 14 May 2026, 02:00 UTC+02:00.',
    );
  });

  it('shows the clock that a bound was typed on beside that of the reader (Rundeck #5831)', () => {
    const local = aLocal('2026-12-20T00:00');

    expect(explainBound({ local, clock: { by: 'offset', minutes: 600 } }, berlin)).toBe(
      'Sun 20 Dec 2026, 00:00 UTC+10:00, which is Sat 19 Dec 2026, 15:00 UTC+01:00',
    );
    expect(explainBound({ local, clock: { by: 'zone', zone: aZone('America/New_York') } }, berlin)).toBe(
      'Sun 20 Dec 2026, 00:00 America/New_York, which is Sun 20 Dec 2026, 06:00 UTC+01:00',
    );
    expect(explainBound({ local, clock: { by: 'aoe' } }, aZone('UTC'))).toBe(
      'Sun 20 Dec 2026, 00:00 anywhere on Earth (UTC-12:00), which is Sun 20 Dec 2026, 12:00 UTC',
    );
  });
});
