import { expect, it } from 'vitest';
import { isPlanYear } from '../../../shared/model/plan-years.ts';

it.each([
  ['1969-12-31', false],
  ['1970-01-01', true],
  ['2199-12-31T23:59', true],
  ['2200-01-01', false],
  ['0026-05-04', false],
])('knows whether a plan holds the year of %s: %s', (text, holds) => {
  expect(isPlanYear(text)).toBe(holds);
});
