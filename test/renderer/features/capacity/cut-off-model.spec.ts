import { describe, expect, it } from 'vitest';
import {
  chosenCutOff,
  cutOffKey,
  cutOffRows,
  cutOffText,
  readersZones,
  samplesText,
  stepAside,
  stripDays,
} from '../../../../renderer/features/capacity/cut-off-model.ts';
import type { ClassLeadTimes, CutOff } from '../../../../shared/model/forecast.ts';
import { day, instant } from '../../../../shared/model/time.ts';
import { aZone } from '../../../support/times.ts';

function cutOff(itemClass: string, confidence: 50 | 85 | 95, changes: Partial<CutOff> = {}): CutOff {
  return {
    itemClass,
    action: 'board',
    confidence,
    day: day('2026-12-07'),
    at: instant(0),
    passed: false,
    steps: [],
    readings: [],
    ...changes,
  };
}

describe('renderer/features/capacity/cut-off-model', () => {
  const all = [cutOff('Bug', 50), cutOff('Bug', 85), cutOff('Story', 50, { action: 'start' })];

  it('puts the confidences of one kind of work and action into one row', () => {
    expect(cutOffRows(all).map(({ name, cutOffs }) => [name, cutOffs.length])).toEqual([
      ['Bug: board', 2],
      ['Story: start', 1],
    ]);
  });

  it('shows what was named, or else the first at P85', () => {
    const [first, sure, story] = all;

    expect(chosenCutOff(all, story && cutOffKey(story))).toBe(story);
    expect(chosenCutOff(all, 'gone')).toBe(sure);
    expect(chosenCutOff([cutOff('Bug', 50)], undefined)?.confidence).toBe(50);
    expect(chosenCutOff([], undefined)).toBeNull();
    expect(first && cutOffKey(first)).toBe('50 board Bug');
  });

  it('says it, and whether it has passed', () => {
    expect(cutOffText(cutOff('Story', 85))).toBe('Story must board by the end of Mon 7 Dec 2026 (P85)');
    expect(cutOffText(cutOff('Story', 95, { action: 'start', passed: true }))).toBe(
      'Story had to be started by the end of Mon 7 Dec 2026 (P95), which has passed',
    );
  });

  it('draws from before the first of them, or today, to after the release', () => {
    const bounds = { today: day('2026-11-23'), releaseDay: day('2026-12-15') };

    expect(stripDays(all, bounds)).toEqual({ from: '2026-11-22', to: '2026-12-16' });
    expect(stripDays([cutOff('Bug', 95, { day: day('2026-10-01') })], bounds)).toEqual({
      from: '2026-09-28',
      to: '2026-12-18',
    });
  });

  it('draws cut-offs of one day under each other', () => {
    const row = { cutOffs: [cutOff('Bug', 50, { day: day('2026-12-09') }), cutOff('Bug', 85), cutOff('Bug', 95)] };

    expect(row.cutOffs.map((one) => stepAside(row as never, one))).toEqual([0, -0.5, 0.5]);
  });

  it('reads cut-offs on the clocks of those who must keep them, each once', () => {
    const [berlin, kolkata] = [aZone('Europe/Berlin'), aZone('Asia/Kolkata')];

    expect(readersZones([berlin, berlin], [{ zone: kolkata }, { zone: berlin }, { zone: kolkata }])).toEqual([
      berlin,
      kolkata,
    ]);
  });

  it('says what the times rest on', () => {
    const lead = {
      name: 'Bug',
      finished: 10,
      open: 2,
      undone: 3,
      neverStarted: 1,
      reopened: 0,
    } as unknown as ClassLeadTimes;

    expect(samplesText(lead)).toBe(
      '10 finished items of Bug; 2 not done left out, 3 that ended undone left out, 1 never started.',
    );
  });
});
