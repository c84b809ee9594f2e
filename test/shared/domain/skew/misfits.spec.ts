import { describe, expect, it } from 'vitest';
import { chainsOf } from '../../../../shared/domain/skew/chains.ts';
import { compareVersions } from '../../../../shared/domain/skew/misfits.ts';
import { aVersion, plannedService } from '../../../support/skew.ts';

describe('shared/domain/skew/misfits', () => {
  it('finds what either version needs of the other and does not have', () => {
    const services = [
      plannedService('web', aVersion('1.0.0', { api: '^2' })),
      plannedService('api', aVersion('3.0.0', { web: '>=2' })),
      plannedService('db', aVersion('1.0.0', { api: '^3' })),
    ];
    const { misfits, unsaid } = compareVersions(chainsOf(services, []));

    expect(misfits.map(({ one, other, needs }) => [one.chain, other.chain, needs.map(({ range }) => range)])).toEqual([
      [0, 1, ['^2', '>=2']],
    ]);
    // web and db do not name one another.
    expect(unsaid).toEqual([]);
  });

  it('does not know of what nobody says, nor of what cannot be compared', () => {
    const services = [
      plannedService('web', aVersion('1.0.0', { api: '^2' }), ['db']),
      plannedService('api', aVersion('blue')),
      plannedService('db', aVersion('1.0.0')),
    ];
    const { misfits, unsaid } = compareVersions(chainsOf(services, []));

    expect(misfits).toEqual([]);
    expect(unsaid.map(({ one, other, unread }) => [one.chain, other.chain, unread])).toEqual([
      [0, 1, true],
      [0, 2, false],
    ]);
  });
});
