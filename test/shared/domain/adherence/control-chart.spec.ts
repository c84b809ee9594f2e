import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { controlChart } from '../../../../shared/domain/adherence/control-chart.ts';
import { ControlChart, type TrendSignal, type TrendValue } from '../../../../shared/model/adherence.ts';

function series(values: readonly number[]): readonly TrendValue[] {
  return values.map((value, index) => ({
    key: `k${index}`,
    label: `v${index}`,
    value,
    sources: [{ by: 'entry', seq: index + 1 }],
  }));
}

function chart(values: readonly number[]): ControlChart {
  return ControlChart.parse(controlChart(series(values)));
}

function placesWith(signal: TrendSignal, { points }: ControlChart): readonly number[] {
  return points.flatMap(({ signals }, index) => (signals.includes(signal) ? [index] : []));
}

describe('shared/domain/adherence/control-chart', () => {
  it('has the limits that NIST works out for its ten flow rates', () => {
    // NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2: mean moving range 1.8778, limits 45.8159 and 55.8041.
    const { limits } = chart([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]);

    expect(limits?.meanMovingRange).toBeCloseTo(1.8778, 4);
    expect(limits?.centre).toBeCloseTo(50.81, 4);
    expect(limits?.lower).toBeCloseTo(45.8159, 3);
    expect(limits?.upper).toBeCloseTo(55.8041, 3);
    expect(limits?.upperRange).toBeCloseTo(3.267 * 1.8778, 3);
    expect(limits?.provisional).toBe(true);
  });

  it('keeps what stands behind each point, and the distance from the one before', () => {
    const { points } = chart([3, 1, 6]);

    expect(points.map(({ key, movingRange, sources }) => [key, movingRange, sources])).toEqual([
      ['k0', null, [{ by: 'entry', seq: 1 }]],
      ['k1', 2, [{ by: 'entry', seq: 2 }]],
      ['k2', 5, [{ by: 'entry', seq: 3 }]],
    ]);
  });

  it.each([[[]], [[4]]])('has no limits and no signals for %j', (values) => {
    const found = chart(values);

    expect(found.limits).toBeNull();
    expect(found.points.flatMap(({ signals }) => signals)).toEqual([]);
  });

  it('takes values that are all equal for a process without signals', () => {
    const found = chart(Array.from({ length: 12 }, () => 7));

    expect(found.limits).toMatchObject({ centre: 7, lower: 7, upper: 7, upperRange: 0 });
    expect(found.points.flatMap(({ signals }) => signals)).toEqual([]);
  });

  it.each([
    [14, true],
    [15, false],
  ])('calls the limits of %i values provisional: %s', (count, provisional) => {
    expect(chart(Array.from({ length: count }, (_, index) => index % 2)).limits?.provisional).toBe(provisional);
  });

  it('finds a value beyond a limit, and the moving ranges that led to it and away', () => {
    const found = chart([0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 60, 1, 0, 1, 0, 1, 0, 1, 0, 1]);

    expect(placesWith('beyond-limit', found)).toEqual([10]);
    expect(placesWith('moving-range', found)).toEqual([10, 11]);
  });

  it('finds eight in a row on one side, all of them, and not seven', () => {
    const low = [-1, -3, -1, -3];
    const eight = chart([...low, ...low, 1, 3, 1, 3, 1, 3, 1, 3]);
    const seven = chart([3, -1, -3, -1, -3, -1, -3, -1, 2, 1, 3, 1, 3, 1, 2, -1]);

    expect(placesWith('run-on-one-side', eight)).toEqual(Array.from({ length: 16 }, (_, index) => index));
    expect(seven.limits?.centre).toBe(0.125);
    expect(placesWith('run-on-one-side', seven)).toEqual([]);
  });

  it('ends a run at a value on the centre', () => {
    const found = chart([-1, -1, -1, -1, 0, -1, -1, -1, -1, 1, 1, 1, 1, 0, 1, 1, 1, 1]);

    expect(found.limits?.centre).toBe(0);
    expect(placesWith('run-on-one-side', found)).toEqual([]);
  });

  it('finds three of four nearer to one limit than to the centre', () => {
    const found = chart([0, 1, -1, 0, -1, 1, 0, 1, -1, 0, -1, 0, 4, 3.5, 0, 4, 0, -1, 0, -1]);
    const { centre = 0, upper = 0 } = found.limits ?? {};

    expect([4, 3.5].every((value) => value > (centre + upper) / 2 && value < upper)).toBe(true);
    expect(placesWith('near-one-limit', found)).toEqual([12, 13, 15]);
    expect(placesWith('near-one-limit', chart([0, 1, -1, 0, -1, 1, 0, 1, -1, 0, 4, 3.5, 0, -1, 0, 4, 0, -1]))).toEqual(
      [],
    );
  });

  const someValues = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 30 });

  it('moves with its values, and grows with their scale', () => {
    fc.assert(
      fc.property(someValues, fc.integer({ min: -50, max: 50 }), fc.constantFrom(2, 4, 8), (values, shift, scale) => {
        const plain = chart(values);

        const moved = chart(values.map((value) => value * scale + shift));

        expect(moved.limits?.upper).toBeCloseTo((plain.limits?.upper ?? 0) * scale + shift, 6);
        expect(moved.limits?.lower).toBeCloseTo((plain.limits?.lower ?? 0) * scale + shift, 6);
      }),
    );
  });

  it('names as beyond a limit what a plain look at each value finds', () => {
    fc.assert(
      fc.property(someValues, (values) => {
        const found = chart(values);
        const sum = values.reduce((total, value) => total + value, 0);
        let ranges = 0;
        for (let at = 1; at < values.length; at += 1) ranges += Math.abs((values[at] ?? 0) - (values[at - 1] ?? 0));
        // 3 / 1.128 = 2.6596, Wheeler's 2.66.
        const reach = (ranges / (values.length - 1)) * (3 / 1.128);
        const mean = sum / values.length;

        const beyond = values.flatMap((value, at) => (Math.abs(value - mean) > reach + 1e-9 ? [at] : []));

        expect(placesWith('beyond-limit', found)).toEqual(beyond);
      }),
    );
  });
});
