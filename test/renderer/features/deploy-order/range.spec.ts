import { describe, expect, it } from 'vitest';
import { rangeBeside, rangeOf } from '../../../../renderer/features/deploy-order/range.ts';
import { day } from '../../../../shared/model/time.ts';

const today = day('2026-11-23');

describe('renderer/features/deploy-order/range', () => {
  it('is thirteen weeks from today where the address names none', () => {
    expect(rangeOf({}, today)).toEqual({ from: '2026-11-23', until: '2027-02-21' });
  });

  it('turns days that are the wrong way round, and draws no more than 800 at once', () => {
    const turned = rangeOf({ from: day('2027-01-09'), until: day('2027-01-02') }, today);
    const long = rangeOf({ from: day('2026-01-01'), until: day('2036-01-01') }, today);

    expect(turned).toEqual({ from: '2027-01-02', until: '2027-01-09' });
    expect(long).toEqual({ from: '2026-01-01', until: '2028-03-10' });
  });

  it('goes on by as many days as it has', () => {
    const week = { from: day('2027-01-04'), until: day('2027-01-10') };

    expect(rangeBeside(week, 1)).toEqual({ from: '2027-01-11', until: '2027-01-17' });
    expect(rangeBeside(week, -1)).toEqual({ from: '2026-12-28', until: '2027-01-03' });
  });
});
