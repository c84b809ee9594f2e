import { describe, expect, it } from 'vitest';
import { isWalkKey, walk } from '../../../../renderer/features/environments/walk.ts';

const ROWS = [
  { name: 'host', items: ['h1', 'h2'] },
  { name: 'uat', items: [] },
  { name: 'demo', items: ['d1'] },
];

describe('renderer/features/environments/walk', () => {
  it.each([
    ['host', 'ArrowRight', 'h1'],
    ['h1', 'ArrowRight', 'h2'],
    ['h2', 'ArrowRight', 'h2'],
    ['h1', 'ArrowLeft', 'host'],
    ['host', 'ArrowLeft', 'host'],
    ['h2', 'Home', 'host'],
    ['host', 'End', 'h2'],
    ['uat', 'End', 'uat'],
    ['h2', 'ArrowDown', 'uat'],
    ['uat', 'ArrowDown', 'demo'],
    ['d1', 'ArrowUp', 'uat'],
    ['d1', 'ArrowDown', 'd1'],
    ['host', 'ArrowUp', 'host'],
    ['gone', 'ArrowDown', 'host'],
    [null, 'ArrowRight', 'host'],
  ] as const)('from %s by %s to %s', (from, key, to) => {
    expect(walk(ROWS, from, key)).toBe(to);
  });

  it('has nowhere to go where there is nothing', () => {
    expect(walk([], null, 'ArrowDown')).toBeNull();
  });

  it('leaves other keys alone', () => {
    expect([isWalkKey('ArrowUp'), isWalkKey('Enter'), isWalkKey('a')]).toEqual([true, false, false]);
  });
});
