import { describe, expect, it } from 'vitest';
import {
  cadenceCells,
  cadencePicture,
  ciText,
  ciUseText,
  fitsText,
  mostItems,
  overheadText,
} from '../../../../renderer/features/capacity/cadence-model.ts';
import type { CadenceRow, CadenceTable } from '../../../../shared/model/forecast.ts';
import { aDay } from '../../../support/times.ts';

const row: CadenceRow = {
  cadence: 'bi-weekly',
  trainsPerYear: 26,
  items: [
    { confidence: 50, items: 15 },
    { confidence: 85, items: 12 },
    { confidence: 95, items: 9 },
  ],
  fits: [
    { name: 'R1', items: 12, probability: 0.87 },
    { name: 'R2', items: 40, probability: 0 },
  ],
  overheadHours: 416,
  overheadShare: 0.04,
  intervalsWithoutTime: 0,
  ci: null,
  expectedWaitDays: 7,
  verdict: 'too-small',
  text: 'Too small.',
};

describe('renderer/features/capacity/cadence-model', () => {
  it('tells a cadence in a row of cells', () => {
    expect(cadenceCells(row)).toEqual([
      'Every two weeks',
      '26',
      '15 / 12 / 9',
      '416 h a year, 4 % of the team’s',
      'no limit',
      '7.0 days',
      'R1 (12 items) 87 %; R2 (40 items) 0 %',
    ]);
  });

  it('names four releases, and how many more there are', () => {
    const fits = Array.from({ length: 6 }, (_, at) => ({ name: `R${at}`, items: 1, probability: 1 }));

    expect(fitsText({ ...row, fits })).toMatch(/R3 \(1 item\) 100 %; 2 more$/);
    expect(fitsText({ ...row, fits: [] })).toBe('no train chosen');
  });

  it('does not make up a share of hours that are not known', () => {
    expect(overheadText({ ...row, overheadShare: null })).toBe('416 h a year');
  });

  it('tells what CI gives to the tests of trains, and how often it holds them back', () => {
    expect(ciText({ ci: { hours: 104, share: 0.25, untested: 0, limited: 0 } })).toBe('104 h a year, 25 % of CI’s');
    expect(ciText({ ci: { hours: 104, share: null, untested: 26, limited: 0.5 } })).toBe(
      '104 h a year; holds back 50 % of trains',
    );
  });

  it('tells what synced CI took, and what of it is guessed or not known', () => {
    const use = { from: aDay('2026-05-25'), to: aDay('2026-11-22'), runs: 3, hours: 12, withoutJobs: 0, leftOut: 0 };

    expect(ciUseText({ ...use, finished: 8 })).toBe('3 synced runs took 12 h, 1.5 h for each finished item.');
    expect(ciUseText({ ...use, finished: 0, withoutJobs: 1, leftOut: 2 })).toBe(
      '3 synced runs took 12 h. 1 run without jobs counted from start to end. 2 runs left out: how long they took is not known.',
    );
    expect(ciUseText({ ...use, runs: 0, hours: 0, finished: 8 })).toBe('');
  });

  it('draws all cadences on one scale, and says each in words', () => {
    expect(mostItems({ rows: [row] } as unknown as CadenceTable)).toBe(40);
    expect(mostItems({ rows: [] } as unknown as CadenceTable)).toBe(1);
    expect(cadencePicture(row)).toBe(
      'Every two weeks: one train takes P50 15 items, P85 12 items, P95 9 items. Too small.',
    );
  });
});
