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
      '2026-05-11 02:00 UTC+02:00 to 2026-05-12 02:00 UTC+02:00: open: in the window "Week".',
      '2026-05-12 02:00 UTC+02:00 to 2026-05-13 02:00 UTC+02:00: maintenance "Switches", until 2026-05-13 02:00 UTC+02:00.',
      '2026-05-13 02:00 UTC+02:00 to 2026-05-13 14:00 UTC+02:00: frozen by "Audit", until 2026-05-14 02:00 UTC+02:00.',
      '2026-05-13 14:00 UTC+02:00 to 2026-05-14 02:00 UTC+02:00: frozen by "Audit" and "Launch", until 2026-05-14 14:00 UTC+02:00.',
      '2026-05-14 02:00 UTC+02:00 to 2026-05-14 08:00 UTC+02:00: frozen by "Launch", until 2026-05-14 14:00 UTC+02:00.',
      '2026-05-14 08:00 UTC+02:00 to 2026-05-14 14:00 UTC+02:00: open: an override lets it through "Launch" (approved by Ben), in the window "Week".',
      '2026-05-14 14:00 UTC+02:00 to 2026-05-16 02:00 UTC+02:00: open: in the window "Week".',
      '2026-05-16 02:00 UTC+02:00 to 2026-05-17 02:00 UTC+02:00: outside every window that is about it.',
    ]);
  });

  it('says a moment, an open time without windows, and an override without them', () => {
    const at = span(anInstant('2026-05-14T06:00Z'), anInstant('2026-05-14T06:00Z'));
    const [open] = timeline(scheduleFor(makeSchedule([], []), aTarget()), at);
    const [through] = timeline(scheduleFor(makeSchedule(rules.slice(3), overrides), aTarget()), at);

    expect(open && explainSegment(open, aZone('UTC'))).toBe(
      'At 2026-05-14 06:00 UTC: open: no window, freeze or maintenance is about it then.',
    );
    expect(through && explainSegment(through, aZone('UTC'))).toBe(
      'At 2026-05-14 06:00 UTC: open: an override lets it through "Launch" (approved by Ben).',
    );
  });

  it('says a first legal minute, or until when there is none', () => {
    const wanted = { after: anInstant('2026-05-13T00:00Z'), minutes: 30 };
    const schedule = makeSchedule(rules, []);

    expect(explainFirstLegal(firstLegal(schedule, [aTarget()], { ...wanted, days: 7 }), berlin)).toBe(
      'Legal from 2026-05-14 14:00 UTC+02:00.',
    );
    expect(explainFirstLegal(firstLegal(schedule, [aTarget()], { ...wanted, days: 1 }), berlin)).toBe(
      'There is no legal time that is long enough and starts before 2026-05-14 02:00 UTC+02:00.',
    );
  });

  it('shows the clock that a bound was typed on beside that of the reader (Rundeck #5831)', () => {
    const local = aLocal('2026-12-20T00:00');

    expect(explainBound({ local, clock: { by: 'offset', minutes: 600 } }, berlin)).toBe(
      '2026-12-20 00:00 UTC+10:00, which is 2026-12-19 15:00 UTC+01:00',
    );
    expect(explainBound({ local, clock: { by: 'zone', zone: aZone('America/New_York') } }, berlin)).toBe(
      '2026-12-20 00:00 America/New_York, which is 2026-12-20 06:00 UTC+01:00',
    );
    expect(explainBound({ local, clock: { by: 'aoe' } }, aZone('UTC'))).toBe(
      '2026-12-20 00:00 anywhere on Earth (UTC-12:00), which is 2026-12-20 12:00 UTC',
    );
  });
});
