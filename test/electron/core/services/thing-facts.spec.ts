import { describe, expect, it } from 'vitest';
import { factsOf, type Known, type Reading, rowKnownBy } from '../../../../electron/core/services/thing-facts.ts';
import { ReleaseId } from '../../../../shared/model/ids.ts';
import { aZone } from '../../../support/times.ts';

const none = new Map<string, { readonly id: string; readonly name: string }>();
const KNOWN: Known = {
  team: none,
  person: none,
  service: none,
  environment: new Map([['uat', { id: 'environment-1', name: 'UAT' }]]),
  'schedule-rule': none,
  booking: none,
};

function reading(values: Readonly<Record<string, string>>): Reading {
  const releases = [{ id: ReleaseId.parse('release-1'), name: 'R1', train: 'Payments' }];
  return { row: { line: 2, values }, known: KNOWN, releases, zone: aZone('Europe/Berlin') };
}

const BOOKED = { environment: 'uat', start: '2026-12-07', end: '2026-12-11' };

describe('electron/core/services/thing-facts', () => {
  it('reads a booking by the fields that people type', () => {
    expect(factsOf('booking', reading({ ...BOOKED, release: 'payments r1', mode: 'shared' }), undefined)).toEqual({
      environmentId: 'environment-1',
      releaseId: 'release-1',
      title: 'Payments R1',
      mode: 'shared',
      startLocal: '2026-12-07T00:00',
      endLocal: '2026-12-12T00:00',
      zone: 'Europe/Berlin',
    });
  });

  it('knows a booking by what is booked for whom, and when', () => {
    const of = (values: Readonly<Record<string, string>>) => rowKnownBy('booking', reading({ ...BOOKED, ...values }));
    const own = of({ release: 'R1' });

    expect(own.key).toBe(of({ release: 'Payments R1', name: 'Else', start: '2026-12-08' }).key);
    expect(own.key).not.toBe(of({ name: 'Drill' }).key);
    expect(own.key).not.toBe(of({ release: 'R1', purpose: 'canary' }).key);
    expect(own.span).toEqual({ start: Date.parse('2026-12-06T23:00Z'), end: Date.parse('2026-12-11T23:00Z') });
  });

  it('refuses days and times that are none', () => {
    const facts = (values: Readonly<Record<string, string>>) => () =>
      factsOf(
        'schedule-rule',
        reading({ name: 'Quiet', start: '2026-12-07', end: '2026-12-11', ...values }),
        undefined,
      );

    expect(facts({ start: '2026-02-30' })).toThrow('“2026-02-30” is no day.');
    expect(facts({ endTime: '25:00' })).toThrow('“25:00” is no time.');
  });
});
