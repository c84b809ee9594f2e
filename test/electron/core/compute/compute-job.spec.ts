import { describe, expect, it } from 'vitest';
import { runJob } from '../../../../electron/core/compute/compute-job.ts';
import { runForecast } from '../../../../electron/core/forecast/forecast-job.ts';
import type { ReleaseId } from '../../../../shared/model/ids.ts';
import type { Zone } from '../../../../shared/model/time.ts';
import { person, rotation, tuesday } from '../../../support/rotation.ts';
import { aStep, aVersion, plannedService } from '../../../support/skew.ts';

describe('electron/core/compute/compute-job', () => {
  it('proposes rosters', () => {
    const given = rotation({ people: [person('ada')], releases: [tuesday('r0', 0)] });

    const found = runJob({ type: 'roster', rotation: given, byHand: [] });

    expect(found.assignments.map(({ personId, part }) => `${personId} ${part}`)).toEqual(['ada lead']);
  });

  it('tries versions in every order', () => {
    const services = [plannedService('web', aVersion('1.0.0')), plannedService('api', aVersion('1.0.0'))];
    const web = { ...aStep('web', aVersion('2.0.0', { api: '>=2' }), [0, 1]), releaseId: 'r-web' as ReleaseId };
    const api = { ...aStep('api', aVersion('2.0.0'), [2, 3]), releaseId: 'r-api' as ReleaseId };

    const found = runJob({ type: 'skew', plan: { services, steps: [api, web], zone: 'UTC' as Zone } });

    expect(found.order).toMatchObject({ result: 'safe', steps: [1, 0] });
    expect(found.steps.map(({ releaseId }) => releaseId)).toEqual(['r-web', 'r-api']);
  });

  it('makes forecasts', () => {
    const job = {
      type: 'train-size',
      question: { items: [{ id: 'a', failure: 0.1, services: [], dependsOn: [] }], beta: 0 },
      mostTrains: 2,
    } as const;

    expect(runJob(job)).toEqual(runForecast(job));
  });
});
