import { describe, expect, it } from 'vitest';
import { filterWords, timeWords } from '../../../../renderer/features/calendar/sheet-legend.tsx';
import { day } from '../../../../shared/model/time.ts';

const trains = new Map([
  ['t1', { name: 'Payments' }],
  ['t2', { name: 'Core' }],
]);

describe('renderer/features/calendar/sheet-legend', () => {
  it('has nothing to say where everything is shown', () => {
    expect(filterWords({}, trains)).toEqual([]);
  });

  it('says which time is shown, in each view', () => {
    const today = day('2026-11-23');

    expect(timeWords({}, today)).toEqual(['Around Mon 23 Nov 2026']);
    expect(timeWords({ at: day('2026-12-01'), days: 30.4 }, today)).toEqual(['Mon 16 Nov 2026 to Wed 16 Dec 2026']);
    expect(timeWords({ view: 'month', at: day('2026-12-24') }, today)).toEqual(['December 2026']);
    expect(timeWords({ view: 'agenda' }, today)).toEqual(['From Mon 23 Nov 2026']);
  });

  it('names the trains that are shown and the milestones that are not', () => {
    expect(filterWords({ trains: ['t2', 'gone'], hidden: ['uat', 'cab'] }, trains)).toEqual([
      'Only trains: Core, a train that is gone',
      'Without milestones: UAT, CAB',
    ]);
  });
});
