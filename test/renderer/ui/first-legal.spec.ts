import { describe, expect, it } from 'vitest';
import { type Deployed, deploymentsOf, minutesOf, moveTo, spanOf } from '../../../renderer/ui/first-legal.ts';
import { ReleaseId } from '../../../shared/model/ids.ts';
import { anInstant, aZone, isoOf } from '../../support/times.ts';

const zone = aZone('Europe/Berlin');
const releaseId = ReleaseId.parse('release-1');
const departsAt = anInstant('2026-12-08T20:00+01:00');
const release = { id: releaseId, name: 'Search 1', zone, departsAt };

function milestone(id: string, kind: string, start: string, end: string | null = null) {
  return { id, name: id, kind, zone, startAt: anInstant(start), endAt: end === null ? null : anInstant(end) };
}

describe('renderer/ui/first-legal', () => {
  it('deploys a release at its deployment milestones, the earliest first', () => {
    const second = milestone('second', 'deployment', '2026-12-09T09:00+01:00', '2026-12-09T11:30+01:00');
    const first = milestone('first', 'deployment', '2026-12-08T09:00+01:00');

    const all = deploymentsOf(release, [second, milestone('uat', 'uat', '2026-12-01T09:00+01:00'), first]);

    expect(all.map(({ id, what, name }) => [id, what, name])).toEqual([
      ['first', 'milestone', 'first of Search 1'],
      ['second', 'milestone', 'second of Search 1'],
    ]);
    expect(all.map(minutesOf)).toEqual([60, 150]);
  });

  it('deploys a release without deployment milestones at its departure, for an hour', () => {
    const [only] = deploymentsOf(release, [milestone('uat', 'uat', '2026-12-01T09:00+01:00')]);

    expect(only).toMatchObject({ id: releaseId, what: 'release', start: departsAt, end: null });
    expect(only && isoOf(spanOf(only).end)).toBe('2026-12-08T20:00:00.000Z');
  });

  it('asks for whole minutes, one at least and a fortnight at most', () => {
    const lasting = (milliseconds: number) => minutesOf({ start: departsAt, end: (departsAt + milliseconds) as never });

    expect([lasting(1), lasting(60_000), lasting(60_001), lasting(99 * 86_400_000)]).toEqual([1, 1, 2, 20_160]);
    expect(lasting(0)).toBe(60);
  });

  it('moves a release by the clock of its zone, and a milestone with its length, over a change of clocks too', () => {
    const departure: Deployed = { ...release, what: 'release', releaseId, start: departsAt, end: null };
    const span: Deployed = {
      ...departure,
      id: 'milestone-1',
      what: 'milestone',
      start: anInstant('2027-03-27T22:00+01:00'),
      end: anInstant('2027-03-28T00:00+01:00'),
    };

    expect(moveTo(departure, anInstant('2026-12-10T00:00+01:00'))).toEqual({
      kind: 'release',
      id: releaseId,
      day: '2026-12-10',
      departureTime: '00:00',
    });
    // Clocks jump from 2:00 to 3:00: two hours from 1:00 end at 4:00.
    expect(moveTo(span, anInstant('2027-03-28T01:00+01:00'))).toMatchObject({
      kind: 'milestone',
      startLocal: '2027-03-28T01:00',
      endLocal: '2027-03-28T04:00',
    });
    expect(moveTo({ ...span, end: null }, anInstant('2027-03-28T01:00+01:00'))).toMatchObject({ endLocal: null });
  });
});
