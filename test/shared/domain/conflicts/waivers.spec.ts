import { describe, expect, it } from 'vitest';
import { withWaivers } from '../../../../shared/domain/conflicts/waivers.ts';
import type { Conflict } from '../../../../shared/model/conflict.ts';
import { Waiver } from '../../../../shared/model/waiver.ts';
import { hour } from '../../../support/conflicts/things.ts';

const conflict = { key: 'service-clash a b' } as unknown as Conflict;
const other = { key: 'service-clash a c' } as unknown as Conflict;

function aWaiver(id: string, from: number, until: number, conflictKey = conflict.key): Waiver {
  return Waiver.parse({ id, conflictKey, reason: 'agreed', waivedBy: 'Ann', waivedAt: hour(from), until: hour(until) });
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

  it('takes of several waivers the one that holds longest, and of those that ended the last', () => {
    const waivers = [aWaiver('short', 0, 6), aWaiver('long', 0, 9), aWaiver('old', 0, 2), aWaiver('older', 0, 1)];

    const [found] = withWaivers([conflict], waivers, hour(5));

    expect([found?.waiver?.id, found?.lapsed?.id]).toEqual(['long', 'old']);
  });
});
