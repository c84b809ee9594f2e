import { describe, expect, it } from 'vitest';
import { EnvironmentSearch } from '../../../../renderer/features/environments/search.ts';

describe('renderer/features/environments/search', () => {
  it('reads what the environments wrote', () => {
    const search = {
      view: 'rollouts',
      range: 'days',
      from: '2026-11-02',
      to: '2026-11-29',
      id: 'environment-1',
      booking: 'booking-1',
      archived: true,
      plan: { environmentId: '', teamId: '', standingUnits: '4', leadWorkingDays: '5', rollouts: [] },
    };

    expect(EnvironmentSearch.parse(search)).toEqual(search);
  });

  it.each([
    { view: 'all' },
    { range: 'year' },
    { from: '2026-02-30' },
    { to: '9999-12-31' },
    { archived: 'yes' },
    { plan: 4 },
  ])('drops what it cannot read: %j', (search) => {
    expect(Object.values(EnvironmentSearch.parse(search)).every((value) => value === undefined)).toBe(true);
  });
});
