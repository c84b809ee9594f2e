import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../../renderer/lib/field-leaves.ts';

describe('renderer/lib/field-leaves', () => {
  it('names every field by its path, lists of plain values in one line', () => {
    const found = fieldsOf({
      name: 'Cards',
      stages: [{ start: { amount: 3 } }],
      workdays: [1, 2],
      skipped: [],
      zone: null,
    });

    expect([...found]).toEqual([
      ['name', 'Cards'],
      ['stages.0.start.amount', '3'],
      ['workdays', '1, 2'],
      ['skipped', 'empty list'],
      ['zone', 'none'],
    ]);
  });

  it('tells moments on the clocks of the row', () => {
    const found = fieldsOf({ departsAt: Date.parse('2026-12-01T19:00:00Z'), zone: 'Europe/Berlin' });

    expect(found.get('departsAt')).toContain('20:00');
  });

  it('finds nothing where there is no row', () => {
    expect(fieldsOf(null).size).toBe(0);
  });
});
