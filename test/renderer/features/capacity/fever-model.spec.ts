import { describe, expect, it } from 'vitest';
import {
  bufferText,
  feverText,
  feverTop,
  readingText,
  slipBars,
} from '../../../../renderer/features/capacity/fever-model.ts';
import type { BufferSize, Fever, FeverReading } from '../../../../shared/model/forecast.ts';
import { day } from '../../../../shared/model/time.ts';

const size: BufferSize = {
  workingDays: 3,
  slips: [
    { name: 'R1', workingDays: 0 },
    { name: 'R2', workingDays: 1 },
  ],
  leftOut: 0,
  text: '',
  notices: [],
};
const fever = {
  buffer: 4,
  workEnds: day('2026-12-01'),
  firstDay: day('2026-12-02'),
  releaseDay: day('2026-12-07'),
  readings: [],
} as unknown as Fever;
const reading = {
  day: day('2026-11-23'),
  done: 24,
  total: 39,
  projected: day('2026-12-04'),
  text: '62 % of the work is done.',
} as unknown as FeverReading;

describe('renderer/features/capacity/fever-model', () => {
  it('tells of each past release how far it slipped', () => {
    expect(slipBars(size).map(({ value, label }) => [value, label])).toEqual([
      [0, 'R1 left on its day or before'],
      [1, 'R2 slipped by 1 working day'],
    ]);
  });

  it.each([
    [
      4,
      'This train keeps 4 working days before a departure; its history asks for 3 working days: four of five of its 2 releases slipped by no more.',
    ],
    [
      3,
      'This train keeps 3 working days before a departure, which is what its history asks for: four of five of its 2 releases slipped by no more.',
    ],
    [
      0,
      'This train keeps no buffer; its history asks for 3 working days: four of five of its 2 releases slipped by no more.',
    ],
  ])('holds %i days against the history', (keeps, expected) => {
    expect(bufferText(keeps, size)).toBe(expected);
  });

  it('does not size a buffer without a history', () => {
    expect(bufferText(2, { ...size, workingDays: null, slips: [] })).toBe(
      'This train keeps 2 working days before a departure. No release has left yet, so its slip is not known.',
    );
  });

  it('says where the buffer lies, and what a point means', () => {
    expect(feverText(fever)).toBe(
      'The work is to be done by the end of Tue 1 Dec 2026; the buffer is the 4 working days from Wed 2 Dec to Mon 7 Dec.',
    );
    expect(feverText({ ...fever, firstDay: null })).toMatch(/keeps no days free/);
    expect(readingText(reading)).toBe(
      'Mon 23 Nov: 24 of 39 items done, the rest by Fri 4 Dec (P50). 62 % of the work is done.',
    );
  });

  it('reaches above all of the buffer, and above what is overrun', () => {
    expect(feverTop(fever)).toBe(1.2);
    expect(
      feverTop({
        ...fever,
        readings: [
          { ...reading, consumed: 2 },
          { ...reading, consumed: null },
        ],
      }),
    ).toBeCloseTo(2.1);
  });
});
