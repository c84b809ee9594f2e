import { describe, expect, it } from 'vitest';
import { comparedRules } from '../../../../shared/domain/branches/compared-rules.ts';
import { aRule } from '../../../support/calendar-lanes.ts';

const moved = { by: 'cron', start: '0 8 * * *', end: '0 9 * * *', zone: 'UTC' };

describe('shared/domain/branches/compared-rules', () => {
  it('lists what holds at other times, is of another kind or on one side only, by name; and nothing else', () => {
    const [freeze, gone, fresh] = [aRule('Freeze'), aRule('Gone'), aRule('audit', { name: 'Bank audit' })];
    const shifted = aRule('Freeze', { holds: moved });
    const window = { ...aRule('Night'), kind: 'window' as const };

    const found = comparedRules([
      { one: freeze, other: shifted },
      { one: gone, other: null },
      { one: aRule('Same'), other: aRule('Same', { reason: 'Another', owner: 'Ada' }) },
      { one: aRule('Night'), other: window },
      { one: null, other: fresh },
      { one: null, other: null },
    ]);

    expect(found).toEqual([
      { id: 'audit', name: 'Bank audit', one: null, other: { kind: 'freeze', holds: fresh.holds } },
      {
        id: 'Freeze',
        name: 'Freeze',
        one: { kind: 'freeze', holds: freeze.holds },
        other: { kind: 'freeze', holds: moved },
      },
      { id: 'Gone', name: 'Gone', one: { kind: 'freeze', holds: gone.holds }, other: null },
      {
        id: 'Night',
        name: 'Night',
        one: { kind: 'freeze', holds: window.holds },
        other: { kind: 'window', holds: window.holds },
      },
    ]);
  });
});
