import { describe, expect, it } from 'vitest';
import { arrange, groupOfLane } from '../../../../../renderer/features/calendar/lanes/arrange.ts';
import { lane } from '../../../../support/timeline.ts';

const lanesOf = { rules: [], trains: [lane('t1', []), lane('t2', [])], environments: [lane('e1', [])], teams: [] };

describe('renderer/features/calendar/lanes/arrange', () => {
  it('leaves a single group without a heading', () => {
    expect(arrange(['trains'], lanesOf, new Set()).map(({ id }) => id)).toEqual(['t1', 't2']);
  });

  it('puts each group under its heading; a folded one is its heading alone', () => {
    const lanes = arrange(['trains', 'environments'], lanesOf, new Set(['trains']));

    expect(lanes.map(({ name, of }) => [name, of])).toEqual([
      ['Trains', 'heading'],
      ['Environments', 'heading'],
      ['e1', undefined],
    ]);
    expect(lanes.map(groupOfLane)).toEqual(['trains', 'environments', null]);
  });

  it('keeps a place for a group without lanes, which says how to make the first', () => {
    const [heading, empty] = arrange(['teams', 'trains'], lanesOf, new Set());

    expect([heading, empty].map((one) => one && groupOfLane(one))).toEqual(['teams', 'teams']);
  });
});
