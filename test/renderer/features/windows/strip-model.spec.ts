import { describe, expect, it } from 'vitest';
import { EVERYTHING, NO_NAMES } from '../../../../renderer/features/windows/names.ts';
import {
  extentOf,
  firstPlace,
  fittingRules,
  occurrenceAt,
  outlineOf,
  type StripRow,
  stepPlace,
  stripRows,
} from '../../../../renderer/features/windows/strip-model.ts';
import { ScheduleRule } from '../../../../shared/model/schedule-rule.ts';
import { instant } from '../../../../shared/model/time.ts';
import { freezePlan } from '../../../support/plans.ts';

const HOUR = 3_600_000;
const scale = { range: spanOf(0, 1_000), width: 1_000 };

function spanOf(start: number, end: number) {
  return { start: instant(start * HOUR), end: instant(end * HOUR) };
}

function ruleOf(id: string, changes: object = {}): ScheduleRule {
  return ScheduleRule.parse({ ...freezePlan({ name: id, ...changes }), id, source: null });
}

function rowOf(id: string, spans: readonly (readonly [number, number])[]): StripRow {
  const occurrences = spans.map(([start, end]) => ({ key: String(start), span: spanOf(start, end) }));
  return { rule: ruleOf(id), occurrences, overrides: [] };
}

const rows = [
  rowOf('a', [
    [100, 110],
    [500, 510],
    [900, 910],
  ]),
  rowOf('none', []),
  rowOf('b', [
    [480, 490],
    [700, 710],
  ]),
];

describe('renderer/features/windows/strip-model', () => {
  it('puts freezes before maintenance before windows, and each by name', () => {
    const rules = [
      ruleOf('Nights', { kind: 'window' }),
      ruleOf('Zeta'),
      ruleOf('Disks', { kind: 'maintenance' }),
      ruleOf('Alpha'),
    ];

    const fitting = fittingRules(rules, {}, NO_NAMES);

    expect(fitting.map(({ name }) => name)).toEqual(['Alpha', 'Zeta', 'Disks', 'Nights']);
  });

  it.each([
    [{ kind: 'window' as const }, ['Nights']],
    [{ scope: 'everything' as const }, ['Zeta']],
    [{ scope: 'regions' as const }, ['Nights']],
    [{ text: 'EU-WEST' }, ['Nights']],
    [{ text: 'grace' }, ['Zeta', 'Nights']],
    [{ text: 'nothing like it' }, []],
  ])('narrows by %j', (filters, names) => {
    const scope = { ...EVERYTHING, regions: ['eu-west'] };
    const rules = [ruleOf('Nights', { kind: 'window', scope }), ruleOf('Zeta')];

    expect(fittingRules(rules, filters, NO_NAMES).map(({ name }) => name)).toEqual(names);
  });

  it('gives each rule its times and its overrides', () => {
    const rule = ruleOf('a');
    const occurrences = rows[0]?.occurrences ?? [];

    const [row] = stripRows([rule], [], [{ ruleId: 'a', occurrences }]);

    expect(row).toEqual({ rule, occurrences, overrides: [] });
    expect(stripRows([rule], [], [])[0]?.occurrences).toEqual([]);
  });

  it('draws a short time wide enough to be seen, and cuts what reaches out of the picture', () => {
    expect(extentOf(spanOf(100, 100.1), scale)).toEqual({ x: 100, width: 1.5 });
    expect(extentOf(spanOf(-50, 20), scale)).toEqual({ x: 0, width: 20 });
    expect(extentOf(spanOf(999.9, 1_200), scale)).toEqual({ x: 998.5, width: 1.5 });
  });

  it('draws a crowd no wider than it is, or it would look as if it never ended', () => {
    const crowd = [spanOf(100, 100.25), spanOf(101, 101.25), spanOf(102, 102.25)];

    expect(outlineOf(crowd, scale, { y: 0, height: 10 })).toBe(
      'M100 0h0.25v10h-0.25zM101 0h0.25v10h-0.25zM102 0h0.25v10h-0.25z',
    );
    expect(outlineOf([spanOf(100, 100.25)], scale, { y: 0, height: 10 })).toBe('M100 0h1.5v10h-1.5z');
  });

  it.each([
    [505, 1],
    [511, 1],
    [520, null],
  ])('finds what is under pixel %j: %j', (x, at) => {
    expect(occurrenceAt(rows[0] as StripRow, x, scale)).toBe(at);
  });

  it('begins with what holds now or next', () => {
    expect(firstPlace(rows, 505 * HOUR)).toEqual({ row: 0, at: 1 });
    expect(firstPlace([rows[1] as StripRow], 0)).toBeNull();
  });

  it.each([
    ['ArrowRight' as const, { row: 0, at: 2 }],
    ['ArrowLeft' as const, { row: 0, at: 0 }],
    ['Home' as const, { row: 0, at: 0 }],
    ['End' as const, { row: 0, at: 2 }],
    ['ArrowUp' as const, { row: 0, at: 1 }],
    // Over the row that has nothing, to what is nearest in time.
    ['ArrowDown' as const, { row: 2, at: 0 }],
  ])('walks by %s', (key, place) => {
    expect(stepPlace(rows, { row: 0, at: 1 }, key)).toEqual(place);
  });
});
