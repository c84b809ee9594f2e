import { describe, expect, it } from 'vitest';
import { withWaivers } from '../../../../shared/domain/conflicts/waivers.ts';
import type { Conflict } from '../../../../shared/model/conflict.ts';
import { Waiver } from '../../../../shared/model/waiver.ts';
import { hour } from '../../../support/conflicts/things.ts';

function aConflict(key: string, from: number, to: number): Conflict {
  return {
    key,
    at: { start: hour(from), end: hour(to) },
    severity: 'serious',
    sideCount: 2,
    sides: [],
    resource: { kind: 'service', id: 'api', name: 'api' },
    path: [],
    services: [],
    kind: 'service-clash',
  } as unknown as Conflict;
}

const conflict = aConflict('service-clash a b', 20, 30);
const other = aConflict('service-clash a c', 20, 30);

function aWaiver(id: string, from: number, until: number, conflictKey = conflict.key): Waiver {
  const accepted = {
    at: { start: hour(20), end: hour(30) },
    severity: 'serious' as const,
    sideCount: 2,
    amount: 0,
    among: ['api'],
  };
  return Waiver.parse({
    id,
    conflictKey,
    accepted,
    reason: 'agreed',
    waivedBy: 'Ann',
    waivedAt: hour(from),
    until: hour(until),
  });
}

describe('shared/domain/conflicts/waivers', () => {
  it('marks what is waived and hides nothing', () => {
    const all = withWaivers([conflict, other], [aWaiver('w', 0, 10)], hour(5));

    expect(all.map((each) => each.conflict.key)).toEqual([conflict.key, other.key]);
    expect(all.map(({ waiver }) => waiver?.id ?? null)).toEqual(['w', null]);
    expect(all[0]?.waiver).toMatchObject({ reason: 'agreed', until: hour(10) });
  });

  it.each([
    ['before it was given', -1, null, null],
    ['when it was given', 0, 'w', null],
    ['in its last millisecond', 10 - 1 / 3_600_000, 'w', null],
    ['when it ends', 10, null, 'w'],
    ['long after', 99, null, 'w'],
  ])('counts a waiver %s', (_, at, waiver, lapsed) => {
    const [found] = withWaivers([conflict], [aWaiver('w', 0, 10)], hour(at));

    expect([found?.waiver?.id ?? null, found?.lapsed?.id ?? null]).toEqual([waiver, lapsed]);
  });

  it.each([
    ['where it was', 20, 30, 5, true],
    ['where it has shrunk', 22, 25, 5, true],
    ['where it begins sooner', 19, 30, 5, false],
    ['where it lasts longer', 20, 31, 5, false],
    ['where it is on another day', 44, 54, 5, false],
    ['where it only went on with the clock', 20, 40, 40, true],
    ['where it goes on longer than the clock', 20, 41, 40, false],
  ])('holds for what was accepted: %s', (_, from, to, at, holds) => {
    const waivers = [aWaiver('w', 0, 100)];

    const [found] = withWaivers([aConflict(conflict.key, from, to)], waivers, hour(at));

    expect([found?.waiver?.id ?? null, found?.lapsed?.id ?? null]).toEqual(holds ? ['w', null] : [null, 'w']);
  });

  it('holds wherever the conflict is where an older version did not keep what was accepted', () => {
    const [found] = withWaivers(
      [aConflict(conflict.key, 50, 60)],
      [{ ...aWaiver('w', 0, 10), accepted: null }],
      hour(5),
    );

    expect(found?.waiver?.id).toBe('w');
  });

  it('takes of several waivers the one that holds longest, and of those that ended the last', () => {
    const waivers = [aWaiver('short', 0, 6), aWaiver('long', 0, 9), aWaiver('old', 0, 2), aWaiver('older', 0, 1)];

    const [found] = withWaivers([conflict], waivers, hour(5));

    expect([found?.waiver?.id, found?.lapsed?.id]).toEqual(['long', 'old']);
  });
});
