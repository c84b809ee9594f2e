import { describe, expect, it } from 'vitest';
import { branchSides } from '../../../../renderer/features/compare/dates.ts';
import { ruleChangeText, timesText } from '../../../../renderer/features/compare/rules.ts';
import { ComparedRule } from '../../../../shared/model/compared-rule.ts';

const once = (start: string, end: string, zone = 'Europe/Berlin') => ({
  by: 'once',
  start: { local: start, clock: { by: 'zone', zone } },
  end: { local: end, clock: { by: 'zone', zone } },
});
const nights = { by: 'cron', start: '0 22 * * *', end: '0 4 * * *', zone: 'UTC' };
const side = (holds: object, kind = 'freeze') => ({ kind, holds });

function rule(one: object | null, other: object | null) {
  return ComparedRule.parse({ id: 'f', name: 'Christmas', one, other });
}

describe('renderer/features/compare/rules', () => {
  it('says when a rule holds on a side, with its clock', () => {
    const { one, other } = rule(side(once('2026-12-18T18:00', '2027-01-04T08:00')), side(nights));

    expect([timesText(one), timesText(other), timesText(null)]).toEqual([
      'Fri 18 Dec 2026, 18:00 to Mon 4 Jan 2027, 08:00 CET',
      'every day from 22:00 to 04:00 the next day, UTC',
      'none',
    ]);
  });

  const at = side(once('2026-12-18T18:00', '2027-01-04T08:00'));
  it.each([
    [at, side(once('2026-12-25T18:00', '2027-01-11T08:00')), '7 days later'],
    [at, side(once('2026-12-17T18:00', '2027-01-03T08:00')), '1 day earlier'],
    [at, side(once('2026-12-18T18:00', '2027-01-05T08:00')), 'at other times'],
    [at, side(once('2026-12-19T17:00', '2027-01-05T08:00')), 'at other times'],
    [at, side(once('2026-12-25T18:00', '2027-01-11T08:00', 'UTC')), 'at other times'],
    [at, side(nights), 'at other times'],
    [at, { ...at, kind: 'maintenance' }, 'freeze becomes maintenance'],
    [at, side(once('2026-12-25T18:00', '2027-01-11T08:00'), 'window'), 'freeze becomes window, 7 days later'],
    [null, at, 'not in the plan'],
    [at, null, 'not in the branch'],
  ])('says what the other side does to a rule', (one, other, words) => {
    expect(ruleChangeText(rule(one, other), branchSides)).toBe(words);
  });
});
