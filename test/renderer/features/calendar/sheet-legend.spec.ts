import { describe, expect, it } from 'vitest';
import { filterWords } from '../../../../renderer/features/calendar/sheet-legend.tsx';

const trains = new Map([
  ['t1', { name: 'Payments' }],
  ['t2', { name: 'Core' }],
]);

describe('renderer/features/calendar/sheet-legend', () => {
  it('has nothing to say where everything is shown', () => {
    expect(filterWords({}, trains)).toEqual([]);
  });

  it('names the trains that are shown and the milestones that are not', () => {
    expect(filterWords({ trains: ['t2', 'gone'], hidden: ['uat', 'cab'] }, trains)).toEqual([
      'Only trains: Core, a train that is gone',
      'Without milestones: UAT, CAB',
    ]);
  });
});
