import { describe, expect, it } from 'vitest';
import {
  type Deployed,
  deploymentsOf,
  legalMoves,
  minutesOf,
  moveTo,
  preferredMove,
  spanOf,
} from '../../../renderer/ui/first-legal.ts';
import { ReleaseId } from '../../../shared/model/ids.ts';
import { aDay, anInstant, aZone, isoOf } from '../../support/times.ts';

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
    const departure: Deployed = { ...release, what: 'release', releaseId, departsAt, start: departsAt, end: null };
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

  describe('the moves by which a deployment becomes allowed', () => {
    const start = anInstant('2026-12-07T22:00+01:00');
    const deployed: Deployed = {
      ...release,
      id: 'milestone-1',
      what: 'milestone',
      releaseId,
      start,
      end: anInstant('2026-12-08T00:00+01:00'),
    };
    const at = anInstant('2026-12-11T23:59+01:00');

    it('are that of its release with all milestones, then that of the deployment alone', () => {
      const moves = legalMoves(deployed, { at, day: aDay('2026-12-15') });

      expect(moves.map(({ what, move }) => [what, move])).toEqual([
        ['release', { kind: 'release', id: releaseId, day: '2026-12-15' }],
        [
          'milestone',
          {
            kind: 'milestone',
            id: 'milestone-1',
            startLocal: '2026-12-11T23:59',
            endLocal: '2026-12-12T01:59',
          },
        ],
      ]);
      expect(moves.map((each) => [isoOf(each.at), each.later / 3_600_000])).toEqual([
        ['2026-12-15T19:00:00.000Z', 7 * 24],
        ['2026-12-11T22:59:00.000Z', 4 * 24 + 2 - 1 / 60],
      ]);
    });

    it.each([
      ['it is allowed where it stands', deployed, { at: start, day: aDay('2026-12-08') }, []],
      ['there is no legal time', deployed, { at: null, day: null }, []],
      ['its release fits on no day', deployed, { at, day: null }, ['milestone']],
      [
        'its departure is the deployment',
        { ...deployed, what: 'release' as const, id: releaseId, start: departsAt, end: null },
        { at, day: null },
        ['release'],
      ],
    ])('are fewer where %s', (_, of, answer, expected) => {
      expect(legalMoves(of, answer).map(({ what }) => what)).toEqual(expected);
    });

    it.each([
      [[0, 0], 0],
      [[2, 0], 1],
      [[2, 1], 0],
      [[null, 0], 0],
      [[1, null], 0],
      [[], 0],
    ])('of which that is offered which makes no conflict: of %j the one at %i', (made, expected) => {
      expect(preferredMove(made)).toBe(expected);
    });
  });
});
