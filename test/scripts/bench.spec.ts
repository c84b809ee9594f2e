import { describe, expect, it } from 'vitest';
import { readOptions } from '../../scripts/bench.ts';
import { median, quantile, spread } from '../bench/measure.ts';
import type { Row } from '../bench/row.ts';
import { figure, sizeText, tableText } from '../bench/table.ts';

describe('scripts/bench', () => {
  it('measures at ten thousand, a hundred thousand and a million unless told otherwise', () => {
    expect(readOptions([])).toMatchObject({
      sizes: [10_000, 100_000, 1_000_000],
      only: [],
      smoke: false,
      strict: false,
    });
    expect(readOptions(['--smoke']).sizes.every((size) => size <= 10_000)).toBe(true);
    expect(readOptions(['--sizes', '500,2000', '--only', 'journal', '--only', 'write'])).toMatchObject({
      sizes: [500, 2_000],
      only: ['journal', 'write'],
    });
  });

  it.each([
    [['--only', 'nothing'], 'There is no bench nothing; there are write, '],
    [['--sizes', 'many'], '--sizes takes whole numbers'],
    [['--fast'], "'--fast'"],
  ])('refuses %j in words', (words, message) => {
    expect(() => readOptions(words)).toThrow(message);
  });
});

describe('test/bench/measure', () => {
  it('takes the middle, the ninety-fifth of a hundred, and the distance of the ends', () => {
    const hundred = Array.from({ length: 101 }, (_, index) => 100 - index);

    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(quantile(hundred, 0.95)).toBe(95);
    expect(spread([5, 2, 9])).toBe(7);
    expect(() => median([])).toThrow('nothing was measured');
  });
});

describe('test/bench/table', () => {
  const machine = { cpu: 'Some CPU', cores: 2, memoryGb: 24, platform: 'linux x64', node: '24.0.0' };
  const row: Row = {
    name: 'query: Today',
    size: 1_000_000,
    unit: 'ms',
    median: 2.345,
    p95: 61,
    spread: 0.5,
    reference: { name: 'the same without a sync', median: 2 },
    ratio: 0.853,
    bar: { text: 'p95 < 50 ms', ok: false },
  };

  it('names the machine and prints a missed bar as missed', () => {
    const lines = tableText(machine, [row, { ...row, bar: { text: 'p95 < 50 ms', ok: true } }]).split('\n');

    expect(lines[0]).toBe('Some CPU, 2 cores, 24 GB, linux x64, Node 24.0.0');
    expect(lines[4]).toMatch(
      /^query: Today +1M +2\.35 +61\.0 +0\.500 +ms +the same without a sync +2\.00 +0\.85 +MISSED: p95 < 50 ms$/,
    );
    expect(lines[5]).toContain('kept: p95 < 50 ms');
  });

  it.each([
    [10_000, '10k'],
    [1_000_000, '1M'],
    [1_500, '1500'],
    [7, '7'],
  ])('writes %i rows as %s', (size, text) => {
    expect(sizeText(size)).toBe(text);
  });

  it.each([
    [123_456.7, '123,457'],
    [123.4, '123'],
    [12.34, '12.3'],
    [1.234, '1.23'],
    [0.0123, '0.012'],
  ])('writes %d as %s', (value, text) => {
    expect(figure(value)).toBe(text);
  });
});
