import { describe, expect, it } from 'vitest';
import {
  dayOrNull,
  fieldOf,
  kindOf,
  scheduleOf,
  textOf,
} from '../../../../../shared/domain/exchange/schedules/schedule.ts';

describe('shared/domain/exchange/schedules/schedule', () => {
  it('reads fields that an object has itself, and nothing of anything else', () => {
    expect(fieldOf({ a: 1 }, 'a')).toBe(1);
    expect(fieldOf({}, 'constructor')).toBeUndefined();
    expect([null, 'a', 5, []].map((value) => fieldOf(value, 'a'))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('makes one line of a text, cut where characters end', () => {
    expect(textOf('  a\n b ')).toBe('a b');
    expect(textOf('🚀🚀🚀', 2)).toBe('🚀🚀');
    expect(textOf(5)).toBe('');
  });

  it('takes days alone', () => {
    expect([dayOrNull('2026-02-29'), dayOrNull('0026-02-28'), dayOrNull(null), dayOrNull(' 2026-02-28 ')]).toEqual([
      null,
      null,
      null,
      '2026-02-28',
    ]);
  });

  it.each([
    ['Begin Code Freeze', 'code-freeze'],
    ['Cherry-pick deadline', 'scope-cut-off'],
    ['Test Freeze', 'integration'],
    ['KubeCon', 'custom'],
  ])('tells by its name what a milestone is for: %s', (name, kind) => {
    expect(kindOf(name)).toBe(kind);
  });

  it('makes no schedule of nothing', () => {
    expect(scheduleOf('node', { releases: [], leftOut: [] })).toBeNull();
  });
});
