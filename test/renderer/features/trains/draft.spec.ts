import { describe, expect, it } from 'vitest';
import {
  copiedDraft,
  newTrainDraft,
  readTrain,
  renamedDraft,
  type TrainDraft,
  trainDraftOf,
} from '../../../../renderer/features/trains/draft.ts';
import { day } from '../../../../shared/model/time.ts';
import { biweeklyPlan } from '../../../support/plans.ts';

const today = day('2026-11-23');

function typed(changes: Partial<TrainDraft> = {}): TrainDraft {
  return { ...newTrainDraft('Europe/Berlin', today), name: 'Payments', ...changes };
}

describe('renderer/features/trains/draft', () => {
  it('begins with a plan that needs only a name', () => {
    expect(readTrain(newTrainDraft('Europe/Berlin', today)).problems).toEqual({ name: expect.any(String) });
    expect(readTrain(typed()).problems).toEqual({});
  });

  it('gives a train back as it was', () => {
    const plan = biweeklyPlan({
      projects: [{ connectionId: 'connection-1', key: 'acme/shop' }],
      services: ['service-1'],
      teams: ['team-1', 'team-2'],
      bufferDays: 3,
      boarding: [
        { by: 'version', pattern: '{release}' },
        { by: 'query', text: 'label:train' },
      ],
      calendar: { workdays: [1, 2, 3, 4, 5], holidays: 'DE-BY', extraDaysOff: ['2026-12-24', '2026-12-31'] },
    });

    expect(readTrain(trainDraftOf(plan, today)).plan).toEqual(plan);
  });

  it('gives a train dated by hand back as it was', () => {
    const plan = biweeklyPlan({ cadence: null, stages: [] });

    expect(readTrain(trainDraftOf(plan, today)).plan).toEqual(plan);
  });

  const cadence = typed().cadence;
  const stage = typed().stages[0] ?? expect.fail('the first preset has stages');

  it.each<[string, Partial<TrainDraft>]>([
    ['name', { name: ' ' }],
    ['zone', { zone: 'Nowhere/Land' }],
    ['calendar.workdays', { workdays: [] }],
    ['calendar.extraDaysOff', { extraDaysOff: '24.12.2026' }],
    ['cadence.from', { cadence: { ...cadence, from: '' } }],
    ['cadence.departureTime', { cadence: { ...cadence, departureTime: '' } }],
    ['cadence.rrule', { cadence: { ...cadence, interval: '0' } }],
    ['cadence.rrule', { cadence: { ...cadence, interval: '1.5' } }],
    ['cadence.rrule', { cadence: { ...cadence, interval: '' } }],
    ['cadence.rrule', { cadence: { ...cadence, mode: 'custom', rrule: 'FREQ=SOMETIMES' } }],
    ['bufferDays', { bufferDays: '' }],
    ['bufferDays', { bufferDays: '1.5' }],
    ['releaseName', { releaseName: '{sprint}' }],
    ['stages.0', { stages: [{ ...stage, name: '' }] }],
    ['stages.0', { stages: [{ ...stage, start: { ...stage.start, amount: '' } }] }],
    ['stages.1', { stages: [stage, { ...stage, key: 'span', end: { ...stage.start, amount: '9' } }] }],
    ['boarding.1', { boarding: [...typed().boarding, { by: 'label', text: '' }] }],
    ['boarding.0', { boarding: [{ by: 'query', text: 'colour:red' }] }],
  ])('says what is wrong with %s (case %#)', (place, changes) => {
    const { plan, problems } = readTrain(typed(changes));

    expect(plan).toBeNull();
    expect(Object.keys(problems)).toEqual([place]);
  });

  it('takes days off parted by lines, spaces or commas', () => {
    const { plan } = readTrain(typed({ extraDaysOff: '2026-12-24, 2026-12-31\n2027-01-02 ' }));

    expect(plan?.calendar.extraDaysOff).toEqual(['2026-12-24', '2026-12-31', '2027-01-02']);
  });

  it('keeps the days of the week in their order', () => {
    expect(readTrain(typed({ workdays: [5, 1, 3] })).plan?.calendar.workdays).toEqual([1, 3, 5]);
  });

  it('begins like another train but for its name, and its releases are called by the new one', () => {
    const plan = readTrain(typed({ name: 'Web', releaseName: 'Web {year}.{week}', notes: 'By hand' })).plan;
    const copied = plan && copiedDraft(plan, day('2026-11-23'));

    expect(copied).toMatchObject({ name: '', releaseName: '{year}.{week}', notes: 'By hand' });
    expect(copied && { ...copied, ...renamedDraft(copied, 'Shop') }.releaseName).toBe('Shop {year}.{week}');
  });

  it('calls releases by their train until somebody says otherwise', () => {
    const fresh = newTrainDraft('UTC', day('2026-11-23'));
    const named = { ...fresh, ...renamedDraft(fresh, 'Web') };
    const renamed = { ...named, ...renamedDraft(named, 'Web shop') };
    const own = { ...renamed, releaseName: '{n}' };

    expect([named, renamed].map(({ releaseName }) => releaseName)).toEqual([
      'Web {year}.{week}',
      'Web shop {year}.{week}',
    ]);
    expect(renamedDraft(own, 'Shop')).toEqual({ name: 'Shop', releaseName: '{n}' });
    expect(renamedDraft(fresh, 'A {b}').releaseName).toBe('{year}.{week}');
  });
});
